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
 * model, by service id (aws/wire/data-planes.ts).
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

/** A service of which only these calls are known, or to which they are added. */
function service(
  id: string,
  operations: readonly (readonly [string, WireOperation])[],
  protocol: WireService['protocol'] = 'rest-json',
): WireService {
  return {
    id,
    apiVersion: '',
    protocol,
    signingNames: [],
    endpointPrefixes: [],
    targetPrefixes: [],
    operations: new Map(operations),
  };
}

/** A service that only such calls have. */
function ownService(id: string, operations: readonly (readonly [string, WireOperation])[]) {
  return { ...service(id, operations), signingNames: [id], endpointPrefixes: [id] };
}

function routed(
  name: string,
  routes: readonly string[],
  members: Readonly<Record<string, Member>>,
): readonly [string, WireOperation] {
  return [
    name,
    {
      name,
      routes: routes.map((route) => {
        const [method = '', uri = ''] = route.split(' ');
        return { method, uri };
      }),
      signed: true,
      deprecated: false,
      members: new Map(Object.entries(members)),
      payload: null,
    },
  ];
}

const at = (location: Member['location'], wireName: string | null = null): Member => ({
  ...label,
  location,
  wireName,
});
const optional = (member: Member): Member => ({ ...member, required: false });

const workspace = '/workspaces/{workspaceId}';
const alertManager = `${workspace}/alertmanager/api/v2`;

/** Source: Amazon Managed Service for Prometheus User Guide, "Prometheus-compatible APIs". */
const prometheus: readonly (readonly [string, readonly string[]])[] = [
  ['CreateAlertManagerAlerts', [`POST ${alertManager}/alerts`]],
  ['DeleteAlertManagerSilence', [`DELETE ${alertManager}/silence/{silenceId}`]],
  ['GetAlertManagerSilence', [`GET ${alertManager}/silence/{silenceId}`]],
  ['GetAlertManagerStatus', [`GET ${alertManager}/status`]],
  [
    'GetLabels',
    [
      `GET ${workspace}/api/v1/labels`,
      `POST ${workspace}/api/v1/labels`,
      `GET ${workspace}/api/v1/label/{labelName}/values`,
    ],
  ],
  ['GetMetricMetadata', [`GET ${workspace}/api/v1/metadata`]],
  ['GetSeries', [`GET ${workspace}/api/v1/series`, `POST ${workspace}/api/v1/series`]],
  ['ListAlertManagerAlertGroups', [`GET ${alertManager}/alerts/groups`]],
  ['ListAlertManagerAlerts', [`GET ${alertManager}/alerts`]],
  ['ListAlertManagerReceivers', [`GET ${alertManager}/receivers`]],
  ['ListAlertManagerSilences', [`GET ${alertManager}/silences`]],
  ['ListAlerts', [`GET ${workspace}/api/v1/alerts`]],
  ['ListRules', [`GET ${workspace}/api/v1/rules`]],
  ['PutAlertManagerSilences', [`POST ${alertManager}/silences`]],
  [
    'QueryMetrics',
    ['query', 'query_range'].flatMap((query) => [
      `GET ${workspace}/api/v1/${query}`,
      `POST ${workspace}/api/v1/${query}`,
    ]),
  ],
  ['RemoteWrite', [`POST ${workspace}/api/v1/remote_write`]],
];

const tables = '/iceberg/v1/{prefix}';
const namespaced = `${tables}/namespaces/{namespace}`;
const table = `${namespaced}/tables/{table}`;

/** Source: Amazon S3 User Guide, "Accessing tables using the Amazon S3 Tables Iceberg REST endpoint". */
const iceberg: readonly (readonly [string, string])[] = [
  ['createNamespace', `POST ${tables}/namespaces`],
  ['createTable', `POST ${namespaced}/tables`],
  ['dropNamespace', `DELETE ${namespaced}`],
  ['dropTable', `DELETE ${table}`],
  ['listNamespaces', `GET ${tables}/namespaces`],
  ['listTables', `GET ${namespaced}/tables`],
  ['loadNamespaceMetadata', `GET ${namespaced}`],
  ['loadTable', `GET ${table}`],
  ['namespaceExists', `HEAD ${namespaced}`],
  ['renameTable', `POST ${tables}/tables/rename`],
  ['tableExists', `HEAD ${table}`],
  ['updateTable', `POST ${table}`],
];

