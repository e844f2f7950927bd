import type { OperationRow } from './operation-actions/row.ts';

/**
 * What else an operation needs when its request asks for it, on top of its own action, by service id.
 * Source, unless a row says another: the table "API operations" of the service's page in the Service Authorization
 * Reference, cut down to what the request's own parameters ask for.
 */
export const dependentActions: Readonly<Record<string, Readonly<Record<string, OperationRow>>>> =
  {};
