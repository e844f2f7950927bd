import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { startKeyPairs } from '../../certs/key-pairs.ts';
import { startRecording } from '../../cli/recording.ts';
import { describeRecording } from '../../cli/summary.ts';
import { once, readUntil } from '../proxy/support/connections.ts';
import { startTcpServer } from '../proxy/support/upstreams.ts';

it('tells of a call that it could not record, and the program has its answer', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'leastgrant-recording-'));
  const server = await startTcpServer();
  onTestFinished(async () => {
    await server.close();
    await rm(dir, { recursive: true });
  });
  const catalog = openCatalog();
  const recording = await startRecording({
    dir,
    journals: undefined,
    runValues: { values: [], warnings: [] },
    session: 'last',
    replacesSession: true,
    keyPairs: startKeyPairs(),
    // As one is whose shard was damaged while leastgrant ran.
    catalog: {
      ...catalog,
      findService() {
        throw new Error('the shard is damaged');
      },
    },
    env: {},
    upstream: new URL(`http://127.0.0.1:${server.port}`),
    upstreamCa: undefined,
    intercept: [],
    program: undefined,
  });
  const call = request(recording.env.HTTP_PROXY ?? '', {
    path: 'http://sqs.eu-west-1.amazonaws.com/',
    method: 'POST',
    headers: {
      host: 'sqs.eu-west-1.amazonaws.com',
      'x-amz-target': 'AmazonSQS.ListQueues',
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260101/eu-west-1/sqs/aws4_request, SignedHeaders=host, Signature=0',
    },
  });
  call.end('{}');
  const upstream = await server.accept();
  await readUntil(upstream, '{}');
  const answered = once(call, 'response');
  upstream.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}');
  expect(await answered).toMatchObject({ statusCode: 200 });
  const summary = await recording.stop();
  expect(describeRecording(summary)).toContain(
    '  not recorded by a fault of leastgrant, missing from the policy: 1 call',
  );
});
