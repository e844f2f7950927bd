import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const passesRoleOf = (
  what: string,
  principals: readonly string[],
  source: string,
  rest: Pick<GrantRow, 'when' | 'unless' | 'bind'> = {},
): GrantRow => ({
  action: 'iam:PassRole',
  types: ['role'],
  bind: {},
  ...rest,
  ...(principals.length > 0 && {
    conditions: { StringEquals: { 'iam:PassedToService': principals } },
  }),
  because: `hands over ${what}`,
  source,
});

const inDefinition: OperationRow = [
  passesRoleOf(
    'the roles that the definition names as credentials',
    ['apigateway.${DnsSuffix}'],
    'Service Authorization Reference, "API operations defined by Amazon API Gateway"; API Gateway Developer Guide, "x-amazon-apigateway-integration object", credentials',
  ),
];

// The same guide says that whoever may make versions needs no iam:PassRole for it, AWS's table of operations has it.
const inTemplateData: OperationRow = [
  'LaunchTemplateData.IamInstanceProfile.Arn',
  'LaunchTemplateData.IamInstanceProfile.Name',
].map((path) =>
  passesRoleOf(
    'the role of the instance profile in `LaunchTemplateData`, though the EC2 guide says that only a launch does',
    ['ec2.${DnsSuffix}'],
    'Service Authorization Reference, "API operations defined by Amazon EC2"; Amazon EC2 User Guide, "IAM permissions required for Amazon EC2 launch templates"',
    { when: [path], bind: { RoleNameWithPath: `profileRole(${path})` } },
  ),
);

const unseenTemplate = (...others: readonly string[]): OperationRow => [
  passesRoleOf(
    'the roles that the template gives to remediations, where it stands elsewhere',
    ['ssm.${DnsSuffix}'],
    'Service Authorization Reference, "API operations defined by AWS Config"',
    { when: others },
  ),
];

const ofStack =
  'AWS CloudFormation User Guide, "Control CloudFormation access with AWS Identity and Access Management"';
const expandsMacros = 'isAutoExpand(Capabilities[])';
const macros: GrantRow = {
  action: 'cloudformation:CreateChangeSet',
  template: 'arn:${Partition}:cloudformation:${Region}:aws:transform/${Name}',
  because: 'expands the macros of AWS in the template, such as AWS::Serverless, if it has any',
  source: ofStack,
};

// What a role's ARN in a template stands for is unknown: the role of a function, or a principal in a policy.
const inTemplate = passesRoleOf(
  'to a service each role that the template names by its ARN, if a resource gets it',
  [],
  'AWS CloudFormation User Guide, "AWS CloudFormation service role"',
  {
    when: ['rolesIn(TemplateBody)'],
    unless: ['RoleARN'],
    bind: { RoleNameWithPath: 'rolesIn(TemplateBody)' },
  },
);

const ofManager: OperationRow = [
  passesRoleOf(
    'the roles by which the configurations of the manager are deployed, where they have any',
    ['cloudformation.${DnsSuffix}', 'ssm-quicksetup.${DnsSuffix}'],
    'Service Authorization Reference, "API operations defined by AWS Systems Manager Quick Setup"',
  ),
];

/** Roles that operations may hand over though no parameter says so for certain, by service id and operation. */
export const handedOver: OperationRows = {
  'api-gateway': { ImportRestApi: inDefinition, PutRestApi: inDefinition },
  apigatewayv2: { ImportApi: inDefinition, ReimportApi: inDefinition },
  cloudformation: {
    CreateChangeSet: [inTemplate, macros],
    CreateStack: [inTemplate, { ...macros, when: [expandsMacros] }],
    UpdateStack: [inTemplate, { ...macros, when: [expandsMacros] }],
  },
  'config-service': {
    PutConformancePack: unseenTemplate('TemplateS3Uri', 'TemplateSSMDocumentDetails.DocumentName'),
    PutOrganizationConformancePack: unseenTemplate('TemplateS3Uri'),
  },
  ec2: { CreateLaunchTemplate: inTemplateData, CreateLaunchTemplateVersion: inTemplateData },
  rolesanywhere: {
    EnableProfile: [
      passesRoleOf(
        'the roles of the profile',
        ['rolesanywhere.${DnsSuffix}'],
        'Service Authorization Reference, "API operations defined by AWS Identity and Access Management Roles Anywhere"',
      ),
    ],
  },
  'ssm-quicksetup': {
    DeleteConfigurationManager: ofManager,
    TagResource: ofManager,
    UntagResource: ofManager,
  },
};