const channel = { ChannelARN: at('query', 'X-Amz-ChannelARN') };

/**
 * Calls that no API model describes: to the user's own endpoints, which their hosts tell (aws/wire/data-planes.ts), and on
 * routes of their own.
 * Sources: beside those of the hosts, Amazon Kinesis Video Streams with WebRTC Developer Guide, "ConnectAsMaster" and
 * "ConnectAsViewer"; Amazon Transcribe Developer Guide, "Setting up a streaming transcription"; Amazon Bedrock AgentCore
 * Developer Guide, "Get started with bidirectional streaming using WebSocket"; AWS IoT Core Developer Guide, "MQTT over
 * the WebSocket protocol"; Amazon Neptune User Guide, "Using the HTTP REST endpoint to connect to a Neptune DB instance"; Service Authorization Reference, AWS X-Ray, PutSpans.
 */
export const dataPlaneServices: readonly WireService[] = [
  service(
    'amp',
    prometheus.map(([name, routes]) => routed(name, routes, { workspaceId: label })),
  ),
  service('appsync', [
    operation('GraphQL', []),
    routed('EventPublish', [], { channel: at('body') }),
  ]),
  service('bedrock-agentcore', [
    operation('InvokeGateway', ['GatewayId']),
    routed('InvokeAgentRuntimeWithWebSocketStream', ['GET /runtimes/{agentRuntimeArn}/ws'], {
      agentRuntimeArn: label,
      accountId: optional(at('query')),
      qualifier: optional(at('query')),
    }),
  ]),
  ownService('execute-api', [operation('Invoke', ['ApiId', 'Stage', 'Method', 'Path'])]),
  service('iot-data-plane', [routed('Connect', ['GET /mqtt'], {})]),
  service('kinesis-video-signaling', [
    routed('ConnectAsMaster', ['GET /'], channel),
    routed('ConnectAsViewer', ['GET /'], {
      ...channel,
      ClientId: at('query', 'X-Amz-ClientId'),
    }),
  ]),
  service('lambda', [operation('InvokeFunctionUrl', [])]),
  service('neptunedata', [routed('ExecuteSparqlQuery', ['POST /sparql', 'GET /sparql'], {})]),
  service(
    'opensearch',
    ['Delete', 'Get', 'Head', 'Patch', 'Post', 'Put'].map((method) =>
      operation(`ESHttp${method}`, ['DomainName', 'Path']),
    ),
  ),
  service('opensearchserverless', [operation('APIAccessAll', ['CollectionId'])], 'json'),
  service('osis', [operation('Ingest', ['PipelineName'])]),
  {
    ...service('s3tables-iceberg', [
      routed('getConfig', ['GET /iceberg/v1/config'], { warehouse: at('query') }),
      ...iceberg.map(([name, route]) => routed(name, [route], { prefix: label })),
    ]),
    signingNames: ['s3tables'],
    endpointPrefixes: ['s3tables'],
  },
  service('transcribe-streaming', [
    routed('StartStreamTranscriptionWebSocket', ['GET /stream-transcription-websocket'], {}),
    routed(
      'StartMedicalStreamTranscriptionWebSocket',
      ['GET /medical-stream-transcription-websocket'],
      {},
    ),
    routed(
      'StartCallAnalyticsStreamTranscriptionWebSocket',
      ['GET /call-analytics-stream-transcription-websocket'],
      {},
    ),
  ]),
  ownService('vpc-lattice-svcs', [operation('Invoke', ['ServiceId', 'RequestPath'])]),
  service('xray', [routed('PutSpans', ['POST /v1/traces'], {})]),
];
