import type { WireService } from './model.ts';
import type { IamService } from './sources/iam-data.ts';
import { iamPrefixes } from './tables/iam-prefixes.ts';

/**
 * Returns the IAM prefixes under which a service's actions may stand, best first: the hand-made ones, or those of its
 * names that IAM knows, by how many of the service's operations they have an action for.
 */
export function iamPrefixesOf(
  service: WireService,
  iam: ReadonlyMap<string, IamService>,
): readonly string[] {
  const byHand = iamPrefixes[service.id];
  if (byHand !== undefined) return byHand;
  const names = [...service.signingNames, ...service.endpointPrefixes, service.id];
  const candidates = new Set([...names, ...names.map((name) => name.replaceAll(/[.-]/g, ''))]);
  return [...candidates]
    .filter((prefix) => iam.has(prefix))
    .map((prefix) => ({ prefix, actions: countActions(service, iam.get(prefix)) }))
    .sort((a, b) => b.actions - a.actions)
    .map(({ prefix }) => prefix);
}

function countActions(service: WireService, iam: IamService | undefined): number {
  const names = [...service.operations.keys()];
  return names.filter((name) => iam?.actions.has(name.toLowerCase())).length;
}
