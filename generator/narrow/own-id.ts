import { rememberOfType } from './remember-of-type.ts';
import type { ResourceForm } from './resource-form.ts';
import type { ResourceType } from './resource-types.ts';

/**
 * Tells whether a variable holds the id that the ARN is about, or that of what it lies in, and no name that a user gave
 * stands before it: a key, an instance, a permission set of an instance. Such an id stands for one resource alone, and a
 * wildcard in its place would stand for every one of the account.
 */
export function isOwnId({ type }: ResourceForm, at: number): boolean {
  return ownIds(type)[at] === true;
}

const ownIds = rememberOfType((type) => type.variables.map((_, at) => holdsOwnId(type, at)));

function holdsOwnId(type: ResourceType, at: number): boolean {
  const variable = type.variables[at];
  if (!isIdVariable(variable) || givenIds.has(`${type.service}:${variable}`)) return false;
  const above = type.variables.slice(0, at).findLastIndex((variable) => givenName.test(variable));
  if (above < 0) return true;
  // `loadbalancer/app/NAME/ID` is one thing with its id; in `bucket/NAME/table/ID` the bucket holds many.
  const between = type.literals.slice(above + 1, at + 1).join('');
  return /[a-z]/i.test(between) && !passing.test(between);
}

/**
 * What is called an id, and is a name that the caller gives. Sources: AWS Secrets Manager User Guide, "What's in a
 * secret"; AWS IoT Core Developer Guide, "Device communication protocols": a client chooses its id when it connects;
 * Amazon Pinpoint API Reference, Endpoint; Amazon Chime SDK Messaging API Reference, CreateAppInstanceUser.
 */
const givenIds: ReadonlySet<string> = new Set([
  'secretsmanager:SecretId',
  'iot:ClientId',
  'mobiletargeting:EndpointId',
  'mobiletargeting:UserId',
  'chime:AppInstanceUserId',
]);

/** Tells whether a variable is called after an id that AWS makes. */
export function isIdVariable(variable: string | undefined): boolean {
  return variable !== undefined && idVariable.test(variable);
}

const idVariable = /(?:Id|ID|Uuid|UUID|Identifier|Label|Timestamp|Epoch)$|^id$/;
const givenName = /(?:Name|Alias)$/;
/** What comes and goes with each run: its ids are never the same twice. */
const passing =
  /(?:session|stream|execution|run|task|job|export|import|backup|snapshot|query|invocation|engagement|page|message|recommendation|report|build|deployment|command)s?\W*$/i;
