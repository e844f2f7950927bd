import type { OperationRows } from '../join-operation-rows.ts';
import type { OperationRow } from '../operation-actions/row.ts';

const inVpc = (settings: string): OperationRow => [
  ...['SecurityGroupEgress', 'SecurityGroupIngress'].map((name) => ({
    action: `ec2:Authorize${name}`,
    types: ['security-group'],
    bind: {},
    because: 'opens the security group of the directory',
  })),
  {
    action: 'ec2:CreateNetworkInterface',
    types: ['network-interface', 'security-group', 'subnet'],
    bind: { SubnetId: `${settings}.SubnetIds[]` },
    because: 'makes the network interfaces of the directory',
  },
  {
    action: 'ec2:CreateSecurityGroup',
    types: ['security-group', 'vpc'],
    bind: { VpcId: `${settings}.VpcId` },
    because: 'makes the security group of the directory',
  },
  ...['NetworkInterfaces', 'Subnets', 'Vpcs'].map((name) => ({
    action: `ec2:Describe${name}`,
    types: [],
    because: 'looks up the network of the directory',
  })),
];

const tagged = (action: string, when?: string): OperationRow => [
  {
    action,
    ...(when !== undefined && { when: [when] }),
    types: ['network-interface', 'security-group'],
    bind: {},
    because: 'tags what belongs to the directory in the network',
  },
];

const created = (settings: string): OperationRow => [
  ...inVpc(settings),
  ...tagged('ec2:CreateTags', 'Tags[].Key'),
];

const access: OperationRow = [
  {
    action: 'ds:AccessDSData',
    types: ['directory'],
    bind: { DirectoryId: 'DirectoryId' },
    because: 'reaches into the data of the directory',
  },
];

const found = (noun: string): OperationRow => [
  ...access,
  { action: `ds-data:Describe${noun}`, because: 'the answer describes what it finds' },
];

/**
 * What else AWS Directory Service does in the caller's network, in the name of the caller, and what reaching into the data
 * of a directory needs.
 * Source: "Actions defined by AWS Directory Service" and "… by AWS Directory Service Data", column "Dependent actions",
 * Service Authorization Reference, and managed policy AWSDirectoryServiceFullAccess.
 */
export const directories: OperationRows = {
  'directory-service': {
    AddIpRoutes: [
      ...['SecurityGroupEgress', 'SecurityGroupIngress'].map((name) => ({
        action: `ec2:Authorize${name}`,
        when: ['whereTrue(UpdateSecurityGroupForDirectoryControllers)'],
        types: ['security-group'],
        because: 'opens the security group of the directory',
      })),
      {
        action: 'ec2:DescribeSecurityGroups',
        when: ['whereTrue(UpdateSecurityGroupForDirectoryControllers)'],
        types: [],
        because: 'looks up the security group of the directory',
      },
    ],
    AddTagsToResource: tagged('ec2:CreateTags'),
    ConnectDirectory: created('ConnectSettings'),
    CreateDirectory: created('VpcSettings'),
    CreateHybridAD: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'].map(
      (action) => ({
        action,
        when: ['SecretArn'],
        template: '${Arn}',
        bind: { Arn: 'SecretArn' },
        because: 'reads the secret in `SecretArn`, in the name of the caller',
      }),
    ),
    CreateMicrosoftAD: created('VpcSettings'),
    DeleteDirectory: [
      {
        action: 'ec2:DeleteNetworkInterface',
        types: ['network-interface'],
        because: 'deletes the network interfaces of the directory',
      },
      ...['DeleteSecurityGroup', 'RevokeSecurityGroupEgress', 'RevokeSecurityGroupIngress'].map(
        (name) => ({
          action: `ec2:${name}`,
          types: ['security-group'],
          because: 'deletes the security group of the directory',
        }),
      ),
      {
        action: 'ec2:DescribeNetworkInterfaces',
        types: [],
        because: 'looks up the network of the directory',
      },
    ],
    EnableCAEnrollmentPolicy: [
      {
        action: 'pca-connector-ad:GetConnector',
        template: '${Arn}',
        bind: { Arn: 'PcaConnectorArn' },
        because: 'looks up the connector in `PcaConnectorArn`',
      },
      {
        action: 'acm-pca:DescribeCertificateAuthority',
        types: ['certificate-authority'],
        because: 'looks up the certificate authority of the connector',
      },
    ],
    RegisterEventTopic: [
      {
        action: 'sns:GetTopicAttributes',
        types: ['topic'],
        bind: { TopicName: 'TopicName' },
        because: 'looks up the topic in `TopicName`',
      },
    ],
    RemoveTagsFromResource: tagged('ec2:DeleteTags'),
  },
  'directory-service-data': {
    ...Object.fromEntries(
      [
        'AddGroupMember',
        'CreateGroup',
        'CreateUser',
        'DeleteGroup',
        'DeleteUser',
        'DescribeGroup',
        'DescribeUser',
        'DisableUser',
        'ListGroupMembers',
        'ListGroups',
        'ListGroupsForMember',
        'ListUsers',
        'RemoveGroupMember',
        'UpdateGroup',
        'UpdateUser',
      ].map((operation) => [operation, access]),
    ),
    SearchGroups: found('Group'),
    SearchUsers: found('User'),
  },
};
