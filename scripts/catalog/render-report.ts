import { parseArnTemplate } from '../../iam/authorize/arn-template.ts';
import type { BuiltService } from './build-service.ts';

/** ARN variables that every call fills. */
const callVariables = new Set(['Partition', 'Region', 'Account']);

/**
 * Renders what the catalog does not know, by service: operations without an action, and ARN variables that no parameter
 * fills with the operations that lack them; then how many bindings each rule has made.
 */
export function renderReport(built: readonly BuiltService[]): string {
  const lines: string[] = [];
  for (const { entry } of built) {
    const actionless = Object.entries(entry.operations)
      .filter(([, { grants }]) => grants === undefined)
      .map(([name]) => name);
    const unbound = unboundVariables(entry);
    if (actionless.length === 0 && unbound.size === 0) continue;
    lines.push(entry.service);
    if (actionless.length > 0) lines.push(`  without an action: ${actionless.join(', ')}`);
    for (const [variable, operations] of unbound) {
      lines.push(`  ${variable} unbound in ${[...operations].join(', ')}`);
    }
  }
  return [...lines, '', ...renderRules(built)].join('\n');
}

function unboundVariables({
  operations,
  resourceTypes,
}: BuiltService['entry']): ReadonlyMap<string, ReadonlySet<string>> {
  const unbound = new Map<string, Set<string>>();
  for (const [name, { grants }] of Object.entries(operations)) {
    for (const { type, required, bind, arns } of (grants ?? []).flatMap(
      (one) => one.resources ?? [],
    )) {
      if (required !== true || (arns ?? []).length > 0) continue;
      for (const variable of parseArnTemplate(resourceTypes[type] ?? '').variables) {
        if (callVariables.has(variable) || bind?.[variable] !== undefined) continue;
        const key = `${type} ${variable}`;
        unbound.set(key, (unbound.get(key) ?? new Set()).add(name));
      }
    }
  }
  return new Map([...unbound].sort());
}

function renderRules(built: readonly BuiltService[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const rule of built.flatMap(({ bindings }) => bindings.map((one) => one.rule))) {
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return ['bindings by rule', ...[...counts].sort().map(([rule, count]) => `  ${rule}: ${count}`)];
}
