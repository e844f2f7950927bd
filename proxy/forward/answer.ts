import type { IncomingMessage, InformationEvent, ServerResponse } from 'node:http';
import { breakOff } from '../break-off.ts';
import type { Observation } from '../observation.ts';
import { afterThisTurn } from './after-this-turn.ts';
import { endToEndHeaders } from './hop-by-hop.ts';
import { lowerName, pairs } from './raw-headers.ts';

/**
 * Passes an upstream's answer on to the client: the same status line, headers, framing, body and trailers.
 * `onBroken` is told of an answer that broke off: the client must not take it for complete.
 */
export function relayAnswer(
  answer: IncomingMessage,
  response: ServerResponse,
  observation: Observation | undefined,
  onBroken: () => void,
): void {
  const status = answer.statusCode ?? 0;
  observation?.answered(status, answer.rawHeaders);
  writeHead(answer, response, status);
  let flushed = false;
  answer.on('data', (chunk: Buffer) => {
    flushed = true;
    observation?.answerChunk(chunk);
    if (response.write(chunk)) return;
    answer.pause();
    response.once('drain', () => answer.resume());
  });
  answer.on('end', () => {
    flushed = true;
    observation?.end();
    if (answer.rawTrailers.length > 0) response.addTrailers(pairs(answer.rawTrailers));
    response.end();
  });
  answer.on('error', () => undefined);
  answer.on('close', () => answer.complete || onBroken());
  // The head goes out with the first bytes of the body, or alone when those are late.
  afterThisTurn(() => {
    if (!flushed && !response.destroyed) response.flushHeaders();
  });
}

/**
 * Ends a response in a way that no client can take for its proper end. Where the upstream ended its connection in the
 * middle of a framed body, the client's ends so too: the body is seen to be cut. All else is a reset, as the upstream's
 * was: some clients do not count the bytes that they get.
 */
export function breakOffResponse(
  response: ServerResponse,
  answer: IncomingMessage | undefined,
  hasEnded: boolean,
): void {
  const isSeen = hasEnded && answer !== undefined && isFramed(answer);
  if (response.socket === null || isSeen) response.destroy();
  else breakOff(response.socket);
}

function isFramed({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;
}

/** Passes an informational answer on (100, 102, 103 and what may come). HTTP/1.0 knows none. */
export function relayInformation(info: InformationEvent, response: ServerResponse): void {
  if (response.headersSent || response.socket === null || isHttp10(response.req)) return;
  if (info.statusCode === 100) {
    response.writeContinue();
    return;
  }
  const lines = pairs(info.rawHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${info.statusCode} ${info.statusMessage}\r\n${lines.join('')}\r\n`;
  response.socket.write(head, 'latin1');
}

function writeHead(answer: IncomingMessage, response: ServerResponse, status: number): void {
  let headers = endToEndHeaders(answer.rawHeaders);
  const http10 = isHttp10(response.req);
  const chunked = answer.headers['transfer-encoding'] !== undefined;
  const framed = chunked ? !http10 : answer.headers['content-length'] !== undefined;
  const bodiless = status === 204 || status === 304 || response.req.method === 'HEAD';
  if (http10 && chunked) headers = withoutHeader(headers, 'transfer-encoding');
  // Node refuses a Trailer header where no trailer can follow.
  if (answer.headers.trailer !== undefined && (!chunked || http10 || bodiless)) {
    headers = withoutHeader(headers, 'trailer');
  }
  response.sendDate = false;
  response.removeHeader('transfer-encoding');
  // A client that still waits for `100 Continue` may keep its body to itself, so nothing can follow it.
  const waits = response.req.headers.expect !== undefined && !response.req.complete;
  const closes = waits || !response.shouldKeepAlive || !(framed || bodiless);
  if (closes) headers = [...headers, 'Connection', 'close'];
  else if (http10) headers = [...headers, 'Connection', 'keep-alive'];
  else response.removeHeader('connection');
  response.writeHead(status, answer.statusMessage ?? '', headers);
}

function isHttp10(request: IncomingMessage): boolean {
  return request.httpVersionMajor === 1 && request.httpVersionMinor === 0;
}

function withoutHeader(headers: readonly string[], unwanted: string): string[] {
  return pairs(headers)
    .filter(([name]) => lowerName(name) !== unwanted)
    .flat();
}
