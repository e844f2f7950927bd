import { createServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ObservedCall } from '../../aws/api-call.ts';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { type RunningProxy, startProxy } from '../../proxy/proxy.ts';
import { createRecorder } from '../../proxy/recorder.ts';
import { openTunnel, readUntil, secure } from './support/connections.ts';
import { type Authorities, createAuthorities } from './support/harness.ts';
import { listen, serverOptions, type TestServer } from './support/upstreams.ts';

const host = 'athena.eu-west-1.amazonaws.com';
const calls: ObservedCall[] = [];
let authorities: Authorities;
let server: TestServer;
let proxy: RunningProxy;

beforeAll(async () => {
  authorities = await createAuthorities();
  // Packed and in two parts, as any server may answer.
  const packed = gzipSync('{"QueryExecutionId":"id-of-a-query"}');
  const athena = createServer(serverOptions(authorities.theirs), (message, answer) => {
    answer.writeHead(200, { 'content-encoding': 'gzip', connection: 'close' });
    message.resume().on('end', () => {
      answer.write(packed.subarray(0, 10));
      answer.end(packed.subarray(10));
    });
  });
  server = await listen(athena);
  proxy = await startProxy({
    certificates: authorities.ours,
    shouldIntercept: () => true,
    upstreamCa: authorities.theirs.certificatePem,
    upstream: { url: new URL(`https://localhost:${server.port}`) },
    onEvent: () => {},
    observer: createRecorder({
      catalog: openCatalog(),
      sink: { record: (call) => calls.push(call) },
      maxBodyBytes: 1024 * 1024,
    }),
  });
});
afterAll(async () => {
  await proxy.close();
  await server.close();
});

/** Sends a call over a connection of its own, as another process would. */
async function send(operation: string, body: object) {
  const socket = await openTunnel(proxy.port, `${host}:443`);
  const client = await secure(socket, { ca: authorities.ours.certificatePem, servername: host });
  const text = JSON.stringify(body);
  const scope = 'AKIAY34FZKBOKMUTVV7A/20261122/eu-west-1/athena/aws4_request';
  const head = [
    'POST / HTTP/1.1',
    `Host: ${host}`,
    `Authorization: AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=abc`,
    `X-Amz-Target: AmazonAthena.${operation}`,
    'Content-Type: application/x-amz-json-1.1',
    `Content-Length: ${text.length}`,
  ];
  client.write(`${head.join('\r\n')}\r\n\r\n${text}`);
  await readUntil(client, '0\r\n\r\n');
  client.destroy();
}

it('a query is joined with its workgroup over connections of their own, and its id is not kept', async () => {
  await send('StartQueryExecution', { QueryString: 'select 1', WorkGroup: 'reports' });
  await send('GetQueryResults', { QueryExecutionId: 'id-of-a-query' });
  await expect.poll(() => calls.length).toBe(2);
  expect(calls.at(-1)).toMatchObject({
    operation: 'GetQueryResults',
    parameters: { 'joined.WorkGroup': 'reports' },
  });
  expect(JSON.stringify(calls)).not.toContain('id-of-a-query');
});
