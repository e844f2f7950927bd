import type { VariablePlace } from './variable-aliases/variable-aliases.ts';

/** Why no parameter fills an ARN variable, though the request says something near it. */
export interface UnboundVariable {
  /** `answer` where only what AWS answers tells it; `ambiguous` where the request's value may mean two things. */
  readonly kind: 'answer' | 'ambiguous';
  readonly because: string;
}

const given = answer('AWS gives it, and only its answers say it');
const below = answer('the request names only something that belongs to it');
const nameOrId = ambiguous('the request may name it by its name, and its ARN holds an id');

/**
 * ARN variables that stay a wildcard, by IAM prefix, then by variable, `type.Variable` or `Operation.Variable`. An
 * ambiguous one is never bound by a rule.
 * Source: the ARN's form in the service's page of the Service Authorization Reference, held against the parameter's
 * description in its API reference.
 */
const unboundVariables: Readonly<Record<string, Readonly<Record<string, UnboundVariable>>>> = {
  account: { ManagementAccountId: given, OrganizationId: given },
  airflow: { RoleName: answer('the environment gives a role to its caller') },
  amplify: { AppId: below },
  aiops: { InvestigationGroupId: nameOrId },
  appsync: { 'EventPublish.ApiId': answer('its host has another id than its ARN') },
  appconfig: {
    'experimentdefinition.ApplicationId': nameOrId,
    'experimentdefinition.ExperimentDefinitionId': nameOrId,
    'experimentrun.ApplicationId': nameOrId,
    'experimentrun.ExperimentDefinitionId': nameOrId,
    'GetConfiguration.ApplicationId': nameOrId,
    'GetConfiguration.ConfigurationProfileId': nameOrId,
    'GetConfiguration.EnvironmentId': nameOrId,
    'StartConfigurationSession.ApplicationId': nameOrId,
    'StartConfigurationSession.ConfigurationProfileId': nameOrId,
    'StartConfigurationSession.EnvironmentId': nameOrId,
    'GetLatestConfiguration.ApplicationId': below,
    'GetLatestConfiguration.ConfigurationProfileId': below,
    'GetLatestConfiguration.EnvironmentId': below,
    ExtensionId: nameOrId,
  },
  athena: { WorkGroupName: below },
  auditmanager: { AssessmentFrameworkId: below, ControlSetId: below },
  autoscaling: { GroupFriendlyName: below, GroupId: given, Id: given },
  'aws-marketplace': { Catalog: given, CatalogName: given, EntityType: given, FactTable: given },
  'backup-gateway': { GatewayId: below },
  backup: {
    FrameworkId: given,
    ReportPlanId: given,
    RestoreTestingPlanId: given,
    TieringConfigurationId: given,
  },
  bedrock: {
    'custom-model.ResourceId': nameOrId,
    'imported-model.ResourceId': nameOrId,
    'model-customization-job.ResourceId': nameOrId,
    'model-import-job.ResourceId': nameOrId,
    'provisioned-model.ResourceId': nameOrId,
  },
  cassandra: { StreamLabel: below, KeyspaceName: below, TableName: below },
  chime: {
    ChannelId: below,
    'media-insights-pipeline-configuration.ConfigurationName': nameOrId,
    'media-pipeline.MediaPipelineId': nameOrId,
  },
  cleanrooms: { ConfiguredTableAssociationId: given, MembershipId: given },
  cloudformation: { Id: given, StackName: below },
  cloudfront: {
    'connection-function.Id': nameOrId,
    'connection-group.Id': nameOrId,
    'distribution-tenant.Id': nameOrId,
    'trust-store.Id': nameOrId,
  },
  codeartifact: {
    EncodedPackageGroupPattern: ambiguous('its ARN holds the pattern in a form of its own'),
  },
  codebuild: { FleetId: given },
  codecommit: { RepositoryName: below },
  codedeploy: { ApplicationName: below, DeploymentGroupName: below },
  'codeguru-reviewer': { ResourceId: below },
  'codeguru-security': { ScanName: below },
  config: {
    AggregatorId: given,
    ConfigRuleId: given,
    ConformancePackId: given,
    OrganizationConfigRuleId: given,
    OrganizationConformancePackId: given,
    RecorderId: given,
    RecorderName: given,
    RemediationConfigurationId: given,
    StoredQueryId: given,
  },
  datapipeline: { PipelineId: below },
  'devops-guru': { TopicName: below },
  ds: { DirectoryId: below },
  dynamodb: { StreamLabel: below, TableName: below },
  ec2: {
    AllocationId: below,
    InstanceId: below,
    NetworkInterfaceId: below,
    SubnetId: below,
    TrafficMirrorFilterId: below,
    VpcId: below,
  },
  eks: {
    CapabilityType: given,
    IamIdentityAccountID: given,
    IamIdentityName: given,
    IamIdentityType: given,
    IdentityProviderConfigName: given,
    IdentityProviderType: given,
    UUID: given,
  },
  elasticbeanstalk: { ApplicationName: below },
  elasticfilesystem: { FileSystemId: below },
  elasticmapreduce: { ClusterId: below },
  events: { 'DescribeApiDestination.ConnectionName': below },
  fsx: { FileSystemId: below, FileSystemIdOrFileCacheId: below, VolumeId: below },
  glue: {
    'job.JobName': below,
    'dataQualityRuleset.RulesetName': below,
    'registry.RegistryName': below,
    'schema.SchemaName': below,
  },
  greengrass: { GroupId: below },
  iam: {
    'GetAccessKeyLastUsed.UserNameWithPath': below,
    'GetHumanReadableSummary.DelegationRequestId': below,
    'GetServiceLinkedRoleDeletionStatus.RoleNameWithPath': below,
  },
  identitystore: { GroupId: below, MembershipId: below, UserId: below },
  interconnect: { 'connection.Id': nameOrId },
  iot: {
    Id: given,
    'Connect.ClientId': answer('the client says it in MQTT, behind the handshake'),
  },
  iotwireless: {
    'WirelessDevice.WirelessDeviceId': ambiguous(
      'the request may name it by an id of another kind',
    ),
    'WirelessGateway.WirelessGatewayId': ambiguous(
      'the request may name it by an id of another kind',
    ),
    'cert.Certificate': below,
    'thing.ThingName': below,
  },
  kms: { 'DeleteAlias.KeyId': below },
  lambda: {
    'microvmImage.MicrovmImageName': nameOrId,
    'networkConnector.NetworkConnectorId': nameOrId,
    ExecutionId: below,
    ExecutionName: below,
    FunctionName: below,
    Version: below,
  },
  lex: { BotId: below, TestSetId: below },
  lightsail: { Id: given },
  logs: {
    'scheduled-query.ScheduledQueryId': nameOrId,
    DeliveryDestinationName: below,
    DeliverySourceName: below,
    LogGroupName: below,
  },
  lookoutequipment: {
    DatasetId: given,
    InferenceSchedulerId: given,
    LabelGroupId: given,
    ModelId: given,
  },
  machinelearning: { DatasourceId: below },
  medialive: {
    'cloudwatch-alarm-template.CloudWatchAlarmTemplateId': nameOrId,
    'cloudwatch-alarm-template-group.CloudWatchAlarmTemplateGroupId': nameOrId,
    'eventbridge-rule-template.EventBridgeRuleTemplateId': nameOrId,
    'eventbridge-rule-template-group.EventBridgeRuleTemplateGroupId': nameOrId,
    'signal-map.SignalMapId': nameOrId,
  },
  mobiletargeting: { ChannelType: ambiguous('no page says how it is spelled') },
  mq: { BrokerName: given },
  'neptune-db': { ClusterResourceId: given },
  omics: { 'run.Id': below, SequenceStoreId: below },
  organizations: {
    AccountId: ambiguous('the request may name a root or a unit in its place'),
    HandshakeType: given,
    OrganizationId: given,
    OrganizationalUnitId: ambiguous('the request may name a root or an account in its place'),
    PolicyType: given,
    ResourcePolicyId: given,
    RootId: ambiguous('the request may name a unit or an account in its place'),
    TransferDirection: given,
    TransferType: given,
  },
  profile: { RecommenderTypeName: given },
  qapps: { AppId: below },
  quicksight: {
    'assignment.ResourceId': given,
    'customization.ResourceId': given,
    'user.ResourceId': below,
  },
  rds: {
    CustomDbEngineVersionId: given,
    DbClusterAutomatedBackupId: given,
    DbInstanceAutomatedBackupId: given,
    DbProxyEndpointId: given,
    DbProxyId: given,
    DbShardGroupResourceId: given,
    TargetGroupId: given,
    TenantResourceId: given,
  },
  redshift: {
    'snapshot.ClusterName': below,
    DataShareName: given,
    Ec2SecurityGroupId: given,
    Ece2SecuritygroupId: given,
    Owner: given,
    ProducerClusterNamespace: given,
  },
  'redshift-data': { WorkgroupId: given },
  'redshift-serverless': {
    EndpointAccessId: given,
    NamespaceId: given,
    RecoveryPointId: given,
    SnapshotId: given,
    WorkgroupId: given,
  },
  resiliencehub: { AppId: below },
  'resource-groups': { GroupName: below },
  s3: { AccessPointAlias: given },
  's3-object-lambda': { 'WriteGetObjectResponse.AccessPointName': below },
  's3-outposts': { OutpostId: ambiguous('only a bucket that is named by its ARN says it') },
  s3files: { FileSystemId: below },
  s3tables: { TableID: given, TableBucketName: below },
  sagemaker: {
    'cluster.ClusterId': nameOrId,
    'processing-job.ProcessingJobName': below,
    HashOfArtifactSource: given,
    HubContentType: given,
  },
  securityhub: { HubV2Id: below },
  servicecatalog: {
    'Application.ApplicationId': nameOrId,
    'AttributeGroup.AttributeGroupId': nameOrId,
  },
  servicediscovery: { NamespaceId: nameOrId, ServiceId: nameOrId },
  ses: {
    AddressListId: below,
    ArchiveId: below,
    IdentityName: below,
    ReputationPolicyName: below,
    TenantId: given,
    TenantName: below,
  },
  signer: { JobId: below, ProfileName: below },
  sqs: { 'CancelMessageMoveTask.QueueName': below },
  'sso-oauth': { ApplicationId: below, InstanceId: below },
  ssm: {
    'maintenancewindow.ResourceId': below,
    'opsitem.ResourceId': below,
    'patchbaseline.PatchBaselineIdResourceId': below,
  },
  'ssm-sap': { ApplicationType: given },
  storagegateway: { GatewayId: below },
  swf: { DomainName: below },
  wellarchitected: { 'lens.ResourceId': nameOrId },
  workmailmessageflow: { Context: given, OrganizationId: given },
};

/** Returns why a variable stays unbound, where the table says so. */
export function findUnbound(
  prefix: string,
  { operation, type, variable }: VariablePlace,
): UnboundVariable | undefined {
  const reasons = unboundVariables[prefix];
  return (
    reasons?.[`${operation}.${variable}`] ?? reasons?.[`${type}.${variable}`] ?? reasons?.[variable]
  );
}

function answer(because: string): UnboundVariable {
  return { kind: 'answer', because };
}

function ambiguous(because: string): UnboundVariable {
  return { kind: 'ambiguous', because };
}
