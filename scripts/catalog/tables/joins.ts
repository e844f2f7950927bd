import { dataJoins } from './joins/data.ts';
import { developerJoins } from './joins/developer-tools.ts';
import { infrastructureJoins } from './joins/infrastructure.ts';
import type { Join, JoinTable } from './joins/join.ts';

/**
 * Ids and tokens that say nothing of their resource, and the calls that do: only where AWS checks the later call on the
 * resource that the earlier one names.
 */
const joins: JoinTable = { ...dataJoins, ...developerJoins, ...infrastructureJoins };

/** Returns the ids and tokens of a service. */
export function joinsOfService(service: string): readonly Join[] {
  return joins[service] ?? [];
}
