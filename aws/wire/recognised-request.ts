import type { ApiCall, CallResult, UnrecognisedCall } from '../api-call.ts';

/** A call, recognised or not, before its answer is known. */
export type RecognisedRequest =
  | Omit<ApiCall, keyof CallResult>
  | Omit<UnrecognisedCall, keyof CallResult>;
