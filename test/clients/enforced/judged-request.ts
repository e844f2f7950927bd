import { type Json, listOf, member } from '../../oracle/json.ts';
import type { Context } from '../../oracle/patterns.ts';

/** A request as moto reads it, before it is answered. */
export interface JudgedRequest {
  /** In moto's words: the signing name and the operation, `monitoring:PutMetricData`. */
  readonly action: string;
  readonly region: string;
  readonly account: string;
  /** Members as botocore names them. */
  readonly parameters: Json;
  /** Names in lower case. */
  readonly headers: Json;
  /** The caller's policies as texts. */
  readonly policies: readonly string[];
}

/** One thing that IAM is asked for a request. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Context;
}

/** Says what AWS asks IAM for a request. `memory` holds what earlier requests told, by names that rules choose. */
export type AskRule = (request: JudgedRequest, memory: Map<string, string>) => readonly Asked[];

/** By moto's action, or `SERVICE:*` for all others of a service. */
export type AskRules = Readonly<Record<string, AskRule>>;

/** Returns all values at a path of parameters: `Items[].Name`; `{}` stands for the keys of a map. */
export function texts(request: JudgedRequest, path: string): string[] {
  let found: Json[] = [request.parameters];
  for (const step of path.split('.')) {
    const name = step.replace(/\[\]$|\{\}$/, '');
    const values = found.flatMap((value) => member(value, name) ?? []);
    if (step.endsWith('{}')) {
      found = values.flatMap((value) => (value instanceof Object ? Object.keys(value) : []));
    } else {
      found = step.endsWith('[]') ? values.flatMap(listOf) : values;
    }
  }
  return found.map(String);
}

/** Returns the one value at a path; an empty text where there is none. */
export function text(request: JudgedRequest, path: string): string {
  return texts(request, path)[0] ?? '';
}

/** Returns an ARN of the caller's account and region. */
export function arn({ region, account }: JudgedRequest, service: string, resource: string): string {
  return `arn:aws:${service}:${region}:${account}:${resource}`;
}

/** Asks for moto's own action on each of the resources. */
export function own(request: JudgedRequest, ...resources: string[]): Asked[] {
  return resources.map((resource) => ({ action: request.action, resource }));
}

/** Asks for `iam:PassRole` on each role that is named at the path. */
export function passed(request: JudgedRequest, path: string, service: string): Asked[] {
  return texts(request, path).map((resource) => ({
    action: 'iam:PassRole',
    resource,
    context: { 'iam:passedtoservice': [`${service}.amazonaws.com`] },
  }));
}

/** Asks for `action` on `resource` where the request has something at the path. */
export function whereGiven(
  request: JudgedRequest,
  path: string,
  action: string,
  resource: string,
): Asked[] {
  return texts(request, path).length > 0 ? [{ action, resource }] : [];
}
