import type { WireRequest } from '../../../aws/wire/request.ts';
import { asRecord, asText } from '../../scenarios/read-scenarios.ts';

/** A request of a scenario, with its body. */
export interface ScenarioRequest {
  readonly request: WireRequest;
  readonly body: Uint8Array;
  readonly isBodyCut: boolean;
}

/** The access key id of AWS's documentation of the format; it belongs to account 609629065308. */
const accessKeyId = 'AKIAY34FZKBOKMUTVV7A';

/**
 * Builds the request that a scenario describes: `{method, host, target, signingName, region, headers, body or
 * bodyBase64, isBodyCut}`.
 * With a signing name it is signed in its header for the region, `eu-west-1` where none is given.
 */
export function buildRequest(value: unknown, where: string): ScenarioRequest {
  const row = asRecord(value, where);
  const region = asText(row.region ?? 'eu-west-1', `${where} region`);
  const headers = new Map<string, string>();
  if (row.signingName !== undefined) {
    const scope = `${accessKeyId}/20261122/${region}/${asText(row.signingName, where)}/aws4_request`;
    headers.set(
      'authorization',
      `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host;x-amz-date, Signature=abc`,
    );
  }
  for (const [name, text] of Object.entries(asRecord(row.headers ?? {}, `${where} headers`))) {
    headers.set(name, asText(text, `${where} ${name}`));
  }
  return {
    request: {
      method: asText(row.method ?? 'POST', `${where} method`),
      host: asText(row.host, `${where} host`),
      target: asText(row.target ?? '/', `${where} target`),
      headers,
    },
    body:
      row.bodyBase64 === undefined
        ? new TextEncoder().encode(asText(row.body ?? '', `${where} body`))
        : Buffer.from(asText(row.bodyBase64, `${where} bodyBase64`), 'base64'),
    isBodyCut: row.isBodyCut === true,
  };
}
