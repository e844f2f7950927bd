import https from 'node:https';
import { text } from 'node:stream/consumers';
import nock from 'nock';

const url = 'https://bucket.s3.eu-west-1.amazonaws.com';
const get = (path) =>
  new Promise((resolve, reject) => https.get(url + path, resolve).on('error', reject));
nock(url).get('/mocked').twice().reply(200, 'mocked');
console.log(await text(await get('/mocked')), await (await fetch(`${url}/mocked`)).text());
nock.restore();
console.log(
  (await text(await get('/real'))).length,
  (await (await fetch(`${url}/real`)).text()).length,
);
