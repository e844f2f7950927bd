import type { CatalogSource } from '../catalog/catalog.ts';
import { findCandidates, findCandidatesByHost } from './candidates.ts';
import { readCborBody } from './cbor-body.ts';
import { type CredentialScope, findCredentialScope } from './credential-scope.ts';
import { isPacked, unpackRequest } from './decode-content.ts';
import { describeRequest } from './describe-request.ts';
import { canHoldErrors } from './entry-errors.ts';
import type { Identification, Identified } from './identification.ts';
import { identifyCbor, isCbor, isCborType } from './identify-cbor.ts';
import { identifyDataPlane } from './identify-data-plane.ts';
import { identifyJson } from './identify-json.ts';
import { identifyPostPolicy, isPostPolicy } from './identify-post-policy.ts';
import { identifyQuery, readFormFields } from './identify-query.ts';
import { identifyRest } from './identify-rest.ts';
import { readJsonBody } from './json-body.ts';
import { answerPlacesOf } from './parameter-place.ts';
import { findQueryScope } from './query-scope.ts';
import { withQueueOfPath } from './queue-of-path.ts';
import { needsBody } from './read-parameters.ts';
import type { RecognisedRequest } from './recognised-request.ts';
import { parseTarget, type WireRequest } from './request.ts';
import type { RequestParts } from './request-parts.ts';

/** A request whose head has been read. */
export interface Recognition {
  /** Whether the request's body says more of the operation or of its resources. */
  readonly isBodyNeeded: boolean;
  /** Whether a successful answer may say more of the resources, of who called, or of entries that were denied. */
  readonly isAnswerNeeded: boolean;
  /**
   * `body` is what was copied of the body, `isCut` whether there was more. Never throws. Undefined where the request
   * carries no AWS signature and is no operation of the catalog: then it is none of our business. `onGivenUp` is told
   * where the body holds more than any operation takes, and the rest was left unread.
   */
  readonly complete: (
    body: Uint8Array,
    isCut: boolean,
    onGivenUp?: () => void,
  ) => RecognisedRequest | undefined;
}

/**
 * Begins to recognise a request by its head. Undefined where it carries no AWS signature and its host is no service of
 * AWS that the catalog knows.
 */
export function beginRecognition(
  request: WireRequest,
  catalog: CatalogSource,
): Recognition | undefined {
  const recognition = beginUnpacked(request, catalog);
  if (recognition === undefined || !isPacked(request.headers)) return recognition;
  return {
    ...recognition,
    complete: (packed, isPackedCut, onGivenUp) => {
      const { body, isCut } = unpackRequest(packed);
      if (isCut) onGivenUp?.();
      return recognition.complete(body, isPackedCut || isCut, onGivenUp);
    },
  };
}

function beginUnpacked(received: WireRequest, catalog: CatalogSource): Recognition | undefined {
  const isHost = received.host.length <= longestHost;
  const request = isHost ? received : { ...received, host: received.host.slice(0, longestHost) };
  const target = parseTarget(request.target);
  const scope = findCredentialScope(request, target);
  const candidates =
    scope === undefined
      ? findCandidatesByHost(catalog, request.host)
      : findCandidates(catalog, scope.signingName, request.host);
  if (scope === undefined && candidates.length === 0) return undefined;
  const parts = { request, target, scope, candidates, catalog };
  if (scope === undefined && isPostPolicy(request))
    return recogniseByBody(parts, identifyPostPolicy);
  // A form to the user's own endpoint is that program's payload.
  if (
    isForm(parts) &&
    identifyDataPlane(request, target, catalog, scope?.signingName) === undefined
  )
    return recogniseByBody(parts, identifyForm);
  const identification = identifyByHead(parts);
  return {
    isAnswerNeeded: identification.kind === 'identified' && isAnswerRead(identification),
    isBodyNeeded:
      scope !== undefined && identification.kind === 'identified' && needsBody(identification),
    complete: (...body) => describeRequest(identification, { request, target, scope }, ...body),
  };
}

/** A name of 253 characters and a port. Source: RFC 1035, section 2.3.4. A longer one is no host of AWS. */
const longestHost = 260;

function isAnswerRead({ operation, entry }: Identified): boolean {
  return answerPlacesOf(entry).length > 0 || canHoldErrors(operation);
}

type IdentifyByBody = (
  parts: RequestParts,
  body: Uint8Array,
  isCut: boolean,
) => { readonly identification: Identification; readonly scope: CredentialScope | undefined };

function recogniseByBody(parts: RequestParts, identify: IdentifyByBody): Recognition {
  const { request, target } = parts;
  return {
    isBodyNeeded: true,
    // Which operation it is says the body; the services that still speak in forms answer in a few KiB.
    isAnswerNeeded: parts.candidates.some(
      ({ hasAnswers, protocol }) => hasAnswers === true || protocol === 'query',
    ),
    complete: (body, isCut, onGivenUp) => {
      const { identification, scope } = identify(parts, body, isCut);
      const described = { request, target, scope };
      return describeRequest(identification, described, body, isCut, onGivenUp);
    },
  };
}

// Services that no longer speak the query protocol still take it from older clients, so the request itself decides.
function isForm({ request, candidates }: RequestParts): boolean {
  if (request.method !== 'POST' || request.headers.has('x-amz-target')) return false;
  const contentType = request.headers.get('content-type');
  if (contentType !== undefined) return contentType.includes('x-www-form-urlencoded');
  const [first] = candidates;
  return first !== undefined && (first.protocol === 'query' || first.protocol === 'ec2');
}

// A form that is no query call may be a REST call that was too long for its path: CloudSearch's searches.
function identifyForm(
  parts: RequestParts,
  body: Uint8Array,
  isCut: boolean,
): { readonly identification: Identification; readonly scope: CredentialScope | undefined } {
  const { request, candidates, catalog } = parts;
  const fields = readFormFields(body, isCut, parts.scope !== undefined);
  const scope = parts.scope ?? findQueryScope(fields, request.host);
  const byForm = withQueueOfPath(identifyQuery(body, isCut, fields, candidates, catalog), parts);
  if (byForm.kind === 'identified' || byForm.target !== null)
    return { identification: byForm, scope };
  const byRoute = identifyRest(parts);
  return { identification: byRoute.kind === 'identified' ? byRoute : byForm, scope };
}

function identifyByHead(parts: RequestParts): Identification {
  const { request, target, scope, candidates, catalog } = parts;
  const jsonTarget = request.headers.get('x-amz-target');
  if (jsonTarget !== undefined) {
    const readBody = isCborType(request.headers) ? readCborBody : readJsonBody;
    return identifyJson(jsonTarget, candidates, catalog, readBody);
  }
  if (isCbor(request.headers)) return identifyCbor(target.path, candidates, catalog);
  const onDataPlane = identifyDataPlane(request, target, catalog, scope?.signingName);
  if (onDataPlane !== undefined) return onDataPlane;
  if (target.query.has('Action') && request.method === 'GET') {
    const form = new TextEncoder().encode(request.target.slice(request.target.indexOf('?') + 1));
    const fields = readFormFields(form, false, true);
    const identification = withQueueOfPath(
      identifyQuery(form, false, fields, candidates, catalog),
      parts,
    );
    if (identification.kind === 'identified') return identification;
  }
  return identifyRest(parts);
}
