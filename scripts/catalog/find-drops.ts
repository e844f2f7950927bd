import { asObject } from './json.ts';

/**
 * Returns a sentence for each count of the manifest that is lower than in the one before: services, operations or
 * bindings that would go unnoticed otherwise. Operations without an action may become fewer.
 */
export function findDrops(before: string, after: string): readonly string[] {
  const old = countsOf(before);
  const now = countsOf(after);
  return [...old]
    .filter(
      ([name, count]) => name !== 'operationsWithoutKnownAction' && (now.get(name) ?? 0) < count,
    )
    .map(([name, count]) => `${name} dropped from ${count} to ${now.get(name) ?? 0}`);
}

function countsOf(manifest: string): ReadonlyMap<string, number> {
  const counts = asObject(asObject(JSON.parse(manifest), 'manifest').counts, 'counts');
  const bindings = Object.values(asObject(counts.bindings, 'bindings'));
  const plain = Object.entries(counts).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return new Map([...plain, ['bindings', bindings.reduce(sum, 0)]]);
}

function sum(total: number, count: unknown): number {
  return total + (typeof count === 'number' ? count : 0);
}
