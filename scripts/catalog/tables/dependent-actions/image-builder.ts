import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const get = (name: string, parameter: string): GrantRow => ({
  action: `imagebuilder:Get${name}`,
  when: [parameter],
  template: '${Arn}',
  bind: { Arn: parameter },
  because: `looks up what \`${parameter}\` names`,
});

const onAnything = (when: string, because: string, ...actions: readonly string[]): OperationRow =>
  actions.map((action) => ({ action, when: [when], types: [], because }));

const scanning = 'imageScanningConfiguration';

const build: OperationRow = [
  get('ImageRecipe', 'imageRecipeArn'),
  get('ContainerRecipe', 'containerRecipeArn'),
  get('InfrastructureConfiguration', 'infrastructureConfigurationArn'),
  get('DistributionConfiguration', 'distributionConfigurationArn'),
  get('Workflow', 'workflows[].workflowArn'),
  ...onAnything(
    `whereTrue(${scanning}.imageScanningEnabled)`,
    'looks up whether Amazon Inspector is on',
    'inspector2:BatchGetAccountStatus',
  ),
  {
    action: 'ecr:DescribeRepositories',
    when: [`${scanning}.ecrConfiguration.repositoryName`],
    types: ['repository'],
    bind: { RepositoryName: `${scanning}.ecrConfiguration.repositoryName` },
    because: 'looks up the repository that images are scanned in',
  },
];

const parent = 'parentImage';

const readParameter = (parameter: string): GrantRow => ({
  action: 'ssm:GetParameter',
  when: [`imageBuilderParameter(${parameter})`],
  types: ['parameter'],
  bind: { ParameterNameWithoutLeadingSlash: `imageBuilderParameter(${parameter})` },
  because: `resolves the parameter in \`${parameter}\` to an image`,
});

const recipe: OperationRow = [
  get('Component', 'components[].componentArn'),
  { ...get('Image', `imageBuilderArn(${parent})`), because: `looks up the image in \`${parent}\`` },
  ...onAnything(
    `imageOfEc2(${parent})`,
    `looks up the image in \`${parent}\``,
    'ec2:DescribeImages',
  ),
  readParameter(parent),
];

const fromBucket = (uri: string): OperationRow => [
  {
    action: 's3:GetObject',
    when: [`bucketOfUri(${uri})`],
    template: 'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
    bind: { BucketName: `bucketOfUri(${uri})`, ObjectName: `prefixOfUri(${uri})` },
    because: `reads the file in \`${uri}\`, in the name of the caller`,
  },
  {
    action: 's3:ListBucket',
    when: [`bucketOfUri(${uri})`],
    template: 'arn:${Partition}:s3:::${BucketName}',
    bind: { BucketName: `bucketOfUri(${uri})` },
    because: `reads the file in \`${uri}\`, in the name of the caller`,
  },
];

const placement: OperationRow = [
  {
    action: 'iam:GetInstanceProfile',
    when: ['instanceProfileName'],
    types: ['instance-profile'],
    bind: { InstanceProfileNameWithPath: 'instanceProfileName' },
    because: 'looks up the profile in `instanceProfileName`',
  },
  {
    action: 'sns:Publish',
    when: ['snsTopicArn'],
    template: '${Arn}',
    bind: { Arn: 'snsTopicArn' },
    because: 'may send to the topic in `snsTopicArn` only what the caller may',
  },
  ...onAnything(
    'placement.availabilityZone',
    'looks up the zone in `placement.availabilityZone`',
    'ec2:DescribeAvailabilityZones',
  ),
  ...onAnything('placement.hostId', 'looks up the host in `placement.hostId`', 'ec2:DescribeHosts'),
  {
    action: 'resource-groups:GetGroup',
    when: ['placement.hostResourceGroupArn'],
    template: '${Arn}',
    bind: { Arn: 'placement.hostResourceGroupArn' },
    because: 'looks up the group in `placement.hostResourceGroupArn`',
  },
];

const templateId = 'distributions[].launchTemplateConfigurations[].launchTemplateId';
const exported = 'distributions[].s3ExportConfiguration.s3Bucket';
const written = 'distributions[].ssmParameterConfigurations[].parameterName';

const distribution: OperationRow = [
  ...['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'].map((action) => ({
    action,
    when: [templateId],
    types: ['launch-template'],
    bind: { LaunchTemplateId: templateId },
    because: 'may change only launch templates that the caller may',
  })),
  ...onAnything(templateId, 'looks up the launch templates', 'ec2:DescribeLaunchTemplates'),
  {
    action: 's3:ListBucket',
    when: [exported],
    types: ['bucket'],
    bind: { BucketName: exported },
    because: `looks up the bucket in \`${exported}\``,
  },
  {
    action: 'ssm:GetParameter',
    when: [written],
    types: ['parameter'],
    bind: { ParameterNameWithoutLeadingSlash: `ssmParameter(${written})` },
    because: `looks up the parameter in \`${written}\``,
  },
];

/**
 * What else EC2 Image Builder checks of who names recipes, configurations, files and topics.
 * Source: "Actions defined by Amazon EC2 Image Builder", column "Dependent actions", Service Authorization Reference;
 * AWSImageBuilderFullAccess for topics and buckets.
 */
export const imageBuilderActions: OperationRows = {
  imagebuilder: {
    CreateComponent: fromBucket('uri'),
    CreateContainerRecipe: [
      ...recipe,
      ...fromBucket('dockerfileTemplateUri'),
      {
        action: 'ecr:DescribeRepositories',
        when: ['targetRepository.repositoryName'],
        types: ['repository'],
        bind: { RepositoryName: 'targetRepository.repositoryName' },
        because: 'looks up the repository in `targetRepository.repositoryName`',
      },
    ],
    CreateDistributionConfiguration: distribution,
    CreateImage: build,
    CreateImagePipeline: build,
    CreateImageRecipe: recipe,
    CreateInfrastructureConfiguration: placement,
    CreateWorkflow: fromBucket('uri'),
    DistributeImage: [
      get('DistributionConfiguration', 'distributionConfigurationArn'),
      {
        ...get('Image', 'imageBuilderArn(sourceImage)'),
        because: 'looks up the image in `sourceImage`',
      },
      ...onAnything(
        'imageOfEc2(sourceImage)',
        'looks up the image in `sourceImage`',
        'ec2:DescribeImages',
      ),
      readParameter('sourceImage'),
    ],
    ImportComponent: fromBucket('uri'),
    ImportDiskImage: [
      get('InfrastructureConfiguration', 'infrastructureConfigurationArn'),
      ...fromBucket('uri'),
    ],
    ImportVmImage: onAnything(
      'vmImportTaskId',
      'looks up the import in `vmImportTaskId`, and its image',
      'ec2:DescribeImages',
      'ec2:DescribeImportImageTasks',
    ),
    ListImageScanFindings: [
      {
        action: 'inspector2:ListFindings',
        types: [],
        because: 'asks Amazon Inspector for the findings, in the name of the caller',
      },
    ],
    StartImagePipelineExecution: [
      {
        ...get('ImagePipeline', 'imagePipelineArn'),
        because: 'looks up the pipeline that it starts',
      },
    ],
    UpdateDistributionConfiguration: distribution,
    UpdateImagePipeline: build,
    UpdateInfrastructureConfiguration: placement,
  },
};
