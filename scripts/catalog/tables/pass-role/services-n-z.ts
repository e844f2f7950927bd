import { type PassedRoles, passedTo, profiles, roles, rolesIn, unknown } from './passed-role.ts';

const documents = ['justintimeaccess.ssm.amazonaws.com', 'ssm.amazonaws.com'];
const telemetryPipelines = [
  'logs.amazonaws.com',
  'telemetry-pipelines.observabilityadmin.amazonaws.com',
];

/** Services whose ids begin with n to z; the source of the rows is in pass-role.ts. */
export const passRoleNZ: Readonly<Record<string, PassedRoles>> = {
  'neptune-graph': passedTo('neptune-graph.amazonaws.com', {
    CreateGraphUsingImportTask: ['roleArn'],
    StartExportTask: ['roleArn'],
    StartImportTask: ['roleArn'],
  }),
  nimble: passedTo(unknown, {
    CreateStudio: ['adminRoleArn', 'userRoleArn'],
    CreateStudioComponent: ['runtimeRoleArn', 'secureInitializationRoleArn'],
    UpdateStudio: ['adminRoleArn', 'userRoleArn'],
    UpdateStudioComponent: ['runtimeRoleArn', 'secureInitializationRoleArn'],
  }),
  observabilityadmin: passedTo('logs.amazonaws.com', {
    CreateS3TableIntegration: ['RoleArn'],
    CreateTelemetryPipeline: [...rolesIn(telemetryPipelines, 'Configuration.Body')],
    UpdateTelemetryPipeline: [...rolesIn(telemetryPipelines, 'Configuration.Body')],
  }),
  odb: passedTo('odb.amazonaws.com', {
    AssociateIamRoleToResource: ['iamRoleArn'],
  }),
  omics: passedTo('omics.amazonaws.com', {
    StartAnnotationImportJob: ['roleArn'],
    StartReadSetExportJob: ['roleArn'],
    StartReadSetImportJob: ['roleArn'],
    StartReferenceImportJob: ['roleArn'],
    StartRun: ['roleArn'],
    StartRunBatch: ['defaultRunSetting.roleArn'],
    StartVariantImportJob: ['roleArn'],
  }),
  opensearch: passedTo('es.amazonaws.com', {
    AddDataSource: [
      ...roles(
        'directquery.opensearchservice.amazonaws.com',
        'DataSourceType.S3GlueDataCatalog.RoleArn',
      ),
    ],
    AddDirectQueryDataSource: [
      ...roles(
        'directquery.opensearchservice.amazonaws.com',
        'DataSourceType.CloudWatchLog.RoleArn',
        'DataSourceType.SecurityLake.RoleArn',
        'DataSourceType.Prometheus.RoleArn',
      ),
    ],
    AssociatePackage: ['AssociationConfiguration.KeyStoreAccessOption.KeyAccessRoleArn'],
    AssociatePackages: [
      'PackageList[].AssociationConfiguration.KeyStoreAccessOption.KeyAccessRoleArn',
    ],
    CreateApplication: [
      ...roles(
        unknown,
        'dataSources[].iamRoleForDataSourceArn',
        'iamIdentityCenterOptions.iamRoleForIdentityCenterApplicationArn',
      ),
    ],
    CreateDomain: ['CognitoOptions.RoleArn'],
    UpdateApplication: [
      ...roles(
        unknown,
        'dataSources[].iamRoleForDataSourceArn',
        'iamIdentityCenterOptions.iamRoleForIdentityCenterApplicationArn',
      ),
    ],
    UpdateDataSource: [
      ...roles(
        'directquery.opensearchservice.amazonaws.com',
        'DataSourceType.S3GlueDataCatalog.RoleArn',
      ),
    ],
    UpdateDirectQueryDataSource: [
      ...roles(
        'directquery.opensearchservice.amazonaws.com',
        'DataSourceType.CloudWatchLog.RoleArn',
        'DataSourceType.SecurityLake.RoleArn',
        'DataSourceType.Prometheus.RoleArn',
      ),
    ],
    UpdateDomainConfig: ['CognitoOptions.RoleArn'],
  }),
  osis: passedTo('osis-pipelines.amazonaws.com', {
    CreatePipeline: ['PipelineRoleArn'],
    UpdatePipeline: ['PipelineRoleArn'],
  }),
  'partnercentral-selling': passedTo('resource-snapshot-job.partnercentral-selling.amazonaws.com', {
    PutSellingSystemSettings: ['ResourceSnapshotJobRoleIdentifier'],
  }),
  pcs: passedTo('ec2.amazonaws.com', {
    CreateComputeNodeGroup: [...profiles('iamInstanceProfileArn')],
    UpdateComputeNodeGroup: [...profiles('iamInstanceProfileArn')],
  }),
  personalize: passedTo('personalize.amazonaws.com', {
    CreateBatchInferenceJob: ['roleArn'],
    CreateBatchSegmentJob: ['roleArn'],
    CreateDataDeletionJob: ['roleArn'],
    CreateDatasetExportJob: ['roleArn'],
    CreateDatasetGroup: ['roleArn'],
    CreateDatasetImportJob: ['roleArn'],
    CreateMetricAttribution: ['metricsOutputConfig.roleArn'],
    UpdateMetricAttribution: ['metricsOutputConfig.roleArn'],
  }),
  pinpoint: passedTo('mobiletargeting.amazonaws.com', {
    CreateExportJob: ['ExportJobRequest.RoleArn'],
    CreateImportJob: ['ImportJobRequest.RoleArn'],
    CreateJourney: ['WriteJourneyRequest.JourneyChannelSettings.ConnectCampaignExecutionRoleArn'],
    CreateRecommenderConfiguration: [
      'CreateRecommenderConfiguration.RecommendationProviderRoleArn',
    ],
    PutEventStream: ['WriteEventStream.RoleArn'],
    UpdateJourney: ['WriteJourneyRequest.JourneyChannelSettings.ConnectCampaignExecutionRoleArn'],
    UpdateEmailChannel: [
      'EmailChannelRequest.RoleArn',
      'EmailChannelRequest.OrchestrationSendingRoleArn',
    ],
    UpdateRecommenderConfiguration: [
      'UpdateRecommenderConfiguration.RecommendationProviderRoleArn',
    ],
  }),
  'pinpoint-email': passedTo('ses.amazonaws.com', {
    CreateConfigurationSetEventDestination: [
      'EventDestination.KinesisFirehoseDestination.IamRoleArn',
    ],
    UpdateConfigurationSetEventDestination: [
      'EventDestination.KinesisFirehoseDestination.IamRoleArn',
    ],
  }),
  'pinpoint-sms-voice': passedTo('sms-voice.amazonaws.com', {
    CreateConfigurationSetEventDestination: [
      'EventDestination.CloudWatchLogsDestination.IamRoleArn',
      'EventDestination.KinesisFirehoseDestination.IamRoleArn',
    ],
    UpdateConfigurationSetEventDestination: [
      'EventDestination.CloudWatchLogsDestination.IamRoleArn',
      'EventDestination.KinesisFirehoseDestination.IamRoleArn',
    ],
  }),
  'pinpoint-sms-voice-v2': passedTo('sms-voice.amazonaws.com', {
    CreateEventDestination: [
      'CloudWatchLogsDestination.IamRoleArn',
      'KinesisFirehoseDestination.IamRoleArn',
    ],
    UpdateEventDestination: [
      'CloudWatchLogsDestination.IamRoleArn',
      'KinesisFirehoseDestination.IamRoleArn',
    ],
    UpdatePhoneNumber: ['TwoWayChannelRole'],
    UpdatePool: ['TwoWayChannelRole'],
    UpdateRcsAgent: ['TwoWayChannelRole', 'TwoWayMediaS3Role'],
  }),
  pipes: passedTo('pipes.amazonaws.com', {
    CreatePipe: ['RoleArn'],
    UpdatePipe: ['RoleArn'],
  }),
  proton: passedTo('proton.amazonaws.com', {
    CreateEnvironment: ['protonServiceRoleArn', 'componentRoleArn', 'codebuildRoleArn'],
    CreateEnvironmentAccountConnection: ['roleArn', 'componentRoleArn', 'codebuildRoleArn'],
    UpdateAccountSettings: ['pipelineServiceRoleArn', 'pipelineCodebuildRoleArn'],
    UpdateEnvironment: ['protonServiceRoleArn', 'componentRoleArn', 'codebuildRoleArn'],
    UpdateEnvironmentAccountConnection: ['roleArn', 'componentRoleArn', 'codebuildRoleArn'],
  }),
  qbusiness: passedTo('qbusiness.amazonaws.com', {
    BatchPutDocument: [
      'documents[].documentEnrichmentConfiguration.preExtractionHookConfiguration.roleArn',
      'documents[].documentEnrichmentConfiguration.postExtractionHookConfiguration.roleArn',
      'roleArn',
    ],
    CreateApplication: ['roleArn'],
    CreateDataSource: [
      'roleArn',
      'documentEnrichmentConfiguration.preExtractionHookConfiguration.roleArn',
      'documentEnrichmentConfiguration.postExtractionHookConfiguration.roleArn',
    ],
    CreatePlugin: [
      'authConfiguration.basicAuthConfiguration.roleArn',
      'authConfiguration.oAuth2ClientCredentialConfiguration.roleArn',
      'authConfiguration.idcAuthConfiguration.roleArn',
    ],
    CreateRetriever: ['roleArn'],
    CreateWebExperience: [
      'roleArn',
      'identityProviderConfiguration.openIDConnectConfiguration.secretsRole',
    ],
    PutGroup: ['roleArn'],
    UpdateApplication: ['roleArn'],
    UpdateDataSource: [
      'roleArn',
      'documentEnrichmentConfiguration.preExtractionHookConfiguration.roleArn',
      'documentEnrichmentConfiguration.postExtractionHookConfiguration.roleArn',
    ],
    UpdatePlugin: [
      'authConfiguration.basicAuthConfiguration.roleArn',
      'authConfiguration.oAuth2ClientCredentialConfiguration.roleArn',
      'authConfiguration.idcAuthConfiguration.roleArn',
    ],
    UpdateRetriever: ['roleArn'],
    UpdateWebExperience: [
      'roleArn',
      'authenticationConfiguration.samlConfiguration.roleArn',
      'identityProviderConfiguration.openIDConnectConfiguration.secretsRole',
    ],
  }),
  qconnect: passedTo('wisdom.amazonaws.com', {
    CreateAssistantAssociation: ['association.externalBedrockKnowledgeBaseConfig.accessRoleArn'],
  }),
  quicksight: passedTo('quicksight.amazonaws.com', {
    CreateActionConnector: [
      'AuthenticationConfig.AuthenticationMetadata.IamConnectionMetadata.RoleArn',
    ],
    CreateDataSource: [
      'DataSourceParameters.AthenaParameters.RoleArn',
      'DataSourceParameters.RedshiftParameters.IAMParameters.RoleArn',
      'DataSourceParameters.S3Parameters.RoleArn',
      'DataSourceParameters.S3KnowledgeBaseParameters.RoleArn',
      'Credentials.CredentialPair.AlternateDataSourceParameters[].AthenaParameters.RoleArn',
      'Credentials.CredentialPair.AlternateDataSourceParameters[].RedshiftParameters.IAMParameters.RoleArn',
      'Credentials.CredentialPair.AlternateDataSourceParameters[].S3Parameters.RoleArn',
      'Credentials.CredentialPair.AlternateDataSourceParameters[].S3KnowledgeBaseParameters.RoleArn',
    ],
    CreateVPCConnection: ['RoleArn'],
    StartAssetBundleImportJob: [
      'OverrideParameters.DataSources[].DataSourceParameters.RedshiftParameters.IAMParameters.RoleArn',
    ],
    UpdateActionConnector: [
      'AuthenticationConfig.AuthenticationMetadata.IamConnectionMetadata.RoleArn',
    ],
    UpdateDataSource: [
      'DataSourceParameters.AthenaParameters.RoleArn',
      'DataSourceParameters.RedshiftParameters.IAMParameters.RoleArn',
      'DataSourceParameters.S3Parameters.RoleArn',
      'DataSourceParameters.S3KnowledgeBaseParameters.RoleArn',
      'Credentials.CredentialPair.AlternateDataSourceParameters[].AthenaParameters.RoleArn',
      'Credentials.CredentialPair.AlternateDataSourceParameters[].RedshiftParameters.IAMParameters.RoleArn',
      'Credentials.CredentialPair.AlternateDataSourceParameters[].S3Parameters.RoleArn',
      'Credentials.CredentialPair.AlternateDataSourceParameters[].S3KnowledgeBaseParameters.RoleArn',
    ],
    UpdateVPCConnection: ['RoleArn'],
  }),
  rds: passedTo('rds.amazonaws.com', {
    AddRoleToDBCluster: ['RoleArn'],
    AddRoleToDBInstance: ['RoleArn'],
    CreateDBCluster: [
      'DomainIAMRoleName',
      'AssociatedRoles[].RoleArn',
      ...roles(['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'], 'MonitoringRoleArn'),
    ],
    CreateDBInstance: [
      'DomainIAMRoleName',
      ...roles(['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'], 'MonitoringRoleArn'),
    ],
    CreateDBInstanceReadReplica: [
      'DomainIAMRoleName',
      ...roles(['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'], 'MonitoringRoleArn'),
    ],
    CreateDBProxy: ['RoleArn'],
    ModifyDBCluster: [
      'DomainIAMRoleName',
      ...roles(['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'], 'MonitoringRoleArn'),
    ],
    ModifyDBInstance: [
      'DomainIAMRoleName',
      ...roles(['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'], 'MonitoringRoleArn'),
    ],
    ModifyDBProxy: ['RoleArn'],
    ModifyOptionGroup: ['OptionsToInclude[].OptionSettings[].Value'],
    RemoveRoleFromDBCluster: ['RoleArn'],
    RemoveRoleFromDBInstance: ['RoleArn'],
    RestoreDBClusterFromS3: [
      'S3IngestionRoleArn',
      'DomainIAMRoleName',
      'AssociatedRoles[].RoleArn',
    ],
    RestoreDBClusterFromSnapshot: [
      'DomainIAMRoleName',
      'AssociatedRoles[].RoleArn',
      ...roles(['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'], 'MonitoringRoleArn'),
    ],
    RestoreDBClusterToPointInTime: [
      'DomainIAMRoleName',
      'AssociatedRoles[].RoleArn',
      ...roles(['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'], 'MonitoringRoleArn'),
    ],
    RestoreDBInstanceFromDBSnapshot: ['DomainIAMRoleName'],
    RestoreDBInstanceFromS3: [
      'S3IngestionRoleArn',
      ...roles(['rds.amazonaws.com', 'monitoring.rds.amazonaws.com'], 'MonitoringRoleArn'),
    ],
    RestoreDBInstanceToPointInTime: ['DomainIAMRoleName'],
    StartExportTask: [...roles(['rds.amazonaws.com', 'export.rds.amazonaws.com'], 'IamRoleArn')],
  }),
  redshift: passedTo('redshift.amazonaws.com', {
    CreateCluster: ['IamRoles[]', 'DefaultIamRoleArn'],
    CreateScheduledAction: [
      ...roles(['redshift.amazonaws.com', 'scheduler.redshift.amazonaws.com'], 'IamRole'),
    ],
    ModifyClusterIamRoles: ['AddIamRoles[]', 'DefaultIamRoleArn'],
    ModifyScheduledAction: [
      ...roles(['redshift.amazonaws.com', 'scheduler.redshift.amazonaws.com'], 'IamRole'),
    ],
    RestoreFromClusterSnapshot: ['IamRoles[]', 'DefaultIamRoleArn'],
  }),
  'redshift-serverless': passedTo(['redshift-serverless.amazonaws.com', 'redshift.amazonaws.com'], {
    CreateNamespace: ['defaultIamRoleArn', 'iamRoles[]'],
    CreateScheduledAction: [
      ...roles(
        ['redshift-serverless.amazonaws.com', 'scheduler.redshift.amazonaws.com'],
        'roleArn',
      ),
    ],
    UpdateNamespace: ['defaultIamRoleArn', 'iamRoles[]'],
    UpdateScheduledAction: [
      ...roles(
        ['redshift-serverless.amazonaws.com', 'scheduler.redshift.amazonaws.com'],
        'roleArn',
      ),
    ],
  }),
  rekognition: passedTo('rekognition.amazonaws.com', {
    CreateStreamProcessor: ['RoleArn'],
    StartCelebrityRecognition: ['NotificationChannel.RoleArn'],
    StartContentModeration: ['NotificationChannel.RoleArn'],
    StartFaceDetection: ['NotificationChannel.RoleArn'],
    StartFaceSearch: ['NotificationChannel.RoleArn'],
    StartLabelDetection: ['NotificationChannel.RoleArn'],
    StartPersonTracking: ['NotificationChannel.RoleArn'],
    StartSegmentDetection: ['NotificationChannel.RoleArn'],
    StartTextDetection: ['NotificationChannel.RoleArn'],
  }),
  repostspace: passedTo('repostspace.amazonaws.com', {
    CreateSpace: ['roleArn'],
    UpdateSpace: ['roleArn'],
  }),
  resiliencehub: passedTo('resiliencehub.amazonaws.com', {
    CreateApp: ['permissionModel.invokerRoleName'],
    UpdateApp: ['permissionModel.invokerRoleName'],
  }),
  resiliencehubv2: passedTo('resiliencehub.amazonaws.com', {
    CreateService: ['permissionModel.invokerRoleName'],
    UpdateService: ['permissionModel.invokerRoleName'],
  }),
  'resource-groups': passedTo('resource-groups.amazonaws.com', {
    StartTagSyncTask: ['RoleArn'],
  }),
  rolesanywhere: passedTo('rolesanywhere.amazonaws.com', {
    CreateProfile: ['roleArns[]'],
    UpdateProfile: ['roleArns[]'],
  }),
  rum: passedTo('rum.amazonaws.com', {
    PutRumMetricsDestination: ['IamRoleArn'],
  }),
  s3: passedTo('s3.amazonaws.com', {
    PutBucketReplication: ['ReplicationConfiguration.Role'],
  }),
  's3-control': passedTo(unknown, {
    CreateAccessGrantsLocation: ['IAMRoleArn'],
    CreateJob: ['RoleArn'],
    PutBucketReplication: ['ReplicationConfiguration.Role'],
    UpdateAccessGrantsLocation: ['IAMRoleArn'],
  }),
  s3files: passedTo('elasticfilesystem.amazonaws.com', {
    CreateFileSystem: ['roleArn'],
  }),
  s3tables: passedTo('replication.s3tables.amazonaws.com', {
    PutTableBucketReplication: ['configuration.role'],
    PutTableReplication: ['configuration.role'],
  }),
  sagemaker: passedTo('sagemaker.amazonaws.com', {
    CreateAIBenchmarkJob: ['RoleArn'],
    CreateAIRecommendationJob: ['RoleArn'],
    CreateAlgorithm: ['ValidationSpecification.ValidationRole'],
    CreateAutoMLJob: ['RoleArn'],
    CreateModelPackage: ['ValidationSpecification.ValidationRole'],
    CreateAutoMLJobV2: [
      'RoleArn',
      'AutoMLComputeConfig.EmrServerlessComputeConfig.ExecutionRoleARN',
    ],
    CreateCluster: [
      'ClusterRole',
      'InstanceGroups[].ExecutionRole',
      'RestrictedInstanceGroups[].ExecutionRole',
    ],
    CreateCompilationJob: ['RoleArn'],
    CreateDataQualityJobDefinition: ['RoleArn'],
    CreateDeviceFleet: ['RoleArn'],
    CreateDomain: [
      'DefaultUserSettings.ExecutionRole',
      'DefaultUserSettings.JupyterLabAppSettings.EmrSettings.AssumableRoleArns[]',
      'DefaultUserSettings.JupyterLabAppSettings.EmrSettings.ExecutionRoleArns[]',
      'DomainSettings.RStudioServerProDomainSettings.DomainExecutionRoleArn',
      'DefaultSpaceSettings.ExecutionRole',
      'DefaultSpaceSettings.JupyterLabAppSettings.EmrSettings.AssumableRoleArns[]',
      'DefaultSpaceSettings.JupyterLabAppSettings.EmrSettings.ExecutionRoleArns[]',
    ],
    CreateEdgePackagingJob: ['RoleArn'],
    CreateEndpointConfig: ['ExecutionRoleArn'],
    CreateFeatureGroup: ['RoleArn'],
    CreateFlowDefinition: ['RoleArn'],
    CreateHyperParameterTuningJob: [
      'TrainingJobDefinition.RoleArn',
      'TrainingJobDefinitions[].RoleArn',
    ],
    CreateImage: ['RoleArn'],
    CreateInferenceExperiment: ['RoleArn'],
    CreateInferenceRecommendationsJob: ['RoleArn'],
    CreateJob: [...roles(['job.sagemaker.amazonaws.com', 'sagemaker.amazonaws.com'], 'RoleArn')],
    CreateLabelingJob: ['RoleArn'],
    CreateMlflowApp: ['RoleArn'],
    CreateMlflowTrackingServer: ['RoleArn'],
    CreateModel: ['ExecutionRoleArn'],
    CreateModelBiasJobDefinition: ['RoleArn'],
    CreateModelExplainabilityJobDefinition: ['RoleArn'],
    CreateModelQualityJobDefinition: ['RoleArn'],
    CreateMonitoringSchedule: ['MonitoringScheduleConfig.MonitoringJobDefinition.RoleArn'],
    CreateNotebookInstance: ['RoleArn'],
    CreateOptimizationJob: ['RoleArn'],
    CreatePartnerApp: ['ExecutionRoleArn'],
    CreatePipeline: ['RoleArn'],
    CreateProcessingJob: ['RoleArn'],
    CreateTrainingJob: ['RoleArn'],
    CreateUserProfile: [
      'UserSettings.ExecutionRole',
      'UserSettings.JupyterLabAppSettings.EmrSettings.AssumableRoleArns[]',
      'UserSettings.JupyterLabAppSettings.EmrSettings.ExecutionRoleArns[]',
    ],
    RenderUiTemplate: ['RoleArn'],
    UpdateCluster: [
      'ClusterRole',
      'InstanceGroups[].ExecutionRole',
      'RestrictedInstanceGroups[].ExecutionRole',
    ],
    UpdateDomain: [
      'DefaultUserSettings.ExecutionRole',
      'DefaultUserSettings.JupyterLabAppSettings.EmrSettings.AssumableRoleArns[]',
      'DefaultUserSettings.JupyterLabAppSettings.EmrSettings.ExecutionRoleArns[]',
      'DomainSettingsForUpdate.RStudioServerProDomainSettingsForUpdate.DomainExecutionRoleArn',
      'DefaultSpaceSettings.ExecutionRole',
      'DefaultSpaceSettings.JupyterLabAppSettings.EmrSettings.AssumableRoleArns[]',
      'DefaultSpaceSettings.JupyterLabAppSettings.EmrSettings.ExecutionRoleArns[]',
    ],
    UpdateImage: ['RoleArn'],
    UpdateMonitoringSchedule: ['MonitoringScheduleConfig.MonitoringJobDefinition.RoleArn'],
    UpdateNotebookInstance: ['RoleArn'],
    UpdatePipeline: ['RoleArn'],
    UpdateUserProfile: [
      'UserSettings.ExecutionRole',
      'UserSettings.JupyterLabAppSettings.EmrSettings.AssumableRoleArns[]',
      'UserSettings.JupyterLabAppSettings.EmrSettings.ExecutionRoleArns[]',
    ],
  }),
  'sagemaker-geospatial': passedTo('sagemaker-geospatial.amazonaws.com', {
    ExportEarthObservationJob: ['ExecutionRoleArn'],
    ExportVectorEnrichmentJob: ['ExecutionRoleArn'],
    GetTile: ['ExecutionRoleArn'],
    StartEarthObservationJob: ['ExecutionRoleArn'],
    StartVectorEnrichmentJob: ['ExecutionRoleArn'],
  }),
  scheduler: passedTo('scheduler.amazonaws.com', {
    CreateSchedule: ['Target.RoleArn'],
    UpdateSchedule: ['Target.RoleArn'],
  }),
  'secrets-manager': passedTo('secretsmanager.amazonaws.com', {
    RotateSecret: ['ExternalSecretRotationRoleArn'],
  }),
  // A review's own role is one of those that its agent space was handed.
  securityagent: passedTo('securityagent.amazonaws.com', {
    CreateAgentSpace: ['awsResources.iamRoles[]'],
    CreateApplication: ['roleArn'],
    UpdateAgentSpace: ['awsResources.iamRoles[]'],
    UpdateApplication: ['roleArn'],
  }),
  securitylake: passedTo('events.amazonaws.com', {
    CreateCustomLogSource: [
      ...roles('glue.amazonaws.com', 'configuration.crawlerConfiguration.roleArn'),
    ],
    CreateDataLake: [
      ...roles('s3.amazonaws.com', 'configurations[].replicationConfiguration.roleArn'),
      ...roles('lambda.amazonaws.com', 'metaStoreManagerRoleArn'),
    ],
    CreateSubscriberNotification: ['configuration.httpsNotificationConfiguration.targetRoleArn'],
    UpdateDataLake: [
      ...roles('s3.amazonaws.com', 'configurations[].replicationConfiguration.roleArn'),
      ...roles('lambda.amazonaws.com', 'metaStoreManagerRoleArn'),
    ],
    UpdateSubscriberNotification: ['configuration.httpsNotificationConfiguration.targetRoleArn'],
  }),
  'service-catalog': passedTo('servicecatalog.amazonaws.com', {
    CreateConstraint: [...rolesIn('servicecatalog.amazonaws.com', 'Parameters')],
    CreateServiceAction: ['Definition.AssumeRole'],
    UpdateConstraint: [...rolesIn('servicecatalog.amazonaws.com', 'Parameters')],
    UpdateServiceAction: ['Definition.AssumeRole'],
  }),
  ses: passedTo('ses.amazonaws.com', {
    CreateConfigurationSetEventDestination: [
      'EventDestination.KinesisFirehoseDestination.IAMRoleARN',
    ],
    CreateReceiptRule: [
      'Rule.Actions[].S3Action.IamRoleArn',
      'Rule.Actions[].ConnectAction.IAMRoleARN',
    ],
    UpdateConfigurationSetEventDestination: [
      'EventDestination.KinesisFirehoseDestination.IAMRoleARN',
    ],
    UpdateReceiptRule: [
      'Rule.Actions[].S3Action.IamRoleArn',
      'Rule.Actions[].ConnectAction.IAMRoleARN',
    ],
  }),
  sesv2: passedTo('ses.amazonaws.com', {
    CreateConfigurationSetEventDestination: [
      'EventDestination.KinesisFirehoseDestination.IamRoleArn',
    ],
    UpdateConfigurationSetEventDestination: [
      'EventDestination.KinesisFirehoseDestination.IamRoleArn',
    ],
  }),
  sfn: passedTo('states.amazonaws.com', {
    CreateStateMachine: ['roleArn'],
    TestState: ['roleArn'],
    UpdateStateMachine: ['roleArn'],
  }),
  shield: passedTo('drt.shield.amazonaws.com', {
    AssociateDRTRole: ['RoleArn'],
  }),
  snowball: passedTo('importexport.amazonaws.com', {
    CreateCluster: ['RoleARN'],
    CreateJob: ['RoleARN'],
    UpdateCluster: ['RoleARN'],
    UpdateJob: ['RoleARN'],
  }),
  // Of the attributes only those are recorded that are a role's ARN: delivery feedback, SMS and Firehose subscriptions.
  sns: passedTo('sns.amazonaws.com', {
    CreatePlatformApplication: ['Attributes{}[]'],
    CreateTopic: ['Attributes{}[]'],
    SetPlatformApplicationAttributes: ['Attributes{}[]'],
    SetSMSAttributes: ['attributes{}[]'],
    SetSubscriptionAttributes: ['AttributeValue'],
    SetTopicAttributes: ['AttributeValue'],
    Subscribe: ['Attributes{}[]'],
  }),
  socialmessaging: passedTo('social-messaging.amazonaws.com', {
    AssociateWhatsAppBusinessAccount: ['setupFinalization.waba.eventDestinations[].roleArn'],
    PutWhatsAppBusinessAccountEventDestinations: ['eventDestinations[].roleArn'],
  }),
  ssm: passedTo('ssm.amazonaws.com', {
    CreateActivation: ['IamRole'],
    CreateAssociation: ['AssociationDispatchAssumeRole', 'Parameters.AutomationAssumeRole[]'],
    CreateAssociationBatch: [
      'AssociationDispatchAssumeRole',
      'Entries[].Parameters.AutomationAssumeRole[]',
    ],
    CreateCloudConnector: ['RoleArn'],
    CreateDocument: [...rolesIn(documents, 'Content')],
    RegisterTaskWithMaintenanceWindow: [
      'ServiceRoleArn',
      'TaskInvocationParameters.RunCommand.ServiceRoleArn',
      'TaskInvocationParameters.Automation.Parameters.AutomationAssumeRole[]',
    ],
    SendCommand: ['ServiceRoleArn'],
    // Source: AWS Systems Manager User Guide, "Setting up Automation", iam:PassRole: the runbook's assume role.
    StartAutomationExecution: ['Parameters.AutomationAssumeRole[]'],
    StartChangeRequestExecution: [
      'Parameters.AutomationAssumeRole[]',
      'Runbooks[].Parameters.AutomationAssumeRole[]',
    ],
    UpdateAssociation: ['AssociationDispatchAssumeRole', 'Parameters.AutomationAssumeRole[]'],
    UpdateDocument: [...rolesIn(documents, 'Content')],
    UpdateMaintenanceWindowTask: [
      'ServiceRoleArn',
      'TaskInvocationParameters.RunCommand.ServiceRoleArn',
      'TaskInvocationParameters.Automation.Parameters.AutomationAssumeRole[]',
    ],
    UpdateManagedInstanceRole: ['IamRole'],
  }),
  'ssm-incidents': passedTo('ssm-incidents.amazonaws.com', {
    CreateResponsePlan: ['actions[].ssmAutomation.roleArn'],
    UpdateResponsePlan: ['actions[].ssmAutomation.roleArn'],
  }),
  'ssm-quicksetup': passedTo(['cloudformation.amazonaws.com', 'ssm-quicksetup.amazonaws.com'], {
    CreateConfigurationManager: [
      'ConfigurationDefinitions[].LocalDeploymentExecutionRoleName',
      'ConfigurationDefinitions[].LocalDeploymentAdministrationRoleArn',
    ],
    UpdateConfigurationDefinition: [
      'LocalDeploymentExecutionRoleName',
      'LocalDeploymentAdministrationRoleArn',
    ],
    UpdateServiceSettings: [...roles('ssm-quicksetup.amazonaws.com', 'ExplorerEnablingRoleArn')],
  }),
  'storage-gateway': passedTo(unknown, {
    CreateNFSFileShare: ['Role'],
    CreateSMBFileShare: ['Role'],
    StartCacheReport: ['Role'],
  }),
  'support-app': passedTo('supportapp.amazonaws.com', {
    CreateSlackChannelConfiguration: ['channelRoleArn'],
    UpdateSlackChannelConfiguration: ['channelRoleArn'],
  }),
  swf: passedTo('swf.amazonaws.com', {
    RegisterWorkflowType: ['defaultLambdaRole'],
    RespondDecisionTaskCompleted: [
      'decisions[].continueAsNewWorkflowExecutionDecisionAttributes.lambdaRole',
      'decisions[].startChildWorkflowExecutionDecisionAttributes.lambdaRole',
    ],
    StartWorkflowExecution: ['lambdaRole'],
  }),
  synthetics: passedTo(['synthetics.amazonaws.com', 'lambda.amazonaws.com'], {
    CreateCanary: ['ExecutionRoleArn'],
    StartCanaryDryRun: ['ExecutionRoleArn'],
    UpdateCanary: ['ExecutionRoleArn'],
  }),
  textract: passedTo('textract.amazonaws.com', {
    StartDocumentAnalysis: ['NotificationChannel.RoleArn'],
    StartDocumentTextDetection: ['NotificationChannel.RoleArn'],
    StartExpenseAnalysis: ['NotificationChannel.RoleArn'],
    StartLendingAnalysis: ['NotificationChannel.RoleArn'],
  }),
  'timestream-query': passedTo(unknown, {
    CreateScheduledQuery: ['ScheduledQueryExecutionRoleArn'],
    UpdateAccountSettings: ['QueryCompute.ProvisionedCapacity.NotificationConfiguration.RoleArn'],
  }),
  transcribe: passedTo('transcribe.amazonaws.com', {
    CreateLanguageModel: ['InputDataConfig.DataAccessRoleArn'],
    CreateVocabulary: ['DataAccessRoleArn'],
    CreateVocabularyFilter: ['DataAccessRoleArn'],
    StartCallAnalyticsJob: ['DataAccessRoleArn'],
    StartMedicalScribeJob: ['DataAccessRoleArn'],
    StartTranscriptionJob: ['JobExecutionSettings.DataAccessRoleArn'],
    UpdateLanguageModel: ['DataAccessRoleArn'],
    UpdateVocabulary: ['DataAccessRoleArn'],
    UpdateVocabularyFilter: ['DataAccessRoleArn'],
  }),
  transfer: passedTo('transfer.amazonaws.com', {
    CreateAccess: ['Role'],
    CreateAgreement: ['AccessRole'],
    CreateConnector: ['AccessRole', 'LoggingRole'],
    CreateServer: [
      'IdentityProviderDetails.InvocationRole',
      'LoggingRole',
      'WorkflowDetails.OnUpload[].ExecutionRole',
      'WorkflowDetails.OnPartialUpload[].ExecutionRole',
    ],
    CreateUser: ['Role'],
    CreateWebApp: ['IdentityProviderDetails.IdentityCenterConfig.Role'],
    UpdateAccess: ['Role'],
    UpdateAgreement: ['AccessRole'],
    UpdateConnector: ['AccessRole', 'LoggingRole'],
    UpdateServer: [
      'IdentityProviderDetails.InvocationRole',
      'LoggingRole',
      'WorkflowDetails.OnUpload[].ExecutionRole',
      'WorkflowDetails.OnPartialUpload[].ExecutionRole',
    ],
    UpdateUser: ['Role'],
    UpdateWebApp: ['IdentityProviderDetails.IdentityCenterConfig.Role'],
  }),
  translate: passedTo('translate.amazonaws.com', {
    StartTextTranslationJob: ['DataAccessRoleArn'],
  }),
  'voice-id': passedTo('voiceid.amazonaws.com', {
    StartFraudsterRegistrationJob: ['DataAccessRoleArn'],
    StartSpeakerEnrollmentJob: ['DataAccessRoleArn'],
  }),
  wellarchitected: passedTo('wellarchitected.amazonaws.com', {
    CreateAgentProfile: ['executionRoleArn'],
    UpdateAgentProfile: ['executionRoleArn'],
  }),
  workspaces: passedTo('workspaces.amazonaws.com', {
    ModifyWorkspaceCreationProperties: ['WorkspaceCreationProperties.InstanceIamRoleArn'],
  }),
};
