/** Ids drawn at random that nothing else of their name stands beside: another one is what somebody else has. */
export interface StandingId {
  /** Of a regular expression without captures. */
  readonly source: string;
  /** The document that says how the name is put together. */
  readonly document: string;
}

/**
 * Ids in names that AWS and its tools make, where the rest of the name is the same for everybody: with a wildcard in their
 * place `cdk-*-deploy-role-…` would be the roles of every bootstrap of the account, and `/amplify/*` the secrets of every
 * app. They are as lasting as what they are the ids of.
 */
export const standingIds: readonly StandingId[] = [
  {
    source:
      '(?<=(?:^|/)cdk-)[a-z0-9]{1,10}(?=-(?:container-)?assets-\\d|-(?:deploy|lookup|cfn-exec|(?:file|image)-publishing)-role-\\d)',
    document:
      'AWS CDK, API reference of DefaultStackSynthesizer: default names of roles and assets',
  },
  {
    source: '(?<=(?:^|/)cdk-bootstrap/)[a-z0-9]{1,10}(?=/version(?:$|/))',
    document: 'AWS CDK, API reference of DefaultStackSynthesizer: the parameter of the version',
  },
  {
    source: '(?<=(?:^|/)amplify/(?:shared/)?)d[a-z0-9]{9,15}(?=/)',
    document: 'AWS Amplify Hosting User Guide, "Managing environment secrets"; Gen 2, "Secrets"',
  },
  {
    source: '(?<=^API-Gateway-Execution-Logs_)[a-z0-9]{10}(?=/)',
    document: 'Amazon API Gateway Developer Guide, "Set up CloudWatch logging for REST APIs"',
  },
  {
    source: '(?<=^/aws/appsync/apis/)[a-z0-9]{26}(?=$|:)',
    document: 'AWS AppSync Developer Guide, "Using CloudWatch to monitor and log"',
  },
  {
    source: '(?<=^|/)E[0-9A-Z]{12,13}(?=\\.(?:19|20)\\d\\d-\\d\\d-\\d\\d-\\d\\d\\.)',
    document: 'Amazon CloudFront Developer Guide, "Standard logging": the names of log files',
  },
  {
    source: '(?<=^codepipeline-[a-z]{2,4}(?:-[a-z]{2,9}){1,2}-\\d-)\\d{10,12}(?=$|/)',
    document: 'AWS CodePipeline User Guide: one bucket of artifacts for all pipelines of a region',
  },
  {
    source: '(?<=^aws-sam-cli-managed-[a-z]{1,20}-samclisourcebucket-)[a-z0-9]{12,13}(?=$|/)',
    document: 'AWS SAM Developer Guide, "sam deploy": one bucket for all applications of a region',
  },
];
