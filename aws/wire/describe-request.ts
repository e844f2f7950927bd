import { accountOfAccessKey, maskAccessKey } from '../access-key.ts';
import { partitionOfHost, partitionOfRegion } from '../partition.ts';
import { parseClientName } from './client-name.ts';
import type { CredentialScope } from './credential-scope.ts';
import type { Identification } from './identification.ts';
import { templatePath } from './path-template.ts';
import type { RecognisedRequest } from './recognised-request.ts';
import { regionOfHost } from './region-of-host.ts';
import { remember } from './remember.ts';
import type { RequestTarget, WireRequest } from './request.ts';
import type { Slices } from './slices.ts';

/** What a description is made from. */
export interface DescribedParts {
  readonly request: WireRequest;
  readonly target: RequestTarget;
  /** Undefined for a request without an AWS signature. */
  readonly scope: CredentialScope | undefined;
}

/**
 * Returns what is kept of a request: the call where it was identified, else what a bug report needs. Undefined for a
 * request without a signature that was not identified. Reads the body in slices.
 */
export function* describeRequest(
  identification: Identification,
  { request, target, scope }: DescribedParts,
  body: Uint8Array,
  isCut: boolean,
  onGivenUp?: () => void,
): Slices<RecognisedRequest | undefined> {
  const region = scope?.region ?? regionOfHost(request.host);
  const partition = region === null ? partitionOfHost(request.host) : partitionOf(region);
  const { account, identity } = scope === undefined ? nobody : callerOf(scope.accessKeyId);
  const client = clientOf(request.headers.get('user-agent') ?? '');
  if (identification.kind === 'identified') {
    const { service, operation, readParameters } = identification;
    const parameters = yield* readParameters(body, isCut, onGivenUp);
    return { service, operation, parameters, region, partition, account, identity, client };
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
    region,
    partition,
    account,
    identity,
    client,
  };
}

const nobody = { account: null, identity: null };

// What follows from the caller alone is the same in every call of a program.
const callerOf = remember((accessKeyId) => ({
  account: accountOfAccessKey(accessKeyId),
  identity: maskAccessKey(accessKeyId),
}));
const partitionOf = remember(partitionOfRegion);
const clientOf = remember(parseClientName);
