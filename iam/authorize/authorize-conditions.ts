import type { ApiCall } from '../../aws/api-call.ts';
import type { GrantEntry } from '../../aws/catalog/entries.ts';
import { dnsSuffixesOf } from '../../aws/partition.ts';
import type { Permission } from '../permission.ts';
import type { ConditionChoice } from './condition-choice.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { writeValue } from './write-value.ts';

/** The conditions of one action for one call: those that are written, and the keys of those that are not. */
export type AuthorizedConditions = Pick<Permission, 'conditions' | 'available'>;

/**
 * Returns the condition block of a grant for a call: the values of expressions in place of `{expression}`, sorted. A key
 * of which the call has no value is left out: a condition on it would deny the call.
 */
export function authorizeConditions(
  grant: Pick<GrantEntry, 'conditions' | 'offered'>,
  call: ApiCall,
  choice: ConditionChoice,
): AuthorizedConditions {
  if (grant.conditions === undefined && grant.offered === undefined) return unconditional;
  const all = [
    ...fillConditions(grant.conditions, call, false),
    ...fillConditions(grant.offered, call, true),
  ];
  const conditions: Record<string, Record<string, readonly string[]>> = {};
  const available = new Set<string>();
  for (const { operator, key, values, isOffered } of all) {
    if (choice.isWritten(key, isOffered)) {
      conditions[operator] = { ...conditions[operator], [key]: values };
    } else available.add(key);
  }
  return available.size === 0 ? { conditions } : { conditions, available: [...available].sort() };
}

const unconditional: AuthorizedConditions = { conditions: {} };

interface FilledCondition {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
  readonly isOffered: boolean;
}

function fillConditions(
  block: GrantEntry['conditions'] = {},
  call: ApiCall,
  isOffered: boolean,
): readonly FilledCondition[] {
  return Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([written, texts]) => {
      const values = valuesOf(texts, call);
      if (values.length === 0) return [];
      return keysOf(written, call).map((key) => ({ operator, key, values, isOffered }));
    }),
  );
}

/** `aws:RequestTag/{Tags[].Key}` stands for a key of each tag. */
function keysOf(written: string, call: ApiCall): readonly string[] {
  const [, start, expression] = /^(.+[/:])\{(.+)\}$/.exec(written) ?? [];
  if (start === undefined || expression === undefined) return [written];
  const names = evaluateExpression(expression, call).filter((name) => writableName.test(name));
  return [...new Set(names)].sort().map((name) => start + name);
}

// A name with other characters is one that a policy's reader, or a format's, could take for something else.
const writableName = /^[\w.:/=+@-]+$/;

function valuesOf(texts: readonly string[], call: ApiCall): readonly string[] {
  const values = texts.flatMap((text) => {
    const expression = /^\{(.+)\}$/.exec(text)?.[1];
    return expression === undefined
      ? fillCallVariables(text, call)
      : evaluateExpression(expression, call).map((value) => writeValue(value).text);
  });
  return [...new Set(values)].sort();
}

// `s3.${Region}.${DnsSuffix}`: no value where the call's region is unknown.
function fillCallVariables(text: string, { region, partition }: ApiCall): readonly string[] {
  if (text.includes('${Region}') && region === null) return [];
  const regional = text.replaceAll('${Region}', region ?? '');
  return dnsSuffixesOf(partition).map((suffix) => regional.replaceAll('${DnsSuffix}', suffix));
}
