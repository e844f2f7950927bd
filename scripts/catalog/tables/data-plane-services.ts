import type { Member, WireOperation, WireService } from '../model.ts';

const label: Member = {
  wireName: null,
  location: 'uri',
  required: true,
  shape: () => ({ type: 'scalar' }),
};

const operation = (name: string, members: readonly string[]): readonly [string, WireOperation] => [
  name,
  {
    name,
    routes: [],
    signed: true,
    deprecated: false,
    members: new Map(members.map((member) => [member, label])),
    payload: null,
  },
];

/**
 * Labels that the hosts and paths of the user's own endpoints give to all operations of a service beside those of its
 * model, by service id (aws/wire/identify-data-plane.ts).
 * Source: API Gateway Developer Guide, "Use @connections commands in your backend service".
 */
const endpointLabels: Readonly<Record<string, readonly string[]>> = {
  apigatewaymanagementapi: ['ApiId', 'Stage'],
};

/** Returns a service whose operations have the labels of its endpoints, too. */
export function withEndpointLabels(service: WireService): WireService {
  const labels = endpointLabels[service.id];
  if (labels === undefined) return service;
  const members = labels.map((name) => [name, label] as const);
  const operations = [...service.operations].map(
    ([name, one]): readonly [string, WireOperation] => [
      name,
      { ...one, members: new Map([...one.members, ...members]) },
    ],
  );
  return { ...service, operations: new Map(operations) };
}

/**
 * Calls to the user's own endpoints, which no API model describes (aws/wire/identify-data-plane.ts).
 * Source: API Gateway Developer Guide, "Control access for invoking an API"; Lambda Developer Guide, "Control access to
 * Lambda function URLs".
 */
export const dataPlaneServices: readonly WireService[] = [
  {
    id: 'execute-api',
    apiVersion: '',
    protocol: 'rest-json',
    signingNames: ['execute-api'],
    endpointPrefixes: ['execute-api'],
    targetPrefixes: [],
    operations: new Map([operation('Invoke', ['ApiId', 'Stage', 'Method', 'Path'])]),
  },
  {
    id: 'lambda',
    apiVersion: '',
    protocol: 'rest-json',
    signingNames: [],
    endpointPrefixes: [],
    targetPrefixes: [],
    operations: new Map([operation('InvokeFunctionUrl', [])]),
  },
];
