import { rememberOfType } from './remember-of-type.ts';
import type { ResourceType, ResourceTypes } from './resource-types.ts';

/** A resource taken apart: the fields that stay, and the parts that may vary. */
export interface ResourceForm {
  /** The ARN up to and including the colon after the account. */
  readonly head: string;
  readonly type: ResourceType;
  /** The text of each of the type's variables. */
  readonly values: readonly string[];
}

/** Returns the form of an ARN; undefined for anything else, `*` among it. */
export function parseResource(resource: string, types: ResourceTypes): ResourceForm | undefined {
  if (!resource.startsWith('arn:')) return undefined;
  const afterPartition = resource.indexOf(':', 4) + 1;
  const afterService = resource.indexOf(':', afterPartition) + 1;
  const afterRegion = resource.indexOf(':', afterService) + 1;
  const afterAccount = resource.indexOf(':', afterRegion) + 1;
  const isWhole = afterPartition > 0 && afterService > 0 && afterRegion > 0 && afterAccount > 0;
  if (!isWhole || afterAccount === resource.length) return undefined;
  const service = resource.slice(afterPartition, afterService - 1);
  const rest = resource.slice(afterAccount);
  const { type, values } = types.find(service, rest) ?? typeByForm(service, rest);
  return { head: resource.slice(0, afterAccount), type, values };
}

/** Returns the resource that a form stands for. */
export function writeResource({ head, type, values }: ResourceForm): string {
  let text = head + (type.literals[0] ?? '');
  for (let at = 0; at < values.length; at += 1) {
    text += (values[at] ?? '') + (type.literals[at + 1] ?? '');
  }
  return text;
}

/** Two resources are alike, as far as wildcards go, where the family of both is the same. */
export function familyOf({ head, type }: ResourceForm): string {
  return head + literalsOf(type);
}

const literalsOf = rememberOfType(({ literals }) => literals.join('\u0000'));

/** Where no type is known, each part between slashes and colons is taken for a variable of its own. */
function typeByForm(service: string, rest: string) {
  const parts = rest.split(/([/:])/);
  const [first = '', separator = '', ...others] = parts;
  const literals = others.length === 0 ? [''] : [`${first}${separator}`];
  const values = others.length === 0 ? [first] : [];
  for (const [at, part] of others.entries()) {
    if (at % 2 === 0) values.push(part);
    else literals.push(part);
  }
  literals.push('');
  return {
    type: { key: '', service, variables: values.map((_, at) => `Part${at + 1}`), literals },
    values,
  };
}
