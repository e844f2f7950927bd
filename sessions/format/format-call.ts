import type { ObservedCall } from '../../aws/api-call.ts';
import type { SessionCall } from '../session-call.ts';
import { withHistory } from '../with-history.ts';
import { denialFields } from './denial-fields.ts';
import { sortParameters } from './sort-parameters.ts';

/** Returns the call as one line of JSON with its fields in a fixed order: equal calls give equal lines. */
export function formatCall(call: ObservedCall): string {
  return JSON.stringify(call.service === null ? unrecognisedFields(call) : apiCallFields(call));
}

/** Returns the call and its history as one line of JSON with its fields in a fixed order. */
export function formatSessionCall(call: SessionCall): string {
  return JSON.stringify(withHistory(call, call));
}

// Field by field, so that whatever else an object carries is not stored.
function apiCallFields(call: Extract<ObservedCall, { service: string }>): ObservedCall {
  return {
    service: call.service,
    operation: call.operation,
    region: call.region,
    partition: call.partition,
    account: call.account,
    identity: call.identity,
    parameters: sortParameters(call.parameters),
    outcome: call.outcome,
    status: call.status,
    errorCode: call.errorCode,
    ...denialFields(call.denials),
    client: call.client,
  };
}

function unrecognisedFields(call: Extract<ObservedCall, { service: null }>): ObservedCall {
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
    ...denialFields(call.denials),
    client: call.client,
  };
}
