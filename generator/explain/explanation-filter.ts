import { compileResource, completeArn } from '../../iam/evaluate/arn-matcher.ts';
import { parsePattern } from '../../iam/evaluate/pattern.ts';
import { compileMatcher } from '../../iam/evaluate/text-matcher.ts';
import { toRepresentative } from '../../iam/evaluate/to-representative.ts';

/** What of a policy is to be explained; a part that is not set takes all. Each may hold `*` and `?`. */
export interface ExplanationQuestion {
  /** `s3:GetObject`, or the name alone; in any case. */
  readonly action?: string;
  /** An ARN, or any part of one. */
  readonly resource?: string;
  /** `GetObject`, `s3:GetObject` or `s3 GetObject`; in any case. */
  readonly call?: string;
}

/** A question ready to be asked of many calls. */
export interface ExplanationFilter {
  readonly question: ExplanationQuestion;
  matchesCall(service: string, operation: string): boolean;
  matchesAction(action: string): boolean;
  /** Tells whether a recorded resource is one that was asked for. */
  matchesResource(resource: string): boolean;
  /** Tells whether a resource of the policy, under one of its actions, is or covers what was asked for. */
  covers(action: string, resource: string): boolean;
}

/** Prepares a question. */
export function createExplanationFilter(question: ExplanationQuestion): ExplanationFilter {
  const { action, resource, call } = question;
  const matchesResource = resource === undefined ? always : resourceTest(resource);
  return {
    question,
    matchesCall: call === undefined ? always : callTest(call),
    matchesAction: action === undefined ? always : actionTest(action),
    matchesResource,
    covers: (of, pattern) =>
      resource === undefined || matchesResource(pattern) || coversArn(of, pattern, resource),
  };
}

const always = () => true;

function callTest(call: string) {
  const written = call.trim().replace(/[ .]/, ':');
  const matches = textTest(written.toLowerCase());
  return written.includes(':')
    ? (service: string, operation: string) => matches(`${service}:${operation}`.toLowerCase())
    : (_service: string, operation: string) => matches(operation.toLowerCase());
}

function actionTest(action: string) {
  const matches = textTest(action.toLowerCase());
  return action.includes(':')
    ? (one: string) => matches(one.toLowerCase())
    : (one: string) => matches(one.slice(one.indexOf(':') + 1).toLowerCase());
}

function resourceTest(resource: string) {
  if (resource.startsWith('arn:') || /[*?]/.test(resource)) return textTest(resource);
  return (one: string) => one.includes(resource);
}

function textTest(pattern: string): (text: string) => boolean {
  const matcher = compileMatcher(
    parsePattern(pattern, { hasWildcards: true, hasVariables: false }),
  );
  return (text) => text === pattern || matcher.matches(text, new Map());
}

/** `*` stands for the action's own service only: every action without a resource covers every ARN otherwise. */
function coversArn(action: string, pattern: string, resource: string): boolean {
  if (!resource.startsWith('arn:')) return false;
  if (pattern === '*') return resource.split(':')[2] === action.split(':')[0];
  const matcher = compileResource(completeArn(pattern), { hasWildcards: true, hasVariables: true });
  return matcher.matches(toRepresentative(resource), new Map());
}
