import type { CatalogSource } from '../catalog/catalog.ts';
import { findCandidates, findCandidatesByHost } from './candidates.ts';
import { scanCborBody } from './cbor-body.ts';
import { type CredentialScope, findCredentialScope } from './credential-scope.ts';
import { isPacked, unpackRequest } from './decode-content.ts';
import { describeRequest } from './describe-request.ts';
import { canHoldErrors } from './entry-errors.ts';
import type { Identification, Identified } from './identification.ts';
import { identifyCbor, isCbor, isCborType } from './identify-cbor.ts';
import { identifyDataPlane } from './identify-data-plane.ts';
import { identifyJson, isTargetOfService } from './identify-json.ts';
import { identifyPostPolicy, mayBePostPolicy } from './identify-post-policy.ts';
import { identifyQuery, readFormFields } from './identify-query.ts';
import { identifyRest } from './identify-rest.ts';
import { scanJsonBody } from './json-body.ts';
import { answerPlacesOf } from './parameter-place.ts';
import { findQueryScope } from './query-scope.ts';
import { withQueueOfPath } from './queue-of-path.ts';
import { needsBody } from './read-parameters.ts';
import type { RecognisedRequest } from './recognised-request.ts';
import { parseTarget, type RequestTarget, type WireRequest } from './request.ts';
import type { RequestParts } from './request-parts.ts';
import { finish, type Slices } from './slices.ts';

/** A request whose head has been read. */
export interface Recognition {
  /** Whether the request's body says more of the operation or of its resources. */
  readonly isBodyNeeded: boolean;
  /** Whether a successful answer may say more of the resources, of who called, or of entries that were denied. */
  readonly isAnswerNeeded: boolean;
  /**
   * `body` is what was copied of the body, `isCut` whether there was more; it is read in slices. Never throws. Undefined
   * where the request carries no AWS signature and is no operation of the catalog: then it is none of our business.
   * `onGivenUp` is told where the request holds more than any operation takes, and the rest was left unread.
   */
  readonly complete: (
    body: Uint8Array,
    isCut: boolean,
    onGivenUp?: () => void,
  ) => Slices<RecognisedRequest | undefined>;
}

/**
 * Begins to recognise a request by its head. Undefined where it carries no AWS signature and its host is no service of
 * AWS that the catalog knows.
 */
export function beginRecognition(
  request: WireRequest,
  catalog: CatalogSource,
): Recognition | undefined {
  const target = parseTarget(request.target);
  const recognition = beginUnpacked(request, target, catalog);
  const isPackedRequest = isPacked(request.headers);
  if (recognition === undefined || !(isPackedRequest || target.isCut)) return recognition;
  return {
    ...recognition,
    complete: (received, isReceivedCut, onGivenUp) => {
      const { body, isCut } = isPackedRequest
        ? unpackRequest(received)
        : { body: received, isCut: false };
      if (isCut || target.isCut) onGivenUp?.();
      return recognition.complete(body, isReceivedCut || isCut, onGivenUp);
    },
  };
}

function beginUnpacked(
  received: WireRequest,
  target: RequestTarget,
  catalog: CatalogSource,
): Recognition | undefined {
  const isHost = received.host.length <= longestHost;
  const request = isHost ? received : { ...received, host: received.host.slice(0, longestHost) };
  const scope = findCredentialScope(request, target);
  const candidates =
    scope === undefined
      ? findCandidatesByHost(catalog, request.host)
      : findCandidates(catalog, scope.signingName, request.host);
  const parts = { request, target, scope, candidates, catalog };
  if (scope === undefined && mayBePostPolicy(request)) return recognisePostPolicy(parts);
  if (scope === undefined && candidates.length === 0) return undefined;
  // A form to the user's own endpoint is that program's payload.
  if (
    isForm(parts) &&
    identifyDataPlane(request, target, catalog, scope?.signingName) === undefined
  )
    return recogniseForm(parts);
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

/** What a request is, where its body says it. */
interface ByBody {
  readonly identification: Identification;
  readonly scope: CredentialScope | undefined;
}

function recognisePostPolicy(parts: RequestParts): Recognition {
  const { request, target } = parts;
  return {
    isBodyNeeded: true,
    isAnswerNeeded: mayNeedAnswer(parts),
    complete: (body, ...rest) => {
      const { identification, scope } = identifyPostPolicy(parts, body);
      return describeRequest(identification, { request, target, scope }, body, ...rest);
    },
  };
}

function recogniseForm(parts: RequestParts): Recognition {
  const { request, target } = parts;
  return {
    isBodyNeeded: true,
    isAnswerNeeded: mayNeedAnswer(parts),
    *complete(body, isCut, onGivenUp) {
      const { identification, scope } = yield* identifyForm(parts, body, isCut, onGivenUp);
      const described = { request, target, scope };
      return yield* describeRequest(identification, described, body, isCut, onGivenUp);
    },
  };
}

// Which operation it is says the body; the services that still speak in forms answer in a few KiB.
function mayNeedAnswer({ candidates }: RequestParts): boolean {
  return candidates.some(({ hasAnswers, protocol }) => hasAnswers === true || protocol === 'query');
}

// Services that no longer speak the query protocol still take it from older clients, so the request itself decides.
// Amazon::SQS::Simple (Perl) puts a target of its own making beside a form; curl says of any body that it is a form.
function isForm({ request, candidates, catalog }: RequestParts): boolean {
  if (request.method !== 'POST') return false;
  const jsonTarget = request.headers.get('x-amz-target');
  if (jsonTarget !== undefined && isTargetOfService(jsonTarget, catalog)) return false;
  const contentType = request.headers.get('content-type');
  if (contentType !== undefined) return contentType.includes('x-www-form-urlencoded');
  if (jsonTarget !== undefined) return false;
  const [first] = candidates;
  return first !== undefined && (first.protocol === 'query' || first.protocol === 'ec2');
}

// A form that is no query call may be a REST call that was too long for its path: CloudSearch's searches.
function* identifyForm(
  parts: RequestParts,
  body: Uint8Array,
  isCut: boolean,
  onGivenUp?: () => void,
): Slices<ByBody> {
  const { request, candidates, catalog } = parts;
  const fields = yield* readFormFields(body, isCut, parts.scope !== undefined, onGivenUp);
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
    const scanBody = isCborType(request.headers) ? scanCborBody : scanJsonBody;
    return identifyJson(jsonTarget, candidates, catalog, scanBody);
  }
  if (isCbor(request.headers)) return identifyCbor(target.path, candidates, catalog);
  const onDataPlane = identifyDataPlane(request, target, catalog, scope?.signingName);
  if (onDataPlane !== undefined) return onDataPlane;
  if (target.query.has('Action') && request.method === 'GET') {
    const form = new TextEncoder().encode(request.target.slice(request.target.indexOf('?') + 1));
    const fields = finish(readFormFields(form, false, true));
    const identification = withQueueOfPath(
      identifyQuery(form, false, fields, candidates, catalog),
      parts,
    );
    if (identification.kind === 'identified') return identification;
  }
  return identifyRest(parts);
}
