import type { VariableAliases } from './variable-aliases.ts';

/**
 * Operations of IAM that are about the caller where they name no user.
 * Source: `UserName` of each in the IAM API Reference; for ChangePassword its description.
 */
const ofTheCaller = Object.fromEntries(
  [
    'CreateAccessKey',
    'CreateLoginProfile',
    'DeactivateMFADevice',
    'DeleteAccessKey',
    'DeleteLoginProfile',
    'DeleteServiceSpecificCredential',
    'DeleteSigningCertificate',
    'GetLoginProfile',
    'GetUser',
    'ListAccessKeys',
    'ListMFADevices',
    'ListSigningCertificates',
    'ListSSHPublicKeys',
    'ResetServiceSpecificCredential',
    'UpdateAccessKey',
    'UpdateServiceSpecificCredential',
    'UpdateSigningCertificate',
    'UploadSigningCertificate',
  ].map((operation) => [`${operation}.UserNameWithPath`, ['iamUser(UserName?)']]),
);

/** Aliases of the IAM prefixes from I to M. */
export const variableAliasesIToM: VariableAliases = {
  iam: {
    GroupNameWithPath: ['iamPath(Path?, GroupName)'],
    InstanceProfileNameWithPath: ['iamPath(Path?, InstanceProfileName)'],
    MfaTokenIdWithPath: ['iamPath(Path?, VirtualMFADeviceName)'],
    // IAM User Guide, "IAM identifiers": the provider's ARN ends in its URL without the scheme.
    OidcProviderName: ['oidcProvider(Url)'],
    PolicyNameWithPath: ['iamPath(Path?, PolicyName)'],
    RoleNameWithPath: ['iamPath(Path?, RoleName)'],
    CertificateNameWithPath: ['iamPath(Path?, ServerCertificateName)'],
    UserNameWithPath: ['iamPath(Path?, UserName)'],
    ...ofTheCaller,
    'ListServiceSpecificCredentials.UserNameWithPath': ['iamUser(UserName?, AllUsers?)'],
    'ChangePassword.UserNameWithPath': ['iamUser()'],
  },
  identitystore: {
    'User.UserId': ['UserId', 'MemberId.UserId'],
    'Group.GroupId': ['GroupId', 'GroupIds[]'],
  },
  imagebuilder: {
    // EC2 Image Builder User Guide: names stand in ARNs in lower case, with hyphens for spaces.
    ComponentName: ['inHyphens(name)'],
    ContainerRecipeName: ['inHyphens(name)'],
    DistributionConfigurationName: ['inHyphens(name)'],
    ImageName: ['inHyphens(name)'],
    ImagePipelineName: ['inHyphens(name)'],
    ImageRecipeName: ['inHyphens(name)'],
    LifecyclePolicyName: ['inHyphens(name)'],
    WorkflowName: ['inHyphens(name)'],
    WorkflowType: ['inHyphens(type)'],
    'infrastructureConfiguration.ResourceId': ['inHyphens(name)'],
    ComponentVersion: ['semanticVersion'],
    ContainerRecipeVersion: ['semanticVersion'],
    ImageRecipeVersion: ['semanticVersion'],
    ImageVersion: ['semanticVersion'],
    WorkflowVersion: ['semanticVersion'],
  },
  iot: {
    'cacert.CACertificate': ['certificateId', 'caCertificateId'],
    // What is registered is the certificate itself, not its id.
    'RegisterCACertificate.CACertificate': ['none()'],
    IndexName: ['orThings(indexName?)'],
    DimensionName: ['dimensionName', 'behaviors[].metricDimension.dimensionName'],
    SecurityProfileName: ['securityProfileName', 'target.securityProfileName'],
    'cert.Certificate': ['certificateId'],
    ProvisioningTemplate: ['templateName'],
    ScheduleName: ['scheduledAuditName'],
    FleetMetricName: ['metricName'],
    MitigationActionName: ['actionName'],
    'thing.ThingName': ['thingName', 'thingArn', 'targets[]'],
    'thinggroup.ThingGroupName': ['thingGroupName', 'thingGroupArn', 'targets[]'],
    'jobtemplate.JobTemplateId': ['jobTemplateId'],
  },
  iotevents: {
    AlarmModelName: [
      'alarmModelName',
      'acknowledgeActionRequests[].alarmModelName',
      'disableActionRequests[].alarmModelName',
      'enableActionRequests[].alarmModelName',
      'resetActionRequests[].alarmModelName',
      'snoozeActionRequests[].alarmModelName',
    ],
    DetectorModelName: ['detectorModelName', 'detectors[].detectorModelName'],
    InputName: ['inputName', 'messages[].inputName'],
  },
  iotfleetwise: {
    'campaign.CampaignName': ['name'],
    'decodermanifest.Name': ['name', 'decoderManifestName'],
    'modelmanifest.Name': ['name', 'modelManifestName'],
    'signalcatalog.Name': ['name'],
    VehicleId: ['vehicleName', 'vehicles[].vehicleName'],
    StateTemplateId: ['identifier'],
  },
  iotmanagedintegrations: { 'managed-thing.Identifier': ['Identifier', 'ManagedThingId'] },
  iotwireless: {
    'cert.Certificate': ['IotCertificateId'],
    'FuotaTask.FuotaTaskId': ['FuotaTaskId', 'Id'],
    'ImportTask.ImportTaskId': ['ImportTaskId', 'Id'],
    'MulticastGroup.MulticastGroupId': ['MulticastGroupId', 'MulticastGroups[]', 'Id'],
    'SidewalkAccount.SidewalkAccountId': ['PartnerAccountId'],
    'WirelessDevice.WirelessDeviceId': ['WirelessDeviceId', 'WirelessDevices[]'],
    'WirelessGateway.WirelessGatewayId': ['WirelessGatewayId', 'WirelessGateways[]'],
    // Others name it by an id of another kind, which `IdentifierType` says.
    ...Object.fromEntries(
      [
        'AssociateWirelessDeviceWithThing',
        'DeleteWirelessDevice',
        'DisassociateWirelessDeviceFromThing',
        'UpdateWirelessDevice',
        'TestWirelessDevice',
      ].map((operation) => [`${operation}.WirelessDeviceId`, ['Id']]),
    ),
    ...Object.fromEntries(
      [
        'AssociateWirelessGatewayWithCertificate',
        'AssociateWirelessGatewayWithThing',
        'CreateWirelessGatewayTask',
        'DeleteWirelessGateway',
        'DeleteWirelessGatewayTask',
        'DisassociateWirelessGatewayFromCertificate',
        'DisassociateWirelessGatewayFromThing',
        'GetWirelessGatewayCertificate',
        'GetWirelessGatewayFirmwareInformation',
        'GetWirelessGatewayTask',
        'UpdateWirelessGateway',
      ].map((operation) => [`${operation}.WirelessGatewayId`, ['Id']]),
    ),
    'NetworkAnalyzerConfiguration.NetworkAnalyzerConfigurationName': ['ConfigurationName', 'Name'],
  },
  iottwinmaker: { 'entity.EntityId': ['entityId', 'entries[].entityPropertyReference.entityId'] },
  kafka: {
    'topic.ClusterName': ['arnPart1(ClusterArn)'],
    'topic.ClusterUuid': ['arnPart2(ClusterArn)'],
  },
  kendra: {
    'data-source.DataSourceId': ['DataSourceId', 'Id'],
    'experience.ExperienceId': ['ExperienceId', 'Id'],
  },
  'kendra-ranking': { RescoreExecutionPlanId: ['RescoreExecutionPlanId', 'Id'] },
  kinesis: { StreamName: ['StreamName'], 'kmsKey.KeyId': ['kmsKey(KeyId)'] },
  kms: { KeyId: ['kmsKey(KeyId)', 'kmsKey(TargetKeyId)'], Alias: ['kmsAlias(AliasName)'] },
  lambda: {
    'function.FunctionName': [
      'lambdaFunction(FunctionName, Qualifier)',
      'lambdaFunction(FunctionName)',
    ],
    FunctionName: ['lambdaUnqualified(FunctionName)'],
    LayerVersion: ['VersionNumber'],
    CodeSigningConfigId: ['CodeSigningConfigArn'],
    'DeleteProvisionedConcurrencyConfig.Alias': ['Qualifier'],
    'DeleteProvisionedConcurrencyConfig.Version': ['Qualifier'],
    'GetProvisionedConcurrencyConfig.Alias': ['Qualifier'],
    'GetProvisionedConcurrencyConfig.Version': ['Qualifier'],
    'PutProvisionedConcurrencyConfig.Alias': ['Qualifier'],
    'PutProvisionedConcurrencyConfig.Version': ['Qualifier'],
  },
  lex: {
    BotName: ['botName', 'name'],
    BotAlias: ['botAlias', 'name'],
    BotVersion: ['botVersion', 'version', 'versionOrAlias'],
    ChannelName: ['name'],
    IntentName: ['name'],
    IntentVersion: ['version'],
    SlotName: ['name'],
    SlotVersion: ['version'],
  },
  logs: {
    DeliveryName: ['id'],
    DeliverySourceName: ['deliverySourceName', 'name'],
    DeliveryDestinationName: ['deliveryDestinationName'],
    LogGroupName: [
      'logGroup(logGroupIdentifier, logGroupName)',
      'logGroup(logGroupName)',
      'logGroup(logGroupIdentifier)',
      'logGroup(logGroupNames[])',
      'logGroup(logGroupIdentifiers[])',
    ],
  },
  machinelearning: {
    DatasourceId: [
      'DataSourceId',
      'BatchPredictionDataSourceId',
      'EvaluationDataSourceId',
      'TrainingDataSourceId',
    ],
  },
  macie2: {
    'CustomDataIdentifier.ResourceId': ['id', 'ids[]'],
  },
  mediaconnect: {
    // A flow's ARN stands in front of those of its streams and interfaces.
    'MediaStream.FlowName': ['FlowArn'],
    'MediaStream.MediaStreamName': ['MediaStreamName', 'MediaStreams[].MediaStreamName'],
    'VpcInterface.FlowName': ['FlowArn'],
    'VpcInterface.VpcInterfaceName': ['VpcInterfaceName', 'VpcInterfaces[].Name'],
  },
  mediapackage: {
    ChannelIdentifier: ['Id'],
    HarvestJobIdentifier: ['Id'],
    OriginEndpointIdentifier: ['Id'],
  },
  'mediapackage-vod': {
    AssetIdentifier: ['Id'],
    PackagingConfigurationIdentifier: ['Id'],
    PackagingGroupIdentifier: ['Id'],
  },
  medialive: { DeviceId: ['InputDeviceId', 'Id'] },
  mediastore: { 'folder.FolderPath': ['Path'], 'object.ObjectPath': ['Path'] },
  mediatailor: {
    // The ids of playback configurations and prefetch schedules are their names (measured over its operations).
    'playbackConfiguration.ResourceId': ['PlaybackConfigurationName', 'Name'],
    'prefetchSchedule.ResourceId': ['slashed(PlaybackConfigurationName, Name)'],
  },
  memorydb: {
    'multiregioncluster.ClusterName': ['MultiRegionClusterName'],
    'user.UserName': ['UserName', 'UserNames[]', 'eachOf(UserNamesToAdd[], UserNamesToRemove[])'],
    'snapshot.SnapshotName': [
      'SnapshotName',
      'eachOf(SourceSnapshotName, TargetSnapshotName)',
      'FinalSnapshotName',
    ],
  },
  mgh: {
    Stream: ['ProgressUpdateStream', 'ProgressUpdateStreamName'],
    Task: ['MigrationTaskName'],
  },
  mobiletargeting: { AppId: ['ApplicationId'], ...templateTypes() },
};

// Amazon Pinpoint Developer Guide: a template's ARN ends in its type, which only the operation's name says.
function templateTypes(): Readonly<Record<string, readonly string[]>> {
  const types = { Email: 'EMAIL', InApp: 'INAPP', Push: 'PUSH', Sms: 'SMS', Voice: 'VOICE' };
  return Object.fromEntries(
    ['Create', 'Delete', 'Get', 'Update'].flatMap((verb) =>
      Object.entries(types).map(([kind, type]) => [
        `${verb}${kind}Template.TemplateType`,
        [`"${type}"`],
      ]),
    ),
  );
}
