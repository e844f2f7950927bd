import { accountOfAccessKey, maskAccessKey } from '../access-key.ts';
import { partitionOfRegion } from '../partition.ts';
import { parseClientName } from './client-name.ts';
import type { CredentialScope } from './credential-scope.ts';
import type { Identification } from './identification.ts';
import { templatePath } from './path-template.ts';
import type { RecognisedRequest } from './recognised-request.ts';
import { regionOfHost } from './region-of-host.ts';
import type { RequestTarget, WireRequest } from './request.ts';

/** What a description is made from. */
export interface DescribedParts {
  readonly request: WireRequest;
  readonly target: RequestTarget;
  /** Undefined for a request without an AWS signature. */
  readonly scope: CredentialScope | undefined;
}

/**
 * Returns what is kept of a request: the call where it was identified, else what a bug report needs. Undefined for a
 * request without a signature that was not identified.
 */
export function describeRequest(
  identification: Identification,
  { request, target, scope }: DescribedParts,
  body: Uint8Array,
  isCut: boolean,
): RecognisedRequest | undefined {
  const region = scope?.region ?? regionOfHost(request.host);
  const common = {
    region,
    partition: partitionOfRegion(region),
    account: scope === undefined ? null : accountOfAccessKey(scope.accessKeyId),
    identity: scope === undefined ? null : maskAccessKey(scope.accessKeyId),
    client: parseClientName(request.headers.get('user-agent')),
  };
  if (identification.kind === 'identified') {
    const { service, operation, readParameters } = identification;
    return { service, operation, parameters: readParameters(body, isCut), ...common };
  }
  if (scope === undefined) return undefined;
  return {
    service: null,
    operation: null,
    signingName: scope.signingName,
    host: request.host,
    method: request.method,
    pathTemplate: templatePath(target.path),
    target: identification.target,
    reason: identification.reason,
    ...common,
  };
}
