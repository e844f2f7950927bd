import type { Excess } from '../generator/verify/find-excess.ts';
import type { NotAllowed } from '../generator/verify/find-not-allowed.ts';
import type { RemovableElement } from '../generator/verify/find-removable.ts';
import type { AssumedValues, Verification } from '../generator/verify/verify-policies.ts';
import type { RecognisedSessionCall } from '../sessions/session-call.ts';
import { listNames } from './describe-calls.ts';
import { plural } from './plural.ts';

type CallVerification = Verification<RecognisedSessionCall>;

/** Returns a comparison as lines for a reader: what is not allowed first, then what is too much. */
export function renderVerification(verification: CallVerification): string {
  const { needs, notAllowed, removable, excess, assumed } = verification;
  const needed = plural(needs, 'recorded permission');
  const summary =
    notAllowed.length === 0
      ? `allowed: all of ${needed}`
      : `NOT ALLOWED: ${notAllowed.length.toLocaleString('en-US')} of ${needed}`;
  const lines = [
    summary,
    ...notAllowed.flatMap(notAllowedLines),
    ...removable.map(removableLine),
    ...excessLines(excess),
  ];
  if (lines.length === 1 && notAllowed.length === 0) lines.push('in excess: nothing');
  lines.push(...assumed.map(assumedLine));
  return lines.map((line) => `${line}\n`).join('');
}

/** Returns a comparison as JSON fields; names and order are a contract with other programs, fields are only added. */
export function verificationFields({
  ok,
  needs,
  notAllowed,
  removable,
  excess,
  assumed,
}: CallVerification) {
  return {
    ok,
    needs,
    notAllowed: notAllowed.map(({ action, resource, conditions, subject, decision, because }) => ({
      action,
      resource,
      conditions,
      call: {
        service: subject.service,
        operation: subject.operation,
        parameters: subject.parameters,
      },
      decision,
      because,
    })),
    removable,
    excess,
    ...(assumed.length > 0 && { assumed }),
  };
}

function notAllowedLines(one: NotAllowed<RecognisedSessionCall>): readonly string[] {
  const { action, resource, subject, decision, because } = one;
  return [
    `  ${action} on ${resource}: ${decision}`,
    `    asked for by ${subject.service} ${subject.operation}`,
    ...because.map(({ policy, statement, sid, reason }) => {
      const place = [policy, statement].filter((part) => part !== null).join(': ');
      const named = sid === null ? '' : ` (${sid})`;
      return place === '' ? `    ${reason}` : `    ${place}${named}: ${reason}`;
    }),
  ];
}

function removableLine({ policy, where, kind, element }: RemovableElement): string {
  const what = kind === 'statement' ? `the statement ${element}` : element;
  return `no call needs: ${what} (${policy}: ${where})`;
}

function assumedLine({ key, actions, needs }: AssumedValues): string {
  return `not known: the values of ${key}, which are not recorded; ${plural(needs, 'permission')} (${listNames(actions)}) taken to match`;
}

function excessLines({ actions, resources }: Excess): readonly string[] {
  return [
    ...actions.map(
      (one) =>
        `in excess, ${one.level}: ${plural(one.actions.length, 'action')}: ${listNames(one.actions)}`,
    ),
    ...resources.map(({ policy, where, resource, kind, levels }) => {
      const what = kind === 'unused' ? 'no call used' : 'wider than what calls used';
      const about = levels.length === 0 ? '' : `, ${levels.join(' and ')}`;
      return `in excess${about}: ${resource}: ${what} (${policy}: ${where})`;
    }),
  ];
}
