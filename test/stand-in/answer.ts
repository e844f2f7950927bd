import type { ReceivedRequest } from './received-request.ts';

/** What the stand-in sends back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** Who calls, proved by the signature. */
export interface Caller {
  readonly account: string;
  readonly accessKeyId: string;
  /** The caller as denials name it. */
  readonly arn: string;
  readonly userId: string;
  readonly region: string;
}

/** One call as a service gets it: payload unframed, signature proved. */
export interface ServiceCall {
  readonly request: ReceivedRequest;
  readonly caller: Caller;
  /** `x-amz-checksum-…` of the payload, already checked. */
  readonly checksums: ReadonlyMap<string, string>;
}

/** One AWS service of the stand-in. */
export interface StandInService {
  /** The SDK service id in lower case: `dynamodb`. */
  readonly name: string;
  /** Returns the API's name for the request; undefined where the service has no such operation. */
  identify(request: ReceivedRequest): string | undefined;
  /** Answers one call. Throws a StandInError where AWS would refuse. */
  answer(operation: string, call: ServiceCall): Answer;
  /** Puts an error into the shape of the protocol that the request speaks. */
  refuse(error: Refusal, request: ReceivedRequest): Answer;
}

/** The parts of an error that every protocol carries. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly status: number;
}
