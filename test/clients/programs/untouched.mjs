// A program that uses no AWS at all. It prints all that it gets, so that any change on the way shows.
// Every host is this machine, whatever its name.
import { createHash } from 'node:crypto';
import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';

const { HTTPS_URL, HTTP_URL, DISTRUSTED_URL } = process.env;

// The time differs from run to run; the others belong to one hop (RFC 9110, section 7.6.1).
const left = /^(date|connection|keep-alive)$/i;

function lookup(_name, options, done) {
  const found = { address: '127.0.0.1', family: 4 };
  if (options.all) done(null, [found]);
  else done(null, found.address, found.family);
}

/** Sends one request and prints its whole answer. */
async function show(url, { body, ...options } = {}) {
  const client = url.startsWith('https:') ? https : http;
  const answer = await new Promise((resolve, reject) => {
    const request = client.request(url, { lookup, ...options });
    request.on('response', resolve);
    request.on('error', reject);
    if (body === undefined) request.end();
    else for (const part of body) request.write(part);
    request.addTrailers(body === undefined ? {} : { 'X-Trailer': 'at the end' });
    request.end();
  }).catch((error) => error);
  if (answer instanceof Error) {
    console.log(url, answer.code);
    return;
  }
  const headers = answer.rawHeaders.filter((_, index, all) => !left.test(all[index & ~1]));
  const content = await buffer(answer);
  const digest = createHash('sha256').update(content).digest('hex');
  const shown = content.length > 10_000 ? digest : content.toString();
  console.log(url, answer.statusCode, answer.statusMessage, headers, shown);
}

/** Says one thing to a WebSocket and prints what comes back. */
function echo(url) {
  const client = url.startsWith('https:') ? https : http;
  const headers = {
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': Buffer.from('sixteen bytes of').toString('base64'),
  };
  return new Promise((resolve, reject) => {
    const request = client.request(url, { lookup, headers });
    request.on('error', reject);
    request.on('upgrade', (answer, socket) => {
      console.log(url, answer.statusCode, answer.rawHeaders);
      socket.once('data', (frame) => {
        console.log('echo', frame.subarray(2).toString());
        socket.end();
        resolve();
      });
      socket.write(Buffer.concat([Buffer.from([0x81, 0x85, 0, 0, 0, 0]), Buffer.from('hello')]));
    });
    request.end();
  });
}

/** The same with the WebSocket that Node 22 and later bring along. */
async function echoBuiltIn(url) {
  const socket = new WebSocket(url.replace('http', 'ws'));
  socket.onopen = () => socket.send('built in');
  const { data } = await new Promise((resolve, reject) => {
    socket.onmessage = resolve;
    socket.onerror = reject;
  });
  console.log('echo', data);
  socket.close();
}

const body = [Buffer.alloc(100_000, 'a'), Buffer.alloc(100_000, 'b')];
for (const url of [HTTPS_URL, HTTP_URL]) {
  await show(`${url}/path%20kept/?q=a%2Fb&q=c`, { headers: { 'X-Case-Kept': 'yes' } });
  await show(`${url}/post`, { method: 'POST', body });
  await show(`${url}/missing`);
  await show(`${url}/large`);
  await echo(`${url}/socket`);
}
await show(`${DISTRUSTED_URL}/`);

// These take their addresses from DNS alone.
if (new URL(HTTPS_URL).hostname === 'localhost') {
  for (const url of [HTTPS_URL, HTTP_URL]) {
    const answer = await fetch(`${url}/fetched`, { method: 'POST', body: 'by fetch' });
    console.log(answer.status, await answer.text());
    if (typeof WebSocket === 'function') await echoBuiltIn(`${url}/socket`);
  }
}
