import type { OperationRows } from '../join-operation-rows.ts';
import type { GrantRow, OperationRow } from '../operation-actions/row.ts';

const reads = (parameter: string): GrantRow => ({
  action: 's3:GetObject',
  when: [`s3Arn(${parameter})`],
  template: '${Arn}',
  bind: { Arn: `s3Arn(${parameter})` },
  because: `reads the file in \`${parameter}\`, in the name of the caller`,
});

const readsUri = (uri: string): GrantRow => ({
  action: 's3:GetObject',
  when: [`bucketOfUri(${uri})`],
  template: 'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
  bind: { BucketName: `bucketOfUri(${uri})`, ObjectName: `prefixOfUri(${uri})` },
  because: `reads the file in \`${uri}\`, in the name of the caller`,
});

/** A file that is named by its bucket and key, in one of its versions where the request names one. */
const readsObject = (file: string): OperationRow => {
  const version = `${file}.Version`;
  const object = {
    template: 'arn:${Partition}:s3:::${BucketName}/${ObjectName}',
    bind: { BucketName: `${file}.Bucket`, ObjectName: `${file}.Name` },
    because: `reads the file in \`${file}\`, in the name of the caller`,
  };
  return [
    { action: 's3:GetObject', when: [`unversioned(${file}.Name, ${version}?)`], ...object },
    { action: 's3:GetObjectVersion', when: [`together(${file}.Name, ${version})`], ...object },
  ];
};

const each = (row: OperationRow, ...operations: readonly string[]) =>
  Object.fromEntries(operations.map((operation) => [operation, row]));

/** A service that reads and writes in the name of the caller does so only where it is given no role. */
const unlessRole = (role: string, ...rows: readonly GrantRow[]): OperationRow =>
  rows.map((row) => ({ ...row, unless: [role] }));

const transcript: GrantRow = {
  action: 's3:PutObject',
  when: ['OutputBucketName'],
  template: 'arn:${Partition}:s3:::${BucketName}/${ObjectName}*',
  bind: { BucketName: 'OutputBucketName', ObjectName: 'orEmpty(OutputKey?)' },
  because: 'writes the transcript to the bucket in `OutputBucketName`, in the name of the caller',
};

const vocabularyRole = 'DataAccessRoleArn';
const vocabulary = unlessRole(vocabularyRole, readsUri('VocabularyFileUri'));
const vocabularyFilter = unlessRole(vocabularyRole, readsUri('VocabularyFilterFileUri'));

const writes = (bucket: string, ...names: readonly string[]): OperationRow =>
  names.map((name) => ({
    action: `s3:${name}`,
    when: [bucket],
    types: ['object'],
    bind: { BucketName: bucket },
    because: `writes to the bucket in \`${bucket}\`, in the name of the caller`,
  }));

const copied: OperationRow = [
  ...writes('TargetBucket', 'DeleteObject', 'PutObject'),
  {
    action: 's3:GetBucketAcl',
    when: ['TargetBucket'],
    types: ['bucket'],
    bind: { BucketName: 'TargetBucket' },
    because: 'looks up whether the service may write to the bucket in `TargetBucket`',
  },
];

const document = 'TemplateSSMDocumentDetails.DocumentName';
const destination = 'DestinationProperties.DestinationArn';

const publishes: OperationRow = [
  {
    action: 's3:GetObject',
    when: [destination],
    template: '${Arn}/*',
    bind: { Arn: destination },
    because: 'checks that findings can be written to the bucket',
  },
  {
    action: 's3:ListBucket',
    when: [destination],
    template: '${Arn}',
    bind: { Arn: destination },
    because: 'checks that findings can be written to the bucket',
  },
];

// Source: Amazon GuardDuty User Guide, "Permissions required to upload trusted IP lists and threat lists": none for names
// and for turning a list off.
const listChange = (...when: readonly string[]): OperationRow =>
  ['iam:DeleteRolePolicy', 'iam:PutRolePolicy'].map((action) => ({
    action,
    ...(when.length > 0 && { when }),
    template:
      'arn:${Partition}:iam::${Account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty',
    because: 'lets the role of GuardDuty read the list',
  }));

const lists = listChange();
const changedLists = listChange('Location', 'whereTrue(Activate)');

/**
 * What else operations need whose requests name files to read, or buckets to write to.
 * Source: the column "Dependent actions" of each service's page in the Service Authorization Reference; for snapshots
 * Amazon ElastiCache User Guide, "ElastiCache API permissions", `SnapshotArns`; for conformance packs AWS Config API
 * Reference, PutConformancePack, `TemplateS3Uri`.
 */
