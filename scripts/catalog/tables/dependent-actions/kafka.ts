import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const lookUp = (because: string, when: readonly string[] | undefined, ...names: string[]) =>
  names.map(
    (name): GrantRow => ({
      action: `ec2:Describe${name}`,
      ...(when && { when }),
      types: [],
      because,
    }),
  );

const network = lookUp(
  'looks up the network of the cluster',
  undefined,
  'SecurityGroups',
  'Subnets',
  'Vpcs',
);

interface Endpoint {
  readonly when: string;
  readonly types: readonly string[];
  readonly bind: Readonly<Record<string, string>>;
}

// Source also: managed policy AmazonMSKFullAccess.
const endpoint = ({ when, types, bind }: Endpoint): OperationRow => [
  {
    action: 'ec2:CreateVpcEndpoint',
    when: [when],
    types: ['vpc-endpoint'],
    bind: {},
    because: 'makes the endpoint that the clients connect to',
  },
  {
    action: 'ec2:CreateVpcEndpoint',
    when: [when],
    types,
    bind,
    because: 'makes the endpoint that the clients connect to',
  },
  {
    action: 'ec2:CreateTags',
    when: [when],
    types: ['vpc-endpoint'],
    conditions: { StringEquals: { 'ec2:CreateAction': ['CreateVpcEndpoint'] } },
    because: 'tags the endpoint as one of Amazon MSK',
  },
  {
    action: 'ec2:DescribeVpcAttribute',
    when: [when],
    types: ['vpc'],
    bind,
    because: 'looks up the network of the endpoint',
  },
  ...lookUp('looks up the network of the endpoint', [when], 'VpcEndpoints'),
];

const connect: GrantRow = {
  action: 'kafka-cluster:Connect',
  template: '${Arn}',
  bind: { Arn: 'ClusterArn' },
  because: 'connects to the cluster in the name of the caller',
};

const onTopic = (...names: readonly string[]): OperationRow => [
  connect,
  ...names.map((name) => ({
    action: `kafka-cluster:${name}`,
    template: '${Arn}',
    bind: { Arn: 'kafkaTopic(ClusterArn, TopicName)' },
    because: 'works on the topic in the name of the caller',
  })),
];

const replicated = 'KafkaClusters[].AmazonMskCluster.MskClusterArn';

/**
 * What else Amazon MSK checks of who manages clusters.
 * Source: "Actions defined by Amazon Managed Streaming for Apache Kafka", column "Dependent actions", Service
 * Authorization Reference; for topics Amazon MSK Developer Guide, "IAM permissions for topic operations APIs".
 */
export const kafkaActions: OperationRows = {
  kafka: {
    CreateCluster: network,
    CreateClusterV2: [
      ...network,
      ...endpoint({
        when: 'Serverless.VpcConfigs[].SubnetIds[]',
        types: ['security-group', 'subnet', 'vpc'],
        bind: {
          SecurityGroupId: 'Serverless.VpcConfigs[].SecurityGroupIds[]',
          SubnetId: 'Serverless.VpcConfigs[].SubnetIds[]',
        },
      }),
    ],
    CreateReplicator: [
      ...network,
      ...['kafka:DescribeClusterV2', 'kafka:GetBootstrapBrokers'].map((action) => ({
        action,
        when: [replicated],
        template: '${Arn}',
        bind: { Arn: replicated },
        because: 'looks up the clusters that it copies between',
      })),
    ],
    CreateTopic: onTopic('CreateTopic'),
    CreateVpcConnection: [
      ...network,
      ...endpoint({
        when: 'VpcId',
        types: ['security-group', 'subnet', 'vpc'],
        bind: {
          SecurityGroupId: 'SecurityGroups[]',
          SubnetId: 'ClientSubnets[]',
          VpcId: 'VpcId',
        },
      }),
    ],
    DeleteTopic: onTopic('DeleteTopic', 'DescribeTopic'),
    DeleteVpcConnection: [
      {
        action: 'ec2:DeleteVpcEndpoints',
        types: ['vpc-endpoint'],
        bind: {},
        because: 'deletes the endpoint of the connection',
      },
      ...lookUp('looks up the endpoint of the connection', undefined, 'VpcEndpoints'),
    ],
    DescribeTopic: onTopic('DescribeTopic', 'DescribeTopicDynamicConfiguration'),
    DescribeTopicPartitions: onTopic('DescribeTopic', 'DescribeTopicDynamicConfiguration'),
    ListTopics: [
      connect,
      {
        action: 'kafka-cluster:DescribeTopic',
        template: '${Arn}/*',
        bind: { Arn: 'kafkaTopics(ClusterArn)' },
        because: 'lists every topic of the cluster in the name of the caller',
      },
    ],
    UpdateConnectivity: lookUp(
      'looks up whether the network of the cluster reaches the internet',
      ['ConnectivityInfo.PublicAccess.Type'],
      'RouteTables',
      'Subnets',
    ),
    UpdateTopic: onTopic('AlterTopic', 'AlterTopicDynamicConfiguration', 'DescribeTopic'),
  },
};
