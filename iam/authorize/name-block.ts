import type { Denial } from '../../aws/denial.ts';

/** Returns what denied, as AWS names it: `an explicit deny in a service control policy`, with the policy where it says. */
export function nameBlock({ deniedBy, isExplicit, policy }: Denial): string {
  if (!isExplicit) return `no ${deniedBy ?? 'policy'} that allows it`;
  const where = deniedBy === null ? '' : ` in ${/^[aeio]/.test(deniedBy) ? 'an' : 'a'} ${deniedBy}`;
  return `an explicit deny${where}${policy === null ? '' : ` (${policy})`}`;
}
