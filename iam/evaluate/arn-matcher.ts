import { anyUnits, anyUnitsInSegment, oneUnit, oneUnitInSegment } from './match-units.ts';
import { type PatternPart, type PatternSyntax, parsePattern } from './pattern.ts';
import { compileMatcher, type TextMatcher, unitsOf } from './text-matcher.ts';

/** The resource is all that follows the fifth colon. */
const colonsBeforeResource = 5;

/**
 * Returns what compares resources with a value of `Resource` or `NotResource`.
 * Before the fifth colon a wildcard stays in its segment, but a `*` that ends its segment crosses colons; after it,
 * colons are characters like others.
 * Sources: IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards in resource ARNs".
 */
export function compileResource(value: string, syntax: PatternSyntax): TextMatcher {
  return compileMatcher(parsePattern(value, syntax), toSegmentUnits);
}

/**
 * Returns an ARN with `*` for each of the six fields that it lacks: `arn:aws:sqs` is `arn:aws:sqs:*:*:*`.
 * The colon of a policy variable (`${aws:username}`) parts no fields.
 * Source: IAM User Guide, "Grammar of the IAM JSON policy language", `resource_string`.
 */
export function completeArn(value: string): string {
  if (!value.startsWith('arn:') || sixFields.test(value)) return value;
  const colons = value.replaceAll(/\$\{[^}]*\}/g, '').split(':').length - 1;
  return value + ':*'.repeat(Math.max(0, colonsBeforeResource - colons));
}

const sixFields = /^arn:[^:$]*:[^:$]*:[^:$]*:[^:$]*:/;

function toSegmentUnits(parts: readonly PatternPart[]): readonly number[] {
  const units: number[] = [];
  let colons = 0;
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'text') {
      colons += part.text.split(':').length - 1;
      units.push(...unitsOf(part.text));
      continue;
    }
    const isFree = colons >= colonsBeforeResource;
    if (part.kind === '?') units.push(isFree ? oneUnit : oneUnitInSegment);
    if (part.kind === '*')
      units.push(isFree || endsSegment(parts[at + 1]) ? anyUnits : anyUnitsInSegment);
  }
  return units;
}

function endsSegment(next: PatternPart | undefined): boolean {
  return next === undefined || (next.kind === 'text' && next.text.startsWith(':'));
}
