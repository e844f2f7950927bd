import https from 'node:https';
import { text } from 'node:stream/consumers';
import { HttpResponse, http, passthrough } from 'msw';
import { setupServer } from 'msw/node';

const url = 'https://bucket.s3.eu-west-1.amazonaws.com';
const get = (path) =>
  new Promise((resolve, reject) => https.get(url + path, resolve).on('error', reject));
const server = setupServer(
  http.get(`${url}/mocked`, () => HttpResponse.text('mocked')),
  http.get(`${url}/real`, () => passthrough()),
);
server.listen();
console.log(await text(await get('/mocked')), await (await fetch(`${url}/mocked`)).text());
console.log(
  (await text(await get('/real'))).length,
  (await (await fetch(`${url}/real`)).text()).length,
);
server.close();
