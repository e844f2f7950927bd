/** An environment variable that a CI sets for each run. */
export interface RunVariable {
  readonly name: string;
  /** The variable that counts the attempts at it. */
  readonly attempt?: string;
  /** Which of its values count; all where it is left out. */
  readonly only?: RegExp;
}

interface CiVariables {
  /** The page that describes them. */
  readonly source: string;
  readonly variables: readonly (string | RunVariable)[];
}

/**
 * What CIs say of a run by environment variables: numbers, branches, tags, pull requests, commits. Only what is another one
 * in another run; not what they call a stage or an environment.
 */
const ofCis: readonly CiVariables[] = [
  {
    source: 'https://docs.github.com/en/actions/reference/workflows-and-actions/variables',
    variables: [
      { name: 'GITHUB_RUN_ID', attempt: 'GITHUB_RUN_ATTEMPT' },
      { name: 'GITHUB_RUN_NUMBER', attempt: 'GITHUB_RUN_ATTEMPT' },
      'GITHUB_HEAD_REF',
      'GITHUB_REF_NAME',
      'GITHUB_REF',
      'GITHUB_SHA',
    ],
  },
  {
    source: 'https://docs.gitlab.com/ci/variables/predefined_variables',
    variables: [
      'CI_PIPELINE_ID',
      'CI_PIPELINE_IID',
      'CI_JOB_ID',
      'CI_MERGE_REQUEST_IID',
      'CI_MERGE_REQUEST_SOURCE_BRANCH_NAME',
      'CI_COMMIT_REF_NAME',
      'CI_COMMIT_REF_SLUG',
      'CI_COMMIT_TAG',
      'CI_COMMIT_SHA',
      // Of others it says where something is deployed for good.
      { name: 'CI_ENVIRONMENT_SLUG', only: /^review-/ },
    ],
  },
  {
    source: 'https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables',
    variables: [
      'BUILD_TAG',
      'BUILD_NUMBER',
      'BUILD_ID',
      'CHANGE_ID',
      'CHANGE_BRANCH',
      'BRANCH_NAME',
      'GIT_BRANCH',
      'TAG_NAME',
      'GIT_COMMIT',
    ],
  },
  {
    source: 'https://circleci.com/docs/variables/',
    variables: [
      'CIRCLE_BUILD_NUM',
      'CIRCLE_PR_NUMBER',
      'CIRCLE_PULL_REQUEST',
      'CIRCLE_BRANCH',
      'CIRCLE_TAG',
      'CIRCLE_SHA1',
    ],
  },
  {
    source: 'https://buildkite.com/docs/pipelines/environment-variables',
    variables: [
      'BUILDKITE_BUILD_NUMBER',
      'BUILDKITE_PULL_REQUEST',
      'BUILDKITE_BRANCH',
      'BUILDKITE_TAG',
      'BUILDKITE_COMMIT',
    ],
  },
  {
    source: 'https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables',
    variables: [
      'BUILD_BUILDID',
      'BUILD_BUILDNUMBER',
      'SYSTEM_PULLREQUEST_PULLREQUESTID',
      'SYSTEM_PULLREQUEST_SOURCEBRANCH',
      'BUILD_SOURCEBRANCH',
    ],
  },
  {
    source: 'https://docs.travis-ci.com/user/environment-variables/',
    variables: [
      'TRAVIS_BUILD_ID',
      'TRAVIS_BUILD_NUMBER',
      'TRAVIS_JOB_ID',
      'TRAVIS_PULL_REQUEST',
      'TRAVIS_PULL_REQUEST_BRANCH',
      'TRAVIS_BRANCH',
      'TRAVIS_TAG',
      'TRAVIS_COMMIT',
    ],
  },
  {
    source: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/',
    variables: [
      'BITBUCKET_BUILD_NUMBER',
      'BITBUCKET_PR_ID',
      'BITBUCKET_BRANCH',
      'BITBUCKET_TAG',
      'BITBUCKET_COMMIT',
    ],
  },
  {
    source: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html',
    variables: [
      'CODEBUILD_BUILD_NUMBER',
      'CODEBUILD_WEBHOOK_TRIGGER',
      'CODEBUILD_RESOLVED_SOURCE_VERSION',
    ],
  },
];

/** All of them, in the order in which the first that holds a value gives the value its name. */
export const runVariables: readonly RunVariable[] = ofCis.flatMap(({ variables }) =>
  variables.map((variable) => (typeof variable === 'string' ? { name: variable } : variable)),
);
