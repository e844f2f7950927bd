import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { SignatureV4 } from '@aws-sdk/signature-v4';
import { type StandInCredentials, standInCredentials } from './credentials.ts';
import { NodeSha256 } from './node-sha256.ts';

/** A request before it is signed. The service is the scope's signing name. */
export interface PlainRequest {
  readonly service: string;
  readonly method?: string;
  /** By default the service's host in eu-west-1. */
  readonly host?: string;
  /** Percent-encoded. */
  readonly path?: string;
  /** Decoded. */
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A server on this machine, by its URL and the CA to trust. */
export interface LocalServer {
  readonly url: string;
  readonly caPem: string;
}

/** What came back. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly text: string;
}

/** Who signs, and when. */
export interface SigningOptions {
  readonly credentials?: StandInCredentials;
  readonly signingDate?: Date;
}

/** Signs a request in its headers. */
export async function signRequest(
  plain: PlainRequest,
  { credentials = standInCredentials, signingDate = new Date() }: SigningOptions = {},
): Promise<WireRequest> {
  const body = plain.body ?? '';
  const signed = await signerFor(plain, credentials).sign(toSign(plain), { signingDate });
  return wireRequest(signed, body);
}

/** Signs a request in its query, valid for five minutes. */
export async function presignRequest(
  plain: PlainRequest,
  { credentials = standInCredentials, signingDate = new Date() }: SigningOptions = {},
): Promise<WireRequest> {
  const signer = signerFor(plain, credentials);
  // The payload of a presigned S3 request is not part of its signature.
  const { body, headers, ...rest } = toSign(plain);
  const presigned = await signer.presign(
    { ...rest, headers: { ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } },
    {
      expiresIn: 300,
      signingDate,
      unhoistableHeaders: new Set(['x-amz-content-sha256']),
      unsignableHeaders: new Set(['x-amz-content-sha256']),
    },
  );
  return wireRequest({ ...presigned, headers: { ...headers } }, body);
}

/** Sends a request to a local server as it stands, whatever its Host header says. */
export async function sendRequest(server: LocalServer, wire: WireRequest): Promise<WireAnswer> {
  const { port, protocol } = new URL(server.url);
  const request = protocol === 'https:' ? httpsRequest : httpRequest;
  const search = new URLSearchParams(wire.query).toString().replaceAll('+', '%20');
  const sent = request({
    host: '127.0.0.1',
    port,
    servername: wire.headers.host ?? 'localhost',
    ca: server.caPem,
    agent: false,
    method: wire.method,
    path: search === '' ? wire.path : `${wire.path}?${search}`,
    headers: { ...wire.headers, 'content-length': Buffer.byteLength(wire.body) },
  });
  sent.end(wire.body);
  const [response] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  return { status: response.statusCode, headers: response.headers, body, text: body.toString() };
}

/** Signs and sends. */
export async function call(
  server: LocalServer,
  plain: PlainRequest,
  options?: SigningOptions,
): Promise<WireAnswer> {
  return sendRequest(server, await signRequest(plain, options));
}

function signerFor({ service }: PlainRequest, credentials: StandInCredentials): SignatureV4 {
  return new SignatureV4({
    credentials,
    region: 'eu-west-1',
    service,
    sha256: NodeSha256,
    uriEscapePath: service !== 's3',
    applyChecksum: service === 's3',
  });
}

function toSign(plain: PlainRequest) {
  const host = plain.host ?? `${plain.service}.eu-west-1.amazonaws.com`;
  return {
    method: plain.method ?? 'POST',
    protocol: 'https:',
    hostname: host,
    path: plain.path ?? '/',
    query: { ...plain.query },
    headers: { host, ...plain.headers },
    body: plain.body ?? '',
  };
}

function wireRequest(
  signed: { method: string; path: string; query?: object; headers: Record<string, string> },
  body: string | Buffer,
): WireRequest {
  const query = Object.fromEntries(
    Object.entries(signed.query ?? {}).map(([name, value]) => [name, String(value)]),
  );
  return { method: signed.method, path: signed.path, query, headers: signed.headers, body };
}
