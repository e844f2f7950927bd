import type {
  ApiCall,
  CallOutcome,
  ObservedCall,
  ParameterValue,
  UnrecognisedCall,
} from '../../aws/api-call.ts';
import { unionLabels } from '../labels.ts';
import type { CallHistory, SessionCall } from '../session-call.ts';
import { apiCallWithHistory, withHistory } from '../with-history.ts';
import { readDenials } from './denial-fields.ts';
import {
  badData,
  expectFieldCount,
  isTexts,
  isWhole,
  type JsonRecord,
  readNullableText,
  readRecord,
  readText,
  readTexts,
  readTime,
  readWhole,
} from './json-fields.ts';
import { sortParameters } from './sort-parameters.ts';

const API_CALL_FIELDS = 11;
const UNRECOGNISED_CALL_FIELDS = 16;
const HISTORY_FIELDS = 4;

/**
 * Returns the call in a JSON value that `formatCall` has written.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function parseCall(value: unknown): ObservedCall {
  const record = readRecord(value, 'the call');
  const call = readCall(record);
  expectFieldCount(record, fieldCountOf(call));
  return call;
}

/**
 * Returns the call and its history in a JSON value that `formatSessionCall` has written. Texts that the call before it has
 * as well are kept once: most of a session's calls are one program's, and a million of them must fit in memory.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function parseSessionCall(value: unknown, before?: SessionCall): SessionCall {
  const record = readRecord(value, 'the call');
  const call = readCall(record, before);
  const history = readHistory(record);
  expectFieldCount(record, fieldCountOf(call) + HISTORY_FIELDS);
  return withHistory(call, history);
}

/**
 * Returns a call that differs from another one in nothing but its parameters and its history, from the JSON values of these;
 * undefined where there is more beside the history, such as denials.
 * @throws LeastgrantError E_SESSION_DAMAGED
 */
export function parseSimilarCall(
  call: Extract<ObservedCall, { service: string }>,
  parameters: unknown,
  history: unknown,
): SessionCall | undefined {
  const record = readRecord(history, 'the call');
  if (Object.keys(record).length !== HISTORY_FIELDS) return undefined;
  return apiCallWithHistory(call, readParameters(parameters), readHistory(record));
}

function readHistory(record: JsonRecord): CallHistory {
  const count = readWhole(record, 'count');
  if (count === 0) throw badData('`count` is zero');
  const firstSeen = readTime(record, 'firstSeen');
  const lastSeen = record.lastSeen === firstSeen ? firstSeen : readTime(record, 'lastSeen');
  if (lastSeen < firstSeen) throw badData('`lastSeen` lies before `firstSeen`');
  const labels = readTexts(record, 'labels');
  return {
    count,
    firstSeen,
    lastSeen,
    labels: labels.length === 0 ? noLabels : unionLabels(labels, []),
  };
}

const noLabels: readonly string[] = [];

function fieldCountOf(call: ObservedCall): number {
  const fields = call.service === null ? UNRECOGNISED_CALL_FIELDS : API_CALL_FIELDS;
  return call.denials === undefined ? fields : fields + 1;
}

function readCall(record: JsonRecord, before?: ObservedCall): ObservedCall {
  if (record.service === null) return readUnrecognisedCall(record);
  const call = readApiCall(record, before);
  return record.denials === undefined ? call : { ...call, ...readDenials(record) };
}

function readApiCall(record: JsonRecord, before: ObservedCall | undefined): ApiCall {
  return {
    service: readShared(record, 'service', before?.service),
    operation: readShared(record, 'operation', before?.operation),
    region: readNullableShared(record, 'region', before?.region),
    partition: readShared(record, 'partition', before?.partition),
    account: readNullableShared(record, 'account', before?.account),
    identity: readNullableShared(record, 'identity', before?.identity),
    parameters: readParameters(record.parameters),
    outcome: readOutcome(record),
    status: readStatus(record),
    errorCode: readNullableShared(record, 'errorCode', before?.errorCode),
    client: readNullableShared(record, 'client', before?.client),
  };
}

/** Returns the text as the one object that is in memory already, where it is equal. */
function readShared(record: JsonRecord, field: string, before: string | null | undefined): string {
  const text = readText(record, field);
  return text === before ? before : text;
}

function readNullableShared(
  record: JsonRecord,
  field: string,
  before: string | null | undefined,
): string | null {
  return record[field] === null ? null : readShared(record, field, before);
}

function readUnrecognisedCall(record: JsonRecord): UnrecognisedCall {
  if (record.operation !== null) throw badData('`operation` without a `service`');
  return {
    service: null,
    operation: null,
    signingName: readNullableText(record, 'signingName'),
    region: readNullableText(record, 'region'),
    partition: readText(record, 'partition'),
    account: readNullableText(record, 'account'),
    identity: readNullableText(record, 'identity'),
    host: readText(record, 'host'),
    method: readText(record, 'method'),
    pathTemplate: readText(record, 'pathTemplate'),
    target: readNullableText(record, 'target'),
    reason: readText(record, 'reason'),
    outcome: readOutcome(record),
    status: readStatus(record),
    errorCode: readNullableText(record, 'errorCode'),
    ...readDenials(record),
    client: readNullableText(record, 'client'),
  };
}

function readStatus(record: JsonRecord): number | null {
  const { status } = record;
  if (status === null || isWhole(status)) return status;
  throw badData('`status` is not an HTTP status');
}

function readOutcome(record: JsonRecord): CallOutcome {
  const outcome = record.outcome;
  if (outcome === 'allowed' || outcome === 'denied' || outcome === 'failed') return outcome;
  throw badData('`outcome` is none of `allowed`, `denied` and `failed`');
}

function readParameters(value: unknown): Readonly<Record<string, ParameterValue>> {
  const parameters = readRecord(value, '`parameters`');
  if (isParameters(parameters)) return sortParameters(parameters);
  throw badData('a parameter is neither a string nor a list of strings');
}

function isParameters(record: JsonRecord): record is Readonly<Record<string, ParameterValue>> {
  return Object.values(record).every((value) => typeof value === 'string' || isTexts(value));
}
