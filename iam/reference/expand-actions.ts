import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import { parsePattern } from '../evaluate/pattern.ts';
import { compileMatcher } from '../evaluate/text-matcher.ts';
import type { PatternList } from '../policy-document/policy-document.ts';
import { actionsOfPrefix, type KnownAction } from './known-action.ts';

/** Returns the actions that one pattern of a policy means (`s3:Get*`), in the order of the reference. */
export function expandAction(pattern: string, catalog: CatalogSource): readonly KnownAction[] {
  const written = pattern.toLowerCase();
  const matcher = compileMatcher(
    parsePattern(written, { hasWildcards: true, hasVariables: false }),
  );
  const matches = ({ name }: KnownAction) => matcher.matches(name.toLowerCase(), new Map());
  return prefixesOf(written, catalog).flatMap((prefix) =>
    actionsOfPrefix(prefix, catalog).filter(matches),
  );
}

/** Returns the actions of a statement, each once; those of `NotAction` are all others that AWS has. */
export function expandActions(
  { isNegated, patterns }: PatternList,
  catalog: CatalogSource,
): readonly KnownAction[] {
  const named = new Map(
    patterns.flatMap((pattern) => expandAction(pattern, catalog)).map((one) => [one.name, one]),
  );
  if (!isNegated) return [...named.values()];
  return expandAction('*', catalog).filter(({ name }) => !named.has(name));
}

function prefixesOf(pattern: string, catalog: CatalogSource): readonly string[] {
  const [prefix = ''] = pattern.split(':');
  if (!/[*?]/.test(prefix)) return pattern.includes(':') ? [prefix] : [];
  return catalog.listIamPrefixes();
}
