import { queryValue, type ReceivedRequest } from './received-request.ts';
import { StandInError } from './stand-in-error.ts';

/** SigV4's claims about itself, read from the Authorization header or from a presigned query. */
export interface SignatureClaim {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly longDate: string;
  readonly sessionToken: string | undefined;
  /** Seconds; undefined for a signature in the header. */
  readonly expiresIn: number | undefined;
}

/**
 * Reads what a request says of its signature.
 * Throws a StandInError (`MissingAuthenticationToken`) where that is not there or not whole.
 */
export function readClaim(request: ReceivedRequest): SignatureClaim {
  const authorization = request.headers.get('authorization');
  if (authorization !== undefined) {
    const parts = Object.fromEntries(
      [...authorization.matchAll(/(\w+)=([^,\s]+)/g)].map(([, name, value]) => [name, value]),
    );
    return claimOf(parts, request.headers.get('x-amz-date'), {
      sessionToken: request.headers.get('x-amz-security-token'),
      expiresIn: undefined,
    });
  }
  const query = (name: string) => queryValue(request, `X-Amz-${name}`);
  return claimOf(
    {
      Credential: query('Credential'),
      SignedHeaders: query('SignedHeaders'),
      Signature: query('Signature'),
    },
    query('Date'),
    { sessionToken: query('Security-Token'), expiresIn: Number(query('Expires')) },
  );
}

function claimOf(
  parts: Readonly<Record<string, string | undefined>>,
  longDate: string | undefined,
  rest: Pick<SignatureClaim, 'sessionToken' | 'expiresIn'>,
): SignatureClaim {
  const { Credential, SignedHeaders, Signature } = parts;
  const [accessKeyId, , region, service] = Credential?.split('/') ?? [];
  if (!accessKeyId || !region || !service || !SignedHeaders || !Signature || !longDate) {
    throw new StandInError('MissingAuthenticationToken', 'Request is missing a signature.', 403);
  }
  const signedHeaders = SignedHeaders.split(';');
  return { accessKeyId, region, service, signedHeaders, signature: Signature, longDate, ...rest };
}

/** Reads SigV4's date: `20261122T101500Z`. */
export function dateOf(longDate: string): Date {
  return new Date(
    longDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
  );
}
