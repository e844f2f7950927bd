import {
  type JsonObject,
  malformed,
  readObject,
  readOptionalList,
  readText,
} from './json-fields.ts';
import type {
  AuthorizedAction,
  ReferenceAction,
  ReferenceOperation,
  ReferenceResourceType,
  ServiceReference,
} from './service-reference.ts';

/** The form of a service prefix; it names a file too. */
export const prefixPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;

// A wildcard in an action's name would become one in a policy.
const namePattern = /^[A-Za-z0-9_-]{1,128}$/;
const textPattern = /^[\x20-\x7e]{1,512}$/;
const arnPattern = /^arn:[^\s:]+:[^\s:]+:[^\s:]*:[^\s:]*:[\x21-\x7e]+$/;
const versionPattern = /^v1(\.\d+)?$/;

/**
 * Parses what AWS's Service Reference Information says of one service prefix. Unknown fields are left out; a known one
 * that is not of its form makes the whole malformed.
 * Source: Service Authorization Reference, "Simplified AWS service information for programmatic access".
 * @throws LeastgrantError E_UPSTREAM
 */
export function parseServiceReference(value: unknown, prefix: string): ServiceReference {
  const file = readObject(value, `\`${prefix}\``);
  if (readText(file.Name, `\`Name\` of \`${prefix}\``, prefixPattern) !== prefix) {
    throw malformed(`\`Name\` of \`${prefix}\``, 'its service prefix');
  }
  if (file.Version !== undefined) {
    readText(file.Version, `\`Version\` of \`${prefix}\``, versionPattern);
  }
  return {
    prefix,
    actions: parseNamed(file.Actions, `action of \`${prefix}\``, namePattern, parseAction),
    resourceTypes: parseNamed(
      file.Resources,
      `resource type of \`${prefix}\``,
      textPattern,
      parseResourceType,
    ),
    conditionKeys: parseNamed(
      file.ConditionKeys,
      `condition key of \`${prefix}\``,
      textPattern,
      parseConditionKey,
    ),
    operations: readOptionalList(file.Operations, `\`Operations\` of \`${prefix}\``).map((raw) =>
      parseOperation(raw, `operation of \`${prefix}\``),
    ),
  };
}

function parseNamed<Value>(
  list: unknown,
  what: string,
  pattern: RegExp,
  parse: (raw: JsonObject, where: string) => Value,
): ReadonlyMap<string, Value> {
  const named = new Map<string, Value>();
  for (const item of readOptionalList(list, `the list of each ${what}`)) {
    const raw = readObject(item, `an ${what}`);
    const name = readText(raw.Name, `the name of an ${what}`, pattern);
    if (named.has(name)) throw malformed(`${what} \`${name}\``, 'there once');
    named.set(name, parse(raw, `${what} \`${name}\``));
  }
  return named;
}

function parseAction(raw: JsonObject, where: string): ReferenceAction {
  const types = readOptionalList(raw.Resources, `\`Resources\` of ${where}`).map((item) =>
    readText(
      readObject(item, `a resource of ${where}`).Name,
      `a resource of ${where}`,
      textPattern,
    ),
  );
  return {
    level: parseLevel(raw.Annotations, where),
    resourceTypes: [...new Set(types)].sort(),
    conditionKeys: parseTexts(raw.ActionConditionKeys, `\`ActionConditionKeys\` of ${where}`),
  };
}

// Without annotations it is taken for an action that changes something: the level that nobody grants lightly.
function parseLevel(annotations: unknown, where: string): string {
  if (annotations === undefined) return 'Write';
  const { Properties } = readObject(annotations, `\`Annotations\` of ${where}`);
  const properties = readObject(Properties ?? {}, `\`Properties\` of ${where}`);
  const level = levels.find(([name]) => properties[name] === true);
  return level?.[1] ?? 'Read';
}

const levels = [
  ['IsPermissionManagement', 'Permissions management'],
  ['IsTaggingOnly', 'Tagging'],
  ['IsWrite', 'Write'],
  ['IsList', 'List'],
] as const;

function parseResourceType(raw: JsonObject, where: string): ReferenceResourceType {
  return {
    arnFormats: readOptionalList(raw.ARNFormats, `\`ARNFormats\` of ${where}`).map((format) =>
      readText(format, `an ARN format of ${where}`, arnPattern),
    ),
    conditionKeys: parseTexts(raw.ConditionKeys, `\`ConditionKeys\` of ${where}`),
  };
}

function parseConditionKey(raw: JsonObject, where: string): string {
  return parseTexts(raw.Types, `\`Types\` of ${where}`)[0] ?? 'String';
}

function parseOperation(item: unknown, what: string): ReferenceOperation {
  const raw = readObject(item, `an ${what}`);
  const name = readText(raw.Name, `the name of an ${what}`, textPattern);
  const where = `${what} \`${name}\``;
  const sdks = readOptionalList(raw.SDK, `\`SDK\` of ${where}`).map((sdk) => {
    const { Name } = readObject(sdk, `an SDK of ${where}`);
    return readText(Name, `an SDK of ${where}`, textPattern);
  });
  const actions = readOptionalList(raw.AuthorizedActions, `\`AuthorizedActions\` of ${where}`);
  return {
    name,
    sdkNames: [...new Set(sdks)].sort(),
    actions: actions.map((action) => parseAuthorizedAction(action, `an action of ${where}`)),
  };
}

function parseAuthorizedAction(item: unknown, where: string): AuthorizedAction {
  const { Name, Service, Context } = readObject(item, where);
  if (Context !== undefined) readObject(Context, `\`Context\` of ${where}`);
  return {
    service: readText(Service, `\`Service\` of ${where}`, prefixPattern),
    name: readText(Name, `\`Name\` of ${where}`, namePattern),
    hasContext: Context !== undefined,
  };
}

function parseTexts(list: unknown, where: string): readonly string[] {
  return readOptionalList(list, where).map((item) => readText(item, where, textPattern));
}
