import { type JoinTable, takenBy } from './join.ts';

const ofRepository = { Repository: ['repositoryName'] };
const comment = { id: 'answer.comment.commentId', tells: ofRepository };

const deploymentInfo = {
  Application: ['answer.deploymentInfo.applicationName'],
  DeploymentGroup: ['answer.deploymentInfo.deploymentGroupName'],
};
const ofGroup = { Application: ['applicationName'], DeploymentGroup: ['deploymentGroupName'] };

/** Services of software that is built, reviewed and deployed. */
export const developerJoins: JoinTable = {
  amplify: [
    {
      kind: 'artifact',
      told: {
        ListArtifacts: { id: 'answer.artifacts[].artifactId', tells: { AppId: ['appId'] } },
      },
      taken: { GetArtifactUrl: 'artifactId' },
      fills: { AppId: 'joined.AppId' },
      source: 'AWS Amplify API Reference, ListArtifacts, GetArtifactUrl',
    },
  ],
  codecommit: [
    {
      kind: 'pull request',
      told: {
        CreatePullRequest: {
          id: 'answer.pullRequest.pullRequestId',
          tells: { Repository: ['targets[].repositoryName'] },
        },
        GetPullRequest: {
          id: 'pullRequestId',
          tells: { Repository: ['answer.pullRequest.pullRequestTargets[].repositoryName'] },
        },
        ListPullRequests: { id: 'answer.pullRequestIds[]', tells: ofRepository },
      },
      taken: takenBy(
        'pullRequestId',
        'CreatePullRequestApprovalRule',
        'DeletePullRequestApprovalRule',
        'DescribePullRequestEvents',
        'EvaluatePullRequestApprovalRules',
        'GetPullRequest',
        'GetPullRequestApprovalStates',
        'GetPullRequestOverrideState',
        'OverridePullRequestApprovalRules',
        'UpdatePullRequestApprovalRuleContent',
        'UpdatePullRequestApprovalState',
        'UpdatePullRequestDescription',
        'UpdatePullRequestStatus',
        'UpdatePullRequestTitle',
      ),
      fills: { RepositoryName: 'joined.Repository' },
      source: 'AWS CodeCommit API Reference, CreatePullRequest, ListPullRequests, PullRequest',
    },
    {
      kind: 'comment',
      told: {
        GetCommentsForComparedCommit: {
          id: 'answer.commentsForComparedCommitData[].comments[].commentId',
          tells: ofRepository,
        },
        GetCommentsForPullRequest: {
          id: 'answer.commentsForPullRequestData[].comments[].commentId',
          tells: ofRepository,
        },
        PostCommentForComparedCommit: comment,
        PostCommentForPullRequest: comment,
        PostCommentReply: { ...comment, tells: { Repository: ['joined.Repository'] } },
      },
      taken: {
        ...takenBy(
          'commentId',
          'DeleteCommentContent',
          'GetComment',
          'GetCommentReactions',
          'PutCommentReaction',
          'UpdateComment',
        ),
        PostCommentReply: 'inReplyTo',
      },
      fills: { RepositoryName: 'joined.Repository' },
      source: 'AWS CodeCommit API Reference, PostCommentForPullRequest, PostCommentReply',
    },
  ],
  codedeploy: [
    {
      kind: 'deployment',
      told: {
        CreateDeployment: { id: 'answer.deploymentId', tells: ofGroup },
        GetDeployment: { id: 'deploymentId', tells: deploymentInfo },
        ListDeployments: { id: 'answer.deployments[]', tells: ofGroup },
      },
      taken: {
        ...takenBy(
          'deploymentId',
          'BatchGetDeploymentInstances',
          'GetDeployment',
          'GetDeploymentInstance',
          'ListDeploymentInstances',
        ),
        BatchGetDeployments: 'deploymentIds[]',
      },
      fills: {
        'deploymentgroup.ApplicationName': 'joined.Application',
        'deploymentgroup.DeploymentGroupName': 'joined.DeploymentGroup',
      },
      source: 'AWS CodeDeploy API Reference, CreateDeployment, ListDeployments, DeploymentInfo',
    },
  ],
};
