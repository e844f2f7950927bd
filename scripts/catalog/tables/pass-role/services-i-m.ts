import { type PassedRoles, passedTo, profiles, roles, unknown } from './passed-role.ts';

const actionsOfRule = [
  'dynamoDB',
  'dynamoDBv2',
  'sns',
  'sqs',
  'kinesis',
  'republish',
  's3',
  'firehose',
  'cloudwatchMetric',
  'cloudwatchAlarm',
  'cloudwatchLogs',
  'elasticsearch',
  'iotAnalytics',
  'iotEvents',
  'iotSiteWise',
  'stepFunctions',
  'timestream',
  'http.auth.sigv4',
  'openSearch',
  'location',
  'influxDB',
];

const rolesOfRule = ['actions[]', 'errorAction'].flatMap((place) =>
  actionsOfRule.map((action) => `topicRulePayload.${place}.${action}.roleArn`),
);

/** Services whose ids begin with i to m; the source of the rows is in pass-role.ts. */
export const passRoleIM: Readonly<Record<string, PassedRoles>> = {
  iam: passedTo('ec2.amazonaws.com', {
    AddRoleToInstanceProfile: ['RoleName'],
  }),
  imagebuilder: passedTo('imagebuilder.amazonaws.com', {
    CreateDistributionConfiguration: [
      ...roles('vmie.amazonaws.com', 'distributions[].s3ExportConfiguration.roleName'),
    ],
    CreateImage: ['executionRole'],
    CreateImagePipeline: ['executionRole'],
    CreateInfrastructureConfiguration: [...profiles('instanceProfileName')],
    CreateLifecyclePolicy: ['executionRole'],
    DistributeImage: ['executionRole'],
    ImportDiskImage: ['executionRole'],
    StartResourceStateUpdate: ['executionRole'],
    UpdateDistributionConfiguration: [
      ...roles('vmie.amazonaws.com', 'distributions[].s3ExportConfiguration.roleName'),
    ],
    UpdateImagePipeline: ['executionRole'],
    UpdateInfrastructureConfiguration: [...profiles('instanceProfileName')],
    UpdateLifecyclePolicy: ['executionRole'],
  }),
  inspector: passedTo('inspector.amazonaws.com', {
    RegisterCrossAccountAccessRole: ['roleArn'],
  }),
  iot: passedTo('iot.amazonaws.com', {
    CreateCommand: ['roleArn'],
    CreateJob: ['presignedUrlConfig.roleArn'],
    CreateJobTemplate: ['presignedUrlConfig.roleArn'],
    CreateMitigationAction: ['roleArn', 'actionParams.enableIoTLoggingParams.roleArnForLogging'],
    CreateOTAUpdate: ['roleArn'],
    CreateProvisioningTemplate: ['provisioningRoleArn'],
    CreateRoleAlias: ['roleArn'],
    CreateSecurityProfile: ['metricsExportConfig.roleArn', 'alertTargets{}[].roleArn'],
    CreateStream: ['roleArn'],
    CreateTopicRule: rolesOfRule,
    CreateTopicRuleDestination: ['destinationConfiguration.vpcConfiguration.roleArn'],
    RegisterCACertificate: ['registrationConfig.roleArn'],
    ReplaceTopicRule: rolesOfRule,
    SetLoggingOptions: ['loggingOptionsPayload.roleArn'],
    SetV2LoggingOptions: ['roleArn'],
    StartThingRegistrationTask: ['roleArn'],
    UpdateAccountAuditConfiguration: [
      'roleArn',
      'auditNotificationTargetConfigurations{}[].roleArn',
    ],
    UpdateCACertificate: ['registrationConfig.roleArn'],
    UpdateEncryptionConfiguration: ['kmsAccessRoleArn'],
    UpdateJob: ['presignedUrlConfig.roleArn'],
    UpdateMitigationAction: ['roleArn', 'actionParams.enableIoTLoggingParams.roleArnForLogging'],
    UpdatePackageConfiguration: ['versionUpdateByJobsConfig.roleArn'],
    UpdateProvisioningTemplate: ['provisioningRoleArn'],
    UpdateRoleAlias: ['roleArn'],
    UpdateSecurityProfile: ['metricsExportConfig.roleArn', 'alertTargets{}[].roleArn'],
    UpdateStream: ['roleArn'],
  }),
  'iot-managed-integrations': passedTo(unknown, {
    CreateDestination: ['RoleArn'],
  }),
  'iot-wireless': passedTo('iotwireless.amazonaws.com', {
    CreateDestination: ['RoleArn'],
    CreateFuotaTask: ['FirmwareUpdateRole'],
    CreateWirelessGatewayTaskDefinition: ['Update.UpdateDataRole'],
    StartWirelessDeviceImportTask: ['Sidewalk.Role'],
    UpdateDestination: ['RoleArn'],
    UpdateFuotaTask: ['FirmwareUpdateRole'],
  }),
  iotdeviceadvisor: passedTo('iotdeviceadvisor.amazonaws.com', {
    CreateSuiteDefinition: [
      'suiteDefinitionConfiguration.devices[].deviceRoleArn',
      'suiteDefinitionConfiguration.devicePermissionRoleArn',
    ],
    GetEndpoint: ['deviceRoleArn'],
    StartSuiteRun: ['suiteRunConfiguration.primaryDevice.deviceRoleArn'],
    UpdateSuiteDefinition: [
      'suiteDefinitionConfiguration.devices[].deviceRoleArn',
      'suiteDefinitionConfiguration.devicePermissionRoleArn',
    ],
  }),
  iotfleetwise: passedTo('iotfleetwise.amazonaws.com', {
    CreateCampaign: [
      'dataDestinationConfigs[].timestreamConfig.executionRoleArn',
      'dataDestinationConfigs[].mqttTopicConfig.executionRoleArn',
    ],
  }),
  iotsitewise: passedTo('iotsitewise.amazonaws.com', {
    CreateBulkImportJob: ['jobRoleArn'],
    CreateDataset: ['datasetSource.sourceDetail.kendra.roleArn'],
    CreatePortal: ['roleArn'],
    CreateTask: ['taskConfiguration.containerTaskConfiguration.taskExecutionRole'],
    PutStorageConfiguration: ['multiLayerStorage.customerManagedS3Storage.roleArn'],
    UpdateDataset: ['datasetSource.sourceDetail.kendra.roleArn'],
    UpdatePortal: ['roleArn'],
    UpdateTask: ['taskConfiguration.containerTaskConfiguration.taskExecutionRole'],
  }),
  iottwinmaker: passedTo('iottwinmaker.amazonaws.com', {
    CreateSyncJob: ['syncRole'],
    CreateWorkspace: ['role'],
    UpdateWorkspace: ['role'],
  }),
  kafka: passedTo('kafka.amazonaws.com', {
    CreateChannel: [
      'IcebergDestinationConfiguration.ServiceExecutionRoleArn',
      'S3DestinationConfiguration.ServiceExecutionRoleArn',
    ],
    CreateReplicator: ['ServiceExecutionRoleArn'],
  }),
  kafkaconnect: passedTo('kafkaconnect.amazonaws.com', {
    CreateConnector: ['serviceExecutionRoleArn'],
  }),
  kendra: passedTo('kendra.amazonaws.com', {
    BatchPutDocument: ['RoleArn', 'CustomDocumentEnrichmentConfiguration.RoleArn'],
    CreateDataSource: ['RoleArn', 'CustomDocumentEnrichmentConfiguration.RoleArn'],
    CreateExperience: ['RoleArn'],
    CreateFaq: ['RoleArn'],
    CreateIndex: ['RoleArn'],
    CreateQuerySuggestionsBlockList: ['RoleArn'],
    CreateThesaurus: ['RoleArn'],
    PutPrincipalMapping: ['RoleArn'],
    UpdateDataSource: ['RoleArn', 'CustomDocumentEnrichmentConfiguration.RoleArn'],
    UpdateExperience: ['RoleArn'],
    UpdateIndex: ['RoleArn'],
    UpdateQuerySuggestionsBlockList: ['RoleArn'],
    UpdateThesaurus: ['RoleArn'],
  }),
  kinesis: passedTo('kinesis.amazonaws.com', {
    CreateChannel: ['ServiceExecutionRoleARN'],
  }),
  'kinesis-analytics': passedTo('kinesisanalytics.amazonaws.com', {
    AddApplicationCloudWatchLoggingOption: ['CloudWatchLoggingOption.RoleARN'],
    AddApplicationInput: [
      'Input.InputProcessingConfiguration.InputLambdaProcessor.RoleARN',
      'Input.KinesisStreamsInput.RoleARN',
      'Input.KinesisFirehoseInput.RoleARN',
    ],
    AddApplicationInputProcessingConfiguration: [
      'InputProcessingConfiguration.InputLambdaProcessor.RoleARN',
    ],
    AddApplicationOutput: [
      'Output.KinesisStreamsOutput.RoleARN',
      'Output.KinesisFirehoseOutput.RoleARN',
      'Output.LambdaOutput.RoleARN',
    ],
    AddApplicationReferenceDataSource: [
      'ReferenceDataSource.S3ReferenceDataSource.ReferenceRoleARN',
    ],
    CreateApplication: [
      'Inputs[].InputProcessingConfiguration.InputLambdaProcessor.RoleARN',
      'Inputs[].KinesisStreamsInput.RoleARN',
      'Inputs[].KinesisFirehoseInput.RoleARN',
      'Outputs[].KinesisStreamsOutput.RoleARN',
      'Outputs[].KinesisFirehoseOutput.RoleARN',
      'Outputs[].LambdaOutput.RoleARN',
      'CloudWatchLoggingOptions[].RoleARN',
    ],
    DiscoverInputSchema: [
      'RoleARN',
      'S3Configuration.RoleARN',
      'InputProcessingConfiguration.InputLambdaProcessor.RoleARN',
    ],
    UpdateApplication: [
      'ApplicationUpdate.InputUpdates[].InputProcessingConfigurationUpdate.InputLambdaProcessorUpdate.RoleARNUpdate',
      'ApplicationUpdate.InputUpdates[].KinesisStreamsInputUpdate.RoleARNUpdate',
      'ApplicationUpdate.InputUpdates[].KinesisFirehoseInputUpdate.RoleARNUpdate',
      'ApplicationUpdate.OutputUpdates[].KinesisStreamsOutputUpdate.RoleARNUpdate',
      'ApplicationUpdate.OutputUpdates[].KinesisFirehoseOutputUpdate.RoleARNUpdate',
      'ApplicationUpdate.OutputUpdates[].LambdaOutputUpdate.RoleARNUpdate',
      'ApplicationUpdate.ReferenceDataSourceUpdates[].S3ReferenceDataSourceUpdate.ReferenceRoleARNUpdate',
      'ApplicationUpdate.CloudWatchLoggingOptionUpdates[].RoleARNUpdate',
    ],
  }),
  'kinesis-analytics-v2': passedTo('kinesisanalytics.amazonaws.com', {
    CreateApplication: ['ServiceExecutionRole'],
    DiscoverInputSchema: ['ServiceExecutionRole'],
    UpdateApplication: ['ServiceExecutionRoleUpdate'],
  }),
  // Source: AWS Lake Formation Developer Guide, "Requirements for roles used to register locations".
  lakeformation: passedTo(unknown, {
    RegisterResource: ['RoleArn'],
    UpdateResource: ['RoleArn'],
  }),
  lambda: passedTo('lambda.amazonaws.com', {
    CreateCapacityProvider: ['PermissionsConfig.CapacityProviderOperatorRoleArn'],
    CreateFunction: ['Role'],
    UpdateFunctionConfiguration: ['Role'],
  }),
  'lambda-core': passedTo('lambda.amazonaws.com', {
    CreateNetworkConnector: ['OperatorRole'],
    UpdateNetworkConnector: ['OperatorRole'],
  }),
  'lambda-microvms': passedTo(unknown, {
    CreateMicrovmImage: ['buildRoleArn'],
    RunMicrovm: ['executionRoleArn'],
    UpdateMicrovmImage: ['buildRoleArn'],
  }),
  'lex-model-building-service': passedTo('lexv2.amazonaws.com', {
    StartMigration: ['v2BotRole'],
  }),
  'lex-models-v2': passedTo('lexv2.amazonaws.com', {
    CreateBot: ['roleArn'],
    StartImport: [
      'resourceSpecification.botImportSpecification.roleArn',
      'resourceSpecification.testSetImportResourceSpecification.roleArn',
    ],
    StartTestSetGeneration: ['roleArn'],
    UpdateBot: ['roleArn'],
  }),
  location: passedTo('geo.amazonaws.com', {
    StartJob: ['ExecutionRoleArn'],
  }),
  lookoutequipment: passedTo('lookoutequipment.amazonaws.com', {
    CreateInferenceScheduler: ['RoleArn'],
    CreateModel: ['RoleArn'],
    ImportModelVersion: ['RoleArn'],
    StartDataIngestionJob: ['RoleArn'],
    UpdateInferenceScheduler: ['RoleArn'],
    UpdateModel: ['RoleArn'],
  }),
  m2: passedTo('m2.amazonaws.com', {
    CreateApplication: ['roleArn'],
  }),
  'machine-learning': passedTo(unknown, {
    CreateDataSourceFromRDS: ['RoleARN'],
    CreateDataSourceFromRedshift: ['RoleARN'],
  }),
  macie2: passedTo('reveal-samples.macie.amazonaws.com', {
    UpdateRevealConfiguration: ['retrievalConfiguration.roleName'],
  }),
  mailmanager: passedTo('ses.amazonaws.com', {
    CreateRuleSet: [
      'Rules[].Actions[].WriteToS3.RoleArn',
      'Rules[].Actions[].Send.RoleArn',
      'Rules[].Actions[].DeliverToMailbox.RoleArn',
      'Rules[].Actions[].DeliverToQBusiness.RoleArn',
      'Rules[].Actions[].PublishToSns.RoleArn',
      'Rules[].Actions[].Bounce.RoleArn',
      'Rules[].Actions[].InvokeLambda.RoleArn',
    ],
    UpdateRuleSet: [
      'Rules[].Actions[].WriteToS3.RoleArn',
      'Rules[].Actions[].Send.RoleArn',
      'Rules[].Actions[].DeliverToMailbox.RoleArn',
      'Rules[].Actions[].DeliverToQBusiness.RoleArn',
      'Rules[].Actions[].PublishToSns.RoleArn',
      'Rules[].Actions[].Bounce.RoleArn',
      'Rules[].Actions[].InvokeLambda.RoleArn',
    ],
  }),
  mediaconnect: passedTo('mediaconnect.amazonaws.com', {
    AddFlowOutputs: [
      'Outputs[].Encryption.RoleArn',
      'Outputs[].RouterIntegrationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
    ],
    AddFlowSources: [
      'Sources[].Decryption.RoleArn',
      'Sources[].RouterIntegrationTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
    ],
    AddFlowVpcInterfaces: ['VpcInterfaces[].RoleArn'],
    CreateFlow: [
      'Entitlements[].Encryption.RoleArn',
      'Outputs[].Encryption.RoleArn',
      'Outputs[].RouterIntegrationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Source.Decryption.RoleArn',
      'Source.RouterIntegrationTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Sources[].Decryption.RoleArn',
      'Sources[].RouterIntegrationTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'VpcInterfaces[].RoleArn',
    ],
    CreateRouterInput: [
      'Configuration.MediaLiveChannel.SourceTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Configuration.MediaConnectFlow.SourceTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'TransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Configuration.Standard.ProtocolConfiguration.SrtListener.DecryptionConfiguration.EncryptionKey.RoleArn',
      'Configuration.Standard.ProtocolConfiguration.SrtCaller.DecryptionConfiguration.EncryptionKey.RoleArn',
      'Configuration.Failover.ProtocolConfigurations[].SrtListener.DecryptionConfiguration.EncryptionKey.RoleArn',
      'Configuration.Failover.ProtocolConfigurations[].SrtCaller.DecryptionConfiguration.EncryptionKey.RoleArn',
    ],
    CreateRouterOutput: [
      'Configuration.MediaConnectFlow.DestinationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Configuration.MediaLiveInput.DestinationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Configuration.Standard.ProtocolConfiguration.SrtListener.EncryptionConfiguration.EncryptionKey.RoleArn',
      'Configuration.Standard.ProtocolConfiguration.SrtCaller.EncryptionConfiguration.EncryptionKey.RoleArn',
    ],
    GrantFlowEntitlements: ['Entitlements[].Encryption.RoleArn'],
    UpdateFlowEntitlement: ['Encryption.RoleArn'],
    UpdateFlowOutput: [
      'Encryption.RoleArn',
      'RouterIntegrationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
    ],
    UpdateFlowSource: [
      'Decryption.RoleArn',
      'RouterIntegrationTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
    ],
    UpdateRouterInput: [
      'Configuration.MediaLiveChannel.SourceTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Configuration.MediaConnectFlow.SourceTransitDecryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'TransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Configuration.Standard.ProtocolConfiguration.SrtListener.DecryptionConfiguration.EncryptionKey.RoleArn',
      'Configuration.Standard.ProtocolConfiguration.SrtCaller.DecryptionConfiguration.EncryptionKey.RoleArn',
      'Configuration.Failover.ProtocolConfigurations[].SrtListener.DecryptionConfiguration.EncryptionKey.RoleArn',
      'Configuration.Failover.ProtocolConfigurations[].SrtCaller.DecryptionConfiguration.EncryptionKey.RoleArn',
    ],
    UpdateRouterOutput: [
      'Configuration.MediaConnectFlow.DestinationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Configuration.MediaLiveInput.DestinationTransitEncryption.EncryptionKeyConfiguration.SecretsManager.RoleArn',
      'Configuration.Standard.ProtocolConfiguration.SrtListener.EncryptionConfiguration.EncryptionKey.RoleArn',
      'Configuration.Standard.ProtocolConfiguration.SrtCaller.EncryptionConfiguration.EncryptionKey.RoleArn',
    ],
  }),
  mediaconvert: passedTo('mediaconvert.amazonaws.com', {
    CreateJob: ['Role'],
  }),
  medialive: passedTo('medialive.amazonaws.com', {
    CreateChannel: ['RoleArn'],
    CreateCluster: ['InstanceRoleArn'],
    CreateInput: ['RoleArn'],
    UpdateChannel: ['RoleArn'],
    UpdateInput: ['RoleArn'],
    UpdateInputDevice: [
      'HdDeviceSettings.MediaconnectSettings.RoleArn',
      'UhdDeviceSettings.MediaconnectSettings.RoleArn',
    ],
  }),
  mediapackage: passedTo('mediapackage.amazonaws.com', {
    CreateHarvestJob: ['S3Destination.RoleArn'],
    CreateOriginEndpoint: [
      'Authorization.SecretsRoleArn',
      'CmafPackage.Encryption.SpekeKeyProvider.RoleArn',
      'DashPackage.Encryption.SpekeKeyProvider.RoleArn',
      'HlsPackage.Encryption.SpekeKeyProvider.RoleArn',
      'MssPackage.Encryption.SpekeKeyProvider.RoleArn',
    ],
    UpdateOriginEndpoint: [
      'Authorization.SecretsRoleArn',
      'CmafPackage.Encryption.SpekeKeyProvider.RoleArn',
      'DashPackage.Encryption.SpekeKeyProvider.RoleArn',
      'HlsPackage.Encryption.SpekeKeyProvider.RoleArn',
      'MssPackage.Encryption.SpekeKeyProvider.RoleArn',
    ],
  }),
  'mediapackage-vod': passedTo('mediapackage-vod.amazonaws.com', {
    CreateAsset: ['SourceRoleArn'],
    CreatePackagingConfiguration: [
      'CmafPackage.Encryption.SpekeKeyProvider.RoleArn',
      'DashPackage.Encryption.SpekeKeyProvider.RoleArn',
      'HlsPackage.Encryption.SpekeKeyProvider.RoleArn',
      'MssPackage.Encryption.SpekeKeyProvider.RoleArn',
    ],
    CreatePackagingGroup: ['Authorization.SecretsRoleArn'],
    UpdatePackagingGroup: ['Authorization.SecretsRoleArn'],
  }),
  mediapackagev2: passedTo('mediapackagev2.amazonaws.com', {
    CreateOriginEndpoint: ['Segment.Encryption.SpekeKeyProvider.RoleArn'],
    PutOriginEndpointPolicy: ['CdnAuthConfiguration.SecretsRoleArn'],
    UpdateOriginEndpoint: ['Segment.Encryption.SpekeKeyProvider.RoleArn'],
  }),
  'medical-imaging': passedTo('medical-imaging.amazonaws.com', {
    StartDICOMImportJob: ['dataAccessRoleArn'],
  }),
  mwaa: passedTo('airflow.amazonaws.com', {
    CreateEnvironment: ['ExecutionRoleArn'],
    UpdateEnvironment: ['ExecutionRoleArn'],
  }),
  'mwaa-serverless': passedTo('airflow-serverless.amazonaws.com', {
    CreateWorkflow: ['RoleArn'],
    UpdateWorkflow: ['RoleArn'],
  }),
};
