import type { ApiCall, CallOutcome } from '../../aws/api-call.ts';

/** A recorded call with how often and when it was made. Times are ISO 8601 in UTC. */
export interface CountedCall extends Omit<ApiCall, 'parameters' | 'partition' | 'status'> {
  readonly count: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly labels: readonly string[];
}

/** All calls of one operation that ended alike and came from the same client. */
export interface CallGroup {
  readonly service: string;
  readonly operation: string;
  readonly outcome: CallOutcome;
  readonly errorCode: string | null;
  readonly client: string | null;
  /** How often they were made, all together. */
  readonly count: number;
  /** How many of them differ. */
  readonly distinct: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Sorted, each once. */
  readonly labels: readonly string[];
  /** The resources that they asked for, as recorded; sorted, each once. */
  readonly resources: readonly string[];
}

/** Collects calls into groups. */
export interface CallGroups {
  /** Adds a call, with a resource that it asked for where there is one. */
  add(call: CountedCall, resource?: string): void;
  /** Returns the groups by operation, then in the order in which they were first seen. */
  list(): readonly CallGroup[];
}

interface OpenGroup {
  readonly first: CountedCall;
  readonly calls: Set<CountedCall>;
  readonly resources: Set<string>;
}

/** Returns a collection without any call yet. */
export function createCallGroups(): CallGroups {
  const groups = new Map<string, OpenGroup>();
  return {
    add(call, resource) {
      const { service, operation, outcome, errorCode, client } = call;
      const id = `${service} ${operation} ${outcome} ${errorCode} ${client}`;
      let group = groups.get(id);
      if (group === undefined) {
        group = { first: call, calls: new Set(), resources: new Set() };
        groups.set(id, group);
      }
      group.calls.add(call);
      if (resource !== undefined) group.resources.add(resource);
    },
    list: () =>
      [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => close(one)),
  };
}

function close({ first, calls, resources }: OpenGroup): CallGroup {
  const { service, operation, outcome, errorCode, client } = first;
  let { count, firstSeen, lastSeen } = { ...first, count: 0 };
  const labels = new Set<string>();
  for (const call of calls) {
    count += call.count;
    if (call.firstSeen < firstSeen) firstSeen = call.firstSeen;
    if (call.lastSeen > lastSeen) lastSeen = call.lastSeen;
    for (const label of call.labels) labels.add(label);
  }
  return {
    service,
    operation,
    outcome,
    errorCode,
    client,
    count,
    distinct: calls.size,
    firstSeen,
    lastSeen,
    labels: [...labels].sort(),
    resources: [...resources].sort(),
  };
}
