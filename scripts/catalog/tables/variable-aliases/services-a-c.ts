import type { VariableAliases } from './variable-aliases.ts';

/** Aliases of the IAM prefixes from A to C. */
export const variableAliasesAToC: VariableAliases = {
  account: { MemberAccountId: ['AccountId'] },
  airflow: { EnvironmentName: ['Name'] },
  appconfig: { ExtensionVersionNumber: ['VersionNumber', 'ExtensionVersionNumber'] },
  appflow: { ProfileName: ['connectorProfileName'] },
  // Its ARN holds an id that AWS gives, not the resource that is scaled.
  'application-autoscaling': { ResourceId: ['none()'] },
  apigateway: { Account: ['accountId(ResourceOwnerAccountId)'] },
  'application-signals': { SloName: ['Id', 'SloIds[]', 'Name'] },
  appstream: {
    ImageName: ['ImageName', 'SourceImageName', 'existingImageName'],
    'DeleteImagePermissions.ImageName': ['Name'],
    'DescribeImagePermissions.ImageName': ['Name'],
    'UpdateImagePermissions.ImageName': ['Name'],
    'CreateImageBuilderStreamingURL.ImageBuilderName': ['Name'],
    StackName: ['StackName', 'UserStackAssociations[].StackName'],
  },
  appsync: {
    'AssociateMergedGraphqlApi.GraphQLAPIId': ['eachOf(sourceApiIdentifier, mergedApiIdentifier)'],
    'AssociateSourceGraphqlApi.GraphQLAPIId': ['eachOf(sourceApiIdentifier, mergedApiIdentifier)'],
    MergedGraphQLAPIId: ['mergedApiIdentifier'],
    SourceGraphQLAPIId: ['sourceApiIdentifier'],
  },
  aps: {
    'cluster.ClusterName': ['source.eksConfiguration.clusterArn'],
    Namespace: ['name'],
    WorkspaceId: ['workspaceId', 'destination.ampConfiguration.workspaceArn'],
  },
  artifact: { Version: ['reportVersion'] },
  athena: {
    DataCatalogName: ['CatalogName', 'Name'],
    // Athena User Guide, "How workgroups work": what names none runs in the one called `primary`.
    'workgroup.WorkGroupName': ['orPrimary(WorkGroup?)', 'Name', 'ResourceARN'],
    'session.WorkGroupName': ['WorkGroup'],
    'PutCapacityAssignmentConfiguration.WorkGroupName': ['CapacityAssignments[].WorkGroupNames[]'],
    // What these rename is a query and a notebook.
    'UpdateNamedQuery.WorkGroupName': ['none()'],
    'UpdateNotebookMetadata.WorkGroupName': ['none()'],
  },
  auditmanager: {
    ControlId: ['controlId', 'controlSets[].controls[].id'],
    ControlSetId: ['controlSetId', 'createDelegationRequests[].controlSetId'],
  },
  autoscaling: {
    GroupFriendlyName: ['AutoScalingGroupName', 'AutoScalingGroupNames[]', 'Tags[].ResourceId'],
    LaunchConfigurationName: ['LaunchConfigurationName', 'LaunchConfigurationNames[]'],
  },
  backup: {
    Account: ['accountId(BackupVaultAccountId)'],
    RestoreTestingPlanName: ['RestoreTestingPlanName', 'RestoreTestingPlan.RestoreTestingPlanName'],
    TieringConfigurationName: [
      'TieringConfigurationName',
      'TieringConfiguration.TieringConfigurationName',
    ],
  },
  'backup-search': { 'searchExportJob.ResourceId': ['ExportJobIdentifier'] },
  batch: {
    JobDefinitionName: ['taskFamily(jobDefinition)', 'jobDefinitionName'],
    Revision: ['taskRevision(jobDefinition)'],
    ComputeEnvironmentName: [
      'computeEnvironmentName',
      'computeEnvironment',
      'computeEnvironmentOrder[].computeEnvironment',
    ],
    ConsumableResourceName: [
      'consumableResourceName',
      'consumableResource',
      'consumableResourceProperties.consumableResourceList[].consumableResource',
      'consumableResourcePropertiesOverride.consumableResourceList[].consumableResource',
    ],
    ServiceEnvironmentName: [
      'serviceEnvironmentName',
      'serviceEnvironment',
      'serviceEnvironmentOrder[].serviceEnvironment',
    ],
  },
  'bcm-data-exports': { 'table.Identifier': ['TableName'] },
  bedrock: {
    'guardrail-profile.ResourceId': ['crossRegionConfig.guardrailProfileIdentifier'],
    FlowExecutionId: ['executionIdentifier'],
    GuardrailId: ['guardrailConfig.guardrailIdentifier'],
    'advanced-prompt-optimization-job.ResourceId': ['jobIdentifier', 'jobIdentifiers[]'],
    'application-inference-profile.ResourceId': ['inferenceProfileIdentifier'],
    'evaluation-job.ResourceId': ['jobIdentifier', 'jobIdentifiers[]'],
    'foundation-model.ResourceId': ['bedrockModel(modelId)', 'bedrockModel(modelIdentifier)'],
  },
  'bedrock-agentcore': {
    Account: ['accountId(accountId)'],
    BrowserProfileId: ['profileId', 'profileIdentifier'],
    // Amazon Bedrock AgentCore Developer Guide: an account has one directory and one vault, called `default`.
    DirectoryId: ['orDefault()'],
    RuntimeId: ['agentRuntimeId'],
    'harness-endpoint.HarnessId': ['harnessId', 'harnessArn'],
    'runtime.RuntimeId': ['agentRuntimeId', 'agentRuntimeArn'],
    TokenVaultId: ['orDefault(tokenVaultId?)', 'orDefault()'],
    WorkloadIdentityName: ['workloadName', 'name'],
    'apikeycredentialprovider.Name': ['name', 'resourceCredentialProviderName'],
    'oauth2credentialprovider.Name': ['name', 'resourceCredentialProviderName'],
    'paymentcredentialprovider.Name': ['name', 'resourceCredentialProviderName'],
    'runtime-endpoint.RuntimeId': ['agentRuntimeId', 'agentRuntimeArn'],
    'runtime-endpoint.Name': ['endpointName', 'name', 'orDefaultEndpoint(qualifier?)'],
  },
  budgets: { BudgetName: ['BudgetName', 'Budget.BudgetName', 'NewBudget.BudgetName'] },
  cases: { CaseRuleId: ['caseRules[].id'], FieldId: ['fieldId', 'fields[].id'] },
  cassandra: {
    KeyspaceName: ['keyspaceName'],
    TableName: ['tableName'],
  },
  cloud9: { 'environment.ResourceId': ['environmentId', 'environmentIds[]'] },
  cloudfront: {
    'distribution.DistributionId': [
      'DistributionId',
      'TargetDistributionId',
      'PrimaryDistributionId',
      'Id',
    ],
    'streaming-distribution.DistributionId': ['Id'],
  },
  cloudformation: { 'stack.StackName': ['StackName', 'StackDefinitions[].StackName'] },
  cloudhsm: {
    CloudHsmBackupInstanceName: ['BackupId', 'cloudHsmBackup(ResourceId)'],
    CloudHsmClusterInstanceName: ['ClusterId', 'cloudHsmCluster(ResourceId)'],
  },
  cloudtrail: {
    'eventdatastore.Account': ['accountId(EventDataStoreOwnerAccountId)'],
    DashboardName: ['DashboardId', 'Name'],
    TrailName: ['TrailName', 'Name', 'TrailNameList[]'],
  },
  cloudwatch: {
    AlarmName: ['AlarmName', 'AlarmNames[]'],
    InsightRuleName: ['RuleName', 'RuleNames[]'],
    MetricStreamName: ['Name', 'Names[]'],
  },
  codeartifact: {
    Account: ['accountId(domainOwner)'],
    PackageFormat: ['format'],
    // CodeArtifact User Guide, "CodeArtifact resources": the part stands empty for a package without a namespace.
    PackageNamespace: ['orEmpty(namespace?)'],
    'repository.RepositoryName': ['eachOf(sourceRepository, destinationRepository)', 'repository'],
    'package.RepositoryName': ['eachOf(sourceRepository, destinationRepository)', 'repository'],
  },
  codebuild: {
    FleetName: ['name', 'names[]'],
    'project.ProjectName': [
      'projectName',
      'name',
      'names[]',
      'projectOfBuild(id)',
      'projectOfBuild(ids[])',
      'projectOfBuild(buildId)',
      'projectOfBuild(buildBatchId)',
      'projectOfBuild(sandboxId)',
    ],
    'report-group.ReportGroupName': [
      'reportGroupOf(reportArn)',
      'reportGroupOf(reportArns[])',
      'name',
    ],
  },
  codecommit: {
    RepositoryName: ['repositoryName', 'repositoryNames[]', 'oldName', 'targets[].repositoryName'],
  },
  codedeploy: {
    DeploymentConfigurationName: ['deploymentConfigName'],
    DeploymentGroupName: [
      'deploymentGroupName',
      'currentDeploymentGroupName',
      'deploymentGroupNames[]',
    ],
  },
  codepipeline: {
    PipelineName: ['pipelineName', 'pipeline.name', 'webhook.targetPipeline', 'name'],
    'actiontype.Owner': ['actionTypeId.owner', 'actionType.id.owner', 'owner', '"Custom"'],
    'actiontype.Category': ['actionTypeId.category', 'actionType.id.category', 'category'],
    'actiontype.Provider': ['actionTypeId.provider', 'actionType.id.provider', 'provider'],
    'actiontype.Version': ['actionTypeId.version', 'actionType.id.version', 'version'],
    'webhook.WebhookName': ['webhook.name', 'webhookName', 'name'],
  },
  comprehend: {
    DocumentClassifierName: ['DocumentClassifierName', 'ModelName'],
    EntityRecognizerName: ['RecognizerName', 'ModelName'],
    DocumentClassifierEndpointName: ['EndpointName'],
    EntityRecognizerEndpointName: ['EndpointName'],
  },
  config: {
    AggregatorAccount: ['AuthorizedAccountId'],
    AggregatorRegion: ['AuthorizedAwsRegion'],
    StoredQueryName: ['QueryName', 'StoredQuery.QueryName'],
    RecorderName: ['ConfigurationRecorderName', 'ConfigurationRecorder.name'],
  },
  connect: {
    ContactId: ['ContactId', 'InitialContactId'],
    FormId: ['EvaluationFormId'],
    'queue.QueueId': [
      'QueueId',
      'QueueConfigs[].QueueReference.QueueId',
      'DefaultOutboundQueueId',
      'ContactDataRequestList[].QueueId',
      'Filters.Queues[]',
    ],
    'routing-profile.RoutingProfileId': ['RoutingProfileId', 'Filters.RoutingProfiles[]'],
    SecurityProfileId: ['SecurityProfileId', 'SecurityProfileIds[]', 'SecurityProfiles[].Id'],
    TrafficDistributionGroupId: ['TrafficDistributionGroupId', 'Id'],
  },
  'connect-campaigns': { CampaignId: ['campaignId', 'id'] },
};
