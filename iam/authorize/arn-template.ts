/** An ARN template taken apart: literal texts, and variables between them. */
export interface ArnTemplate {
  /** Alternating: a literal text, a variable's name, a literal text, … The first and last are literals. */
  readonly parts: readonly string[];
  readonly variables: readonly string[];
  /** Patterns that were asked for, by the variable that they end with; the empty text for the whole. */
  readonly patterns: Map<string, RegExp>;
}

const parsed = new Map<string, ArnTemplate>();

/** Parses an ARN template such as `arn:${Partition}:s3:::${BucketName}/${ObjectName}`. Parsed once for each text. */
export function parseArnTemplate(template: string): ArnTemplate {
  const known = parsed.get(template);
  if (known !== undefined) return known;
  const parts = template.split(/\$\{([^}]+)\}/);
  const variables = parts.filter((_, index) => index % 2 === 1);
  const result = { parts, variables, patterns: new Map<string, RegExp>() };
  parsed.set(template, result);
  return result;
}

/**
 * Tells whether an ARN has the template's form, up to and including `upTo` or, without it, as a whole. Each variable
 * holds at least one character; partition, region and account hold no colon.
 */
export function matchesTemplate(arn: string, template: ArnTemplate, upTo = ''): boolean {
  const known = template.patterns.get(upTo);
  if (known !== undefined) return known.test(arn);
  const pattern = patternOf(template, upTo);
  template.patterns.set(upTo, pattern);
  return pattern.test(arn);
}

function patternOf(template: ArnTemplate, upTo: string): RegExp {
  let pattern = '';
  for (const [index, part] of template.parts.entries()) {
    if (index % 2 === 0) {
      pattern += escapeRegExp(part);
      continue;
    }
    pattern += ['Partition', 'Region', 'Account'].includes(part) ? '[^:]*' : '.+';
    if (part === upTo) break;
  }
  return new RegExp(`^${pattern}$`, 's');
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
