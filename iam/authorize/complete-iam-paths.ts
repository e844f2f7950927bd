import type { ApiCall, ObservedCall } from '../../aws/api-call.ts';
import { parseArn } from '../../aws/arn.ts';

/** What stands before the ARN of an IAM entity without its path; the value is the ARN with it. */
export const knownPrefix = 'known.';

/** The operations that make an entity at a path: the parameter with its name, and its type in ARNs. */
const makers: Readonly<Record<string, readonly [parameter: string, type: string]>> = {
  CreateGroup: ['GroupName', 'group'],
  CreateInstanceProfile: ['InstanceProfileName', 'instance-profile'],
  CreatePolicy: ['PolicyName', 'policy'],
  CreateRole: ['RoleName', 'role'],
  CreateUser: ['UserName', 'user'],
  UploadServerCertificate: ['ServerCertificateName', 'server-certificate'],
};

/**
 * Adds to calls that name a role, a user or another IAM entity by its bare name the ARN that other calls of the account
 * tell, where it has a path: IAM checks the ARN with the path. A name is unique in its account whatever the path. The
 * order of the calls does not matter.
 * Source: IAM User Guide, "IAM identifiers", friendly names and paths.
 */
export function completeIamPaths<Call extends ObservedCall>(
  calls: readonly Call[],
): readonly Call[] {
  const entities = findEntities(calls);
  if (entities.size === 0) return calls;
  return calls.map((call) => {
    if (call.service === null) return call;
    const texts = namesOf(call);
    if (!texts.some((name) => entities.has(keyOf(call.account, name)))) return call;
    const added = texts.flatMap((name) =>
      (entities.get(keyOf(call.account, name)) ?? []).map(({ start, arn }) => [
        knownPrefix + start + name,
        arn,
      ]),
    );
    return { ...call, parameters: { ...call.parameters, ...Object.fromEntries(added) } };
  });
}

/** An entity with a path. */
interface Entity {
  /** Its ARN up to the path: `arn:aws:iam::123456789012:role/`. */
  readonly start: string;
  readonly arn: string;
}

function findEntities(calls: readonly ObservedCall[]): ReadonlyMap<string, readonly Entity[]> {
  const entities = new Map<string, Entity[]>();
  const seen = new Set<string>();
  for (const call of calls) {
    if (call.service === null) continue;
    const made = arnOfMade(call);
    const texts = textsOf(call);
    for (const arn of made === undefined ? texts : [...texts, made]) {
      if (!arn.startsWith('arn:') || !arn.includes(':iam:') || seen.has(arn)) continue;
      seen.add(arn);
      const parts = parseArn(arn);
      const [, type, name] =
        pathedEntity.exec(parts?.service === 'iam' ? parts.resource : '') ?? [];
      if (parts === undefined || name === undefined) continue;
      const key = keyOf(parts.account, name);
      const start = `arn:${parts.partition}:iam::${parts.account}:${type}/`;
      entities.set(key, [...(entities.get(key) ?? []), { start, arn }]);
    }
  }
  return entities;
}

const pathedEntity = /^(group|instance-profile|policy|role|server-certificate|user)\/.+\/([^/]+)$/;

function arnOfMade({
  service,
  operation,
  partition,
  account,
  parameters,
}: ApiCall): string | undefined {
  if (service !== 'iam') return undefined;
  const [parameter = '', type] = makers[operation] ?? [];
  const { Path: path, [parameter]: name } = parameters;
  if (typeof path !== 'string' || typeof name !== 'string' || account === null) return undefined;
  return `arn:${partition}:iam::${account}:${type}${path}${name}`;
}

// A call without a user name is about its caller, whose path may be in no answer that told the name.
function namesOf(call: ApiCall): readonly string[] {
  const [, name] = /:user\/([^/]+)$/.exec(call.principal ?? '') ?? [];
  return name === undefined || call.service !== 'iam' ? textsOf(call) : [...textsOf(call), name];
}

function textsOf({ parameters }: ApiCall): readonly string[] {
  const values = Object.values(parameters);
  return values.every((value) => typeof value === 'string') ? values : values.flat();
}

// AWS compares the names of entities without case.
function keyOf(account: string | null, name: string): string {
  return `${account} ${name.toLowerCase()}`;
}
