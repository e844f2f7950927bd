import { readFileSync } from 'node:fs';
import type { ApiCall, ParameterValue } from '../../../aws/api-call.ts';
import { asObject, asString, type JsonObject } from '../json.ts';

/**
 * Reads the recognised calls of a file as `leastgrant calls --format ndjson` writes it: what decides their permissions,
 * no more. Throws where a line is no call.
 */
export function readCalls(path: string): readonly ApiCall[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => asObject(JSON.parse(line), `a line of ${path}`))
    .filter(({ service }) => service !== null)
    .map(parseCall);
}

/** Returns a line of `leastgrant calls --format ndjson` for a recognised call as the call that it is. */
export function parseCall(line: JsonObject): ApiCall {
  const text = (field: string) => (typeof line[field] === 'string' ? line[field] : null);
  return {
    service: asString(line.service, 'service'),
    operation: asString(line.operation, 'operation'),
    region: text('region'),
    partition: asString(line.partition, 'partition'),
    account: text('account'),
    identity: text('identity'),
    parameters: Object.fromEntries(
      Object.entries(asObject(line.parameters, 'parameters')).map(toParameter),
    ),
    client: null,
    outcome: 'allowed',
    status: null,
    errorCode: null,
  };
}

function toParameter([name, value]: [string, unknown]): [string, ParameterValue] {
  return [name, Array.isArray(value) ? value.map((one) => String(one)) : String(value)];
}
