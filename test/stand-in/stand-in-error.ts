/** What the stand-in refuses, by AWS's error code. Each protocol has its own shape for it. */
export class StandInError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'StandInError';
    this.code = code;
    this.status = status;
  }
}

/** Returns the refusal of a caller without the permission for `action`. */
export function accessDenied(action: string, caller: string): StandInError {
  return new StandInError(
    'AccessDenied',
    `User: ${caller} is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`,
    403,
  );
}

/** Returns the refusal of a request whose signature was not made from what arrived. */
export function signatureDoesNotMatch(canonicalRequest: string): StandInError {
  return new StandInError(
    'SignatureDoesNotMatch',
    `The request signature we calculated does not match the signature you provided. The canonical request was:\n${canonicalRequest}`,
    403,
  );
}
