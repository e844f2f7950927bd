import { Agent, fetch, request } from 'undici';

const url = 'https://bucket.s3.eu-west-1.amazonaws.com/key';
const dispatcher = new Agent({ connect: { timeout: 5000 }, allowH2: true });
const { body } = await request(url);
console.log((await body.arrayBuffer()).byteLength);
console.log((await (await fetch(url, { dispatcher })).arrayBuffer()).byteLength);
await dispatcher.close();
