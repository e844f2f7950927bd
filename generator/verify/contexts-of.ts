import { findOperator, type OperatorUse } from '../../iam/evaluate/operators/find-operator.ts';
import { unknownText } from '../../iam/evaluate/pattern.ts';
import type { RequestContext } from '../../iam/evaluate/request-context.ts';
import { toRepresentative } from '../../iam/evaluate/to-representative.ts';
import type { Conditions } from '../../iam/permission.ts';

/** What a key may hold in a request: a list of values, or undefined for a request without it. */
type Choice = readonly string[] | undefined;

/** Beyond this many combinations, each value is tried at least once instead of each with each. */
const mostCombinations = 256;

/**
 * Returns contexts that stand for all requests which meet a permission's conditions: one for each value that the
 * condition leaves open, besides the keys that every request has. These fill in policy variables.
 */
export function contextsOf(
  conditions: Conditions,
  common: RequestContext,
): readonly RequestContext[] {
  const choices = new Map<string, readonly Choice[]>();
  const uses = Object.entries(conditions).map(([operator, keys]) => ({
    use: findOperator(operator),
    keys,
  }));
  // `Null` says that a key is there, which says least of its values.
  const isNull = ({ use }: (typeof uses)[number]) => use?.kind === 'null';
  for (const { use, keys } of [...uses.filter((one) => !isNull(one)), ...uses.filter(isNull)]) {
    for (const [key, values] of Object.entries(keys)) {
      const name = key.toLowerCase();
      if (!choices.has(name)) choices.set(name, choicesOf(use, values, common));
    }
  }
  return choices.size === 0 ? [common] : combine(choices, common);
}

function choicesOf(
  use: OperatorUse | undefined,
  values: readonly string[],
  common: RequestContext,
): readonly Choice[] {
  if (use === undefined) return [undefined];
  if (use.kind === 'null') return values.map((one) => (one === 'true' ? undefined : [unknownText]));
  const { operator, set, ifExists } = use;
  const present = presentChoices(
    use,
    operator.isNegated ? [unknownText] : values.map(firstOfRange),
    common,
  );
  const mayBeMissing = ifExists || (set === undefined && operator.isNegated);
  return mayBeMissing ? [...present, undefined] : present;
}

function presentChoices(
  { operator, set }: Extract<OperatorUse, { kind: 'comparison' }>,
  values: readonly string[],
  common: RequestContext,
): readonly Choice[] {
  // `StringEquals` takes `*` as it is, and reads `${$}` as `$` like every operator that fills in variables.
  const texts = values.map((one) => toRepresentative(one, common, operator));
  return set === undefined ? texts.map((text) => [text]) : [texts];
}

/** A range of addresses is met by its first one. */
function firstOfRange(value: string): string {
  return /^[\da-f.:]+\/\d+$/i.test(value) ? value.replace(/\/\d+$/, '') : value;
}

function combine(
  choices: ReadonlyMap<string, readonly Choice[]>,
  common: RequestContext,
): readonly RequestContext[] {
  const lists = [...choices];
  const product = lists.reduce((sum, [, list]) => sum * Math.max(1, list.length), 1);
  const count =
    product <= mostCombinations ? product : Math.max(...lists.map(([, list]) => list.length));
  return Array.from({ length: count }, (_, at) => {
    const context = new Map(common);
    let rest = at;
    for (const [key, list] of lists) {
      const chosen = list[rest % list.length];
      if (chosen !== undefined) context.set(key, chosen);
      else context.delete(key);
      if (product <= mostCombinations) rest = Math.floor(rest / Math.max(1, list.length));
    }
    return context;
  });
}
