import type { VariableAliases } from './variable-aliases.ts';

/** Aliases of the IAM prefixes from N to Z. */
export const variableAliasesNToZ: VariableAliases = {
  'network-firewall': {
    'StatefulRuleGroup.Name': ['statefulName(RuleGroupName, Type?)'],
    'StatelessRuleGroup.Name': ['statelessName(RuleGroupName, Type?)'],
  },
  networkmanager: {
    'connection.ResourceId': ['ConnectionId', 'ConnectionIds[]'],
    'device.ResourceId': ['DeviceId', 'DeviceIds[]'],
    'link.ResourceId': ['LinkId', 'LinkIds[]'],
    'site.ResourceId': ['SiteId', 'SiteIds[]'],
  },
  observabilityadmin: {
    CentralizationRuleName: ['RuleName', 'RuleIdentifier'],
    TelemetryRuleName: ['RuleName', 'RuleIdentifier'],
  },
  omics: {
    'workflow.Account': ['accountId(workflowOwnerId)'],
    'AnnotationStore.AnnotationStoreName': ['name', 'destinationName'],
    'AnnotationStoreVersion.AnnotationStoreName': ['name', 'destinationName'],
    'AnnotationStoreVersion.AnnotationStoreVersionName': ['versionName', 'versions[]'],
    'VariantStore.VariantStoreName': ['name', 'destinationName'],
    'WorkflowVersion.Id': ['workflowId'],
  },
  organizations: {
    AccountId: [
      'AccountId',
      'organizationsAccount(TargetId)',
      'organizationsAccount(ChildId)',
      'organizationsAccount(ResourceId)',
      'organizationsAccount(Target.Id)',
    ],
    // The ids have their kind in front, and so have the parts of the ARNs: `h-`, `ou-`, `p-`, `r-`, `rt-`.
    HandshakeId: ['withoutKind(HandshakeId)'],
    // The unit that is made, and tagged, is not the one that it is made in.
    'CreateOrganizationalUnit.OrganizationalUnitId': ['none()'],
    OrganizationalUnitId: [
      'withoutKind(OrganizationalUnitId)',
      'organizationsUnit(ParentId)',
      'organizationsUnit(TargetId)',
      'organizationsUnit(ChildId)',
      'organizationsUnit(ResourceId)',
      'organizationsUnit(SourceParentId, DestinationParentId)',
    ],
    PolicyId: ['withoutKind(PolicyId)', 'organizationsPolicy(ResourceId)'],
    ResponsibilityTransferId: ['withoutKind(Id)'],
    RootId: [
      'withoutKind(RootId)',
      'organizationsRoot(ParentId)',
      'organizationsRoot(TargetId)',
      'organizationsRoot(ResourceId)',
      'organizationsRoot(SourceParentId, DestinationParentId)',
    ],
  },
  partnercentral: {
    'Engagement.Identifier': ['Identifier', 'EngagementIdentifier'],
    'Opportunity.Identifier': [
      'OpportunityIdentifier',
      'RelatedOpportunityIdentifier',
      'Identifier',
    ],
    'ProgramManagementAccount.Identifier': ['identifier', 'programManagementAccountIdentifier'],
    'resource-snapshot-job.Identifier': ['ResourceSnapshotJobIdentifier'],
    SnapshotRevision: ['Revision'],
    TemplateIdentifier: ['ResourceSnapshotTemplateIdentifier'],
  },
  'payment-cryptography': {
    // A key may be named by an alias, which then is what stands there.
    KeyId: ['withoutAliases(KeyIdentifier)', 'withoutAliases(ExportKeyIdentifier)'],
    Alias: ['kmsAlias(AliasName)', 'onlyAliases(KeyIdentifier)'],
  },
  pi: { ReportId: ['AnalysisReportId'] },
  proton: { 'component.Id': ['componentName', 'name'] },
  qapps: {
    ApplicationId: ['instanceId'],
    AppId: ['appId'],
  },
  quicksight: {
    Account: ['accountId(AwsAccountId)'],
    // The ids of groups and users are their names behind the namespace.
    'custompermissions.ResourceId': ['CustomPermissionsName'],
    'group.ResourceId': ['slashed(Namespace, GroupName)'],
    'refreshschedule.ResourceId': ['ScheduleId', 'Schedule.ScheduleId'],
    'user.ResourceId': ['slashed(Namespace, UserName)'],
  },
  rds: {
    ClusterParameterGroupName: [
      'DBClusterParameterGroupName',
      'eachOf(SourceDBClusterParameterGroupIdentifier, TargetDBClusterParameterGroupIdentifier)',
    ],
    ClusterSnapshotName: [
      'DBClusterSnapshotIdentifier',
      'eachOf(SourceDBClusterSnapshotIdentifier, TargetDBClusterSnapshotIdentifier)',
    ],
    // Amazon RDS API Reference, RestoreDBClusterFromSnapshot: a name means a snapshot of a cluster, one of an instance is
    // named by its ARN.
    'RestoreDBClusterFromSnapshot.ClusterSnapshotName': ['SnapshotIdentifier'],
    'RestoreDBClusterFromSnapshot.SnapshotName': ['none()'],
    'DeleteDBCluster.ClusterSnapshotName': ['FinalDBSnapshotIdentifier'],
    DbClusterEndpoint: ['DBClusterEndpointIdentifier'],
    DbClusterInstanceName: [
      'eachOf(DBClusterIdentifier, SourceDBClusterIdentifier)',
      'DBClusterIdentifier',
      'DbClusterIdentifier',
      'TargetDbClusterIdentifier',
      'DBClusterIdentifiers[]',
      'SourceDBClusterIdentifier',
    ],
    DbInstanceName: [
      'eachOf(DBInstanceIdentifier, SourceDBInstanceIdentifier)',
      'eachOf(SourceDBInstanceIdentifier, TargetDBInstanceIdentifier)',
      'DBInstanceIdentifier',
      'DBInstanceIdentifiers[]',
      'SourceDBInstanceArn',
    ],
    OptionGroupName: [
      'OptionGroupName',
      'eachOf(SourceOptionGroupIdentifier, TargetOptionGroupIdentifier)',
    ],
    ParameterGroupName: [
      'DBParameterGroupName',
      'eachOf(SourceDBParameterGroupIdentifier, TargetDBParameterGroupIdentifier)',
    ],
    ReservedDbInstanceName: ['ReservedDBInstanceId'],
    SecurityGroupName: ['DBSecurityGroupName'],
    SnapshotName: [
      'DBSnapshotIdentifier',
      'eachOf(SourceDBSnapshotIdentifier, TargetDBSnapshotIdentifier)',
    ],
    SubnetGroupName: ['DBSubnetGroupName'],
    SubscriptionName: ['SubscriptionName'],
  },
  ram: {
    // The ARN of a share holds an id that AWS gives, not its name.
    'CreateResourceShare.ResourcePath': ['none()'],
    'UpdateResourceShare.ResourcePath': ['none()'],
  },
  redshift: {
    'snapshot.Account': ['accountId(OwnerAccount)'],
    'snapshot.ClusterName': [
      'SnapshotClusterIdentifier',
      'SourceSnapshotClusterIdentifier',
      'ClusterIdentifier',
    ],
    'snapshot.SnapshotName': [
      'SnapshotIdentifier',
      'eachOf(SourceSnapshotIdentifier, TargetSnapshotIdentifier)',
      'Identifiers[].SnapshotIdentifier',
      'SnapshotIdentifierList[]',
    ],
    SubnetGroupName: ['ClusterSubnetGroupName'],
    'securitygroup.SecurityGroupName': ['ClusterSecurityGroupName'],
    'securitygroupingress-cidr.SecurityGroupName': ['ClusterSecurityGroupName'],
    'securitygroupingress-ec2securitygroup.SecurityGroupName': ['ClusterSecurityGroupName'],
    'cluster.ClusterName': [
      'ClusterIdentifier',
      'ClusterIds[]',
      'SnapshotClusterIdentifier',
      'SourceSnapshotClusterIdentifier',
    ],
  },
  'redshift-serverless': { 'snapshot.Account': ['accountId(ownerAccount)'] },
  rekognition: {
    CollectionId: ['CollectionId', 'Settings.FaceSearch.CollectionId'],
    // The ids of stream processors are their names.
    StreamprocessorId: ['Name'],
  },
  // The ARN of a task begins with that of the group it fills.
  'resource-groups': {
    'CancelTagSyncTask.GroupName': ['syncedGroup(TaskArn)'],
    'GetTagSyncTask.GroupName': ['syncedGroup(TaskArn)'],
  },
  'route53-recovery-readiness': {
    'cell.ResourceId': ['CellName'],
    'readinesscheck.ResourceId': ['ReadinessCheckName'],
    'recoverygroup.ResourceId': ['RecoveryGroupName'],
    'resourceset.ResourceId': ['ResourceSetName'],
  },
  route53: { 'cidrcollection.Id': ['CollectionId', 'Id'] },
  rum: { 'AppMonitorResource.Name': ['AppMonitorName', 'Name'] },
  s3: {
    'CreateAccessPoint.AccessPointName': ['Name'],
    AccessPointName: ['accessPoint(Bucket)', 'Name'],
    BucketName: ['bucketName(Bucket)'],
    ObjectName: ['Key'],
    'accessgrant.Token': ['AccessGrantId'],
    'storagelensgroup.Name': ['StorageLensGroup.Name', 'Name'],
    'accessgrantslocation.Token': ['AccessGrantsLocationId'],
  },
  's3-outposts': { 'endpoint.OutpostId': ['OutpostId'], 'CreateBucket.OutpostId': ['OutpostId'] },
  's3-object-lambda': { AccessPointName: ['Name'] },
  s3express: { BucketName: ['Bucket'] },
  s3vectors: { BucketName: ['eachOf(vectorBucketName?, vectorBucketArn?)', 'vectorBucketName'] },
  sagemaker: {
    AutoMLJobJobName: ['AutoMLJobName'],
    'device.DeviceName': ['DeviceName', 'Devices[].DeviceName', 'DeviceNames[]'],
    FeatureGroupName: ['FeatureGroupName', 'Identifiers[].FeatureGroupName'],
    MlflowTrackingServerName: ['TrackingServerName'],
    MonitoringScheduleAlertName: ['MonitoringAlertName'],
  },
  s3tables: { TableBucketName: ['tableBucketARN'] },
  scheduler: { GroupName: ['orDefault(GroupName?)', 'Name'] },
  scn: {
    FlowName: ['name'],
    'dataset.DatasetName': ['name'],
    'namespace.Namespace': ['name'],
  },
  secretsmanager: {
    SecretId: ['secretName(SecretId)', 'secretName(SecretIdList[])', 'secretName(Name)'],
  },
  securityagent: { AgentId: ['agentSpaceId', 'agentSpaceIds[]'] },
  securityhub: {
    ConnectorV2Id: ['ConnectorId'],
  },
  servicecatalog: {
    'Portfolio.PortfolioId': ['PortfolioId', 'serviceCatalogPortfolio(ResourceId)'],
    'Product.ProductId': ['ProductId', 'serviceCatalogProduct(ResourceId)'],
  },
  servicediscovery: {
    Account: ['accountId(OwnerAccount)'],
    'namespace.NamespaceId': ['NamespaceId', 'Id'],
  },
  ses: {
    'configuration-set.ConfigurationSetName': ['ConfigurationSetName', 'ConfigurationSet.Name'],
    'template.TemplateName': [
      'TemplateName',
      'Template',
      'Content.Template.TemplateName',
      'DefaultContent.Template.TemplateName',
    ],
    DedicatedIPPool: ['PoolName', 'DestinationPoolName'],
    IdentityName: ['EmailIdentity', 'Domain'],
    // An address is sent from by its own identity, or by that of a domain above it: each may be the one that is checked.
    'SendBounce.IdentityName': ['mailIdentities(BounceSender)'],
    'SendBulkEmail.IdentityName': ['mailIdentities(FromEmailAddress)'],
    'SendBulkTemplatedEmail.IdentityName': ['mailIdentities(Source)'],
    'SendEmail.IdentityName': ['mailIdentities(Source)', 'mailIdentities(FromEmailAddress)'],
    'SendRawEmail.IdentityName': ['mailIdentities(Source)'],
    'SendTemplatedEmail.IdentityName': ['mailIdentities(Source)'],
  },
  sns: { TopicName: ['Name'] },
  'social-messaging': {
    WabaId: ['socialId(id)'],
    OriginationPhoneNumberId: ['socialId(originationPhoneNumberId)', 'socialId(id)'],
  },
  sqs: { QueueName: ['queueName(QueueUrl)', 'QueueName'] },
  ssm: {
    ParameterNameWithoutLeadingSlash: [
      'ssmParameter(Name)',
      'ssmParameter(Names[])',
      'ssmParameter(Path)',
    ],
    PatchBaselineIdResourceId: ['BaselineId'],
    DocumentName: [
      'ssmDocument(DocumentName)',
      'ssmDocument(Name)',
      'ssmDocument(CalendarNames[])',
      'ssmDocument(Entries[].Name)',
    ],
    'maintenancewindow.ResourceId': ['WindowId'],
    'servicesetting.ResourceId': ['withoutLeadingSlash(SettingId)'],
    'opsitem.ResourceId': ['OpsItemId'],
    'iam-role.RoleName': ['IamRole'],
  },
  'ssm-incidents': { ResponsePlan: ['arnPart1(incidentRecordArn)'] },
  'ssm-contacts': {
    'contact.ContactAlias': ['Alias', 'ContactId'],
  },
  sso: { 'Account.AccountId': ['TargetId'] },
  states: {
    'statemachine.StateMachineName': [
      'name',
      'stateMachineOf(stateMachineAliasArn)',
      'stateMachineOf(stateMachineVersionArn)',
    ],
    ActivityName: ['name'],
  },
  storagegateway: { PoolId: ['PoolId', 'AutomaticTapeCreationRules[].PoolId'] },
  sts: { RoleNameWithPath: [] },
  tnb: {
    FunctionInstanceId: ['vnfInstanceId'],
    FunctionPackageId: ['vnfPkgId'],
    NetworkInstanceId: ['nsInstanceId'],
    NetworkOperationId: ['nsLcmOpOccId'],
    NetworkPackageId: ['nsdInfoId'],
  },
  timestream: {
    DatabaseName: ['DatabaseName', 'TargetDatabaseName'],
    TableName: ['TableName', 'TargetTableName'],
  },
  transfer: {
    ProfileId: ['ProfileId', 'eachOf(As2Config.LocalProfileId, As2Config.PartnerProfileId)'],
  },
  translate: {
    'parallel-data.ResourceName': ['Name', 'ParallelDataNames[]'],
    'terminology.ResourceName': ['Name', 'TerminologyNames[]'],
  },
  'vpc-lattice': {
    'ResourceConfiguration.ResourceConfigurationId': [
      'resourceConfigurationIdentifier',
      'latticeConfiguration(resourceIdentifier)',
    ],
    'Service.ServiceId': ['serviceIdentifier', 'latticeService(resourceIdentifier)'],
    'ServiceNetwork.ServiceNetworkId': [
      'serviceNetworkIdentifier',
      'latticeNetwork(resourceIdentifier)',
    ],
  },
  transcribe: {
    JobName: [
      'CallAnalyticsJobName',
      'MedicalScribeJobName',
      'MedicalTranscriptionJobName',
      'TranscriptionJobName',
    ],
  },
  // AWS WAF Developer Guide, "How AWS WAF works with IAM": the ARN says `regional` or `global`.
  wafv2: { Scope: ['wafScope(Scope)'] },
  'workspaces-web': { 'portal.PortalId': ['arnPart1(identityProviderArn)'] },
  workspaces: {
    'directoryid.DirectoryId': [
      'DirectoryId',
      'DirectoryIds[]',
      'ResourceId',
      'ResourceIds[]',
      'Workspaces[].DirectoryId',
      'StandbyWorkspaces[].DirectoryId',
    ],
    'workspaceid.WorkspaceId': [
      'WorkspaceId',
      'WorkspaceIds[]',
      'SourceWorkspaceId',
      'PrimaryWorkspaceId',
      'RebootWorkspaceRequests[].WorkspaceId',
      'RebuildWorkspaceRequests[].WorkspaceId',
      'StartWorkspaceRequests[].WorkspaceId',
      'StopWorkspaceRequests[].WorkspaceId',
      'TerminateWorkspaceRequests[].WorkspaceId',
    ],
    'workspacebundle.BundleId': ['BundleId', 'BundleIds[]', 'Workspaces[].BundleId'],
    'workspaceapplication.WorkSpaceApplicationId': ['ApplicationId'],
  },
  xray: {
    SamplingRuleName: ['RuleName', 'SamplingRule.RuleName', 'SamplingRuleUpdate.RuleName'],
  },
};
