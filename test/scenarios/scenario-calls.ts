import type { ApiCall, ParameterValue } from '../../aws/api-call.ts';
import { asRecord, asText, readScenarios } from './read-scenarios.ts';

/** Returns the calls of the scenarios about permissions. */
export function scenarioCalls(): readonly ApiCall[] {
  return readScenarios('authorize', (value, where) =>
    parseScenarioCall(asRecord(asRecord(value, where).call, where), where),
  );
}

/** Reads a call as scenarios write it: only what the case is about. */
export function parseScenarioCall(row: Readonly<Record<string, unknown>>, where: string): ApiCall {
  return {
    service: asText(row.service, where),
    operation: asText(row.operation, where),
    region: asText(row.region ?? 'eu-west-1', where),
    partition: asText(row.partition ?? 'aws', where),
    account: row.account === null ? null : '123456789012',
    identity: 'AKIA…MPLE',
    ...(row.principal !== undefined && { principal: asText(row.principal, where) }),
    parameters: parseParameters(row.parameters, where),
    client: null,
    outcome: 'allowed',
    status: 200,
    errorCode: null,
  };
}

function parseParameters(value: unknown, where: string): Readonly<Record<string, ParameterValue>> {
  const entries = Object.entries(asRecord(value, where)).map(([path, one]) => {
    if (!Array.isArray(one)) return [path, asText(one, where)];
    return [path, one.map((item) => asText(item, where))];
  });
  return Object.fromEntries(entries);
}