export const storedObjects: OperationRows = {
  // Source: AWS Prescriptive Guidance, "Sample identity-based policies for CloudFormation": the caller reads the template;
  // AWS CloudFormation API Reference, RegisterType, `SchemaHandlerPackage`.
  cloudformation: {
    ...each(
      [readsUri('TemplateURL')],
      'CreateChangeSet',
      'CreateStack',
      'CreateStackSet',
      'EstimateTemplateCost',
      'GetTemplateSummary',
      'UpdateStack',
      'UpdateStackSet',
      'ValidateTemplate',
    ),
    RegisterType: [readsUri('SchemaHandlerPackage')],
  },
  'config-service': {
    PutConformancePack: [
      readsUri('TemplateS3Uri'),
      {
        action: 'ssm:GetDocument',
        when: [document],
        types: ['document'],
        bind: { DocumentName: `ssmDocument(${document})` },
        because: 'reads the document that holds the template, in the name of the caller',
      },
    ],
    PutOrganizationConformancePack: [readsUri('TemplateS3Uri')],
  },
  elasticache: {
    CopySnapshot: copied,
    CreateCacheCluster: [reads('SnapshotArns[]')],
    CreateReplicationGroup: [reads('SnapshotArns[]')],
    CreateServerlessCache: [reads('SnapshotArnsToRestore[]')],
    ExportServerlessCacheSnapshot: writes('S3BucketName', 'DeleteObject', 'PutObject'),
  },
  guardduty: {
    CreateIPSet: lists,
    CreatePublishingDestination: publishes,
    CreateThreatEntitySet: [readsUri('Location')],
    CreateThreatIntelSet: lists,
    CreateTrustedEntitySet: [readsUri('Location')],
    DeleteIPSet: lists,
    DeleteThreatIntelSet: lists,
    UpdateIPSet: changedLists,
    UpdatePublishingDestination: publishes,
    UpdateThreatEntitySet: [readsUri('Location')],
    UpdateThreatIntelSet: changedLists,
    UpdateTrustedEntitySet: [readsUri('Location')],
  },
  kafkaconnect: {
    CreateCustomPlugin: [
      {
        action: 's3:GetObject',
        when: ['location.s3Location.bucketArn'],
        template: '${Arn}/${Key}',
        bind: { Arn: 'location.s3Location.bucketArn', Key: 'location.s3Location.fileKey' },
        because: 'reads the plugin in `location.s3Location`, in the name of the caller',
      },
    ],
  },
  memorydb: {
    CopySnapshot: copied,
    CreateCluster: [reads('SnapshotArns[]')],
  },
  // Source: AWS HealthOmics API Reference, CreateWorkflow, `readmeUri`.
  omics: each([readsUri('readmeUri')], 'CreateWorkflow', 'CreateWorkflowVersion'),
  // Source: Amazon Rekognition API Reference, S3Object.
  rekognition: {
    CompareFaces: [...readsObject('SourceImage.S3Object'), ...readsObject('TargetImage.S3Object')],
    CreateDataset: readsObject('DatasetSource.GroundTruthManifest.S3Object'),
    ...each(
      readsObject('Image.S3Object'),
      'DetectCustomLabels',
      'DetectFaces',
      'DetectLabels',
      'DetectModerationLabels',
      'DetectProtectiveEquipment',
      'DetectText',
      'IndexFaces',
      'RecognizeCelebrities',
      'SearchFacesByImage',
      'SearchUsersByImage',
    ),
    StartMediaAnalysisJob: readsObject('Input.S3Object'),
    ...each(
      readsObject('Video.S3Object'),
      'StartCelebrityRecognition',
      'StartContentModeration',
      'StartFaceDetection',
      'StartFaceSearch',
      'StartLabelDetection',
      'StartPersonTracking',
      'StartSegmentDetection',
      'StartTextDetection',
    ),
  },
  // Source: Amazon Textract API Reference, S3Object and Document.
  textract: {
    ...each(
      readsObject('Document.S3Object'),
      'AnalyzeDocument',
      'AnalyzeExpense',
      'DetectDocumentText',
    ),
    CreateAdapterVersion: readsObject('DatasetConfig.ManifestS3Object'),
    ...each(
      readsObject('DocumentLocation.S3Object'),
      'StartDocumentAnalysis',
      'StartDocumentTextDetection',
      'StartExpenseAnalysis',
      'StartLendingAnalysis',
    ),
  },
  // Source: Amazon Transcribe Developer Guide, "Amazon Transcribe identity-based policy examples", permissions required for
  // IAM roles: that of the caller, where the job has none of its own.
  transcribe: {
    CreateMedicalVocabulary: [readsUri('VocabularyFileUri')],
    CreateVocabulary: vocabulary,
    CreateVocabularyFilter: vocabularyFilter,
    StartMedicalTranscriptionJob: [readsUri('Media.MediaFileUri'), transcript],
    StartTranscriptionJob: unlessRole(
      'JobExecutionSettings.DataAccessRoleArn',
      readsUri('Media.MediaFileUri'),
      transcript,
    ),
    UpdateMedicalVocabulary: [readsUri('VocabularyFileUri')],
    UpdateVocabulary: vocabulary,
    UpdateVocabularyFilter: vocabularyFilter,
  },
};
