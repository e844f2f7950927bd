import type { DocumentProblem } from './document-problem.ts';
import { asObject, type JsonObject, kindOf } from './json-value.ts';
import type { DocumentNote, Effect, PatternList, Statement } from './policy-document.ts';
import { readConditions } from './read-conditions.ts';
import { findUnknownElements } from './unknown-elements.ts';

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** Reads one statement; undefined where it has no effect, no actions or no resources that could be read. */
export function readStatement(
  value: unknown,
  where: string,
  problems: DocumentProblem[],
  notes: DocumentNote[],
): Statement | undefined {
  const statement = asObject(value);
  if (statement === undefined) {
    const hint = 'write {"Effect": "Allow", "Action": […], "Resource": […]}';
    problems.push({ where, message: `a statement is an object, not ${kindOf(value)}`, hint });
    return undefined;
  }
  problems.push(...findUnknownElements(statement, elements, where));
  for (const name of ['Principal', 'NotPrincipal']) {
    if (statement[name] === undefined) continue;
    const message = `${name} is left out of account: an identity policy has none`;
    notes.push({ where: `${where}.${name}`, message });
  }
  const sid = readSid(statement.Sid, where, problems);
  const effect = readEffect(statement.Effect, where, problems);
  const actions = readPatterns(statement, 'Action', where, problems);
  const resources = readPatterns(statement, 'Resource', where, problems);
  const conditions = readConditions(statement.Condition, `${where}.Condition`, problems);
  if (effect === undefined || actions === undefined || resources === undefined) return undefined;
  return { where, sid, effect, actions, resources, conditions };
}

function readSid(sid: unknown, where: string, problems: DocumentProblem[]): string | undefined {
  if (sid === undefined || typeof sid === 'string') return sid;
  const message = `Sid is text, not ${kindOf(sid)}`;
  problems.push({
    where: `${where}.Sid`,
    message,
    hint: 'leave it out, or use letters and digits',
  });
  return undefined;
}

function readEffect(
  effect: unknown,
  where: string,
  problems: DocumentProblem[],
): Effect | undefined {
  if (effect === 'Allow' || effect === 'Deny') return effect;
  const written = typeof effect === 'string' ? `\`${effect}\`` : kindOf(effect);
  const isDeny = typeof effect === 'string' && effect.toLowerCase() === 'deny';
  problems.push({
    where: `${where}.Effect`,
    message: `Effect is Allow or Deny, not ${written}`,
    hint: `write "Effect": "${isDeny ? 'Deny' : 'Allow'}": the case counts`,
  });
  return undefined;
}

function readPatterns(
  statement: JsonObject,
  name: 'Action' | 'Resource',
  where: string,
  problems: DocumentProblem[],
): PatternList | undefined {
  const negated = `Not${name}`;
  const isNegated = statement[name] === undefined;
  const value = statement[isNegated ? negated : name];
  if (value === undefined) {
    problems.push({
      where,
      message: `a statement has ${name} or ${negated}`,
      hint: missingHint(statement, name),
    });
    return undefined;
  }
  if (!isNegated && statement[negated] !== undefined) {
    const message = `a statement has ${name} or ${negated}, not both`;
    problems.push({ where: `${where}.${negated}`, message, hint: 'make it two statements' });
  }
  return readTexts(value, `${where}.${isNegated ? negated : name}`, isNegated, problems);
}

function readTexts(
  value: unknown,
  where: string,
  isNegated: boolean,
  problems: DocumentProblem[],
): PatternList | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const patterns = list.filter((one) => typeof one === 'string');
  for (const [at, one] of list.entries()) {
    if (typeof one === 'string') continue;
    const place = Array.isArray(value) ? `${where}[${at}]` : where;
    problems.push({
      where: place,
      message: `${kindOf(one)} is no text`,
      hint: 'write it in quotation marks',
    });
  }
  if (list.length === 0) {
    problems.push({ where, message: 'the list is empty', hint: 'leave the statement out' });
  }
  return patterns.length === list.length && list.length > 0 ? { isNegated, patterns } : undefined;
}

function missingHint(statement: JsonObject, name: 'Action' | 'Resource'): string {
  if (name === 'Resource' && statement.Principal !== undefined) {
    return 'this looks like a trust policy; leastgrant reads policies of users, groups and roles';
  }
  return name === 'Resource'
    ? 'write "Resource": "*" for any resource'
    : 'name the actions it is about';
}
