import type { ParameterValue } from '../api-call.ts';
import type { OperationEntry } from '../catalog/entries.ts';
import type { Slices } from './slices.ts';

/** The operation that a request is, and what is left to read of it. */
export interface Identified {
  readonly kind: 'identified';
  readonly service: string;
  readonly operation: string;
  readonly entry: OperationEntry;
  /** True for RPC protocols, whose body holds every parameter. */
  readonly isRpc?: true;
  /** Reads the recorded parameters in slices; `body` is empty where none of them stands there. */
  readonly readParameters: (
    body: Uint8Array,
    isBodyCut: boolean,
    onGivenUp?: () => void,
  ) => Slices<Readonly<Record<string, ParameterValue>>>;
}

/** A request that is no operation of the catalog, and one sentence that says why. */
export interface Unidentified {
  readonly kind: 'unidentified';
  /** `X-Amz-Target` or the query protocol's `Action`, where the request has one. */
  readonly target: string | null;
  readonly reason: string;
}

/** What a request's head, or its head and body, say of its operation. */
export type Identification = Identified | Unidentified;
