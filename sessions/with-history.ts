import type { ApiCall, ObservedCall, UnrecognisedCall } from '../aws/api-call.ts';
import { denialFields } from './format/denial-fields.ts';
import { sortParameters } from './format/sort-parameters.ts';
import type { CallHistory, SessionCall } from './session-call.ts';

/**
 * Returns the call with this history and nothing else, its fields and its parameters in a fixed order.
 * Field by field: V8 takes ten times as long to add fields to a spread object, and a session may have a
 * million calls.
 */
export function withHistory(call: ObservedCall, history: CallHistory): SessionCall {
  const kept =
    call.service === null
      ? unrecognisedWithHistory(call, history)
      : apiCallWithHistory(call, call.parameters, history);
  return call.denials === undefined ? kept : { ...kept, ...denialFields(call.denials) };
}

/** Returns the same call with other parameters and this history, and nothing else; without denials. */
export function apiCallWithHistory(
  call: ApiCall,
  parameters: ApiCall['parameters'],
  history: CallHistory,
): SessionCall {
  return {
    service: call.service,
    operation: call.operation,
    region: call.region,
    partition: call.partition,
    account: call.account,
    identity: call.identity,
    parameters: sortParameters(parameters),
    outcome: call.outcome,
    status: call.status,
    errorCode: call.errorCode,
    client: call.client,
    count: history.count,
    firstSeen: history.firstSeen,
    lastSeen: history.lastSeen,
    labels: history.labels,
  };
}

function unrecognisedWithHistory(call: UnrecognisedCall, history: CallHistory): SessionCall {
  return {
    service: null,
    operation: null,
    signingName: call.signingName,
    region: call.region,
    partition: call.partition,
    account: call.account,
    identity: call.identity,
    host: call.host,
    method: call.method,
    pathTemplate: call.pathTemplate,
    target: call.target,
    reason: call.reason,
    outcome: call.outcome,
    status: call.status,
    errorCode: call.errorCode,
    client: call.client,
    count: history.count,
    firstSeen: history.firstSeen,
    lastSeen: history.lastSeen,
    labels: history.labels,
  };
}
