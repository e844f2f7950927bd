import { regionOfHost } from './region-of-host.ts';
import { remember } from './remember.ts';
import type { RequestTarget, WireRequest } from './request.ts';

/** What a signature says of its request. The secret part is never read. */
export interface CredentialScope {
  readonly accessKeyId: string;
  /** Null for SigV4a, whose signatures hold in several regions. */
  readonly region: string | null;
  /** The signing name: `s3`, `execute-api`. */
  readonly signingName: string;
}

/**
 * Reads the credential scope from the `Authorization` header or, presigned, from `X-Amz-Credential` in the query;
 * undefined where the request carries no AWS signature. S3 takes Signature Version 2 as well: it is what boto3 and the
 * AWS CLI v1 presign with in S3's older regions.
 * Sources: "AWS Signature Version 4 for API requests", elements of a request signature; Amazon S3 User Guide,
 * "Signing and authenticating REST requests (AWS signature version 2)".
 */
export function findCredentialScope(
  request: WireRequest,
  target: RequestTarget,
): CredentialScope | undefined {
  const authorization = request.headers.get('authorization');
  if (authorization?.startsWith('AWS4-')) {
    const isAsymmetric = authorization.startsWith('AWS4-ECDSA-P256-SHA256');
    const credential = credentialIn(authorization);
    if (!isAsymmetric && credential !== undefined) return scopeOf(credential);
    return parseCredential(credential, isAsymmetric, request.headers.get('x-amz-region-set'));
  }
  const algorithm = target.query.get('X-Amz-Algorithm');
  if (algorithm === undefined || !algorithm.startsWith('AWS4-'))
    return findVersion2(request, target);
  const isAsymmetric = algorithm === 'AWS4-ECDSA-P256-SHA256';
  const regionSet = target.query.get('X-Amz-Region-Set');
  return parseCredential(target.query.get('X-Amz-Credential'), isAsymmetric, regionSet);
}

/** SimpleDB's form of Signature Version 2 says its version; S3's does not. */
function findVersion2({ headers, host }: WireRequest, { query }: RequestTarget) {
  const inHeader = /^AWS ([^:\s]+):/.exec(headers.get('authorization') ?? '')?.[1];
  const isPresigned = query.has('Signature') && query.has('Expires');
  const accessKeyId = inHeader ?? (isPresigned ? query.get('AWSAccessKeyId') : undefined);
  return accessKeyId === undefined ? undefined : version2Scope(accessKeyId, host);
}

/** Returns the scope of a request to S3 that is signed by Signature Version 2, whose region only the host names. */
export function version2Scope(accessKeyId: string, host: string): CredentialScope {
  return { accessKeyId, region: regionOfHost(host), signingName: 's3' };
}

/**
 * Parses a credential: `KEY/DATE/REGION/SERVICE/aws4_request`, of SigV4a `KEY/DATE/SERVICE/aws4_request` with the
 * regions beside it. Undefined where it is none.
 */
export function parseCredential(
  credential: string | undefined,
  isAsymmetric: boolean,
  regionSet: string | undefined,
): CredentialScope | undefined {
  const match = (isAsymmetric ? asymmetricForm : symmetricForm).exec(credential ?? '');
  if (match === null) return undefined;
  const [, accessKeyId = '', inCredential = null, signingName = ''] = match;
  const region = isAsymmetric ? singleRegion(regionSet) : inCredential;
  return { accessKeyId, region, signingName };
}

// A key id may hold slashes: LocalStack takes any.
const symmetricForm = /^([\s\S]*)\/[^/]*\/([^/]*)\/([^/]*)\/aws4_request$/;
const asymmetricForm = /^([\s\S]*)\/[^/]*()\/([^/]*)\/aws4_request$/;

function singleRegion(regionSet: string | undefined): string | null {
  return regionSet !== undefined && /^[a-z0-9-]+$/.test(regionSet) ? regionSet : null;
}

const credentialMark = 'Credential=';

function credentialIn(authorization: string): string | undefined {
  const mark = authorization.indexOf(credentialMark);
  if (mark === -1) return undefined;
  const start = mark + credentialMark.length;
  const comma = authorization.indexOf(',', start);
  const text = comma === -1 ? authorization.slice(start) : authorization.slice(start, comma);
  return text.trim();
}

const scopeOf = remember((credential) => parseCredential(credential, false, undefined));
