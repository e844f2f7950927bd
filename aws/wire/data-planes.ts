import { decodeSegment } from './percent-decode.ts';

/** What a request to an endpoint of the user's own says in its head. */
export interface EndpointRequest {
  /** What the first group of the host's pattern holds; empty where it has none. */
  readonly id: string;
  readonly method: string;
  /** As it was received. */
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** A kind of endpoint that no API model describes, mostly of the user's own resource. */
export interface DataPlane {
  readonly service: string;
  readonly operation: string;
  /** The host in lower case, without port; its first group is the resource's id or name. */
  readonly host: RegExp;
  /** What its requests are signed for; absent where those without a signature are told as well. */
  readonly signingName?: string;
  /** What tells the operation from others at the host. */
  readonly at?: { readonly method?: string; readonly path?: RegExp };
  /** The parameters that the head says, by name; undefined where it does not. A path may be empty. */
  readonly labels: (request: EndpointRequest) => Labels;
  /** Set where the body says parameters, too: any other body is that program's payload. */
  readonly readsBody?: true;
}

type Labels = Readonly<Record<string, string | undefined>>;

const apiHost = /^([a-z0-9]+)(?:-vpce-[a-z0-9]+)?\.execute-api\./;
// The name of a domain or a pipeline, and 26 characters that AWS adds.
const domainHost = /^(?:search|vpc)-(.+)-[a-z0-9]{26}\.(?:[a-z0-9-]+\.es|aos\.[a-z0-9-]+)\./;
// Made-up hosts lack the 26 characters. What manages domains has the host `es.REGION`, with nothing before it.
const unnamedDomainHost = /^[^.]+\.(?:[a-z0-9-]+\.es|aos\.[a-z0-9-]+)\./;
const pipelineHost = /^(.+)-[a-z0-9]{26}\.[a-z0-9-]+\.osis\./;

/**
 * Sources: API Gateway Developer Guide, "Control access for invoking an API", "Use @connections commands in your backend
 * service"; Lambda Developer Guide, "Control access to Lambda function URLs"; Amazon OpenSearch Service Developer Guide,
 * "Identity and Access Management", "Collection endpoints for Amazon OpenSearch Serverless" and "Integrating Amazon OpenSearch
 * Ingestion pipelines with other services and applications"; AWS AppSync Developer Guide, "AWS_IAM authorization", and
 * AWS AppSync Events Developer Guide, "Publish via HTTP"; Amazon VPC Lattice User Guide, "Control access to VPC Lattice
 * services using auth policies"; Amazon Bedrock AgentCore Developer Guide, "Use an AgentCore gateway"; Amazon CloudWatch
 * User Guide, "OTLP Endpoints".
 */
export const dataPlanes: readonly DataPlane[] = [
  connection('DELETE', 'DeleteConnection'),
  connection('GET', 'GetConnection'),
  connection('POST', 'PostToConnection'),
  {
    service: 'execute-api',
    operation: 'Invoke',
    host: apiHost,
    labels: ({ id, method, path }) => {
      const [, stage = '', rest = ''] = /^\/?([^/]*)\/?([\s\S]*)$/.exec(path) ?? [];
      return {
        ApiId: id,
        Stage: decodeSegment(stage) || undefined,
        Method: method,
        Path: decodeSegment(rest),
      };
    },
  },
  {
    service: 'lambda',
    operation: 'InvokeFunctionUrl',
    host: /^[a-z0-9]+\.lambda-url\./,
    labels: none,
  },
  ...search('DELETE', 'ESHttpDelete'),
  ...search('GET', 'ESHttpGet'),
  ...search('HEAD', 'ESHttpHead'),
  ...search('PATCH', 'ESHttpPatch'),
  ...search('POST', 'ESHttpPost'),
  ...search('PUT', 'ESHttpPut'),
  // An endpoint of all collections of an account, whose requests name theirs in a header.
  collection(/^\d{12}\.aoss(?:-fips)?\./, ({ headers }) => headers.get('x-amz-aoss-collection-id')),
  collection(/^([a-z0-9]{15,32})\.(?:[a-z0-9-]+\.)?aoss(?:-fips)?\./, ({ id }) => id),
  {
    service: 'osis',
    operation: 'Ingest',
    host: pipelineHost,
    signingName: 'osis',
    labels: ({ id }) => ({ PipelineName: id }),
  },
  {
    service: 'appsync',
    operation: 'GraphQL',
    host: /^[a-z0-9]+\.appsync-api\./,
    signingName: 'appsync',
    at: { path: /^\/graphql\/?$/ },
    labels: none,
  },
  {
    service: 'appsync',
    operation: 'EventPublish',
    host: /^[a-z0-9]+\.appsync-api\./,
    signingName: 'appsync',
    at: { method: 'POST', path: /^\/event\/?$/ },
    labels: none,
    readsBody: true,
  },
  {
    service: 'vpc-lattice-svcs',
    operation: 'Invoke',
    host: /-([0-9a-f]{17})\.[a-z0-9]+\.vpc-lattice-svcs\./,
    signingName: 'vpc-lattice-svcs',
    labels: ({ id, path }) => ({ ServiceId: `svc-${id}`, RequestPath: restOf(path) }),
  },
  // A name of the user's own says nothing of the service behind it.
  {
    service: 'vpc-lattice-svcs',
    operation: 'Invoke',
    host: /^/,
    signingName: 'vpc-lattice-svcs',
    labels: ({ path }) => ({ RequestPath: restOf(path) }),
  },
  {
    service: 'bedrock-agentcore',
    operation: 'InvokeGateway',
    host: /^([a-z0-9-]+)\.gateway\.bedrock-agentcore\./,
    signingName: 'bedrock-agentcore',
    labels: ({ id }) => ({ GatewayId: id }),
  },
  {
    service: 'cloudwatch-logs',
    operation: 'PutLogEvents',
    host: /^logs[.-]/,
    signingName: 'logs',
    at: { method: 'POST', path: /^\/v1\/logs\/?$/ },
    labels: ({ headers }) => ({
      logGroupName: headers.get('x-aws-log-group'),
      logStreamName: headers.get('x-aws-log-stream'),
    }),
  },
  {
    service: 'cloudwatch',
    operation: 'PutMetricData',
    host: /^monitoring[.-]/,
    signingName: 'monitoring',
    at: { method: 'POST', path: /^\/v1\/metrics\/?$/ },
    labels: none,
  },
];

function none(): Labels {
  return {};
}

function restOf(path: string): string {
  return decodeSegment(path.replace(/^\//, ''));
}

function connection(method: string, operation: string): DataPlane {
  return {
    service: 'apigatewaymanagementapi',
    operation,
    host: apiHost,
    at: { method, path: /^\/[^/]*\/(?:@|%40)connections(?:\/|$)/ },
    labels: ({ id, path }) => ({
      ApiId: id,
      Stage: decodeSegment(path.split('/', 2)[1] ?? '') || undefined,
    }),
  };
}

function search(method: string, operation: string): DataPlane[] {
  return [domainHost, unnamedDomainHost].map((host) => ({
    service: 'opensearch',
    operation,
    host,
    signingName: 'es',
    at: { method },
    labels: ({ id, path }) => ({ DomainName: id || undefined, Path: restOf(path) }),
  }));
}

function collection(
  host: RegExp,
  idOf: (request: EndpointRequest) => string | undefined,
): DataPlane {
  return {
    service: 'opensearchserverless',
    operation: 'APIAccessAll',
    host,
    signingName: 'aoss',
    labels: (request) => ({ CollectionId: idOf(request) }),
  };
}
