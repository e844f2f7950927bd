import type { ApiCall } from '../../../aws/api-call.ts';

/** Returns a signed call; a test names only what it is about. */
export function apiCall(
  service: string,
  operation: string,
  parameters: ApiCall['parameters'],
): ApiCall {
  return {
    service,
    operation,
    region: 'eu-west-1',
    partition: 'aws',
    account: '123456789012',
    identity: 'AKIA…MPLE',
    parameters,
    client: null,
    outcome: 'allowed',
    status: 200,
    errorCode: null,
  };
}
