import type { ApiCall } from '../../aws/api-call.ts';

/** Something that a call sets off, of which nothing tells which permissions it takes. */
export interface Untold {
  /** A sentence in lower case that goes on after the call's name. */
  readonly what: string;
  /** What to do about it: a sentence in lower case. */
  readonly remedy: string;
  readonly source: string;
}

/** Returns what a call sets off that takes permissions which nobody can tell from it; undefined for most calls. */
export function findUntold(call: ApiCall): Untold | undefined {
  if (call.identity === null) return undefined;
  const operations = table[call.service];
  if (operations === undefined || !Object.hasOwn(operations, call.operation)) return undefined;
  const row = operations[call.operation];
  const isTold = row?.unless !== undefined && Object.hasOwn(call.parameters, row.unless);
  return isTold ? undefined : row;
}

interface UntoldRow extends Untold {
  /** A parameter that hands the work to a role: then it is not the caller's. */
  readonly unless?: string;
}

const each = (row: UntoldRow, ...operations: readonly string[]) =>
  Object.fromEntries(operations.map((operation) => [operation, row]));

const stack: UntoldRow = {
  what: 'makes, changes or deletes the resources of its template with the permissions of the caller, who also hands over the roles that it names; the template says which, and macros such as AWS::Serverless add to it, the call does not',
  remedy:
    'give the stack a service role, or record its template being applied by other means; of roles that the template names in full, `iam:PassRole` is among the hidden permissions',
  unless: 'RoleARN',
  source: 'AWS CloudFormation User Guide, "AWS CloudFormation service role"',
};

const cloudControl: UntoldRow = {
  what: "calls the resource type's own service with the permissions of the caller; its handlers say which actions",
  remedy: 'look up `handlers` in the schema of the type, or name a role',
  unless: 'RoleArn',
  source:
    'Cloud Control API User Guide, "Managing access using AWS Identity and Access Management"',
};

const beanstalk: UntoldRow = {
  what: 'makes, changes or deletes the resources of the environment with the permissions of the caller, who also hands over its service role and the role of its instance profile; its options say which',
  remedy:
    'give the environment an operations role, or see the managed policy AdministratorAccess-AWSElasticBeanstalk',
  unless: 'OperationsRole',
  source:
    'AWS Elastic Beanstalk Developer Guide, "Operations roles" and "Managing Elastic Beanstalk user policies"',
};

const query: UntoldRow = {
  what: "reads the data of the query's tables in S3 with the permissions of the caller, and the results where the workgroup keeps them",
  remedy: 'allow `s3:GetObject` and `s3:ListBucket` where the tables lie',
  source: 'Amazon Athena User Guide, "Control access to Amazon S3 from Athena"',
};

const table: Readonly<Record<string, Readonly<Record<string, UntoldRow>>>> = {
  athena: each(query, 'GetQueryResults', 'StartQueryExecution'),
  cloudcontrol: each(
    cloudControl,
    'CreateResource',
    'DeleteResource',
    'GetResource',
    'ListResources',
    'UpdateResource',
  ),
  cloudformation: each(
    stack,
    'CreateChangeSet',
    'CreateStack',
    'DeleteStack',
    'ExecuteChangeSet',
    'RollbackStack',
    'UpdateStack',
  ),
  ecr: each(
    {
      what: 'lets a container client push images with the token, by requests that nobody signs',
      remedy:
        'where images are pushed, allow `ecr:InitiateLayerUpload`, `ecr:UploadLayerPart`, `ecr:CompleteLayerUpload` and `ecr:PutImage` on the repository',
      source:
        'Amazon ECR User Guide, "IAM permissions for pushing an image to an Amazon ECR private repository"',
    },
    'GetAuthorizationToken',
  ),
  'elastic-beanstalk': each(
    beanstalk,
    'CreateEnvironment',
    'RebuildEnvironment',
    'TerminateEnvironment',
    'UpdateEnvironment',
  ),
  glue: each(
    {
      what: "runs with the role of the job, not with the caller's permissions",
      remedy: 'record the job itself for the policy of its role',
      source: 'AWS Glue Developer Guide, "Setting up IAM permissions for AWS Glue"',
    },
    'StartJobRun',
  ),
  'iot-data-plane': each(
    {
      what: 'goes on in MQTT, where the client says its id and publishes, subscribes and receives, each with a permission of its own',
      remedy:
        'allow `iot:Publish`, `iot:Subscribe` and `iot:Receive` on the topics, and `iot:Connect` for the ids that clients have',
      source: 'AWS IoT Core Developer Guide, "AWS IoT Core policy actions"',
    },
    'Connect',
  ),
  lambda: each(
    {
      what: "polls its source with the role of the function, not with the caller's permissions",
      remedy: "allow the function's role to read the source",
      source: 'AWS Lambda Developer Guide, "Lambda event source mappings", permissions',
    },
    'CreateEventSourceMapping',
  ),
  sfn: each(
    {
      what: "runs its states with the role of the state machine, not with the caller's permissions",
      remedy: 'record the integrated calls for the policy of that role',
      source:
        'AWS Step Functions Developer Guide, "How Step Functions generates IAM policies for integrated services"',
    },
    'StartExecution',
    'StartSyncExecution',
  ),
};
