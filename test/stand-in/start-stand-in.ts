import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Answer, Caller, StandInService } from './answer.ts';
import { readPayload } from './aws-chunked.ts';
import { makeServerCertificate } from './certificate.ts';
import { type StandInCredentials, standInAccount, standInCredentials } from './credentials.ts';
import { makeDynamodb } from './dynamodb.ts';
import { type ReceivedRequest, receiveRequest } from './received-request.ts';
import { makeS3 } from './s3/s3.ts';
import { type VerifiedSignature, verifySignature } from './signature.ts';
import { makeSqs } from './sqs.ts';
import { makeSsm } from './ssm.ts';
import { accessDenied, StandInError } from './stand-in-error.ts';
import { makeSts } from './sts.ts';

/** One request whose signature held, as the stand-in understood it. */
export interface UnderstoodRequest {
  /** The SDK service id in lower case: `dynamodb`. */
  readonly service: string;
  readonly operation: string;
}

/** A running stand-in for AWS. */
export interface StandIn {
  /** `https://127.0.0.1:PORT` */
  readonly url: string;
  /** What a client has to trust. */
  readonly caPem: string;
  /** Every understood request in the order of its arrival, denied ones too: the truth to compare with. */
  readonly requests: readonly UnderstoodRequest[];
  /** Actions that are refused from now on: `s3:PutObject` for PutObject of s3. */
  readonly denied: Set<string>;
  stop(): Promise<void>;
}

const serverNames = [
  'localhost',
  '127.0.0.1',
  '*.amazonaws.com',
  '*.eu-west-1.amazonaws.com',
  '*.s3.eu-west-1.amazonaws.com',
  '*.us-east-1.amazonaws.com',
  '*.s3.us-east-1.amazonaws.com',
];

/**
 * Starts a small AWS on the loopback address that refuses every request whose signature does not hold.
 * It keeps its state in memory; `stop` ends it and all its connections.
 */
export async function startStandIn({ port = 0 } = {}): Promise<StandIn> {
  const { keyPem, certificatePem, caPem } = await makeServerCertificate(serverNames);
  const requests: UnderstoodRequest[] = [];
  const denied = new Set<string>();
  const handle = makeHandler(requests, denied);
  const server = createServer({ key: keyPem, cert: certificatePem }, (message, response) => {
    // A request that cannot be read to its end, as when its client went away, has no answer.
    handle(message).then(
      (answer) => send(response, answer),
      () => response.destroy(),
    );
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `https://127.0.0.1:${portOf(server.address())}`,
    caPem,
    requests,
    denied,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Returns the function that answers one request. It rejects only where the request cannot be read. */
function makeHandler(requests: UnderstoodRequest[], denied: ReadonlySet<string>) {
  const credentials = new Map([[standInCredentials.accessKeyId, standInCredentials]]);
  const arns = new Map<string, string>();
  const addCredentials = (added: StandInCredentials, arn: string) => {
    credentials.set(added.accessKeyId, added);
    arns.set(added.accessKeyId, arn);
  };
  const services = [makeDynamodb(), makeS3(), makeSqs(), makeSsm(), makeSts(addCredentials)];

  return async (message: IncomingMessage): Promise<Answer> => {
    const request = await receiveRequest(message);
    const service = services.find(({ name }) => name === signingNameOf(request));
    try {
      const signature = await verifySignature(request, (id) => credentials.get(id));
      return await answerVerified(request, signature, service);
    } catch (error) {
      return refuse(error, request, service);
    }
  };

  async function answerVerified(
    received: ReceivedRequest,
    signature: VerifiedSignature,
    service: StandInService | undefined,
  ): Promise<Answer> {
    const { body, checksums } = await readPayload(received, signature);
    const request = { ...received, body };
    const operation = service?.identify(request);
    if (service === undefined || operation === undefined) {
      throw new StandInError('InvalidAction', 'The stand-in has no such operation');
    }
    requests.push({ service: service.name, operation });
    const caller = callerOf(signature, arns);
    const action = `${service.name}:${operation}`;
    if (denied.has(action)) throw accessDenied(action, caller.arn);
    return service.answer(operation, { request, caller, checksums });
  }
}

/** Tells the service of a request before its signature is proved, for the shape of a refusal. */
function signingNameOf({ headers, query }: ReceivedRequest): string | undefined {
  const credential =
    /Credential=([^,\s]+)/.exec(headers.get('authorization') ?? '')?.[1] ??
    query.get('X-Amz-Credential')?.[0];
  return credential?.split('/')[3];
}

function callerOf({ credentials, region }: VerifiedSignature, arns: ReadonlyMap<string, string>) {
  const { accessKeyId } = credentials;
  const arn = arns.get(accessKeyId) ?? `arn:aws:iam::${standInAccount}:user/stand-in`;
  const caller: Caller = {
    account: standInAccount,
    accessKeyId,
    arn,
    userId: 'AIDASTANDIN',
    region,
  };
  return caller;
}

/** A request of no known service gets S3's shape, which names no protocol. */
function refuse(
  error: unknown,
  request: ReceivedRequest,
  service: StandInService = makeS3(),
): Answer {
  if (error instanceof StandInError) return service.refuse(error, request);
  const message = error instanceof Error ? error.message : String(error);
  return service.refuse({ code: 'InternalFailure', message, status: 500 }, request);
}

/** HEAD tells the length of the body that GET would send. */
function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, {
    'x-amz-request-id': '0000000000000000',
    'x-amzn-requestid': '00000000-0000-4000-8000-000000000000',
    ...headers,
    ...length,
  });
  response.end(body);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port');
  return address.port;
}
