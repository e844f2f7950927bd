import type { BuiltService } from './build-service.ts';
import { findUnasked } from './find-unasked.ts';
import type { DependentActions } from './sources/dependent-actions.ts';

/**
 * Renders what the catalog does not know, by service: operations without an action, dependent actions that no row asks
 * for, and ARN variables that no parameter fills, with the reason and the operations that lack them; then how many
 * bindings each rule has made.
 */
export function renderReport(built: readonly BuiltService[], dependent: DependentActions): string {
  const lines: string[] = [];
  for (const service of built) {
    const { entry } = service;
    const actionless = Object.entries(entry.operations)
      .filter(([, { grants }]) => grants === undefined)
      .map(([name]) => name);
    const unbound = unboundVariables(service);
    const unasked = findUnasked(entry, dependent);
    if (actionless.length + unbound.size + unasked.size === 0) continue;
    lines.push(entry.service);
    if (actionless.length > 0) lines.push(`  without an action: ${actionless.join(', ')}`);
    for (const [action, operations] of unasked) {
      lines.push(`  ${action} not asked for in ${operations.join(', ')}`);
    }
    for (const [variable, operations] of unbound) {
      lines.push(`  ${variable} unbound in ${[...operations].join(', ')}`);
    }
  }
  return [...lines, '', ...renderRules(built)].join('\n');
}

// By type, variable and reason: the operations that lack it.
function unboundVariables({ unbound }: BuiltService): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const { operation, type, variable, reason } of unbound) {
    const key = `${type} ${variable} (${reason.kind}: ${reason.because})`;
    places.set(key, (places.get(key) ?? new Set()).add(operation));
  }
  return new Map([...places].sort());
}

function renderRules(built: readonly BuiltService[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const rule of built.flatMap(({ bindings }) => bindings.map((one) => one.rule))) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return ['bindings by rule', ...[...counts].sort().map(([rule, count]) => `  ${rule}: ${count}`)];
}
