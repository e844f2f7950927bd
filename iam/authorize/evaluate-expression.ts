import type { ApiCall } from '../../aws/api-call.ts';
import { transforms } from './transforms.ts';

type Evaluate = (call: ApiCall) => readonly string[];

const compiled = new Map<string, Evaluate>();

/**
 * Returns the values of a catalog expression for a call: of a parameter path, or of a transform of parameters such as
 * `iamPath(Path?, RoleName)` and `arnOf(resourceArn, "s3")`, or of a text in quotes. Empty where the call has no such parameter. Each expression is parsed once.
 */
export function evaluateExpression(expression: string, call: ApiCall): readonly string[] {
  const known = compiled.get(expression);
  if (known !== undefined) return known(call);
  const evaluate = compile(expression);
  compiled.set(expression, evaluate);
  return evaluate(call);
}

function compile(expression: string): Evaluate {
  const text = textOf(expression);
  if (text !== undefined) return () => [text];
  const match = /^(\w+)\((.*)\)$/.exec(expression);
  if (match === null) return (call) => valuesOf(expression, call);
  const [, name = '', inner = ''] = match;
  const evaluated = inner.split(/,\s*/).map((argument): Evaluate => {
    const known = textOf(argument);
    if (known !== undefined) return () => [known];
    const path = argument.replace(/\?$/, '');
    return (call) => valuesOf(path, call);
  });
  const transform = transforms[name] ?? (() => []);
  return (call) => {
    const values = evaluated.map((evaluate) => evaluate(call));
    return transform(values, call);
  };
}

function textOf(expression: string): string | undefined {
  return /^"([^"]*)"$/.exec(expression)?.[1];
}

function valuesOf(path: string, call: ApiCall): readonly string[] {
  if (!Object.hasOwn(call.parameters, path)) return [];
  const value = call.parameters[path];
  return typeof value === 'string' ? [value] : (value ?? []);
}
