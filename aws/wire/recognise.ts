import { accountOfAccessKey, maskAccessKey } from '../access-key.ts';
import type { ApiCall, CallResult, UnrecognisedCall } from '../api-call.ts';
import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import { partitionOfRegion } from '../partition.ts';
import { findCandidates } from './candidates.ts';
import { parseClientName } from './client-name.ts';
import { type CredentialScope, findCredentialScope } from './credential-scope.ts';
import type { Identification } from './identification.ts';
import { identifyJson } from './identify-json.ts';
import { identifyQuery } from './identify-query.ts';
import { identifyRest } from './identify-rest.ts';
import { templatePath } from './path-template.ts';
import { needsBody } from './read-parameters.ts';
import { parseTarget, type RequestTarget, type WireRequest } from './request.ts';

/** A call, recognised or not, before its answer is known. */
export type RecognisedRequest =
  | Omit<ApiCall, keyof CallResult>
  | Omit<UnrecognisedCall, keyof CallResult>;

/** A signed request whose head has been read. */
export interface Recognition {
  /** Whether the request's body says more of the operation or of its resources. */
  readonly isBodyNeeded: boolean;
  /** `body` is what was copied of the body, `isCut` whether there was more. Never throws. */
  readonly complete: (body: Uint8Array, isCut: boolean) => RecognisedRequest;
}

/**
 * Begins to recognise a request by its head. Undefined where it carries no AWS signature: then it is none of our
 * business.
 */
export function beginRecognition(
  request: WireRequest,
  catalog: CatalogSource,
): Recognition | undefined {
  const target = parseTarget(request.target);
  const scope = findCredentialScope(request, target);
  if (scope === undefined) return undefined;
  const candidates = findCandidates(catalog, scope.signingName, request.host);
  const describe = (identification: Identification, body: Uint8Array, isCut: boolean) =>
    describeRequest(identification, { request, target, scope }, body, isCut);
  if (isForm(request, candidates)) {
    return {
      isBodyNeeded: true,
      complete: (body, isCut) =>
        describe(identifyQuery(body, isCut, candidates, catalog), body, isCut),
    };
  }
  const identification = identifyByHead(request, target, candidates, catalog);
  return {
    isBodyNeeded: identification.kind === 'identified' && needsBody(identification.entry),
    complete: (body, isCut) => describe(identification, body, isCut),
  };
}

// Services that no longer speak the query protocol still take it from older clients, so the request itself decides.
function isForm(request: WireRequest, candidates: readonly IndexEntry[]): boolean {
  if (request.method !== 'POST' || request.headers.has('x-amz-target')) return false;
  if (request.headers.get('content-type')?.includes('x-www-form-urlencoded')) return true;
  const [first] = candidates;
  return first !== undefined && (first.protocol === 'query' || first.protocol === 'ec2');
}

function identifyByHead(
  request: WireRequest,
  target: RequestTarget,
  candidates: readonly IndexEntry[],
  catalog: CatalogSource,
): Identification {
  const jsonTarget = request.headers.get('x-amz-target');
  if (jsonTarget !== undefined) return identifyJson(jsonTarget, candidates, catalog);
  if (target.query.has('Action') && request.method === 'GET') {
    const form = new TextEncoder().encode(request.target.slice(request.target.indexOf('?') + 1));
    const identification = identifyQuery(form, false, candidates, catalog);
    if (identification.kind === 'identified') return identification;
  }
  return identifyRest(request, target, candidates, catalog);
}

interface SignedRequest {
  readonly request: WireRequest;
  readonly target: RequestTarget;
  readonly scope: CredentialScope;
}

function describeRequest(
  identification: Identification,
  { request, target, scope }: SignedRequest,
  body: Uint8Array,
  isCut: boolean,
): RecognisedRequest {
  const common = {
    region: scope.region,
    partition: partitionOfRegion(scope.region),
    account: accountOfAccessKey(scope.accessKeyId),
    identity: maskAccessKey(scope.accessKeyId),
    client: parseClientName(request.headers.get('user-agent')),
  };
  if (identification.kind === 'identified') {
    const { service, operation, readParameters } = identification;
    return { service, operation, parameters: readParameters(body, isCut), ...common };
  }
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
