/** The actions that tag and untag the resources of a service. */
export interface TaggingActions {
  readonly tag: readonly string[];
  readonly untag: readonly string[];
  /** How a resource is named in these actions' only type, where the ARN alone is not the resource. */
  readonly bind?: Readonly<Record<string, string>>;
}

const actions = (tag: string, untag: string): TaggingActions => ({ tag: [tag], untag: [untag] });
const toResource = actions('AddTagsToResource', 'RemoveTagsFromResource');
const added = actions('AddTags', 'RemoveTags');
const created = actions('CreateTags', 'DeleteTags');

/**
 * The actions by which a service tags its resources, by service prefix, where they are not `TagResource` and
 * `UntagResource`. A tag that is set through Resource Groups Tagging API takes them too.
 * Source: each service's page in the Service Authorization Reference, actions of access level "Tagging"; Resource Groups
 * Tagging API Reference, TagResources and UntagResources, minimum permissions.
 */
export const taggingActions: Readonly<Record<string, TaggingActions>> = {
  acm: actions('AddTagsToCertificate', 'RemoveTagsFromCertificate'),
  'acm-pca': actions('TagCertificateAuthority', 'UntagCertificateAuthority'),
  cloudtrail: added,
  datapipeline: added,
  dms: toResource,
  ds: toResource,
  ec2: created,
  elasticache: toResource,
  elasticbeanstalk: added,
  elasticloadbalancing: added,
  elasticmapreduce: added,
  es: added,
  firehose: actions('TagDeliveryStream', 'UntagDeliveryStream'),
  kinesis: actions('AddTagsToStream', 'RemoveTagsFromStream'),
  machinelearning: actions('AddTags', 'DeleteTags'),
  medialive: created,
  mq: created,
  rds: toResource,
  redshift: created,
  'resource-groups': actions('Tag', 'Untag'),
  route53: actions('ChangeTagsForResource', 'ChangeTagsForResource'),
  route53domains: actions('UpdateTagsForDomain', 'DeleteTagsForDomain'),
  s3: {
    tag: ['GetBucketTagging', 'PutBucketTagging'],
    untag: ['GetBucketTagging', 'PutBucketTagging'],
    bind: { BucketName: 'bucketOfArn(ResourceARNList[])' },
  },
  sagemaker: actions('AddTags', 'DeleteTags'),
  sqs: actions('TagQueue', 'UntagQueue'),
  ssm: toResource,
  storagegateway: toResource,
  workspaces: created,
};
