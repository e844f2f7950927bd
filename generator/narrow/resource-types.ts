/** A resource type's ARN, ready to be matched against ARNs. */
export interface ResourceType {
  /** Key in the catalog: `s3:object`. */
  readonly key: string;
  /** The service field of its ARNs: `s3`. */
  readonly service: string;
  /** Its variables after the account, in order: `BucketName`, `ObjectName`. */
  readonly variables: readonly string[];
  /** What stands before, between and after them: one more than there are variables. */
  readonly literals: readonly string[];
}

/** An ARN taken apart by its resource type. */
export interface TypedArn {
  readonly type: ResourceType;
  /** The text of each variable, in the type's order. */
  readonly values: readonly string[];
}

/** Finds the resource type of ARNs. */
export interface ResourceTypes {
  /** Returns undefined where no known type has this form. `rest` is what follows the account. */
  find(service: string, rest: string): TypedArn | undefined;
}

interface Matcher {
  readonly type: ResourceType;
  /** Made when first asked for: a service has many types, and a recording few of them. */
  readonly expression: () => RegExp;
  readonly literalLength: number;
}

interface ServiceMatchers {
  /** By the literal text up to the first slash or colon: few of a service's types begin alike. */
  readonly byLead: Map<string, Matcher[]>;
  readonly withoutLead: Matcher[];
}

/** Indexes ARN templates by the catalog's keys: `['s3:bucket', 'arn:${Partition}:s3:::${BucketName}']`. */
export function indexResourceTypes(
  templates: Iterable<readonly [key: string, template: string]>,
): ResourceTypes {
  const services = new Map<string, ServiceMatchers>();
  const known = new Set<string>();
  const types = [...templates].flatMap(([key, template]) => parseType(key, template) ?? []);
  for (const type of types.sort(compareTypes)) {
    const form = `${type.service} ${type.literals.join('\u0000')}`;
    if (!known.has(form)) addType(services, type);
    known.add(form);
  }
  for (const { byLead, withoutLead } of services.values()) {
    for (const matchers of [...byLead.values(), withoutLead]) {
      matchers.sort((left, right) => right.literalLength - left.literalLength);
    }
  }
  return { find: (service, rest) => findType(services.get(service), rest) };
}

function findType(matchers: ServiceMatchers | undefined, rest: string): TypedArn | undefined {
  if (matchers === undefined) return undefined;
  const led = matchers.byLead.get(leadOf(rest) ?? '');
  return (led && matchFirst(led, rest)) ?? matchFirst(matchers.withoutLead, rest);
}

function matchFirst(matchers: readonly Matcher[], rest: string): TypedArn | undefined {
  for (const { type, expression } of matchers) {
    const match = expression().exec(rest);
    if (match !== null) return { type, values: match.slice(1) };
  }
  return undefined;
}

/** Of types of one form, the service's own comes first, and what AWS calls a type before what a single action takes. */
function compareTypes(left: ResourceType, right: ResourceType): number {
  const strangeness = ({ key, service }: ResourceType) =>
    (key.startsWith(`${service}:`) ? 0 : 2) + (/:[A-Z]|\+/.test(key) ? 1 : 0);
  return strangeness(left) - strangeness(right) || (left.key < right.key ? -1 : 1);
}

function parseType(key: string, template: string): ResourceType | undefined {
  const [, service, rest] = /^arn:[^:]*:([a-z0-9-]+):[^:]*:[^:]*:(.+)$/s.exec(template) ?? [];
  if (service === undefined || rest === undefined) return undefined;
  const parts = rest.split(/\$\{([^}]+)\}/);
  const variables = parts.filter((_, at) => at % 2 === 1);
  const literals = parts.filter((_, at) => at % 2 === 0);
  return variables.length === 0 ? undefined : { key, service, variables, literals };
}

function addType(services: Map<string, ServiceMatchers>, type: ResourceType): void {
  const known: ServiceMatchers = services.get(type.service) ?? {
    byLead: new Map(),
    withoutLead: [],
  };
  services.set(type.service, known);
  const { literals } = type;
  const matcher = {
    type,
    expression: expressionOf(literals),
    literalLength: literals.join('').length,
  };
  const lead = leadOf(literals[0] ?? '');
  if (lead === undefined) {
    known.withoutLead.push(matcher);
    return;
  }
  const others = known.byLead.get(lead);
  if (others === undefined) known.byLead.set(lead, [matcher]);
  else others.push(matcher);
}

function expressionOf(literals: readonly string[]): () => RegExp {
  let expression: RegExp | undefined;
  return () => {
    if (expression === undefined) {
      const last = literals.length - 1;
      // Each variable but the last ends where the text after it first comes.
      const source = literals
        .map(
          (literal, at) =>
            escapeRegExp(literal) + (at === last ? '' : at === last - 1 ? '(.+)' : '(.+?)'),
        )
        .join('');
      expression = new RegExp(`^${source}$`, 's');
    }
    return expression;
  };
}

function leadOf(text: string): string | undefined {
  return /^[^/:]*[/:]/.exec(text)?.[0];
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
