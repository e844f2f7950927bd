import { once } from 'node:events';
import { createSecureServer, type ServerHttp2Session } from 'node:http2';
import { makeServerCertificate } from '../../stand-in/certificate.ts';
import { standInCredentials } from '../../stand-in/credentials.ts';
import { verifySignature } from '../../stand-in/signature.ts';

/** A running server that knows one stream, `st1`. */
export interface KinesisServer {
  readonly url: string;
  readonly caPem: string;
  /** The HTTP versions of the requests so far. */
  readonly versions: readonly string[];
  stop(): Promise<void>;
}

/** The stream of the server. */
export const stream = 'arn:aws:kinesis:eu-west-1:123456789012:stream/st1';

/**
 * Starts as much of Kinesis as a test needs, over HTTP/2, which moto does not speak: there a client signs
 * `:authority`, so only a server of HTTP/2 can tell whether its signature holds. One that does not is refused.
 */
export async function startKinesis(): Promise<KinesisServer> {
  const { keyPem, certificatePem, caPem } = await makeServerCertificate(['localhost', '127.0.0.1']);
  const versions: string[] = [];
  const sessions = new Set<ServerHttp2Session>();
  const server = createSecureServer({ key: keyPem, cert: certificatePem });
  server.on('session', (session) => sessions.add(session));
  server.on('request', async (request, response) => {
    versions.push(request.httpVersion);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const headers = new Map(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const received = { method: request.method, path: request.url, query: new Map(), headers, body };
    const target = headers.get('x-amz-target') ?? '';
    const refusal = await verifySignature(received, () => standInCredentials).then(
      () => undefined,
      (error: unknown) => JSON.stringify({ __type: 'InvalidSignature', message: String(error) }),
    );
    response.writeHead(refusal === undefined ? 200 : 403, {
      'content-type': 'application/x-amz-json-1.1',
    });
    response.end(refusal ?? answerTo(target, body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no address');
  return {
    url: `https://127.0.0.1:${address.port}`,
    caPem,
    versions,
    async stop() {
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function answerTo(target: string, body: Buffer): string {
  const operation = target.replace('Kinesis_20131202.', '');
  if (operation === 'CreateStream') return '';
  if (operation === 'ListStreams') return '{"StreamNames":["st1"],"HasMoreStreams":false}';
  if (operation === 'DescribeStreamSummary') {
    return JSON.stringify({ StreamDescriptionSummary: { StreamARN: stream } });
  }
  const { Records }: { Records: readonly unknown[] } = JSON.parse(body.toString());
  return JSON.stringify({ FailedRecordCount: 0, Records: Records.map(() => ({})) });
}
