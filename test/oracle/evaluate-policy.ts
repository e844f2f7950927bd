/**
 * A second evaluator of IAM policies: slow, plain, and without a line in common with the product.
 * The rules are those of AWS's "Policy evaluation logic" and "IAM JSON policy elements" pages.
 */

/** What a principal asks for. */
export interface OracleRequest {
  readonly action: string;
  readonly resource: string;
  /** The request's condition keys in lower case, each with its values. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

export type OracleDecision = 'allowed' | 'denied' | 'explicitly denied';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Decides a request by the text of one policy document. Throws on a document that IAM would not take. */
export function evaluatePolicy(policy: string, request: OracleRequest): OracleDecision {
  const document: Json = JSON.parse(policy);
  let decision: OracleDecision = 'denied';
  for (const statement of listOf(member(document, 'Statement'))) {
    if (!applies(statement, request)) continue;
    if (member(statement, 'Effect') === 'Deny') return 'explicitly denied';
    if (member(statement, 'Effect') === 'Allow') decision = 'allowed';
  }
  return decision;
}

function applies(statement: Json, request: OracleRequest): boolean {
  return (
    actionApplies(statement, request) &&
    resourceApplies(statement, request) &&
    conditionsApply(statement, request)
  );
}

function actionApplies(statement: Json, { action }: OracleRequest): boolean {
  const isNamed = (names: Json | undefined) =>
    textsOf(names).some((name) => matches(name.toLowerCase(), action.toLowerCase(), {}));
  const named = member(statement, 'Action');
  return named === undefined ? !isNamed(member(statement, 'NotAction')) : isNamed(named);
}

function resourceApplies(statement: Json, { resource, context = {} }: OracleRequest): boolean {
  const isNamed = (names: Json | undefined) =>
    textsOf(names).some((name) => matches(name, resource, context));
  const named = member(statement, 'Resource');
  return named === undefined ? !isNamed(member(statement, 'NotResource')) : isNamed(named);
}

function conditionsApply(statement: Json, { context = {} }: OracleRequest): boolean {
  for (const [operator, keys] of Object.entries(objectOf(member(statement, 'Condition')))) {
    for (const [key, values] of Object.entries(objectOf(keys))) {
      if (!conditionHolds(operator, context[key.toLowerCase()], textsOf(values), context)) {
        return false;
      }
    }
  }
  return true;
}

type Context = Readonly<Record<string, readonly string[]>>;

function conditionHolds(
  operator: string,
  given: readonly string[] | undefined,
  wanted: readonly string[],
  context: Context,
): boolean {
  if (operator === 'Null') return wanted.includes(String(given === undefined));
  const [, quantifier, name = '', ifExists] =
    /^(ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/.exec(operator) ?? [];
  if (given === undefined || given.length === 0) {
    return ifExists !== undefined || quantifier === 'ForAllValues:' || isNegated(name);
  }
  const holds = (value: string) =>
    isNegated(name)
      ? wanted.every((other) => !compares(name.replace('Not', ''), value, other, context))
      : wanted.some((other) => compares(name, value, other, context));
  return quantifier === 'ForAllValues:' ? given.every(holds) : given.some(holds);
}

function isNegated(operator: string): boolean {
  return operator.includes('Not');
}

function compares(operator: string, given: string, wanted: string, context: Context): boolean {
  switch (operator) {
    case 'StringEquals':
      return given === withVariables(wanted, context);
    case 'StringEqualsIgnoreCase':
      return given.toLowerCase() === withVariables(wanted, context).toLowerCase();
    case 'Bool':
      return given.toLowerCase() === wanted.toLowerCase();
    case 'StringLike':
      return matches(wanted, given, context);
    case 'ArnEquals':
    case 'ArnLike':
      return arnMatches(wanted, given, context);
    default:
      return comparesInOrder(operator, given, wanted);
  }
}

function comparesInOrder(operator: string, given: string, wanted: string): boolean {
  const toNumber = operator.startsWith('Date') ? Date.parse : Number;
  const difference = toNumber(given) - toNumber(wanted);
  switch (operator.replace(/^(Numeric|Date)/, '')) {
    case 'Equals':
      return difference === 0;
    case 'LessThan':
      return difference < 0;
    case 'LessThanEquals':
      return difference <= 0;
    case 'GreaterThan':
      return difference > 0;
    case 'GreaterThanEquals':
      return difference >= 0;
    default:
      throw new Error(`the oracle does not know the condition operator ${operator}`);
  }
}

/** ARN operators compare the six parts one by one: a wildcard never crosses a colon. */
function arnMatches(pattern: string, arn: string, context: Context): boolean {
  const sixParts = (text: string) => /^([^:]*):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(text);
  const wanted = sixParts(pattern);
  const given = sixParts(arn);
  if (wanted === null || given === null) return false;
  return wanted.slice(1).every((part, at) => matches(part, given[at + 1] ?? '', context));
}

/** Matches by trying everything: `*` any characters, `?` one, `${…}` a policy variable. */
function matches(pattern: string, text: string, context: Context): boolean {
  const source = [...pattern.matchAll(/\$\{([^}]*)\}|[\s\S]/gu)].map(([piece, variable]) => {
    if (piece === '*') return '[\\s\\S]*';
    if (piece === '?') return '[\\s\\S]';
    return escaped(
      variable === undefined ? piece : (variableValue(variable, context) ?? '\u{10ffff}'),
    );
  });
  return new RegExp(`^${source.join('')}$`, 'u').test(text);
}

function withVariables(text: string, context: Context): string {
  return text.replaceAll(/\$\{([^}]*)\}/g, (all, name) => variableValue(name, context) ?? all);
}

function variableValue(variable: string, context: Context): string | undefined {
  return ['*', '?', '$'].includes(variable) ? variable : context[variable.toLowerCase()]?.[0];
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function member(value: Json | undefined, name: string): Json | undefined {
  return objectOf(value)[name];
}

function objectOf(value: Json | undefined): { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function listOf(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: Json | undefined): string[] {
  return listOf(value).map((item) => {
    if (typeof item === 'object') throw new Error('a policy list holds texts only');
    return String(item);
  });
}
