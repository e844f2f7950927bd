const template = { TemplateURL: 's3Location' };
const media = { 'Media.MediaFileUri': 's3Location' };
const vocabulary = { VocabularyFileUri: 's3Location' };

/**
 * Parameters of whose value only a part decides permissions and the rest is payload: by service id, operation and path,
 * the reducer that takes the part out (aws/wire/reduce-value.ts).
 */
export const reducedParameters: Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>
> = {
  // Changes by path: a value is a role for some paths, and anything for others.
  'api-gateway': Object.fromEntries(
    ['UpdateAccount', 'UpdateAuthorizer', 'UpdateIntegration'].map((operation) => [
      operation,
      { 'patchOperations[].value': 'roleArn' },
    ]),
  ),
  // Documents that may name roles among much else.
  batch: { SubmitServiceJob: { serviceRequestPayload: 'roleArns' } },
  // Templates and media may be named by presigned URLs.
  cloudformation: {
    ...ofEach(['CreateStackSet', 'EstimateTemplateCost', 'GetTemplateSummary'], template),
    ...ofEach(['UpdateStackSet', 'ValidateTemplate'], template),
    ...ofEach(['CreateChangeSet', 'CreateStack', 'UpdateStack'], {
      ...template,
      TemplateBody: 'roleArns',
    }),
    RegisterType: { SchemaHandlerPackage: 's3Location' },
  },
  // A channel begins with its namespace; the rest is the program's own.
  appsync: { EventPublish: { channel: 'channelNamespace' } },
  'cloudwatch-logs': { PutAccountPolicy: { policyDocument: 'roleArns' } },
  'config-service': {
    PutConformancePack: { TemplateBody: 'roleArns' },
    PutOrganizationConformancePack: { TemplateBody: 'roleArns' },
    PutRemediationConfigurations: {
      'RemediationConfigurations[].Parameters.AutomationAssumeRole.StaticValue.Values[]': 'roleArn',
    },
  },
  dynamodb: {
    BatchExecuteStatement: { 'Statements[].Statement': 'partiql' },
    ExecuteStatement: { Statement: 'partiql' },
    ExecuteTransaction: { 'TransactStatements[].Statement': 'partiql' },
  },
  // Disk images may be named by presigned URLs.
  ec2: {
    ImportImage: { 'DiskContainers[].Url': 's3Uri' },
    ImportSnapshot: { 'DiskContainer.Url': 's3Uri' },
  },
  observabilityadmin: {
    CreateTelemetryPipeline: { 'Configuration.Body': 'roleArns' },
    UpdateTelemetryPipeline: { 'Configuration.Body': 'roleArns' },
  },
  // An iterator begins with the ARN of its stream.
  'dynamodb-streams': { GetRecords: { ShardIterator: 'streamArn' } },
  // An option's settings hold passwords and addresses as well as the role that backups are restored with.
  rds: { ModifyOptionGroup: { 'OptionsToInclude[].OptionSettings[].Value': 'roleArn' } },
  // Only whether there is an ETag to compare.
  s3: Object.fromEntries(
    ['CompleteMultipartUpload', 'CopyObject', 'DeleteObject', 'PutObject'].map((operation) => [
      operation,
      { IfMatch: 'entityTag' },
    ]),
  ),
  // Names of people stand before their addresses.
  'pinpoint-email': { SendEmail: { FromEmailAddress: 'mailAddress' } },
  ses: {
    ...ofEach(['SendBulkTemplatedEmail', 'SendEmail', 'SendRawEmail', 'SendTemplatedEmail'], {
      Source: 'mailAddress',
    }),
    SendBounce: { BounceSender: 'mailAddress' },
  },
  sesv2: ofEach(['SendBulkEmail', 'SendEmail'], { FromEmailAddress: 'mailAddress' }),
  // A constraint may hold anything, an action the word LAUNCH_ROLE.
  'service-catalog': {
    CreateConstraint: { Parameters: 'roleArns' },
    CreateServiceAction: { 'Definition.AssumeRole': 'roleArn' },
    UpdateConstraint: { Parameters: 'roleArns' },
    UpdateServiceAction: { 'Definition.AssumeRole': 'roleArn' },
  },
  // The same parameters hold policies and other documents, by the attribute's name.
  sns: {
    CreatePlatformApplication: { 'Attributes{}[]': 'roleArn' },
    CreateTopic: { 'Attributes{}[]': 'roleArn' },
    SetPlatformApplicationAttributes: { 'Attributes{}[]': 'roleArn' },
    SetSMSAttributes: { 'attributes{}[]': 'roleArn' },
    // AWS checks what is done to a subscription on its topic.
    GetSubscriptionAttributes: { SubscriptionArn: 'topicArn' },
    SetSubscriptionAttributes: { AttributeValue: 'roleArn', SubscriptionArn: 'topicArn' },
    SetTopicAttributes: { AttributeValue: 'roleArn' },
    Subscribe: { 'Attributes{}[]': 'roleArn' },
    Unsubscribe: { SubscriptionArn: 'topicArn' },
  },
  ssm: {
    CreateAssociation: ofRunbook(''),
    CreateAssociationBatch: ofRunbook('Entries[].'),
    CreateDocument: { Content: 'roleArns' },
    RegisterTaskWithMaintenanceWindow: ofRunbook('TaskInvocationParameters.Automation.'),
    // Targets are ids of nodes, or the values of tags.
    SendCommand: { 'Targets[].Values[]': 'nodeId' },
    StartAutomationExecution: ofRunbook(''),
    StartChangeRequestExecution: { ...ofRunbook(''), ...ofRunbook('Runbooks[].') },
    UpdateAssociation: ofRunbook(''),
    UpdateDocument: { Content: 'roleArns' },
    UpdateMaintenanceWindowTask: ofRunbook('TaskInvocationParameters.Automation.'),
  },
  transcribe: {
    ...ofEach(['StartMedicalTranscriptionJob', 'StartTranscriptionJob'], media),
    ...ofEach(
      [
        'CreateMedicalVocabulary',
        'CreateVocabulary',
        'UpdateMedicalVocabulary',
        'UpdateVocabulary',
      ],
      vocabulary,
    ),
    ...ofEach(['CreateVocabularyFilter', 'UpdateVocabularyFilter'], {
      VocabularyFilterFileUri: 's3Location',
    }),
  },
  'timestream-query': { Query: { QueryString: 'timestreamQuery' } },
};

function ofEach(operations: readonly string[], reducers: Readonly<Record<string, string>>) {
  return Object.fromEntries(operations.map((operation) => [operation, reducers]));
}

// A runbook may give its parameter of this name another meaning than that of a role.
function ofRunbook(before: string): Readonly<Record<string, string>> {
  return { [`${before}Parameters.AutomationAssumeRole[]`]: 'roleArn' };
}
