/**
 * Parameters that say a whole ARN though they are not called after the resource type, by IAM prefix and resource type in
 * lower case.
 * Source: the parameter's description in the service's API reference.
 */
export const arnAliases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'arc-zonal-shift': { alb: ['resourceIdentifier'], nlb: ['resourceIdentifier'] },
  'backup-gateway': { gateway: ['GatewayArn'], hypervisor: ['HypervisorArn', 'ServerArn'] },
  bedrock: {
    'async-invoke': ['invocationArn'],
    'automated-reasoning-policy-version': ['policyArn'],
    blueprint: ['blueprintArn', 'blueprint.blueprintArn', 'blueprints[].blueprintArn'],
    'blueprint-optimization-invocation': ['invocationArn'],
    'custom-model': ['modelId', 'desiredModelId', 'sourceModelArn'],
    'data-automation-invocation-job': ['invocationArn'],
    'data-automation-project': ['dataAutomationConfiguration.dataAutomationProjectArn'],
    'default-prompt-router': ['promptRouterArn'],
    'foundation-model': ['modelId', 'desiredModelId', 'models[].modelArn'],
    guardrail: ['guardrailIdentifier', 'guardrailConfig.guardrailIdentifier'],
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
  cloudtrail: {
    trail: ['InsightSource'],
    eventdatastore: ['EventDataStores[]', 'Destinations[].Location'],
  },
  'codeguru-reviewer': { association: ['RepositoryAssociationArn', 'AssociationArn'] },
  comprehend: {
    'document-classifier': ['ModelArn', 'DesiredModelArn', 'SourceModelArn'],
    'document-classifier-endpoint': ['EndpointArn'],
    'entity-recognizer': ['ModelArn', 'DesiredModelArn', 'SourceModelArn'],
    'entity-recognizer-endpoint': ['EndpointArn'],
    'flywheel-dataset': ['DatasetArn'],
  },
  dataexchange: { 'data-grants': ['DataGrantArn'] },
  devicefarm: {
    session: ['remoteAccessSessionArn'],
    'testgrid-project': ['projectArn'],
    upload: ['appArn'],
  },
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
  events: { archive: ['EventSourceArn'], 'event-bus': ['EventSourceArn'] },
  forecast: { 'forecast-export-job': ['ForecastExportJobArn'] },
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
  ivs: {
    channel: ['viewerSessions[].channelArn'],
    stage: ['sourceStageArn', 'destinationStageArn', 'stageArn'],
  },
  kafka: { cluster: ['TargetClusterArn'] },
  kms: { key: ['answer.KeyId', 'answer.KeyMetadata.Arn'] },
  'license-manager': { 'report-generator': ['LicenseManagerReportGeneratorArn'] },
  'license-manager-user-subscriptions': { 'license-server-endpoint': ['LicenseServerEndpointArn'] },
  logs: { 'log-group': ['logGroupArnList[]'] },
  'network-firewall': {
    firewall: ['FirewallArn'],
    proxyrulegroup: ['RuleGroupArns[]'],
    statefulrulegroup: ['RuleGroupArn'],
    statelessrulegroup: ['RuleGroupArn'],
  },
  personalize: { solution: ['solutionArn', 'solutionVersionArn'] },
  ram: { permission: ['permissionArn'] },
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
  },
  secretsmanager: { secret: ['secretArn', 'SecretArn', 'awsSecretStoreArn', 'answer.ARN'] },
  securityhub: {
    'automation-rule': ['AutomationRulesArns[]', 'UpdateAutomationRulesRequestItems[].RuleArn'],
    product: ['Findings[].ProductArn'],
  },
  serverlessrepo: { applications: ['ApplicationId'] },
  sqs: {
    queue: ['SourceArn', 'DestinationArn', 'queueArn(QueueUrl)', 'queueArn(answer.QueueUrl)'],
  },
  'ssm-incidents': { 'incident-record': ['incidentRecordArn'] },
  storagegateway: {
    device: ['VTLDeviceARN'],
    'fs-association': ['FileSystemAssociationARN', 'FileSystemAssociationARNList[]'],
    share: ['FileShareARN', 'FileShareARNList[]'],
  },
  wellarchitected: { lens: ['LensAlias'], 'review-template': ['TemplateArn'] },
  'workspaces-web': { identityprovider: ['identityProviderArn'] },
};

/**
 * Parameters that may hold an ARN which is not the one of the resource, by IAM prefix and resource type: the variable
 * aliases tell which it is.
 * Sources: AWS KMS Developer Guide, "Key identifiers", and AWS Payment Cryptography API Reference, KeyIdentifier: a key
 * may be named by the ARN of an alias.
 */
export const neverArns: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  kms: { key: ['KeyId', 'TargetKeyId'] },
  'payment-cryptography': { key: ['KeyIdentifier'] },
};
