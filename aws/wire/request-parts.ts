import type { CatalogSource } from '../catalog/catalog.ts';
import type { IndexEntry } from '../catalog/entries.ts';
import type { CredentialScope } from './credential-scope.ts';
import type { RequestTarget, WireRequest } from './request.ts';

/** A request and what its head says of it. */
export interface RequestParts {
  readonly request: WireRequest;
  readonly target: RequestTarget;
  /** Undefined for a request without an AWS signature in header or query. */
  readonly scope: CredentialScope | undefined;
  /** The services that it may be for, best first. */
  readonly candidates: readonly IndexEntry[];
  readonly catalog: CatalogSource;
}
