import { asObject, elementsOf } from '../json-value.ts';
import type { DocumentNote } from '../policy-document.ts';

/** A value in which no intrinsic function is left. */
export interface ResolvedValue {
  readonly value: unknown;
  /** One for each part that is known only at deployment. */
  readonly notes: readonly DocumentNote[];
}

/** Values of pseudo parameters, by their names: `AWS::Region`. */
export type PseudoParameters = Readonly<Record<string, string>>;

/**
 * Replaces CloudFormation's intrinsic functions: `Fn::Sub` and `Fn::Join` by their text, `Fn::If` by both of its
 * values, the given pseudo parameters by their values, whatever else is known only at deployment by `*`. A member that is
 * `AWS::NoValue` goes.
 * Source: AWS CloudFormation User Guide, "Intrinsic function reference", "Pseudo parameters reference".
 */
export function resolveIntrinsics(
  value: unknown,
  where: string,
  pseudo: PseudoParameters = {},
): ResolvedValue {
  const resolution: Resolution = { notes: [], pseudo };
  const resolved = resolve(value, where, resolution);
  return { value: resolved === noValue ? undefined : resolved, notes: resolution.notes };
}

interface Resolution {
  readonly notes: DocumentNote[];
  readonly pseudo: PseudoParameters;
}

/** The value of `AWS::NoValue`. */
const noValue = Symbol('AWS::NoValue');

type Resolve = (argument: unknown, where: string, resolution: Resolution) => unknown;

const functions: Readonly<Record<string, Resolve>> = {
  Ref: (name, where, resolution) =>
    name === 'AWS::NoValue' ? noValue : lookUp(String(name), 'Ref', where, resolution),
  'Fn::Sub': substitute,
  'Fn::Join': join,
  'Fn::If': (argument, where, resolution) =>
    elementsOf(argument)
      .slice(1)
      .map((one) => resolve(one, where, resolution))
      .filter((one) => one !== noValue)
      .flat(),
  'Fn::GetAtt': (argument, where, resolution) =>
    unknown(`GetAtt ${elementsOf([argument].flat()).map(String).join('.')}`, where, resolution),
};

function resolve(value: unknown, where: string, resolution: Resolution): unknown {
  if (Array.isArray(value)) return resolveList(value, where, resolution);
  const object = asObject(value);
  if (object === undefined) return value;
  const [[name, argument] = [], ...others] = Object.entries(object);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::'))) {
    const apply = Object.hasOwn(functions, name) ? functions[name] : undefined;
    return (
      apply?.(argument, where, resolution) ?? unknown(name.replace('Fn::', ''), where, resolution)
    );
  }
  const members = Object.entries(object)
    .map(([key, one]): [string, unknown] => [key, resolve(one, `${where}.${key}`, resolution)])
    .filter(([, one]) => one !== noValue);
  return Object.fromEntries(members);
}

/** Both values of an `Fn::If` that stands in a list become elements of the list. */
function resolveList(list: readonly unknown[], where: string, resolution: Resolution): unknown {
  return list.flatMap((one, at) => {
    const resolved = resolve(one, `${where}[${at}]`, resolution);
    return resolved === noValue ? [] : resolved;
  });
}

function substitute(argument: unknown, where: string, resolution: Resolution): unknown {
  const [text, map] = Array.isArray(argument) ? argument : [argument];
  const values = asObject(map) ?? {};
  return String(text).replaceAll(/\$\{(!?)([^}]*)\}/g, (_, literal, name: string) => {
    if (literal === '!') return `\${${name}}`;
    return Object.hasOwn(values, name)
      ? toText(resolve(values[name], where, resolution), where, resolution)
      : lookUp(name, 'Sub', where, resolution);
  });
}

function join(argument: unknown, where: string, resolution: Resolution): unknown {
  const [separator, list] = elementsOf(argument);
  const values = resolve(list, where, resolution);
  if (typeof separator !== 'string' || !Array.isArray(values))
    return unknown('Join', where, resolution);
  return values.map((one) => toText(one, where, resolution)).join(separator);
}

function toText(value: unknown, where: string, resolution: Resolution): string {
  return typeof value === 'string' ? value : unknown('a value', where, resolution);
}

function lookUp(name: string, by: 'Ref' | 'Sub', where: string, resolution: Resolution): string {
  const { pseudo } = resolution;
  return Object.hasOwn(pseudo, name)
    ? (pseudo[name] ?? '*')
    : unknown(`${by} ${name}`, where, resolution);
}

function unknown(what: string, where: string, { notes }: Resolution): string {
  notes.push({ where, message: `\`${what}\` is known only at deployment: \`*\` stands for it` });
  return '*';
}
