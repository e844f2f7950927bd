/**
 * Parameters that say a whole ARN though they are not called after the resource type, by IAM prefix and resource type in
 * lower case.
 * Source: the parameter's description in the service's API reference.
 */
export const arnAliases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  apprunner: {
    connection: ['ConnectionArn', 'SourceConfiguration.AuthenticationConfiguration.ConnectionArn'],
    observabilityconfiguration: ['ObservabilityConfiguration.ObservabilityConfigurationArn'],
    vpcconnector: ['NetworkConfiguration.EgressConfiguration.VpcConnectorArn'],
  },
  'arc-zonal-shift': { alb: ['resourceIdentifier'], nlb: ['resourceIdentifier'] },
  'backup-gateway': { gateway: ['GatewayArn'], hypervisor: ['HypervisorArn', 'ServerArn'] },
  bedrock: {
    'async-invoke': ['invocationArn'],
    'automated-reasoning-policy': ['automatedReasoningPolicyConfig.policies[]'],
    'automated-reasoning-policy-version': [
      'policyArn',
      'automatedReasoningPolicyConfig.policies[]',
    ],
    blueprint: ['blueprintArn', 'blueprint.blueprintArn', 'blueprints[].blueprintArn'],
    'blueprint-optimization-invocation': ['invocationArn'],
    'custom-model': ['modelId', 'desiredModelId', 'sourceModelArn'],
    'data-automation-invocation-job': ['invocationArn'],
    'data-automation-project': ['dataAutomationConfiguration.dataAutomationProjectArn'],
    'default-prompt-router': ['promptRouterArn'],
    'foundation-model': [
      'modelId',
      'modelIdentifier',
      'desiredModelId',
      'models[].modelArn',
      'modelSource.copyFrom',
    ],
    guardrail: ['guardrailIdentifier', 'guardrailConfig.guardrailIdentifier'],
    'guardrail-profile': ['crossRegionConfig.guardrailProfileIdentifier'],
    'inference-profile': ['modelSource.copyFrom'],
  },
  'bedrock-agentcore': { runtime: ['agentRuntimeArn'] },
  ce: {
    anomalymonitor: ['MonitorArn', 'MonitorArnList[]'],
    anomalysubscription: ['SubscriptionArn', 'SubscriptionArnList[]'],
  },
  chatbot: {
    chatbotconfiguration: ['ChatConfigurationArn', 'ChatConfiguration'],
    'custom-action': ['Resource'],
  },
  chime: {
    'app-instance-bot': ['ChimeBearer', 'AppInstanceAdminArn'],
    'app-instance-user': ['ChimeBearer', 'AppInstanceAdminArn'],
    'media-insights-pipeline-configuration': ['Identifier'],
    'media-pipeline-kinesis-video-stream-pool': ['Identifier', 'Sources[].SourceArn'],
  },
  clouddirectory: {
    appliedschema: ['SchemaArn'],
    developmentschema: ['SchemaArn'],
    publishedschema: ['SchemaArn', 'PublishedSchemaArn'],
  },
  'cloudfront-keyvaluestore': { 'key-value-store': ['KvsARN'] },
  cloudtrail: {
    trail: ['InsightSource'],
    eventdatastore: ['EventDataStores[]', 'Destinations[].Location'],
  },
  'codeguru-reviewer': { association: ['RepositoryAssociationArn', 'AssociationArn'] },
  comprehend: {
    'document-classifier': ['ActiveModelArn', 'ModelArn', 'DesiredModelArn', 'SourceModelArn'],
    'document-classifier-endpoint': ['EndpointArn'],
    'entity-recognizer': ['ActiveModelArn', 'ModelArn', 'DesiredModelArn', 'SourceModelArn'],
    'entity-recognizer-endpoint': ['EndpointArn'],
    'flywheel-dataset': ['DatasetArn'],
  },
  dataexchange: { 'data-grants': ['DataGrantArn'] },
  datasync: { location: ['SourceLocationArn', 'DestinationLocationArn'] },
  dax: { application: ['ResourceName'] },
  devicefarm: {
    session: ['remoteAccessSessionArn'],
    'testgrid-project': ['projectArn'],
    upload: ['appArn'],
  },
  dms: {
    endpoint: ['SourceEndpointArn', 'TargetEndpointArn'],
    replicationinstance: ['TargetReplicationInstanceArn'],
  },
  elasticache: {
    serverlesscachesnapshot: ['SnapshotArnsToRestore[]'],
    snapshot: ['SnapshotArnsToRestore[]'],
  },
  elasticmapreduce: { cluster: ['TargetResourceArn'] },
  elasticloadbalancing: {
    'listener-rule/app': ['RuleArn', 'RulePriorities[].RuleArn'],
    'listener-rule/net': ['RuleArn', 'RulePriorities[].RuleArn'],
    'listener/app': ['ListenerArn'],
    'listener/gwy': ['ListenerArn'],
    'listener/net': ['ListenerArn'],
    'loadbalancer/app/': ['LoadBalancerArn'],
    'loadbalancer/gwy/': ['LoadBalancerArn'],
    'loadbalancer/net/': ['LoadBalancerArn'],
  },
  events: {
    archive: ['EventSourceArn'],
    connection: ['answer.ConnectionArn'],
    'event-bus': ['EventSourceArn'],
  },
  forecast: { forecastexport: ['ForecastExportJobArn'] },
  fsx: { snapshot: ['OpenZFSConfiguration.OriginSnapshot.SnapshotARN', 'SourceSnapshotARN'] },
  glue: { registry: ['RegistryId.RegistryArn'], schema: ['SchemaId.SchemaArn'] },
  iam: {
    group: ['answer.Group.Arn'],
    'instance-profile': ['answer.InstanceProfile.Arn'],
    mfa: ['SerialNumber'],
    'oidc-provider': ['OpenIDConnectProviderArn'],
    role: ['answer.Role.Arn'],
    'server-certificate': ['answer.ServerCertificate.ServerCertificateMetadata.Arn'],
    user: ['answer.User.Arn'],
  },
  imagebuilder: {
    allcomponentbuildversions: ['componentVersionArn'],
    allimagebuildversions: ['imageVersionArn'],
    allworkflowbuildversions: ['workflowVersionArn'],
    component: ['componentBuildVersionArn', 'componentArn'],
    image: ['imageBuildVersionArn', 'imageArn', 'sourceImage'],
    imageversion: ['imageVersionArn'],
    workflow: ['workflowBuildVersionArn'],
  },
  iot: {
    cert: ['principal', 'target'],
    client: ['targetArn'],
    package: ['destinationPackageVersions[]'],
    packageversion: ['destinationPackageVersions[]'],
    thing: ['targetArn'],
    thinggroup: ['target', 'securityProfileTargetArn'],
  },
  ivs: {
    channel: ['viewerSessions[].channelArn'],
    stage: ['sourceStageArn', 'destinationStageArn', 'stageArn'],
  },
  kafka: { cluster: ['TargetClusterArn'] },
  kms: { key: ['answer.KeyId', 'answer.KeyMetadata.Arn'] },
  'license-manager': {
    'license-configuration': [
      'AddLicenseSpecifications[].LicenseConfigurationArn',
      'RemoveLicenseSpecifications[].LicenseConfigurationArn',
    ],
    'report-generator': ['LicenseManagerReportGeneratorArn'],
  },
  'license-manager-user-subscriptions': { 'license-server-endpoint': ['LicenseServerEndpointArn'] },
  'network-firewall': {
    firewall: ['FirewallArn'],
    proxyrulegroup: ['RuleGroupArns[]'],
    statefulrulegroup: ['RuleGroupArn', 'FirewallPolicy.StatefulRuleGroupReferences[].ResourceArn'],
    statelessrulegroup: [
      'RuleGroupArn',
      'FirewallPolicy.StatelessRuleGroupReferences[].ResourceArn',
    ],
    tlsinspectionconfiguration: ['FirewallPolicy.TLSInspectionConfigurationArn'],
  },
  personalize: { solution: ['solutionArn', 'solutionVersionArn'] },
  ram: {
    'customer-managed-permission': ['permissionArn', 'fromPermissionArn', 'toPermissionArn'],
    permission: ['permissionArn', 'fromPermissionArn', 'toPermissionArn'],
  },
  rds: {
    'auto-backup': ['DBInstanceAutomatedBackupsArn', 'SourceDBInstanceAutomatedBackupsArn'],
    cluster: ['SourceArn', 'Source', 'dbClusterOrInstanceArn'],
    'cluster-snapshot': ['SourceArn', 'SnapshotIdentifier'],
    db: ['SourceArn', 'Source'],
    snapshot: ['SourceArn'],
  },
  quicksight: {
    dashboard: ['AuthorizedResourceArns[]'],
    dataset: ['Topic.DataSets[].DatasetArn'],
    topic: ['AuthorizedResourceArns[]'],
  },
  rekognition: {
    project: ['SourceProjectArn', 'DestinationProjectArn'],
    projectversion: ['OperationsConfig.DetectModerationLabels.ProjectVersion'],
  },
  resiliencehub: { application: ['appArn'] },
  robomaker: { deploymentfleet: ['fleet'] },
  'route53-recovery-cluster': {
    routingcontrol: ['UpdateRoutingControlStateEntries[].RoutingControlArn'],
  },
  s3: { multiregionaccesspointrequestarn: ['RequestTokenARN'] },
  sagemaker: {
    action: ['SourceArn', 'DestinationArn'],
    artifact: ['SourceArn', 'DestinationArn'],
    context: ['SourceArn', 'DestinationArn'],
    experiment: ['SourceArn', 'DestinationArn'],
    'experiment-trial-component': ['SourceArn', 'DestinationArn'],
    'model-package': ['ModelPackageArnList[]'],
    'training-plan': [
      'ResourceConfig.TrainingPlanArn',
      'InstanceGroups[].TrainingPlanArn',
      'RestrictedInstanceGroups[].TrainingPlanArn',
    ],
  },
  secretsmanager: { secret: ['secretArn', 'SecretArn', 'awsSecretStoreArn', 'answer.ARN'] },
  securityhub: {
    'automation-rule': ['AutomationRulesArns[]', 'UpdateAutomationRulesRequestItems[].RuleArn'],
    product: ['Findings[].ProductArn'],
  },
  serverlessrepo: { applications: ['ApplicationId'] },
  ses: { template: ['Content.Template.TemplateArn', 'DefaultContent.Template.TemplateArn'] },
  'sms-voice': {
    phonenumber: ['OriginationIdentity'],
    pool: ['OriginationIdentity'],
    rcsagent: ['OriginationIdentity'],
    senderid: ['OriginationIdentity'],
  },
  sns: { topic: ['SubscriptionArn'] },
  sqs: {
    queue: [
      'SourceArn',
      'DestinationArn',
      'queueArn(QueueUrl)',
      'queueArn(answer.QueueUrl)',
      'ownedQueue(QueueName, QueueOwnerAWSAccountId)',
    ],
  },
  'ssm-quicksetup': { 'configuration-manager': ['ManagerArn'] },
  'ssm-incidents': { 'incident-record': ['incidentRecordArn'] },
  storagegateway: {
    device: ['VTLDeviceARN'],
    'fs-association': ['FileSystemAssociationARN', 'FileSystemAssociationARNList[]'],
    share: ['FileShareARN', 'FileShareARNList[]'],
  },
  wafv2: {
    ipset: statementsOf('IPSetReferenceStatement'),
    regexpatternset: statementsOf('RegexPatternSetReferenceStatement'),
    rulegroup: ['Rules[].Statement.RuleGroupReferenceStatement.ARN'],
    webacl: ['LoggingConfiguration.ResourceArn'],
  },
  wellarchitected: { lens: ['LensAlias'], 'review-template': ['TemplateArn'] },
  'workspaces-web': { identityprovider: ['identityProviderArn'] },
};

