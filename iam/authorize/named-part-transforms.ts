import { parseArn } from '../../aws/arn.ts';
import { findLambdaFunction } from './lambda-function.ts';
import { findParameter } from './systems-manager-names.ts';
import { each, matching, ofService, sixAnyCharacters, type Transform } from './transform.ts';

/**
 * Transforms that take one part out of a name, or keep the names of one kind, by name. The form of each name is the one in
 * its parameter's API reference.
 */
export const namedPartTransforms: Readonly<Record<string, Transform>> = {
  // The account of a root user is named by its id or by the user's ARN.
  accountOf: each((principal) => parseArn(principal)?.account ?? principal),
  // An alias that is named by its ARN belongs to a key of the same account and Region.
  aliasAccount: each((key) => aliasArn(key)?.account),
  aliasRegion: each((key) => aliasArn(key)?.region),
  arnOf: ([arns = [], services = []]) =>
    arns.filter((arn) => services.includes(parseArn(arn)?.service ?? '')),
  // The whole ARN, as a condition asks for it: only where the account is known.
  ecsClusterArn: ([names = []], { partition, region, account }) =>
    (names.length === 0 ? ['default'] : names).flatMap((name) =>
      name.startsWith('arn:')
        ? name
        : region === null || account === null
          ? []
          : `arn:${partition}:ecs:${region}:${account}:cluster/${name}`,
    ),
  // A key that AWS manages lets everybody in the account use it through its service.
  customerKey: each((key) => (/(?:^|:)alias\/aws\//.test(key) ? undefined : key)),
  // `task/aws-service-role/SERVICE/ROLE/ID`
  deletedRole: each((task) => /^task\/(.+)\/[^/]+$/.exec(task)?.[1]),
  directoryAccessPoint: matching(/--xa-s3$/),
  // `ecs:CLUSTER_TASK_RUNTIME`
  ecsTask: each((target) => {
    const [, cluster, task] = /^ecs:(.+)_([^_]+)_[^_]+$/.exec(target) ?? [];
    return task === undefined ? undefined : `${cluster}/${task}`;
  }),
  eksCluster: each((arn) => /:cluster\/(.+)$/.exec(arn)?.[1]),
  fileSystemArn: ofService('elasticfilesystem'),
  // A later parameter counts where the earlier ones are left out.
  firstOf: (parameters) => parameters.find((values) => values.length > 0) ?? [],
  functionArn: each((name, call) => {
    const found = findLambdaFunction(name, undefined, call);
    if (found.startsWith('arn:')) return found;
    const { partition, region, account } = call;
    return region === null || account === null
      ? undefined
      : `arn:${partition}:lambda:${region}:${account}:function:${found}`;
  }),
  hubOfContent: each((content) => content.replace(/:hub-content\/([^/]+)\/.+$/, ':hub/$1')),
  // Calls that name no user are about the caller, unless they ask for all users.
  iamUser: ([names = [], all = []], { principal = '' }) => {
    if (names.length > 0) return names;
    return all.length === 0 && /^arn:[^:]+:iam::\d+:user\//.test(principal) ? [principal] : [];
  },
  // An image may be named by the parameter that holds its id: `resolve:ssm:NAME`.
  imageId: each((image) => (image.startsWith('resolve:') ? undefined : image)),
  imageParameter: each((image, call) => {
    const name = /^resolve:ssm:(.+)$/.exec(image)?.[1];
    return name === undefined ? undefined : findParameter(name, call);
  }),
  // The parent of a recipe: an image of EC2, one of Image Builder, or `ssm:PARAMETER`.
  imageBuilderArn: ofService('imagebuilder'),
  imageBuilderParameter: each((image, call) => {
    const name = /^ssm:(.+)$/.exec(image)?.[1];
    return name === undefined ? undefined : findParameter(name, call);
  }),
  imageOfEc2: matching(/^ami-/),
  // The ARN of a topic is that of its cluster with the topic's name behind.
  kafkaTopic: ([clusters = [], topics = []]) =>
    clusters.flatMap((cluster) =>
      topics.map((topic) => `${cluster.replace(':cluster/', ':topic/')}/${topic}`),
    ),
  kafkaTopics: each((cluster) => cluster.replace(':cluster/', ':topic/')),
  keyIdOf: each((key) => parseArn(key)?.resource.replace(/^key\//, '') ?? key),
  logsArn: ofService('logs'),
  // Source: Amazon SES Developer Guide, "Verified identities": an address without its label, a domain, a domain above it.
  mailIdentities: ([addresses = []]) => addresses.flatMap(identitiesOf),
  managedNodes: matching(/^mi-/),
  ofDirectoryBuckets: ofService('s3express'),
  otherAccessPoint: each((name) => (name.endsWith('--xa-s3') ? undefined : name)),
  // Nodes are meant by their ids, or by tags and groups, which any node may have.
  otherTargets: each((key) => (/^instanceids$/i.test(key) ? undefined : key)),
  outpostsArn: ofService('s3-outposts'),
  // A queue may be asked for in the account that owns it.
  ownedQueue: ([names = [], owners = []], { partition, region }) =>
    region === null
      ? []
      : owners.flatMap((owner) =>
          names.map((name) => `arn:${partition}:sqs:${region}:${owner}:${name}`),
        ),
  // The access point of a bucket on Outposts: the ARN up to the bucket, then its name.
  outpostsAccessPoint: ([buckets = [], names = []]) =>
    buckets.flatMap((bucket) => {
      const outpost = /^(arn:[^:]+:s3-outposts:.*:outpost\/[^/]+)\//.exec(bucket)?.[1];
      return outpost === undefined ? [] : names.map((name) => `${outpost}/accesspoint/${name}`);
    }),
  // The ARN of a scaling policy ends in the group's name and its own.
  scalingGroup: each((policy) => /:autoScalingGroupName\/(.+):policyName\//.exec(policy)?.[1]),
  // What a recorded query names behind its verb: `Select db/table/t`.
  queryNames: ([queries = [], verbs = []]) =>
    queries.flatMap((query) => {
      const [verb = '', ...names] = query.split(' ');
      return verbs.includes(verb) ? names.filter((name) => !name.startsWith('s3://')) : [];
    }),
  queryVerb: ([queries = [], verbs = []]) =>
    queries.flatMap((query) => verbs.filter((verb) => verb === query.split(' ')[0])),
  // Parameter Store reads secrets by `/aws/reference/secretsmanager/NAME`.
  ssmSecret: (names) =>
    names.flat().flatMap((name) => {
      const secret = /^\/aws\/reference\/secretsmanager\/([^:]+)/.exec(name)?.[1];
      return secret === undefined ? [] : `${secret}-${sixAnyCharacters}`;
    }),
  s3Arn: ofService('s3'),
  stateMachineQualifier: each((arn) => /:stateMachine:[^:]+:([^:]+)$/.exec(arn)?.[1]),
  // Step Functions authorizes versions and aliases on the ARN of their state machine.
  unqualifiedStateMachine: each((arn) => arn.replace(/(:stateMachine:[^:]+):[^:]+$/, '$1')),
  // `group/NAME/ID/tag-sync-task/ID`
  syncedGroup: each((arn) => /:group\/(.+)\/tag-sync-task\//.exec(arn)?.[1]),
  // Several ids of one type: `hostedzone/Z1`, `hostedzone/Z2`.
  under: ([types = [], ids = []]) => types.flatMap((type) => ids.map((id) => `${type}/${id}`)),
  // `Unload s3://BUCKET/PREFIX db/table/t`
  unloadBucket: each((query) => /^Unload s3:\/\/([^/\s]+)/.exec(query)?.[1]),
  unloadPrefix: each((query) => /^Unload s3:\/\/[^/\s]+\/?(\S*)/.exec(query)?.[1]),
  virtualMachines: matching(/^i-/),
  // Values that matter only where a switch is on.
  whereOn: ([values = [], switches = []]) => (switches.includes('true') ? values : []),
};

function identitiesOf(address: string): readonly string[] {
  const [local = '', domain = ''] = address.split('@');
  const labels = domain.toLowerCase().split('.');
  const domains = labels.slice(0, -1).map((_, at) => labels.slice(at).join('.'));
  const plain = local.replace(/\+.*$/, '');
  return [...new Set([address, `${plain}@${domain}`]), ...domains];
}

function aliasArn(key: string) {
  const arn = parseArn(key);
  return arn?.resource.startsWith('alias/') === true ? arn : undefined;
}
