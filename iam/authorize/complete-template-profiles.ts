import type { ApiCall, ObservedCall } from '../../aws/api-call.ts';

/** What stands before a launch template's name or id and a version of it; the values are the profiles that it names. */
const profilesPrefix = 'profiles of launch-template/';

/**
 * Adds to calls that name a launch template the instance profiles that other calls of the account put into its versions,
 * so that launching from it is handing over the roles of these profiles.
 * Source: Amazon EC2 API Reference, CreateLaunchTemplate (its version is 1) and CreateLaunchTemplateVersion (what
 * `SourceVersion` names is taken over where the request says nothing else).
 */
export function completeTemplateProfiles<Call extends ObservedCall>(
  calls: readonly Call[],
): readonly Call[] {
  const templates = findTemplates(calls);
  if (templates.size === 0) return calls;
  return calls.map((call) => {
    if (call.service !== 'ec2' && call.service !== 'auto-scaling') return call;
    const added = Object.values(call.parameters)
      .flat()
      .flatMap((name) => versionsOf(templates.get(keyOf(call, name)) ?? [], name));
    if (added.length === 0) return call;
    return { ...call, parameters: { ...call.parameters, ...Object.fromEntries(added) } };
  });
}

/**
 * Returns the instance profiles in the launch templates that a call names: of one version where it names one template in
 * this version, else of every version that another call told.
 */
export function findTemplateProfiles(
  templates: readonly string[],
  versions: readonly string[],
  { parameters }: ApiCall,
): readonly string[] {
  const found = templates.flatMap((name) => {
    const start = `${profilesPrefix}${name}:`;
    const [version] = versions;
    const only = templates.length === 1 && versions.length === 1 ? `${start}${version}` : undefined;
    if (only !== undefined && Object.hasOwn(parameters, only)) return parameters[only] ?? [];
    return Object.keys(parameters)
      .filter((path) => path.startsWith(start))
      .flatMap((path) => parameters[path] ?? []);
  });
  return [...new Set(found)];
}

/** Tells whether another call told something of a launch template that a call names. */
export function isKnownTemplate(template: string, { parameters }: ApiCall): boolean {
  const start = `${profilesPrefix}${template}:`;
  return Object.keys(parameters).some((path) => path.startsWith(start));
}

interface Version {
  readonly number: string;
  readonly profiles: readonly string[];
  /** The version whose data it takes over where it says no profile. */
  readonly source: string | undefined;
}

/** Finds the versions of each template by account, region, and name or id. */
function findTemplates(calls: readonly ObservedCall[]): ReadonlyMap<string, readonly Version[]> {
  const made = calls.filter(makes);
  const ids = new Map(made.flatMap((call) => idOfName(call)));
  const templates = new Map<string, Version[]>();
  for (const call of made) {
    const { LaunchTemplateName: name, LaunchTemplateId: id } = call.parameters;
    const own = call.parameters[idPath] ?? id ?? ids.get(keyOf(call, String(name)));
    for (const one of [name, own]) {
      if (typeof one !== 'string') continue;
      const key = keyOf(call, one);
      templates.set(key, [...(templates.get(key) ?? []), versionOf(call)]);
    }
  }
  return templates;
}

const idPath = 'answer.launchTemplate.launchTemplateId';
const versionPath = 'answer.launchTemplateVersion.versionNumber';
const profilePath = 'LaunchTemplateData.IamInstanceProfile';

function makes(call: ObservedCall): call is ApiCall {
  const { service, operation, outcome } = call;
  const isMade =
    operation === 'CreateLaunchTemplate' || operation === 'CreateLaunchTemplateVersion';
  return service === 'ec2' && isMade && outcome === 'allowed';
}

function idOfName(call: ApiCall): readonly (readonly [string, string])[] {
  const { LaunchTemplateName: name, [idPath]: id } = call.parameters;
  return typeof name === 'string' && typeof id === 'string' ? [[keyOf(call, name), id]] : [];
}

function versionOf({ operation, parameters }: ApiCall): Version {
  const { [`${profilePath}.Arn`]: arn, [`${profilePath}.Name`]: name } = parameters;
  const { [versionPath]: number = '?', SourceVersion: source } = parameters;
  return {
    number: operation === 'CreateLaunchTemplate' ? '1' : String(number),
    profiles: [arn, name].flatMap((one) => one ?? []),
    source: typeof source === 'string' ? source : undefined,
  };
}

function versionsOf(
  versions: readonly Version[],
  name: string,
): readonly (readonly [path: string, profiles: readonly string[]])[] {
  return versions.map((version) => [
    `${profilesPrefix}${name}:${version.number}`,
    profilesOf(version, versions),
  ]);
}

// A version that stands on the latest or the default one may stand on any.
function profilesOf(version: Version, all: readonly Version[]): readonly string[] {
  if (version.profiles.length > 0 || version.source === undefined) return version.profiles;
  const source = all.find(({ number }) => number === version.source);
  if (source === undefined) return all.flatMap(({ profiles }) => profiles);
  // Without this one: recordings of several templates of one name may say that each stands on the other.
  return profilesOf(
    source,
    all.filter((one) => one !== version),
  );
}

function keyOf({ account, region }: ObservedCall, name: string): string {
  return `${account} ${region} ${name}`;
}
