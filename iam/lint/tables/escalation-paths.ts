/** A way to more permissions than a policy gives. */
export interface EscalationPath {
  /** What whoever has the actions can do, in lower case. */
  readonly gain: string;
  /** All of them are needed. The last one's resources say how far the path reaches. */
  readonly actions: readonly string[];
  /** The service that `iam:PassRole` hands the role to. */
  readonly passedTo?: string;
  readonly source: string;
}

const rhino = (number: number) =>
  `Rhino Security Labs, AWS IAM Privilege Escalation Methods, ${number}`;
const pathfinding = (id: string) => `pathfinding.cloud, ${id}`;

const own = (gain: string, action: string, source: string): EscalationPath => ({
  gain,
  actions: [action],
  source,
});

const pass = (
  gain: string,
  passedTo: string,
  actions: readonly string[],
  source: string,
): EscalationPath => ({
  gain: `run ${gain} with the passed role's permissions`,
  actions: ['iam:PassRole', ...actions],
  passedTo: `${passedTo}.amazonaws.com`,
  source,
});

/**
 * The known paths, by what they need.
 * Sources: github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation; github.com/DataDog/pathfinding.cloud.
 */
export const escalationPaths: readonly EscalationPath[] = [
  own('rewrite a policy that is attached to them', 'iam:CreatePolicyVersion', rhino(1)),
  own('bring back a wider version of a policy', 'iam:SetDefaultPolicyVersion', rhino(2)),
  own('make keys of another user', 'iam:CreateAccessKey', rhino(4)),
  own('give another user a password', 'iam:CreateLoginProfile', rhino(5)),
  own("change another user's password", 'iam:UpdateLoginProfile', rhino(6)),
  own('attach any policy to a user', 'iam:AttachUserPolicy', rhino(7)),
  own('attach any policy to a group', 'iam:AttachGroupPolicy', rhino(8)),
  own('attach any policy to a role', 'iam:AttachRolePolicy', rhino(9)),
  own('write any policy into a user', 'iam:PutUserPolicy', rhino(10)),
  own('write any policy into a group', 'iam:PutGroupPolicy', rhino(11)),
  own('write any policy into a role', 'iam:PutRolePolicy', rhino(12)),
  own('join a group', 'iam:AddUserToGroup', rhino(13)),
  own('let themselves assume a role', 'iam:UpdateAssumeRolePolicy', rhino(14)),
  own('run code as an existing function', 'lambda:UpdateFunctionCode', rhino(18)),
  own('put a layer into an existing function', 'lambda:UpdateFunctionConfiguration', rhino(26)),
  own('log in to an existing development endpoint', 'glue:UpdateDevEndpoint', rhino(20)),
  own('open an existing notebook', 'sagemaker:CreatePresignedNotebookInstanceUrl', rhino(28)),
  own('get a shell on an instance', 'ssm:StartSession', pathfinding('ssm-001')),
  own(
    'get a shell on an instance',
    'ec2-instance-connect:SendSSHPublicKey',
    pathfinding('ec2-003'),
  ),
  own(
    'change a stack that has its own role',
    'cloudformation:UpdateStack',
    pathfinding('cloudformation-002'),
  ),
  own(
    'change a service that has its own role',
    'apprunner:UpdateService',
    pathfinding('apprunner-002'),
  ),
  own(
    'run a build with commands of their own',
    'codebuild:StartBuild',
    pathfinding('codebuild-002'),
  ),
  own(
    'run builds with commands of their own',
    'codebuild:StartBuildBatch',
    pathfinding('codebuild-003'),
  ),
  {
    gain: 'run commands on an instance at its next start',
    actions: ['ec2:StopInstances', 'ec2:StartInstances', 'ec2:ModifyInstanceAttribute'],
    source: pathfinding('ec2-002'),
  },
  {
    gain: 'change a stack that has its own role',
    actions: ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
    source: pathfinding('cloudformation-005'),
  },
  pass('an instance', 'ec2', ['ec2:RunInstances'], rhino(3)),
  pass('a spot instance', 'ec2', ['ec2:RequestSpotInstances'], pathfinding('ec2-004')),
  pass('a function', 'lambda', ['lambda:CreateFunction', 'lambda:InvokeFunction'], rhino(15)),
  pass('a function', 'lambda', ['lambda:CreateFunction', 'lambda:AddPermission'], rhino(16)),
  pass(
    'a function',
    'lambda',
    ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
    rhino(17),
  ),
  pass('a development endpoint', 'glue', ['glue:CreateDevEndpoint'], rhino(19)),
  pass('a stack', 'cloudformation', ['cloudformation:CreateStack'], rhino(21)),
  pass(
    'a pipeline',
    'datapipeline',
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition'],
    rhino(22),
  ),
  pass(
    'a notebook',
    'sagemaker',
    ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl'],
    rhino(27),
  ),
  pass('a service', 'tasks.apprunner', ['apprunner:CreateService'], pathfinding('apprunner-001')),
  pass(
    'a build',
    'codebuild',
    ['codebuild:CreateProject', 'codebuild:StartBuild'],
    pathfinding('codebuild-001'),
  ),
  pass(
    'a job',
    'ecs-tasks',
    ['batch:RegisterJobDefinition', 'batch:SubmitJob'],
    pathfinding('batch-001'),
  ),
  pass(
    'a service',
    'ecs-tasks',
    ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'],
    pathfinding('ecs-001'),
  ),
];
