import type { IndexEntry } from '../entries.ts';
import { remember } from './remember.ts';

/**
 * Clients of boto3 whose services cannot be told by id, signing name or endpoint prefix, or by those alone.
 * Source: the `serviceId` in botocore's model of each client, botocore 1.43.
 */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  elb: ['elastic-load-balancing'],
  elbv2: ['elastic-load-balancing-v2'],
  es: ['elasticsearch-service'],
  'lex-models': ['lex-model-building-service'],
  'lex-runtime': ['lex-runtime-service'],
  'lexv2-models': ['lex-models-v2'],
  'lexv2-runtime': ['lex-runtime-v2'],
  'marketplace-entitlement': ['marketplace-entitlement-service'],
  mgh: ['migration-hub'],
  sdb: ['simpledb'],
  'sms-voice': ['pinpoint-sms-voice'],
  stepfunctions: ['sfn'],
};

/** Returns the catalog's services that a client of boto3 is for; none where nobody knows. */
export type FindSdkServices = (sdkName: string) => readonly string[];

/** Returns the look-up for the services of an index. Nothing is worked out before the first client is looked up. */
export function openSdkNames(index: readonly IndexEntry[]): FindSdkServices {
  let find: FindSdkServices | undefined;
  return remember((sdkName) => {
    if (Object.hasOwn(exceptions, sdkName)) return exceptions[sdkName] ?? [];
    find ??= openSqueezedNames(index);
    return find(squeeze(sdkName));
  });
}

function openSqueezedNames(index: readonly IndexEntry[]): FindSdkServices {
  const byId = new Map(index.map(({ service }) => [squeeze(service), service]));
  const byName = new Map<string, string[]>();
  for (const { service, signingNames, endpointPrefixes } of index) {
    for (const name of new Set([...signingNames, ...endpointPrefixes].map(squeeze))) {
      byName.set(name, [...(byName.get(name) ?? []), service]);
    }
  }
  return (squeezed) => {
    const service = byId.get(squeezed);
    return service === undefined ? (byName.get(squeezed) ?? []) : [service];
  };
}

function squeeze(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
