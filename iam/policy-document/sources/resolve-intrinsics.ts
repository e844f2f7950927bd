import { asObject, elementsOf } from '../json-value.ts';
import type { DocumentNote } from '../policy-document.ts';

/** A value in which no intrinsic function is left. */
export interface ResolvedValue {
  readonly value: unknown;
  /** One for each part that is known only at deployment. */
  readonly notes: readonly DocumentNote[];
}

/**
 * Replaces CloudFormation's intrinsic functions: `Fn::Sub` and `Fn::Join` by their text, `Fn::If` by both of its
 * values, whatever is known only at deployment by `*`. A member that is `AWS::NoValue` goes.
 * Source: AWS CloudFormation User Guide, "Intrinsic function reference".
 */
export function resolveIntrinsics(value: unknown, where: string): ResolvedValue {
  const notes: DocumentNote[] = [];
  const resolved = resolve(value, where, notes);
  return { value: resolved === noValue ? undefined : resolved, notes };
}

/** The value of `AWS::NoValue`. */
const noValue = Symbol('AWS::NoValue');

type Resolve = (argument: unknown, where: string, notes: DocumentNote[]) => unknown;

const functions: Readonly<Record<string, Resolve>> = {
  Ref: (name, where, notes) =>
    name === 'AWS::NoValue' ? noValue : unknown(`Ref ${String(name)}`, where, notes),
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::If': (argument, where, notes) =>
    elementsOf(argument)
      .slice(1)
      .map((one) => resolve(one, where, notes))
      .filter((one) => one !== noValue)
      .flat(),
  'Fn::GetAtt': (argument, where, notes) =>
    unknown(`GetAtt ${elementsOf([argument].flat()).map(String).join('.')}`, where, notes),
};

function resolve(value: unknown, where: string, notes: DocumentNote[]): unknown {
  if (Array.isArray(value)) return resolveList(value, where, notes);
  const object = asObject(value);
  if (object === undefined) return value;
  const [[name, argument] = [], ...others] = Object.entries(object);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    const apply = Object.hasOwn(functions, name) ? functions[name] : undefined;
    return apply?.(argument, where, notes) ?? unknown(name.replace('Fn::', ''), where, notes);
  }
  const members = Object.entries(object)
    .map(([key, one]): [string, unknown] => [key, resolve(one, `${where}.${key}`, notes)])
    .filter(([, one]) => one !== noValue);
  return Object.fromEntries(members);
}

/** Both values of an `Fn::If` that stands in a list become elements of the list. */
function resolveList(list: readonly unknown[], where: string, notes: DocumentNote[]): unknown {
  return list.flatMap((one, at) => {
    const resolved = resolve(one, `${where}[${at}]`, notes);
    return resolved === noValue ? [] : resolved;
  });
}

function substitute(argument: unknown, where: string, notes: DocumentNote[]): unknown {
  const [text, map] = Array.isArray(argument) ? argument : [argument];
  const values = asObject(map) ?? {};
  return String(text).replaceAll(/\$\{(!?)([^}]*)\}/g, (_, literal, name: string) => {
    if (literal === '!') return `\${${name}}`;
    return Object.hasOwn(values, name)
      ? toText(resolve(values[name], where, notes), where, notes)
      : unknown(`Sub ${name}`, where, notes);
  });
}

function join(argument: unknown, where: string, notes: DocumentNote[]): unknown {
  const [separator, list] = elementsOf(argument);
  const values = resolve(list, where, notes);
  if (typeof separator !== 'string' || !Array.isArray(values)) return unknown('Join', where, notes);
  return values.map((one) => toText(one, where, notes)).join(separator);
}

function toText(value: unknown, where: string, notes: DocumentNote[]): string {
  return typeof value === 'string' ? value : unknown('a value', where, notes);
}

function unknown(what: string, where: string, notes: DocumentNote[]): string {
  notes.push({ where, message: `\`${what}\` is known only at deployment: \`*\` stands for it` });
  return '*';
}
