/** The wire protocols that AWS's models name. `ec2` is EC2's own form of `query`. */
export type Protocol = 'json' | 'rest-json' | 'rest-xml' | 'query' | 'ec2' | 'rpc-v2-cbor';

/** Where a top-level input member travels. `body` is the payload or a part of it. */
export type MemberLocation = 'uri' | 'query' | 'header' | 'headers' | 'body';

/** The shape of a member's value. Inner shapes are functions: AWS's models refer to themselves. */
export type Shape =
  | { readonly type: 'structure'; readonly members: () => ReadonlyMap<string, Member> }
  | {
      readonly type: 'list';
      readonly item: () => Shape;
      readonly itemName: string | null;
      readonly flattened: boolean;
    }
  | { readonly type: 'map' }
  /** `isSensitive` where AWS's model marks the text so. */
  | { readonly type: 'scalar'; readonly isSensitive?: boolean }
  /** Bytes: never recorded. */
  | { readonly type: 'blob' };

/** A member of a structure, as it is called in the API and on the wire. */
export interface Member {
  readonly wireName: string | null;
  readonly location: MemberLocation;
  readonly required: boolean;
  readonly shape: () => Shape;
}

/** Method and path of a REST operation. */
export interface Route {
  readonly method: string;
  /** Path template with `{Label}` and `{Greedy+}`, and query literals after `?`. */
  readonly uri: string;
}

/** One API operation, whatever source described it. */
export interface WireOperation {
  readonly name: string;
  /** Today's first, then those of older models, which older clients still use. Empty for RPC protocols. */
  readonly routes: readonly Route[];
  readonly signed: boolean;
  readonly deprecated: boolean;
  readonly members: ReadonlyMap<string, Member>;
  /** The member that is the whole body, or null where the body holds all unlocated members. */
  readonly payload: string | null;
}

/** One service, whatever source described it. */
export interface WireService {
  /** The SDK service id in lower case with hyphens. */
  readonly id: string;
  readonly apiVersion: string;
  readonly protocol: Protocol;
  /** Today's first. */
  readonly signingNames: readonly string[];
  /** What stands before the region in the service's hosts, today's first. */
  readonly endpointPrefixes: readonly string[];
  /** What stands before the operation in `X-Amz-Target`; empty but for JSON services. */
  readonly targetPrefixes: readonly string[];
  readonly operations: ReadonlyMap<string, WireOperation>;
}
