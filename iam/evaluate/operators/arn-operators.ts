import { type PatternPart, parsePattern } from '../pattern.ts';
import { compileMatcher, fillVariables, type TextMatcher } from '../text-matcher.ts';
import type { ConditionOperator } from './condition-operator.ts';

const lastComponent = 5;

const compile: ConditionOperator['compile'] = (value, syntax) => {
  if (value === '*') return (given) => splitArn(given) !== undefined;
  const parts = parsePattern(value, { ...syntax, hasWildcards: true });
  const fixed = parts.some(({ kind }) => kind === 'variable')
    ? undefined
    : compileComponents(parts);
  return (given, context) => {
    const filled = fixed === undefined ? fillVariables(parts, context) : parts;
    const components = fixed ?? (filled === undefined ? undefined : compileComponents(filled));
    const asked = splitArn(given);
    if (components === undefined || asked === undefined) return false;
    return components.every((one, at) => one.matches(asked[at] ?? '', context));
  };
};

/** Returns one matcher for each of the six components; undefined where the pattern has fewer. */
function compileComponents(parts: readonly PatternPart[]): readonly TextMatcher[] | undefined {
  const components: PatternPart[][] = [[]];
  for (const part of parts) {
    const pieces =
      part.kind === 'text' ? splitText(part.text, lastComponent + 1 - components.length) : [];
    if (part.kind !== 'text') components.at(-1)?.push(part);
    for (const [at, text] of pieces.entries()) {
      if (at > 0) components.push([]);
      if (text !== '') components.at(-1)?.push({ kind: 'text', text });
    }
  }
  if (components.length <= lastComponent) return undefined;
  return components.map((component) => compileMatcher(component));
}

/** Splits at the first colons, as many as `most`. */
function splitText(text: string, most: number): readonly string[] {
  const pieces = text.split(':');
  return pieces.length <= most + 1
    ? pieces
    : [...pieces.slice(0, most), pieces.slice(most).join(':')];
}

function splitArn(text: string): readonly string[] | undefined {
  const components = splitText(text, lastComponent);
  return components.length === lastComponent + 1 ? components : undefined;
}

const arn = {
  type: 'ARN',
  hasWildcards: true,
  hasVariables: true,
  accepts: (value: string) =>
    value === '*' || splitArn(value) !== undefined || value.includes('${'),
  compile,
} as const;

/**
 * The operators that compare ARNs component by component, with wildcards in each; `Equals` and `Like` are the same.
 * A lone `*` is taken as any ARN.
 * Source: IAM User Guide, "IAM JSON policy elements: Condition operators", ARN condition operators.
 */
export const arnOperators: readonly ConditionOperator[] = [
  { ...arn, name: 'ArnEquals', isNegated: false },
  { ...arn, name: 'ArnNotEquals', isNegated: true },
  { ...arn, name: 'ArnLike', isNegated: false },
  { ...arn, name: 'ArnNotLike', isNegated: true },
];
