import type { WireRequest } from '../../aws/wire/request.ts';

/** Returns the head of a request that looks signed; nothing is, since recognition proves no signature. */
export function signed(
  { signingName, host }: { readonly signingName: string; readonly host: string },
  target: string,
  headers: Readonly<Record<string, string>> = {},
): WireRequest {
  const scope = `AKIAIOSFODNN7EXAMPLE/20261122/eu-west-1/${signingName}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  return {
    method: 'POST',
    host,
    target,
    headers: new Map([['authorization', authorization], ...Object.entries(headers)]),
  };
}
