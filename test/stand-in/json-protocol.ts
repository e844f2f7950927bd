import type { Answer, Refusal } from './answer.ts';
import type { ReceivedRequest } from './received-request.ts';
import { StandInError } from './stand-in-error.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object as requests and answers carry it. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** Returns the operation of an awsJson request (`X-Amz-Target: PREFIX.Operation`), if it speaks that. */
export function jsonOperation(request: ReceivedRequest): string | undefined {
  return request.headers.get('x-amz-target')?.split('.').at(-1);
}

/** Reads the request's body. Throws `SerializationException` where it is no JSON object. */
export function readJson(request: ReceivedRequest): JsonObject {
  const value: Json = parse(request.body.toString('utf8'));
  if (!isJsonObject(value)) throw malformed();
  return value;
}

/** Returns an answer in awsJson. */
export function answerJson(content: JsonObject, version: '1.0' | '1.1'): Answer {
  return {
    status: 200,
    headers: { 'content-type': `application/x-amz-json-${version}` },
    body: JSON.stringify(content),
  };
}

/** Returns an error in awsJson, whose codes differ in name and status from those of the XML protocols. */
export function refuseJson({ code, message, status }: Refusal, version: '1.0' | '1.1'): Answer {
  const type = jsonCodes[code] ?? code;
  return {
    status: jsonCodes[code] === undefined ? status : 400,
    headers: { 'content-type': `application/x-amz-json-${version}`, 'x-amzn-errortype': type },
    body: JSON.stringify({ __type: `com.amazonaws.stand.in#${type}`, message }),
  };
}

/** Returns a member that has to be a string. Throws `ValidationException` where it is none. */
export function textMember(input: JsonObject, name: string): string {
  const value = input[name];
  if (typeof value === 'string') return value;
  throw new StandInError('ValidationException', `${name} has to be a string`);
}

/** Returns a member that has to be an object. Throws `ValidationException` where it is none. */
export function objectMember(input: JsonObject, name: string): JsonObject {
  const value = input[name];
  if (isJsonObject(value)) return value;
  throw new StandInError('ValidationException', `${name} has to be an object`);
}

/** Tells objects from the other JSON values. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same refusals, as AWS's JSON services call them. */
const jsonCodes: Readonly<Record<string, string>> = {
  AccessDenied: 'AccessDeniedException',
  SignatureDoesNotMatch: 'InvalidSignatureException',
  RequestTimeTooSkewed: 'InvalidSignatureException',
  MissingAuthenticationToken: 'MissingAuthenticationTokenException',
  InvalidClientTokenId: 'UnrecognizedClientException',
  InvalidAction: 'UnknownOperationException',
  'AWS.SimpleQueueService.NonExistentQueue': 'QueueDoesNotExist',
};

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed();
  }
}

function malformed(): StandInError {
  return new StandInError('SerializationException', 'The body is not a JSON object');
}
