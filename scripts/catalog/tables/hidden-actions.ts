import { handedOver } from './hidden-actions/handed-over.ts';
import { objects } from './hidden-actions/objects.ts';
import { onBehalf } from './hidden-actions/on-behalf.ts';
import { unnamedKeys } from './hidden-actions/unnamed-keys.ts';
import { joinOperationRows, type OperationRows } from './join-operation-rows.ts';

/**
 * What services may do for the caller that no request shows, by service id and operation: the caller needs the
 * permission, but only where something is so that the call does not tell. No policy has these unless asked for.
 */
export const hiddenActions: OperationRows = joinOperationRows(
  handedOver,
  objects,
  onBehalf,
  unnamedKeys,
);
