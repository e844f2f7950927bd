import { parseArn } from '../../aws/arn.ts';
import { findProfileRole } from './complete-profile-roles.ts';
import { findTaskRoles } from './complete-task-roles.ts';
import { findTemplateProfiles, isKnownTemplate } from './complete-template-profiles.ts';
import { type CopySource, parseCopySource } from './copy-source.ts';
import { ec2FormOf, findEc2Resource } from './ec2-resource-ids.ts';
import { idTransforms } from './id-transforms.ts';
import { findLambdaFunction, findUnqualified } from './lambda-function.ts';
import { namedPartTransforms } from './named-part-transforms.ts';
import { findDocument, findParameter, findTaggedResource } from './systems-manager-names.ts';
import { each, ofService, sixAnyCharacters, type Transform } from './transform.ts';

const only = (wanted: string): Transform => each((value) => (value === wanted ? value : undefined));

/**
 * The transforms that the catalog's expressions name, by name. The form of each ARN is the one on the service's page of
 * the Service Authorization Reference; the form of each parameter the one in its API reference.
 */
export const transforms: Readonly<Record<string, Transform>> = {
  ...idTransforms,
  ...namedPartTransforms,

  apiGatewayArn: ofService('apigateway'),
  appRunnerArn: ofService('apprunner'),
  appSyncArn: ofService('appsync'),
  codeConnectionsArn: ofService('codeconnections'),
  codeStarArn: ofService('codestar-connections'),
  cognitoArn: ofService('cognito-idp'),
  verifiedAccessArn: ofService('ec2'),
  elasticLoadBalancingArn: ofService('elasticloadbalancing'),

  bedrockApplicationProfile: each((id) =>
    id.includes(':application-inference-profile/') ? id : undefined,
  ),
  bedrockModel: each((id) => (id.startsWith('arn:') || isProfile(id) ? undefined : id)),
  bedrockProfile: each((id) => (isProfile(id) ? id : undefined)),
  // The model that a cross-region profile routes to, by the profile's id or ARN.
  bedrockProfileModel: each((id) => {
    const profile = id.replace(/^arn:[^/]*:inference-profile\//, '');
    return isProfile(profile) ? profile.replace(/^[a-z-]+\./, '') : undefined;
  }),
  // The parts of an ARN's path behind its type: the cluster and service of `service-deployment/CLUSTER/SERVICE/ID`.
  arnPart1: each((arn) => arnPart(arn, 1)),
  arnPart2: each((arn) => arnPart(arn, 2)),
  // `s3://bucket/prefix/`, as Athena takes it.
  bucketOfUri: each((uri) => /^s3:\/\/([^/]+)/.exec(uri)?.[1]),
  bucketOfArn: each((arn) => /^arn:[^:]+:s3:::([^/]+)/.exec(arn)?.[1]),
  prefixOfUri: each((uri) => /^s3:\/\/[^/]+\/?(.*)$/s.exec(uri)?.[1]),
  copySourceDirectory: copySource('directory', false),
  copySourceObject: copySource('object', false),
  copySourceObjectVersion: copySource('object', true),
  copySourceOutposts: copySource('outposts', false),
  copySourceOutpostsVersion: copySource('outposts', true),
  // A bucket that is named by an ARN is an access point.
  accessPoint: each((bucket) => (bucket.startsWith('arn:') ? bucket : undefined)),
  bucketName: each((bucket) => (bucket.startsWith('arn:') ? undefined : bucket)),
  // Advanced parameters are encrypted with a data key; parameters have the standard tier where the request says none.
  advancedTierKey: ([keys = [], tiers = []]) => (isAdvancedTier(tiers) ? keys : []),
  standardTierKey: ([keys = [], tiers = []]) => (isAdvancedTier(tiers) ? [] : keys),
  // What RDS copies is an instance or a cluster.
  clusterArn: each((arn) => (/:rds:[^:]*:[^:]*:cluster:/.test(arn) ? arn : undefined)),
  // The repository of an image in a private registry: `123456789012.dkr.ecr.eu-west-1.amazonaws.com/app/web:1.2`.
  ecrRepository: each((uri) => /^\d{12}\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(uri)?.[1]),
  // Rules of the default bus have no bus in their ARN.
  customEventBus: each((name) => {
    const bus = name.replace(/^arn:.*:event-bus\//, '');
    return bus === 'default' ? undefined : bus;
  }),
  // Logs go to a bucket or a delivery stream by a delivery, to a log group without one.
  deliveredLogs: each((arn) => (/^arn:[^:]+:(s3|firehose):/.test(arn) ? arn : undefined)),
  // Types of EC2 that a request tags, where it has tags, by what their ARNs say.
  regionalType: ([types = [], keys = []]) => taggedTypes(types, keys, 'regional'),
  typeWithoutAccount: ([types = [], keys = []]) => taggedTypes(types, keys, 'no account'),
  typeWithoutRegion: ([types = [], keys = []]) => taggedTypes(types, keys, 'no region'),
  ec2Named: each((id) => findEc2Resource(id, 'named')),
  ec2Regional: each((id) => findEc2Resource(id, 'regional')),
  ec2Unknown: each((id) => findEc2Resource(id, 'unknown')),
  ec2WithoutAccount: each((id) => findEc2Resource(id, 'no account')),
  ec2WithoutRegion: each((id) => findEc2Resource(id, 'no region')),
  // A call that names no cluster means the one called `default`; a cluster may be named by its ARN.
  ecsCluster: ([names = []]) =>
    (names.length === 0 ? ['default'] : names).map((name) => name.replace(/^arn:.*:cluster\//, '')),
  // A call that names two resources of a type, as a copy does, is checked on both.
  eachOf: (values) => values.flat(),
  // The catalog of the account itself is not external, however it is spelled.
  externalCatalog: each((name) => (/^awsdatacatalog$/i.test(name) ? undefined : name)),
  // A schema of Glue that names no registry is in the one called `default-registry`.
  glueSchema: ([registries = [], schemas = []]) =>
    schemas.map((schema) => `${registries[0] ?? 'default-registry'}/${schema}`),
  iamPath: ([paths = [], names = []]) => names.map((name) => `${paths[0] ?? '/'}${name}`.slice(1)),
  inHyphens: each((name) => name.toLowerCase().replaceAll(' ', '-')),
  isActiveMq: each((engine) => (/^activemq$/i.test(engine) ? engine : undefined)),
  isApplicationTag: only('APPLY_APPLICATION_TAG'),
  isAppRunner: only('APP_RUNNER_SERVICE'),
  isAppSync: only('APPSYNC'),
  isAwsSso: only('AWS_SSO'),
  isAutoExpand: only('CAPABILITY_AUTO_EXPAND'),
  isCognito: only('COGNITO_USER_POOL'),
  isCompositeAlarm: only('CompositeAlarm'),
  isDataProtectionPolicy: only('DATA_PROTECTION_POLICY'),
  isDeregister: only('Deregister'),
  isDirectoryGroup: only('DIRECTORY_GROUP'),
  isDirectoryUser: only('DIRECTORY_USER'),
  isFieldIndexPolicy: only('FIELD_INDEX_POLICY'),
  isInterface: only('Interface'),
  isMetadataOnly: only('METADATA_ONLY'),
  isOrganization: only('ORGANIZATION'),
  isRegister: only('Register'),
  isReplace: only('REPLACE'),
  isStackQuery: only('CLOUDFORMATION_STACK_1_0'),
  isSubscriptionFilterPolicy: only('SUBSCRIPTION_FILTER_POLICY'),
  isVerifiedAccess: only('VERIFIED_ACCESS_INSTANCE'),
  isTextChannel: only('TEXT'),
  isTransformerPolicy: only('TRANSFORMER_POLICY'),
  isVoiceChannel: only('VOICE'),
  // Of a key that the answer has named the alias no longer matters.
  kmsRequestAlias: ([keys = [], answered = []]) =>
    (answered.length > 0 ? [] : keys).flatMap(
      (key) => /^(?:arn:[^:]+:kms:[^:]*:[^:]*:)?(alias\/.+)$/.exec(key)?.[1] ?? [],
    ),
  kmsAlias: each((alias) => alias.replace(/^alias\//, '')),
  // An alias says nothing of its key, whose ARN is what AWS checks: then a later parameter may say it.
  kmsKey: (parameters) =>
    parameters
      .map((keys) => keys.filter((key) => !/^(arn:[^:]+:kms:[^:]*:[^:]*:)?alias\//.test(key)))
      .find((keys) => keys.length > 0) ?? [],
  lambdaFunction: ([names = [], qualifiers = []], call) =>
    names.map((name) => findLambdaFunction(name, qualifiers[0], call)),
  lambdaUnqualified: each((name, call) => findUnqualified(name, call)),
  // A group's traffic comes from load balancers as well.
  latticeGroup: each((arn) => (/^arn:[^:]+:vpc-lattice:/.test(arn) ? arn : undefined)),
  // The ARNs of listeners and rules go on where the one of their load balancer or listener ends.
  listenerPath: each((arn) => /:listener\/(.+)$/.exec(arn)?.[1]),
  loadBalancerPath: each((arn) => /:loadbalancer\/(.+)$/.exec(arn)?.[1]),
  // A call that says no type makes an application load balancer.
  loadBalancerKind: ([types = []]) =>
    (types.length === 0 ? ['application'] : types).flatMap((type) => loadBalancerKinds[type] ?? []),
  // One of Systems Manager's settings names the role that instances without one get.
  instanceRole: ([values = [], settings = []]) =>
    settings.some((id) => id.endsWith('/default-ec2-instance-management-role')) ? values : [],
  instanceArn: each((arn) => (/:rds:[^:]*:[^:]*:db:/.test(arn) ? arn : undefined)),
  // Some clients write the group's ARN with `:*` behind it.
  logGroup: (names) => names.flat().map((name) => name.replace(/:\*$/, '')),
  oidcProvider: each((url) => url.replace(/^https?:\/\//, '')),
  onlyAliases: each((key) => /(?:^|:)alias\/(.+)$/.exec(key)?.[1]),
  // Events without a bus and schedules without a group are in the one called `default`.
  orDefault: ([names = []]) => (names.length === 0 ? ['default'] : names),
  // The endpoint that AgentCore makes with every runtime.
  orDefaultEndpoint: ([names = []]) => (names.length === 0 ? ['DEFAULT'] : names),
  // A part that stands empty where a package has none.
  orEmpty: ([values = []]) => (values.length === 0 ? [''] : values),
  // Searches without an index are in the one of things.
  orThings: ([names = []]) => (names.length === 0 ? ['AWS_Things'] : names),
  // The role that VM Import/Export takes where a request names none.
  orVmImport: ([roles = []]) => (roles.length === 0 ? ['vmimport'] : roles),
  // Queries without a workgroup run in the one called `primary`.
  orPrimary: ([names = []]) => (names.length === 0 ? ['primary'] : names),
  // A recorded statement is its verb, table and index: `Select Music AlbumIndex`.
  partiqlDelete: each((statement) => partiqlTable('Delete', statement)),
  partiqlInsert: each((statement) => partiqlTable('Insert', statement)),
  partiqlSelect: each((statement) => partiqlTable('Select', statement)),
  partiqlUpdate: each((statement) => partiqlTable('Update', statement)),
  // The id of a build, a batch or a sandbox starts with its project: `PROJECT:ID`.
  projectOfBuild: each((id) => /^(?:arn:.*:[a-z-]+\/)?([^:/]+):[^:]+$/.exec(id)?.[1]),
  profileRole: each((profile, call) => findProfileRole(profile, call)),
  queueArn: each((url, { partition, region }) => {
    const [, account, name] = /\/(\d{12})\/([^/?#]+)\/?$/.exec(url) ?? [];
    return account === undefined || region === null
      ? undefined
      : `arn:${partition}:sqs:${region}:${account}:${name}`;
  }),
  queueName: each((url) => /([^/]+)\/?$/.exec(url)?.[1]),
  // The principal of an access entry is a role that is handed over where the entry is one of nodes.
  mutualTlsPath: each((path) => (path.startsWith('/mutualTlsAuthentication') ? path : undefined)),
  policyPath: each((path) => (path === '/policy' ? path : undefined)),

  nodeRole: ([principals = [], types = []]) =>
    types.some((type) => /^(?:EC2|EC2_LINUX|EC2_WINDOWS|FARGATE_LINUX)$/.test(type))
      ? principals
      : [],
  reportGroupOf: each((arn) => /:report\/([^:]+):[^:]+$/.exec(arn)?.[1]),
  // A role by its ARN or name. API Gateway takes other ARNs in the same place, for the caller's own credentials.
  role: each((role) =>
    role.startsWith('arn:') && !/^arn:[^:]+:iam::\d+:role\//.test(role) ? undefined : role,
  ),
  // What is recorded of a document is the ARNs of the roles that it names.
  rolesIn: ([documents = []]) => documents.flatMap((arns) => arns.split(' ')),
  // Secrets Manager appends a hyphen and six random characters to the name.
  secretName: each((name) =>
    /^arn:.*-[A-Za-z0-9]{6}$/s.test(name) ? name : `${name}-${sixAnyCharacters}`,
  ),
  // Parts that stand together in one variable, where all are there.
  slashed: (values) =>
    values.every(([first]) => first !== undefined) ? [values.flat().join('/')] : [],
  // The ids of WhatsApp accounts and phone numbers have their kind in front, their ARNs do not.
  socialId: each((id) => id.replace(/^(?:waba|phone-number-id)-/, '')),
  // Aliases and versions stand behind the ARN of their state machine.
  stateMachineOf: each((arn) => /:stateMachine:([^:]+):[^:]+$/.exec(arn)?.[1]),
  ssmDocument: each(findDocument),
  ssmParameter: each(findParameter),
  ssmTagged: ([types = [], ids = []]) =>
    ids.flatMap((id) => findTaggedResource(types[0] ?? '', id) ?? []),
  urlEncoded: each((value) => encodeURIComponent(value)),
  taskRoles: ([names = []], call) => names.flatMap((name) => findTaskRoles(name, call)),
  // A launch template is named by its name or its id, in a version.
  templateProfile: ([names = [], ids = [], versions = []], call) =>
    findTemplateProfiles([...names, ...ids], versions, call),
  templateRole: ([names = [], ids = [], versions = []], call) =>
    findTemplateProfiles([...names, ...ids], versions, call).flatMap(
      (profile) => findProfileRole(profile, call) ?? [],
    ),
  unknownTemplate: ([names = [], ids = []], call) =>
    [...names, ...ids].filter((name) => !isKnownTemplate(name, call)),
  // A value that matters only beside another one.
  together: ([values = [], others = []]) => (others.length === 0 ? [] : values),
  unversioned: ([keys = [], versions = []]) => (versions.length === 0 ? keys : []),
  // A task definition is named by its family, with or without a revision.
  taskFamily: each((name) => (name.startsWith('arn:') ? undefined : name.replace(/:\d+$/, ''))),
  taskRevision: each((name) => (name.startsWith('arn:') ? undefined : /:(\d+)$/.exec(name)?.[1])),
  // The value of a switch is recorded only to tell whether it is on.
  whereFalse: only('false'),
  whereTrue: only('true'),
  withoutAliases: each((key) => (/(?:^|:)alias\//.test(key) ? undefined : key)),
  withoutKind: each((id) => id.replace(/^(?:h|ou|p|r|rt)-/, '')),
  withoutLeadingSlash: each((name) => name.replace(/^\//, '')),
  wholeArn: each((value) => (value.startsWith('arn:') ? value : undefined)),
};

function arnPart(arn: string, at: number): string | undefined {
  return parseArn(arn)?.resource.split('/')[at];
}

function isAdvancedTier(tiers: readonly string[]): boolean {
  return tiers.some((tier) => tier === 'Advanced' || tier === 'Intelligent-Tiering');
}

function partiqlTable(wanted: string, statement: string): string | undefined {
  const [verb, table, index] = statement.split(' ');
  if (verb !== wanted || table === undefined) return undefined;
  return index === undefined ? table : `${table}/index/${index}`;
}

const loadBalancerKinds: Readonly<Record<string, string>> = {
  application: 'app',
  gateway: 'gwy',
  network: 'net',
};

type TypeForm = 'regional' | 'no account' | 'no region';

function taggedTypes(
  types: readonly string[],
  keys: readonly string[],
  form: TypeForm,
): readonly string[] {
  return keys.length === 0 ? [] : types.filter((type) => ec2FormOf(type) === form);
}

// Cross-region inference profiles are named after their geography: `eu.anthropic.claude-…`.
function isProfile(modelId: string): boolean {
  return /^(?:us|us-gov|eu|apac|au|ca|jp|global)\.[a-z0-9-]+\./.test(modelId);
}

// A session in a directory bucket reads every version alike.
function copySource(kind: CopySource['kind'], isVersioned: boolean): Transform {
  return each((text, call) => {
    const source = parseCopySource(text, call);
    const isWanted =
      source?.kind === kind && (kind === 'directory' || source.isVersioned === isVersioned);
    return isWanted ? source.arn : undefined;
  });
}
