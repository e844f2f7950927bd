import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const onArn = (action: string, arn: string, because: string): GrantRow => ({
  action,
  when: [arn],
  template: '${Arn}',
  bind: { Arn: arn },
  because,
});

/** The kinds of resources that a web ACL can protect, each with the action that its own service checks. */
const protectedResource = (actions: Readonly<Record<string, string>>): OperationRow =>
  Object.entries(actions).map(([kind, action]) =>
    onArn(
      action,
      `${kind}(ResourceArn)`,
      'the service of the resource in `ResourceArn` is asked too',
    ),
  );

const listed = (kind: string, action: string): GrantRow => ({
  action,
  when: [`${kind}(ResourceType)`],
  types: [],
  because: 'the service of the resources in `ResourceType` is asked too',
});

/** An action on a connection, which is of the name that the service had when the connection was made. */
const onConnection = (name: string, path: string, because: string): OperationRow => [
  onArn(`codestar-connections:${name}`, `codeStarArn(${path})`, because),
  onArn(`codeconnections:${name}`, `codeConnectionsArn(${path})`, because),
];

const sources = onConnection(
  'PassConnection',
  'pipeline.stages[].actions[].configuration.ConnectionArn',
  'hands the connection of a source to the pipeline',
);

const linked: OperationRow = [
  ...onConnection('PassConnection', 'ConnectionArn', 'hands the connection to the link'),
  ...onConnection('UseConnection', 'ConnectionArn', 'uses the connection of the link'),
];

const synced = (prefix: string): OperationRow => [
  {
    action: `${prefix}:PassRepository`,
    when: ['RepositoryLinkId'],
    types: ['RepositoryLink'],
    bind: { RepositoryLinkId: 'RepositoryLinkId' },
    because: 'hands the repository of the link to the configuration',
  },
];

const links = (prefix: string): Readonly<Record<string, OperationRow>> => ({
  CreateRepositoryLink: linked,
  CreateSyncConfiguration: synced(prefix),
  UpdateRepositoryLink: linked,
  UpdateSyncConfiguration: synced(prefix),
});

const sourceOfProduct: OperationRow = [
  onArn(
    'codestar-connections:PassConnection',
    'codeStarArn(SourceConnection.ConnectionParameters.CodeStar.ConnectionArn)',
    'hands the connection of its source to the product',
  ),
];

const classicRegional = protectedResource({
  apiGatewayArn: 'apigateway:SetWebACL',
  elasticLoadBalancingArn: 'elasticloadbalancing:SetWebAcl',
});

const repository = onConnection(
  'PassConnection',
  'definitionRepository.connectionArn',
  'hands the connection of its repository to the workflow',
);

const toProton = (path: string): OperationRow =>
  onConnection('PassConnection', path, `hands the connection in \`${path}\` to AWS Proton`);

const merged: GrantRow = {
  action: 'appsync:AssociateMergedGraphqlApi',
  because: 'is asked of both APIs of the association',
};
const source: GrantRow = { ...merged, action: 'appsync:AssociateSourceGraphqlApi' };

/** What operations need that join a resource to another, which they name, by service id and operation. */
export const associations: OperationRows = {
  // Source: "API operations defined by AWS AppSync".
  appsync: { AssociateMergedGraphqlApi: [source], AssociateSourceGraphqlApi: [merged] },
  // Source: "API operations defined by AWS CodeConnections".
  codeconnections: links('codeconnections'),
  // Source: "API operations defined by AWS CodePipeline"; Developer Tools console User Guide, "Permissions and examples
  // for AWS CodeConnections", for connections under the service's new name.
  codepipeline: { CreatePipeline: sources, UpdatePipeline: sources },
  // Source: "API operations defined by AWS CodeStar Connections".
  'codestar-connections': links('codestar-connections'),
  // Source: "API operations defined by Amazon Kinesis Data Streams".
  kinesis: {
    CreateChannel: [
      onArn(
        'kinesis:AssociateStreamsWithChannel',
        'StreamConfigurationList[].StreamARN',
        'takes records from the streams in `StreamConfigurationList[]`',
      ),
      {
        action: 'kinesis:AssociateStreamsWithChannel',
        types: ['channel'],
        because: 'takes records from the streams in `StreamConfigurationList[]`',
      },
    ],
  },
  // Source: "API operations defined by AWS HealthOmics".
  omics: Object.fromEntries(
    ['CreateWorkflow', 'CreateWorkflowVersion'].map((operation) => [operation, repository]),
  ),
  // Source: "API operations defined by AWS Service Catalog".
  'service-catalog': { CreateProduct: sourceOfProduct, UpdateProduct: sourceOfProduct },
  // Source: "API operations defined by AWS WAF Regional".
  'waf-regional': { AssociateWebACL: classicRegional, DisassociateWebACL: classicRegional },
  // Source: "API operations defined by AWS Proton"; Developer Tools console User Guide, as above.
  proton: {
    CreateRepository: toProton('connectionArn'),
    CreateService: toProton('repositoryConnectionArn'),
  },
  // Source: AWS WAF Developer Guide, "Permissions for AssociateWebACL" and its like for the other three.
  wafv2: {
    AssociateWebACL: protectedResource({
      apiGatewayArn: 'apigateway:SetWebACL',
      appRunnerArn: 'apprunner:AssociateWebAcl',
      appSyncArn: 'appsync:SetWebACL',
      cognitoArn: 'cognito-idp:AssociateWebACL',
      verifiedAccessArn: 'ec2:AssociateVerifiedAccessInstanceWebAcl',
      elasticLoadBalancingArn: 'elasticloadbalancing:SetWebAcl',
    }),
    DisassociateWebACL: protectedResource({
      apiGatewayArn: 'apigateway:SetWebACL',
      appRunnerArn: 'apprunner:DisassociateWebAcl',
      appSyncArn: 'appsync:SetWebACL',
      cognitoArn: 'cognito-idp:DisassociateWebACL',
      verifiedAccessArn: 'ec2:DisassociateVerifiedAccessInstanceWebAcl',
      elasticLoadBalancingArn: 'elasticloadbalancing:SetWebAcl',
    }),
    GetWebACLForResource: protectedResource({
      appRunnerArn: 'apprunner:DescribeWebAclForService',
      cognitoArn: 'cognito-idp:GetWebACLForResource',
      verifiedAccessArn: 'ec2:GetVerifiedAccessInstanceWebAcl',
    }),
    ListResourcesForWebACL: [
      listed('isAppRunner', 'apprunner:ListAssociatedServicesForWebAcl'),
      listed('isCognito', 'cognito-idp:ListResourcesForWebACL'),
      listed('isVerifiedAccess', 'ec2:DescribeVerifiedAccessInstanceWebAclAssociations'),
    ],
  },
};
