import { once } from 'node:events';
import { createServer } from 'node:https';
import { buffer } from 'node:stream/consumers';
import { makeServerCertificate } from '../../stand-in/certificate.ts';

/** A running server. */
export interface AnsweringServer {
  readonly url: string;
  /** The certificate that its clients have to trust. */
  readonly caPem: string;
  stop(): Promise<void>;
}

interface Answer {
  readonly type?: string;
  readonly body: string | Uint8Array;
}

/** Starts a server that answers every AWS call with an empty success of the call's own protocol. */
export async function startAnsweringServer(): Promise<AnsweringServer> {
  const { keyPem, certificatePem, caPem } = await makeServerCertificate(['localhost', '127.0.0.1']);
  const server = createServer({ key: keyPem, cert: certificatePem }, async (request, response) => {
    const body = await buffer(request);
    const { type, body: answer } = answerTo(request.headers, body);
    if (type !== undefined) response.setHeader('content-type', type);
    if (type === cbor) response.setHeader('smithy-protocol', 'rpc-v2-cbor');
    response.end(answer);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `https://127.0.0.1:${address.port}`,
    caPem,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const cbor = 'application/cbor';
/** A map without entries. Source: RFC 8949, appendix B. */
const emptyCborMap = Uint8Array.of(0xa0);

function answerTo(headers: NodeJS.Dict<string | string[]>, body: Buffer): Answer {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return { type: cbor, body: emptyCborMap };
  const type = String(headers['content-type'] ?? '');
  if (type.includes('x-www-form-urlencoded')) {
    const action = new URLSearchParams(body.toString()).get('Action') ?? 'Unknown';
    const result = `<${action}Response><${action}Result/></${action}Response>`;
    return { type: 'text/xml', body: result };
  }
  const target = String(headers['x-amz-target'] ?? '');
  if (target.endsWith('.DescribeEndpoints')) return endpointsOf(String(headers.host));
  return target !== '' || type.includes('json')
    ? { type: 'application/json', body: '{}' }
    : { body: '' };
}

/** Some clients ask first where their calls go. Timestream's cells are hosts like `ingest-cell1.timestream.REGION…`. */
function endpointsOf(host: string): Answer {
  const Address = host.replace(/^(ingest|query)\./, '$1-cell1.');
  const answer = { Endpoints: [{ Address, CachePeriodInMinutes: 60 }] };
  return { type: 'application/json', body: JSON.stringify(answer) };
}
