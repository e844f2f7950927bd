import type { ApiCall, ParameterValue } from '../../aws/api-call.ts';

/** A parameter that earlier versions recorded under another path than today's. */
interface EarlierParameter {
  readonly service: string;
  readonly operation: string;
  readonly from: string;
  readonly to: string;
}

/**
 * Recordings made before the keys of a request were told apart by their versions hold all of them in one list, and nothing
 * says which had a version: each is taken for a key without one.
 */
const earlierParameters: readonly EarlierParameter[] = [
  {
    service: 's3',
    operation: 'DeleteObjects',
    from: 'Delete.Objects[].Key',
    to: 'Delete.Objects[!VersionId].Key',
  },
];

/** Returns a call of an earlier version's recording with its parameters under today's paths; others as they are. */
export function withTodaysParameters(call: ApiCall): ApiCall {
  const renamed = byOperation.get(call.operation);
  if (renamed === undefined || renamed.service !== call.service) return call;
  const { [renamed.from]: value, ...others } = call.parameters;
  if (value === undefined || others[renamed.to] !== undefined) return call;
  const parameters: Readonly<Record<string, ParameterValue>> = { ...others, [renamed.to]: value };
  return { ...call, parameters };
}

const byOperation = new Map(earlierParameters.map((one) => [one.operation, one]));
