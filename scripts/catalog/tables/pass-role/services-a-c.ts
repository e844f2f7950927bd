import {
  type PassedRoles,
  passedTo,
  profiles,
  roles,
  rolesIn,
  templates,
  unknown,
} from './passed-role.ts';

const groupTemplates = [
  'LaunchTemplate',
  'MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification',
  'MixedInstancesPolicy.LaunchTemplate.Overrides[].LaunchTemplateSpecification',
];

/** Services whose ids begin with a to c; the source of the rows is in pass-role.ts. */
export const passRoleAC: Readonly<Record<string, PassedRoles>> = {
  accessanalyzer: passedTo('access-analyzer.amazonaws.com', {
    StartPolicyGeneration: ['cloudTrailDetails.accessRole'],
  }),
  aiops: passedTo('aiops.amazonaws.com', {
    CreateInvestigationGroup: ['roleArn'],
    UpdateInvestigationGroup: ['roleArn'],
  }),
  amp: passedTo('aps.amazonaws.com', {
    CreateScraper: ['roleConfiguration.sourceRoleArn'],
    UpdateScraper: ['roleConfiguration.sourceRoleArn'],
  }),
  amplify: passedTo('amplify.amazonaws.com', {
    CreateApp: ['computeRoleArn', 'iamServiceRoleArn'],
    CreateBranch: ['computeRoleArn'],
    CreateDomainAssociation: ['autoSubDomainIAMRole'],
    UpdateApp: ['computeRoleArn', 'iamServiceRoleArn'],
    UpdateBranch: ['computeRoleArn'],
    UpdateDomainAssociation: ['autoSubDomainIAMRole'],
  }),
  'api-gateway': passedTo('apigateway.amazonaws.com', {
    CreateAuthorizer: ['authorizerCredentials'],
    PutIntegration: ['credentials'],
    UpdateAccount: ['patchOperations[].value'],
    UpdateAuthorizer: ['patchOperations[].value'],
    UpdateIntegration: ['patchOperations[].value'],
  }),
  apigatewayv2: passedTo('apigateway.amazonaws.com', {
    CreateApi: ['CredentialsArn'],
    CreateAuthorizer: ['AuthorizerCredentialsArn'],
    CreateIntegration: ['CredentialsArn'],
    UpdateApi: ['CredentialsArn'],
    UpdateAuthorizer: ['AuthorizerCredentialsArn'],
    UpdateIntegration: ['CredentialsArn'],
  }),
  appconfig: passedTo('appconfig.amazonaws.com', {
    CreateConfigurationProfile: ['RetrievalRoleArn'],
    CreateEnvironment: ['Monitors[].AlarmRoleArn'],
    CreateExtension: ['Actions{}[][].RoleArn'],
    UpdateConfigurationProfile: ['RetrievalRoleArn'],
    UpdateEnvironment: ['Monitors[].AlarmRoleArn'],
    UpdateExtension: ['Actions{}[][].RoleArn'],
  }),
  appflow: passedTo(['appflow.amazonaws.com', 'redshift.amazonaws.com'], {
    CreateConnectorProfile: [
      'connectorProfileConfig.connectorProfileProperties.Redshift.roleArn',
      'connectorProfileConfig.connectorProfileProperties.Redshift.dataApiRoleArn',
    ],
    CreateFlow: [
      ...roles('appflow.amazonaws.com', 'metadataCatalogConfig.glueDataCatalog.roleArn'),
    ],
    UpdateConnectorProfile: [
      'connectorProfileConfig.connectorProfileProperties.Redshift.roleArn',
      'connectorProfileConfig.connectorProfileProperties.Redshift.dataApiRoleArn',
    ],
    UpdateFlow: [
      ...roles('appflow.amazonaws.com', 'metadataCatalogConfig.glueDataCatalog.roleArn'),
    ],
  }),
  'application-auto-scaling': passedTo('application-autoscaling.amazonaws.com', {
    RegisterScalableTarget: ['RoleARN'],
  }),
  // The table of operations says `bullet`, the developer guide `apprunner`: both are taken.
  apprunner: passedTo(['apprunner.amazonaws.com', 'bullet.amazonaws.com'], {
    CreateService: [
      'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn',
      'InstanceConfiguration.InstanceRoleArn',
    ],
    UpdateService: [
      'SourceConfiguration.AuthenticationConfiguration.AccessRoleArn',
      'InstanceConfiguration.InstanceRoleArn',
    ],
  }),
  appstream: passedTo('appstream.amazonaws.com', {
    CreateAppBlockBuilder: ['IamRoleArn'],
    CreateExportImageTask: ['IamRoleArn'],
    CreateFleet: ['IamRoleArn'],
    CreateImageBuilder: ['IamRoleArn'],
    CreateImportedImage: ['IamRoleArn'],
    UpdateAppBlockBuilder: ['IamRoleArn'],
    UpdateFleet: ['IamRoleArn'],
  }),
  appsync: passedTo('appsync.amazonaws.com', {
    CreateApi: ['eventConfig.logConfig.cloudWatchLogsRoleArn'],
    CreateDataSource: ['serviceRoleArn'],
    CreateGraphqlApi: ['logConfig.cloudWatchLogsRoleArn', 'mergedApiExecutionRoleArn'],
    UpdateApi: ['eventConfig.logConfig.cloudWatchLogsRoleArn'],
    UpdateDataSource: ['serviceRoleArn'],
    UpdateGraphqlApi: ['logConfig.cloudWatchLogsRoleArn', 'mergedApiExecutionRoleArn'],
  }),
  'arc-region-switch': passedTo('arc-region-switch.amazonaws.com', {
    CreatePlan: ['executionRole'],
    UpdatePlan: ['executionRole'],
  }),
  athena: passedTo('athena.amazonaws.com', {
    CreateWorkGroup: ['Configuration.ExecutionRole'],
    StartSession: ['ExecutionRole'],
    UpdateWorkGroup: ['ConfigurationUpdates.ExecutionRole'],
  }),
  'auto-scaling': passedTo('autoscaling.amazonaws.com', {
    CreateAutoScalingGroup: [
      'LifecycleHookSpecificationList[].RoleARN',
      'ServiceLinkedRoleARN',
      ...templates(groupTemplates),
    ],
    CreateLaunchConfiguration: [...profiles('IamInstanceProfile')],
    PutLifecycleHook: ['RoleARN'],
    StartInstanceRefresh: [
      ...templates(groupTemplates.map((path) => `DesiredConfiguration.${path}`)),
    ],
    UpdateAutoScalingGroup: ['ServiceLinkedRoleARN', ...templates(groupTemplates)],
  }),
  backup: passedTo('backup.amazonaws.com', {
    CreateBackupPlan: [
      ...roles(
        'malware-protection.guardduty.amazonaws.com',
        'BackupPlan.ScanSettings[].ScannerRoleArn',
      ),
    ],
    CreateBackupSelection: ['BackupSelection.IamRoleArn'],
    CreateRestoreTestingSelection: [
      ...roles('restore-testing.backup.amazonaws.com', 'RestoreTestingSelection.IamRoleArn'),
    ],
    StartBackupJob: ['IamRoleArn'],
    StartCopyJob: ['IamRoleArn'],
    StartRestoreJob: ['IamRoleArn'],
    StartScanJob: [
      ...roles('backup.amazonaws.com', 'IamRoleArn'),
      ...roles('malware-protection.guardduty.amazonaws.com', 'ScannerRoleArn'),
    ],
    UpdateBackupPlan: [
      ...roles(
        'malware-protection.guardduty.amazonaws.com',
        'BackupPlan.ScanSettings[].ScannerRoleArn',
      ),
    ],
    UpdateRecoveryPointIndexSettings: ['IamRoleArn'],
    UpdateRestoreTestingSelection: [
      ...roles('restore-testing.backup.amazonaws.com', 'RestoreTestingSelection.IamRoleArn'),
    ],
  }),
  'backup-gateway': passedTo('backup-gateway.amazonaws.com', {
    PutHypervisorPropertyMappings: ['IamRoleArn'],
  }),
  backupsearch: passedTo(unknown, {
    StartSearchResultExportJob: ['RoleArn'],
  }),
  batch: passedTo('batch.amazonaws.com', {
    CreateComputeEnvironment: [
      ...roles('batch.amazonaws.com', 'serviceRole'),
      ...roles('spotfleet.amazonaws.com', 'computeResources.spotIamFleetRole'),
      ...roles(
        'ecs.amazonaws.com',
        'computeResources.managedInstancesProvider.infrastructureRoleArn',
      ),
      ...profiles(
        'computeResources.instanceRole',
        'computeResources.managedInstancesProvider.instanceLaunchTemplate.ec2InstanceProfileArn',
      ),
    ],
    RegisterJobDefinition: [
      ...roles(
        'ecs-tasks.amazonaws.com',
        'containerProperties.jobRoleArn',
        'containerProperties.executionRoleArn',
        'nodeProperties.nodeRangeProperties[].container.jobRoleArn',
        'nodeProperties.nodeRangeProperties[].container.executionRoleArn',
        'nodeProperties.nodeRangeProperties[].ecsProperties.taskProperties[].executionRoleArn',
        'nodeProperties.nodeRangeProperties[].ecsProperties.taskProperties[].taskRoleArn',
        'ecsProperties.taskProperties[].executionRoleArn',
        'ecsProperties.taskProperties[].taskRoleArn',
      ),
    ],
    UpdateComputeEnvironment: [
      ...roles('batch.amazonaws.com', 'serviceRole'),
      ...roles(
        'ecs.amazonaws.com',
        'computeResources.managedInstancesProvider.infrastructureRoleArn',
      ),
      ...profiles(
        'computeResources.instanceRole',
        'computeResources.managedInstancesProvider.instanceLaunchTemplate.ec2InstanceProfileArn',
      ),
    ],
    // Source: AWS Batch User Guide, "Service job payloads in AWS Batch": the text of a CreateTrainingJob.
    SubmitServiceJob: [...rolesIn('sagemaker.amazonaws.com', 'serviceRequestPayload')],
  }),
  'bcm-dashboards': passedTo('bcm-dashboards.amazonaws.com', {
    CreateScheduledReport: ['scheduledReport.scheduledReportExecutionRoleArn'],
    UpdateScheduledReport: ['scheduledReportExecutionRoleArn'],
  }),
  bedrock: passedTo('bedrock.amazonaws.com', {
    CreateCustomModel: ['roleArn'],
    CreateEvaluationJob: ['roleArn'],
    CreateMarketplaceModelEndpoint: ['endpointConfig.sageMaker.executionRole'],
    CreateModelCustomizationJob: ['roleArn'],
    CreateModelImportJob: ['roleArn'],
    CreateModelInvocationJob: ['roleArn'],
    PutModelInvocationLoggingConfiguration: ['loggingConfig.cloudWatchConfig.roleArn'],
    UpdateMarketplaceModelEndpoint: ['endpointConfig.sageMaker.executionRole'],
  }),
  'bedrock-agent': passedTo('bedrock.amazonaws.com', {
    CreateAgent: ['agentResourceRoleArn'],
    CreateFlow: ['executionRoleArn'],
    CreateKnowledgeBase: ['roleArn'],
    UpdateAgent: ['agentResourceRoleArn'],
    UpdateFlow: ['executionRoleArn'],
    UpdateKnowledgeBase: ['roleArn'],
  }),
  'bedrock-agentcore': passedTo('bedrock-agentcore.amazonaws.com', {
    CreateABTest: ['roleArn'],
    UpdateABTest: ['roleArn'],
  }),
  'bedrock-agentcore-control': passedTo('bedrock-agentcore.amazonaws.com', {
    CreateRegistryRecord: [
      'synchronizationConfiguration.fromUrl.credentialProviderConfigurations[].credentialProvider.iamCredentialProvider.roleArn',
    ],
    CreateAgentRuntime: ['roleArn'],
    CreateBrowser: ['executionRoleArn'],
    CreateCapacityProvider: ['permissionsConfiguration.capacityProviderOperatorRoleArn'],
    CreateCodeInterpreter: ['executionRoleArn'],
    CreateConsentPortal: ['executionRoleArn'],
    CreateGateway: ['roleArn'],
    CreateHarness: ['executionRoleArn'],
    CreateMemory: ['memoryExecutionRoleArn'],
    CreateOnlineEvaluationConfig: ['evaluationExecutionRoleArn'],
    CreatePaymentManager: ['roleArn'],
    UpdateAgentRuntime: ['roleArn'],
    UpdateGateway: ['roleArn'],
    UpdateHarness: ['executionRoleArn'],
    UpdateMemory: ['memoryExecutionRoleArn'],
    UpdateOnlineEvaluationConfig: ['evaluationExecutionRoleArn'],
    UpdatePaymentManager: ['roleArn'],
  }),
  braket: passedTo(['braket.amazonaws.com', 'sagemaker.amazonaws.com'], {
    CreateJob: ['roleArn'],
  }),
  budgets: passedTo('budgets.amazonaws.com', {
    CreateBudgetAction: ['ExecutionRoleArn'],
    UpdateBudgetAction: ['ExecutionRoleArn'],
  }),
  chatbot: passedTo('chatbot.amazonaws.com', {
    CreateChimeWebhookConfiguration: ['IamRoleArn'],
    CreateMicrosoftTeamsChannelConfiguration: ['IamRoleArn'],
    CreateSlackChannelConfiguration: ['IamRoleArn'],
    UpdateChimeWebhookConfiguration: ['IamRoleArn'],
    UpdateMicrosoftTeamsChannelConfiguration: ['IamRoleArn'],
    UpdateSlackChannelConfiguration: ['IamRoleArn'],
  }),
  'chime-sdk-media-pipelines': passedTo(unknown, {
    CreateMediaInsightsPipelineConfiguration: ['ResourceAccessRoleArn'],
    UpdateMediaInsightsPipelineConfiguration: ['ResourceAccessRoleArn'],
  }),
  cleanrooms: passedTo('cleanrooms.amazonaws.com', {
    CreateAnalysisTemplate: ['source.artifacts.roleArn'],
    CreateConfiguredTableAssociation: ['roleArn'],
    CreateMembership: [
      'defaultResultConfiguration.roleArn',
      'defaultJobResultConfiguration.roleArn',
    ],
    UpdateConfiguredTableAssociation: ['roleArn'],
    UpdateMembership: [
      'defaultResultConfiguration.roleArn',
      'defaultJobResultConfiguration.roleArn',
    ],
  }),
  cleanroomsml: passedTo('cleanrooms-ml.amazonaws.com', {
    CreateConfiguredAudienceModel: ['outputConfig.roleArn'],
    CreateConfiguredModelAlgorithm: ['roleArn'],
    CreateMLInputChannel: ['inputChannel.roleArn'],
    CreateTrainingDataset: ['roleArn'],
    PutMLConfiguration: ['defaultOutputLocation.roleArn'],
    StartAudienceGenerationJob: ['seedAudience.roleArn'],
    UpdateConfiguredAudienceModel: ['outputConfig.roleArn'],
  }),
  cloudcontrol: passedTo('cloudformation.amazonaws.com', {
    CreateResource: ['RoleArn'],
    DeleteResource: ['RoleArn'],
    GetResource: ['RoleArn'],
    ListResources: ['RoleArn'],
    UpdateResource: ['RoleArn'],
  }),
  cloudformation: passedTo('cloudformation.amazonaws.com', {
    ActivateType: [
      ...roles(
        'resources.cloudformation.amazonaws.com',
        'ExecutionRoleArn',
        'LoggingConfig.LogRoleArn',
      ),
    ],
    ContinueUpdateRollback: ['RoleARN'],
    CreateChangeSet: ['RoleARN'],
    CreateStack: ['RoleARN'],
    CreateStackSet: ['AdministrationRoleARN'],
    DeleteStack: ['RoleARN'],
    RegisterType: [
      ...roles(
        'resources.cloudformation.amazonaws.com',
        'ExecutionRoleArn',
        'LoggingConfig.LogRoleArn',
      ),
    ],
    RollbackStack: ['RoleARN'],
    UpdateStack: ['RoleARN'],
    UpdateStackSet: ['AdministrationRoleARN'],
  }),
  cloudfront: passedTo('cloudfront.amazonaws.com', {
    CreateRealtimeLogConfig: ['EndPoints[].KinesisStreamConfig.RoleARN'],
    UpdateRealtimeLogConfig: ['EndPoints[].KinesisStreamConfig.RoleARN'],
  }),
  cloudtrail: passedTo('cloudtrail.amazonaws.com', {
    CreateTrail: ['CloudWatchLogsRoleArn'],
    EnableFederation: ['FederationRoleArn'],
    StartImport: ['ImportSource.S3.S3BucketAccessRoleArn'],
    UpdateTrail: ['CloudWatchLogsRoleArn'],
  }),
  cloudwatch: passedTo('cloudwatch.amazonaws.com', {
    PutLogAlarm: ['ScheduledQueryConfiguration.ScheduledQueryRoleARN', 'ActionLogLineRoleArn'],
    PutMetricStream: [...roles('streams.metrics.cloudwatch.amazonaws.com', 'RoleArn')],
  }),
  'cloudwatch-logs': passedTo('logs.amazonaws.com', {
    CreateImportTask: [
      ...roles(['cloudtrail.amazonaws.com', 'logs.amazonaws.com'], 'importRoleArn'),
    ],
    CreateScheduledQuery: [
      'executionRoleArn',
      'destinationConfiguration.s3Configuration.roleArn',
      'destinationConfiguration.lookupTableConfiguration.roleArn',
    ],
    PutAccountPolicy: [...rolesIn('logs.amazonaws.com', 'policyDocument')],
    PutDestination: ['roleArn'],
    PutSubscriptionFilter: ['roleArn'],
    UpdateScheduledQuery: [
      'executionRoleArn',
      'destinationConfiguration.s3Configuration.roleArn',
      'destinationConfiguration.lookupTableConfiguration.roleArn',
    ],
  }),
  codebuild: passedTo('codebuild.amazonaws.com', {
    CreateFleet: [...roles(unknown, 'fleetServiceRole')],
    CreateProject: ['serviceRole', 'buildBatchConfig.serviceRole'],
    StartBuild: ['serviceRoleOverride'],
    StartBuildBatch: ['serviceRoleOverride', 'buildBatchConfigOverride.serviceRole'],
    UpdateFleet: [...roles(unknown, 'fleetServiceRole')],
    UpdateProject: ['serviceRole', 'buildBatchConfig.serviceRole'],
    UpdateProjectVisibility: ['resourceAccessRole'],
  }),
  codeconnections: passedTo('cloudformation.sync.codeconnections.amazonaws.com', {
    CreateSyncConfiguration: ['RoleArn'],
    UpdateSyncConfiguration: ['RoleArn'],
  }),
  codedeploy: passedTo('codedeploy.amazonaws.com', {
    CreateDeploymentGroup: ['serviceRoleArn'],
    UpdateDeploymentGroup: ['serviceRoleArn'],
  }),
  codepipeline: passedTo(
    ['cloudformation.amazonaws.com', 'codebuild.amazonaws.com', 'codepipeline.amazonaws.com'],
    {
      CreatePipeline: [
        'pipeline.roleArn',
        'pipeline.stages[].actions[].roleArn',
        'pipeline.stages[].onFailure.conditions[].rules[].roleArn',
        'pipeline.stages[].onSuccess.conditions[].rules[].roleArn',
        'pipeline.stages[].beforeEntry.conditions[].rules[].roleArn',
      ],
      UpdatePipeline: [
        'pipeline.roleArn',
        'pipeline.stages[].actions[].roleArn',
        'pipeline.stages[].onFailure.conditions[].rules[].roleArn',
        'pipeline.stages[].onSuccess.conditions[].rules[].roleArn',
        'pipeline.stages[].beforeEntry.conditions[].rules[].roleArn',
      ],
    },
  ),
  'codestar-connections': passedTo('cloudformation.sync.codeconnections.amazonaws.com', {
    CreateSyncConfiguration: ['RoleArn'],
    UpdateSyncConfiguration: ['RoleArn'],
  }),
  'cognito-identity': passedTo(unknown, {
    SetIdentityPoolRoles: [
      'Roles.authenticated',
      'Roles.unauthenticated',
      'RoleMappings{}[].RulesConfiguration.Rules[].RoleARN',
    ],
  }),
  'cognito-identity-provider': passedTo(unknown, {
    CreateGroup: ['RoleArn'],
    CreateUserImportJob: ['CloudWatchLogsRoleArn'],
    CreateUserPool: [...roles(unknown, 'SmsConfiguration.SnsCallerArn')],
    CreateUserPoolClient: ['AnalyticsConfiguration.RoleArn'],
    SetUserPoolMfaConfig: ['SmsMfaConfiguration.SmsConfiguration.SnsCallerArn'],
    UpdateGroup: ['RoleArn'],
    UpdateUserPool: [...roles(unknown, 'SmsConfiguration.SnsCallerArn')],
    UpdateUserPoolClient: ['AnalyticsConfiguration.RoleArn'],
  }),
  'cognito-sync': passedTo(unknown, {
    SetIdentityPoolConfiguration: ['CognitoStreams.RoleArn', 'PushSync.RoleArn'],
  }),

  comprehend: passedTo('comprehend.amazonaws.com', {
    CreateDocumentClassifier: ['DataAccessRoleArn'],
    CreateEndpoint: ['DataAccessRoleArn'],
    CreateEntityRecognizer: ['DataAccessRoleArn'],
    CreateFlywheel: ['DataAccessRoleArn'],
    ImportModel: ['DataAccessRoleArn'],
    StartDocumentClassificationJob: ['DataAccessRoleArn'],
    StartDominantLanguageDetectionJob: ['DataAccessRoleArn'],
    StartEntitiesDetectionJob: ['DataAccessRoleArn'],
    StartEventsDetectionJob: ['DataAccessRoleArn'],
    StartKeyPhrasesDetectionJob: ['DataAccessRoleArn'],
    StartPiiEntitiesDetectionJob: ['DataAccessRoleArn'],
    StartSentimentDetectionJob: ['DataAccessRoleArn'],
    StartTargetedSentimentDetectionJob: ['DataAccessRoleArn'],
    StartTopicsDetectionJob: ['DataAccessRoleArn'],
    UpdateEndpoint: ['DesiredDataAccessRoleArn'],
    UpdateFlywheel: ['DataAccessRoleArn'],
  }),
  comprehendmedical: passedTo('comprehendmedical.amazonaws.com', {
    StartEntitiesDetectionV2Job: ['DataAccessRoleArn'],
    StartICD10CMInferenceJob: ['DataAccessRoleArn'],
    StartPHIDetectionJob: ['DataAccessRoleArn'],
    StartRxNormInferenceJob: ['DataAccessRoleArn'],
    StartSNOMEDCTInferenceJob: ['DataAccessRoleArn'],
  }),
  'config-service': passedTo('config.amazonaws.com', {
    PutConfigurationAggregator: ['OrganizationAggregationSource.RoleArn'],
    PutConfigurationRecorder: ['ConfigurationRecorder.roleARN'],
    PutConformancePack: [...rolesIn('ssm.amazonaws.com', 'TemplateBody')],
    PutOrganizationConformancePack: [...rolesIn('ssm.amazonaws.com', 'TemplateBody')],
    PutRemediationConfigurations: [
      ...roles(
        'ssm.amazonaws.com',
        'RemediationConfigurations[].Parameters.AutomationAssumeRole.StaticValue.Values[]',
      ),
    ],
  }),
  connecthealth: passedTo('health-agent.amazonaws.com', {
    CreateDomain: ['webAppSetupConfiguration.ehrRole'],
  }),
  'customer-profiles': passedTo('profile.amazonaws.com', {
    CreateIntegrationWorkflow: ['RoleArn'],
    CreateSegmentSnapshot: ['RoleArn'],
  }),
};
