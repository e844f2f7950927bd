import { anyUnits, anyUnitsInSegment, oneUnit, oneUnitInSegment } from './match-units.ts';
import { type PatternPart, type PatternSyntax, parsePattern } from './pattern.ts';
import { compileMatcher, type TextMatcher, unitsOf } from './text-matcher.ts';

/** The resource is all that follows the fifth colon. */
const colonsBeforeResource = 5;

/**
 * Returns what compares resources with a value of `Resource` or `NotResource`.
 * Before the fifth colon a wildcard stays in its segment, but a `*` that ends its segment crosses colons; after it,
 * colons are characters like others. An ARN with fewer than six fields has `*` for those that it lacks.
 * Sources: IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards in resource ARNs", and "Grammar of
 * the IAM JSON policy language", `resource_string`.
 */
export function compileResource(value: string, syntax: PatternSyntax): TextMatcher {
  const parts = parsePattern(value, syntax);
  return compileMatcher(complete(parts), toSegmentUnits);
}

function complete(parts: readonly PatternPart[]): readonly PatternPart[] {
  const [first] = parts;
  if (first?.kind !== 'text' || !first.text.startsWith('arn:')) return parts;
  const missing = colonsBeforeResource - countColons(parts);
  const fields = Array.from({ length: missing > 0 ? missing : 0 }, (): readonly PatternPart[] => [
    { kind: 'text', text: ':' },
    { kind: '*' },
  ]);
  return [...parts, ...fields.flat()];
}

function countColons(parts: readonly PatternPart[]): number {
  return parts.reduce(
    (sum, part) => sum + (part.kind === 'text' ? part.text.split(':').length - 1 : 0),
    0,
  );
}

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
