import type { ServerResponse } from 'node:http';

/** The header that tells an answer of ours from one of the upstream's. */
export const ERROR_HEADER = 'x-leastgrant-error';

/** Returns why a request or connection failed, in one line. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) {
    // Node tries all addresses of a name; their errors say the same in most cases.
    const reasons = new Set(error.errors.map(reasonOf));
    if (reasons.size > 0) return [...reasons].join('; ');
  }
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/[^\x20-\x7e]+/g, ' ').trim();
}

/** Returns the text of our own answer where no upstream gave one. */
export function failureText(destination: string, reason: string): string {
  return `leastgrant could not reach ${destination}: ${reason}\n`;
}

/** Answers 502 with the reason, unless an answer has begun. */
export function answerFailure(response: ServerResponse, destination: string, reason: string): void {
  const text = failureText(destination, reason);
  response.writeHead(502, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    [ERROR_HEADER]: reason,
  });
  response.end(text);
}
