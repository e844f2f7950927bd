import type { Denial } from './denial.ts';

/**
 * The values of one request parameter that decides permissions.
 * A list where the request carries several (the keys of a batch), in the order of the request.
 */
export type ParameterValue = string | readonly string[];

/** How a call ended, as far as permissions are concerned. `failed` is any error that is not a denial. */
export type CallOutcome = 'allowed' | 'denied' | 'failed';

/** How AWS answered: the outcome, the HTTP status (null when no answer came) and AWS's own error code. */
export interface CallResult {
  readonly outcome: CallOutcome;
  readonly status: number | null;
  readonly errorCode: string | null;
  /** What AWS said of why it denied the call, or entries of it; absent where it said nothing that could be read. */
  readonly denials?: readonly Denial[];
}

/** One AWS API request as seen on the wire. Never a payload, never a credential. */
export interface ApiCall extends CallResult {
  /** The SDK service id in lower case with hyphens: `s3`, `cloudwatch-logs`. */
  readonly service: string;
  /** The API's own name: `PutLogEvents`. */
  readonly operation: string;
  /** `eu-west-1`; null where neither scope nor host says it. */
  readonly region: string | null;
  /** `aws`, `aws-cn`, `aws-us-gov`, … */
  readonly partition: string;
  /** The twelve digits of the caller's account; null where nothing says it. */
  readonly account: string | null;
  /**
   * Who called: the access key as its first and last four characters. Null for a call without an AWS signature, which
   * needs no IAM permission: bearer tokens, public reads, operations that AWS takes unsigned.
   */
  readonly identity: string | null;
  /**
   * The ARN of who is behind the identity. Never stored: it is worked out from the answers that the recording holds, and
   * absent where none of them says it.
   */
  readonly principal?: string;
  /** Only members that the catalog names as resource or condition, by their path in the request. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** The client's name and version from its user agent: `aws-sdk-js/3.1169.0`; null when it sent none. */
  readonly client: string | null;
}

/** A signed request that could not be identified: enough for a bug report, nothing secret. */
export interface UnrecognisedCall extends CallResult {
  readonly service: null;
  readonly operation: null;
  /** The signing name of the credential scope: `s3`. */
  readonly signingName: string | null;
  readonly region: string | null;
  readonly partition: string;
  readonly account: string | null;
  readonly identity: string | null;
  /** As of an `ApiCall`. */
  readonly principal?: string;
  readonly host: string;
  readonly method: string;
  /** The path with its variable parts replaced by `{}`. */
  readonly pathTemplate: string;
  /** `X-Amz-Target` or the query protocol's `Action`; null where there is none. */
  readonly target: string | null;
  /** One sentence that says why it was not recognised. */
  readonly reason: string;
  readonly client: string | null;
}

/** What the proxy reports for each signed request. */
export type ObservedCall = ApiCall | UnrecognisedCall;
