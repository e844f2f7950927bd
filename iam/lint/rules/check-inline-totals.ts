import type { PolicySource } from '../../policy-document/sources/policy-source.ts';
import type { Finding } from '../finding.ts';
import { policySize, policySizes } from '../tables/policy-sizes.ts';

/** Finds roles, users and groups whose inline policies are too large together, though each alone would fit. */
export function checkInlineTotals(sources: readonly PolicySource[]): readonly Finding[] {
  const owners = new Map<string, PolicySource[]>();
  for (const source of sources) {
    const { attachment } = source;
    if (attachment?.kind !== 'inline') continue;
    const file = source.name.replace(/: .*$/s, '');
    const id = `${file} ${attachment.entity} ${attachment.owner}`;
    const known = owners.get(id);
    if (known === undefined) owners.set(id, [source]);
    else known.push(source);
  }
  return [...owners.values()].flatMap(totalOf);
}

function totalOf(policies: readonly PolicySource[]): readonly Finding[] {
  const [first] = policies;
  if (first?.attachment?.kind !== 'inline' || policies.length === 1) return [];
  const { entity, owner } = first.attachment;
  const size = policies.reduce((sum, { document }) => sum + policySize(document), 0);
  const limit = policySizes[entity];
  if (size <= limit) return [];
  const count = `${size.toLocaleString('en-US')} characters`;
  return [
    {
      level: 'error',
      code: 'inline-size',
      policy: first.name,
      where: '',
      message: `the ${policies.length} inline policies of the ${entity} \`${owner}\` have ${count}, ${limit.toLocaleString('en-US')} are allowed`,
      because: 'make some of them managed policies: each has a limit of its own',
    },
  ];
}