/**
 * Parameters that may hold an ARN which is not the one of the resource, by IAM prefix and resource type: the variable
 * aliases tell which it is, where a request does.
 * Sources: AWS Lambda API Reference, Invoke, FunctionName, and CloudWatch Logs API Reference, FilterLogEvents,
 * logGroupIdentifier: how these ARNs end; AWS KMS Developer Guide, "Key identifiers", and AWS Payment Cryptography API
 * Reference, KeyIdentifier: a key may be named by the ARN of an alias. Elsewhere the parameter's description in the
 * service's API reference: it is what the resource is made for, is attached to or shares.
 */
export const neverArns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  appconfig: { extensionassociation: ['ResourceIdentifier'] },
  'codestar-notifications': { notificationrule: ['Resource'] },
  // A rule's bus is a part of the rule's own ARN.
  events: { 'event-bus': ['EventBusName'] },
  glue: { integrationResourceProperty: ['ResourceArn'] },
  kms: { key: ['KeyId', 'TargetKeyId'] },
  lambda: { function: ['FunctionName'] },
  'license-manager': { 'license-configuration': ['ResourceArn'] },
  // What a delivery source takes logs of is not the source.
  logs: {
    'delivery-source': ['resourceArn'],
    'log-group': ['logGroupIdentifier', 'logGroupName', 'resourceIdentifier'],
  },
  'payment-cryptography': { key: ['KeyIdentifier'] },
  ram: { 'resource-share': ['resourceArns[]'] },
  // Without its random end an ARN is not yet the one that AWS checks.
  secretsmanager: { Secret: ['SecretId'] },
  servicecatalog: { Application: ['resource'] },
  'vpc-lattice': { AccessLogSubscription: ['resourceIdentifier'] },
};

// What the rules of a web ACL or a rule group refer to, themselves and in the statements that they combine. Statements
// nest without end; those of a scope-down statement are followed less far.
function statementsOf(reference: string): readonly string[] {
  return [
    ...combined(3),
    ...combined(2).map((below) => `ManagedRuleGroupStatement.ScopeDownStatement.${below}`),
    ...combined(2).map((below) => `RateBasedStatement.ScopeDownStatement.${below}`),
  ].map((below) => `Rules[].Statement.${below}${reference}.ARN`);
}

function combined(levels: number): readonly string[] {
  if (levels === 0) return [''];
  const below = combined(levels - 1);
  const combining = [
    'AndStatement.Statements[].',
    'OrStatement.Statements[].',
    'NotStatement.Statement.',
  ];
  return ['', ...combining.flatMap((one) => below.map((path) => one + path))];
}
