import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

// API Gateway keeps tags apart, under the path `/tags`, which takes the ARN of what is tagged.
const tagged = (tags: string): OperationRow => [
  {
    action: 'apigateway:PUT',
    when: [tags],
    template: 'arn:${Partition}:apigateway:${Region}::/tags/*',
    because: 'tags what it creates',
  },
];

const clientCertificates = (name: string, when: string, template: string): GrantRow => ({
  action: `apigateway:${name}`,
  when: [when],
  template,
  because: 'changes which certificates clients of the domain show',
});

const domains = 'arn:${Partition}:apigateway:${Region}::/domainnames';
const domain = `${domains}/\${domainName}`;
const domainV2 = `${domains}/\${DomainName}`;
const restApis = 'arn:${Partition}:apigateway:${Region}::/restapis';
const truststorePath = 'mutualTlsPath(patchOperations[].path)';

const apiPolicy = (when: string, template: string): GrantRow => ({
  action: 'apigateway:UpdateRestApiPolicy',
  when: [when],
  template,
  because: 'gives the API a resource policy',
});

// Source: Amazon API Gateway Developer Guide, "Grant permissions for API Gateway to create a VPC link (legacy)".
const endpointService = (...names: readonly string[]): OperationRow => [
  ...names.map((name) => ({
    action: `ec2:${name}`,
    types: ['vpc-endpoint-service'],
    bind: {},
    because: 'keeps an endpoint service for the VPC link, in the name of the caller',
  })),
  {
    action: 'ec2:DescribeVpcEndpointServiceConfigurations',
    types: [],
    because: 'looks up the endpoint service of the VPC link, in the name of the caller',
  },
];
const vpcLink: OperationRow = [
  {
    action: 'elasticloadbalancing:DescribeLoadBalancers',
    types: [],
    because: 'looks up the load balancers in `targetArns[]`, in the name of the caller',
  },
  ...endpointService(
    'CreateVpcEndpointServiceConfiguration',
    'ModifyVpcEndpointServicePermissions',
  ),
];

/**
 * What API Gateway asks for beside the HTTP method.
 * Source: the tables "API operations" of Amazon API Gateway Management and Management V2 in the Service Authorization
 * Reference, and there the actions' own descriptions.
 */
export const apiGatewayActions: OperationRows = {
  'api-gateway': {
    CreateApiKey: tagged('tags{}'),
    CreateDomainName: [
      clientCertificates(
        'AddCertificateToDomain',
        'mutualTlsAuthentication.truststoreUri',
        domains,
      ),
      {
        action: 'apigateway:UpdateDomainNamePolicy',
        when: ['policy'],
        template: domains,
        because: 'gives the domain a resource policy',
      },
      ...tagged('tags{}'),
    ],
    CreateDomainNameAccessAssociation: [
      {
        action: 'apigateway:CreateAccessAssociation',
        template: '${Arn}',
        bind: { Arn: 'domainNameArn' },
        because: 'is asked of the domain in `domainNameArn`',
      },
      ...tagged('tags{}'),
    ],
    CreateRestApi: [apiPolicy('policy', restApis), ...tagged('tags{}')],
    CreateStage: tagged('tags{}'),
    CreateUsagePlan: tagged('tags{}'),
    CreateVpcLink: [...tagged('tags{}'), ...vpcLink],
    DeleteVpcLink: endpointService('DeleteVpcEndpointServiceConfigurations'),
    GenerateClientCertificate: tagged('tags{}'),
    UpdateDomainName: [
      clientCertificates('AddCertificateToDomain', truststorePath, domain),
      clientCertificates('RemoveCertificateFromDomain', truststorePath, domain),
    ],
    UpdateRestApi: [apiPolicy('policyPath(patchOperations[].path)', `${restApis}/\${restApiId}`)],
  },
  apigatewayv2: {
    CreateDomainName: [
      clientCertificates(
        'AddCertificateToDomain',
        'MutualTlsAuthentication.TruststoreUri',
        domains,
      ),
      ...tagged('Tags{}'),
    ],
    CreateStage: tagged('Tags{}'),
    CreateVpcLink: tagged('Tags{}'),
    UpdateDomainName: [
      clientCertificates(
        'AddCertificateToDomain',
        'MutualTlsAuthentication.TruststoreUri',
        domainV2,
      ),
    ],
  },
};
