import { createHash, timingSafeEqual } from 'node:crypto';
import { getCanonicalHeaders, SignatureV4 } from '@aws-sdk/signature-v4';
import type { StandInCredentials } from './credentials.ts';
import { NodeSha256 } from './node-sha256.ts';
import type { ReceivedRequest } from './received-request.ts';
import { dateOf, readClaim, type SignatureClaim } from './signature-claim.ts';
import { StandInError, signatureDoesNotMatch } from './stand-in-error.ts';

/** Whose request it is and what its signature stands for, once that has been proved. */
export interface VerifiedSignature {
  readonly credentials: StandInCredentials;
  readonly region: string;
  /** The signing name of the credential scope: `s3`. */
  readonly service: string;
  /** `20261122T101500Z` */
  readonly longDate: string;
  /** Lower-case hexadecimal; the seed of the signatures of a chunked upload. */
  readonly signature: string;
  /** What the client says of its payload: a SHA-256 or one of SigV4's words for a payload without one. */
  readonly payloadHash: string;
  /** Signs a string with the same key and scope, as chunks need it. */
  sign(stringToSign: string): Promise<string>;
}

const clockSkewMs = 15 * 60 * 1000;

/**
 * Proves that `request` arrived as its client signed it, by signing what arrived once more.
 * Throws a StandInError as AWS would answer: `MissingAuthenticationToken`, `InvalidClientTokenId`,
 * `RequestTimeTooSkewed`, `SignatureDoesNotMatch`, and `AccessDenied` for a presigned request that has expired.
 */
export async function verifySignature(
  request: ReceivedRequest,
  findCredentials: (accessKeyId: string) => StandInCredentials | undefined,
): Promise<VerifiedSignature> {
  const claim = readClaim(request);
  const credentials = findCredentials(claim.accessKeyId);
  if (credentials === undefined || credentials.sessionToken !== claim.sessionToken) {
    throw new StandInError('InvalidClientTokenId', 'The security token is invalid.', 403);
  }
  checkTime(claim);
  const signer = new ReceivedRequestSigner({
    credentials,
    region: claim.region,
    service: claim.service,
    sha256: NodeSha256,
    uriEscapePath: claim.service !== 's3',
  });
  const payloadHash = payloadHashOf(request, claim);
  const canonicalRequest = signer.canonicalRequestOf(request, claim.signedHeaders, payloadHash);
  const expected = await signer.signatureOf(canonicalRequest, claim);
  if (!equalText(expected, claim.signature)) throw signatureDoesNotMatch(canonicalRequest);
  const { region, service, longDate, signature } = claim;
  const sign = (stringToSign: string) =>
    signer.sign(stringToSign, { signingDate: dateOf(longDate) });
  return { credentials, region, service, longDate, signature, payloadHash, sign };
}

/** Opens the steps of smithy's signer that let it sign exactly the headers that the client had signed. */
class ReceivedRequestSigner extends SignatureV4 {
  canonicalRequestOf(request: ReceivedRequest, signedHeaders: readonly string[], hash: string) {
    const headers = Object.fromEntries(
      signedHeaders.map((name) => [name, request.headers.get(name) ?? '']),
    );
    const toSign = {
      method: request.method,
      protocol: 'https:',
      hostname: '',
      path: request.path,
      query: Object.fromEntries([...request.query].map(([name, values]) => [name, [...values]])),
      headers,
    };
    return this.createCanonicalRequest(
      toSign,
      getCanonicalHeaders(toSign, undefined, new Set(signedHeaders)),
      hash,
    );
  }

  async signatureOf(canonicalRequest: string, { longDate, region, service }: SignatureClaim) {
    const scope = `${longDate.slice(0, 8)}/${region}/${service}/aws4_request`;
    return this.sign(
      await this.createStringToSign(longDate, scope, canonicalRequest, 'AWS4-HMAC-SHA256'),
      { signingDate: dateOf(longDate) },
    );
  }
}

function checkTime({ longDate, expiresIn }: SignatureClaim): void {
  const ageMs = Date.now() - dateOf(longDate).getTime();
  if (expiresIn !== undefined && ageMs > expiresIn * 1000) {
    throw new StandInError('AccessDenied', 'Request has expired', 403);
  }
  if (-ageMs > clockSkewMs || (expiresIn === undefined && ageMs > clockSkewMs)) {
    throw new StandInError('RequestTimeTooSkewed', 'The request time is too far from now.', 403);
  }
}

/** S3 does not sign the payload of a presigned URL; every other service hashes it, and says so or not. */
function payloadHashOf(request: ReceivedRequest, claim: SignatureClaim): string {
  const said = request.headers.get('x-amz-content-sha256');
  if (said !== undefined) return said;
  if (claim.service === 's3' && claim.expiresIn !== undefined) return 'UNSIGNED-PAYLOAD';
  return createHash('sha256').update(request.body).digest('hex');
}

function equalText(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}
