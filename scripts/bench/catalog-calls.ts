import { createHash } from 'node:crypto';
import type { ApiCall, ParameterValue } from '../../aws/api-call.ts';
import type { CatalogSource } from '../../aws/catalog/catalog.ts';
import type { ResourceEntry, ServiceEntry } from '../../aws/catalog/entries.ts';

/** Returns the call of a number: another number gives another call. */
export type CallOf = (index: number) => ApiCall;

const account = '123456789012';
const region = 'eu-west-1';

/** So many operations of a service, and no more, are called: a program uses a part of an API. */
const mostOperations = 6;

/**
 * Returns distinct calls spread over the first `services` services of the catalog that name resources. Resources have
 * names as programs give them: numbered, dated, by tenant and path, with ids of a run; operations of one service name
 * the same resources, though not all of them name each.
 */
export function callsOverServices(catalog: CatalogSource, services: number): CallOf {
  const samples = catalog.index
    .map(({ service }) => catalog.findService(service))
    .filter((entry) => entry !== undefined)
    .map(samplesOf)
    .filter((operations) => operations.length > 0)
    .slice(0, services);
  if (samples.length < services) throw new Error(`the catalog has only ${samples.length} services`);
  return (index) => {
    const operations = samples[index % samples.length] ?? [];
    const serial = Math.floor(index / samples.length);
    const operation = operations[serial % operations.length];
    if (operation === undefined) throw new Error('a service without operations was sampled');
    return callOf(operation, Math.floor(serial / operations.length), index % samples.length);
  };
}

interface SampleOperation {
  readonly service: string;
  readonly operation: string;
  readonly place: number;
  /** The values of parameters, with `NAME` where the resource's name goes. */
  readonly parameters: Readonly<Record<string, string>>;
}

function samplesOf({ service, operations, resourceTypes }: ServiceEntry): SampleOperation[] {
  return Object.entries(operations)
    .flatMap(([operation, { grants = [] }]) => {
      const [resource] = grants.find(({ when }) => when === undefined)?.resources ?? [];
      const parameters = resource && parametersOf(resource, resourceTypes);
      return parameters === undefined ? [] : [{ service, operation, parameters }];
    })
    .slice(0, mostOperations)
    .map((sample, place) => ({ ...sample, place }));
}

/** What a request must say to name a resource in full; undefined where that takes more than plain parameters. */
function parametersOf(
  { type, bind = {}, arns = [] }: ResourceEntry,
  resourceTypes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> | undefined {
  const template = resourceTypes[type] ?? '';
  const names = [...template.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name);
  const own = names.filter((name) => !['Partition', 'Region', 'Account'].includes(name));
  const [arn] = arns.filter((path) => /^[\w.[\]{}]*Arn$/i.test(path));
  if (own.length === 0) return undefined;
  if (arn !== undefined) return { [arn]: filled(template) };
  const bound = own.map((name) => bind[name]);
  const isPlain = bound.every((path) => path !== undefined && /^[\w.[\]{}]+$/.test(path));
  if (!isPlain) return undefined;
  return Object.fromEntries(bound.map((path = '', at) => [path, at === 0 ? 'NAME' : `part-${at}`]));
}

function filled(template: string): string {
  const values: Readonly<Record<string, string>> = {
    Partition: 'aws',
    Region: region,
    Account: account,
  };
  return template.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? 'NAME');
}

function callOf(
  { service, operation, place, parameters }: SampleOperation,
  serial: number,
  at: number,
): ApiCall {
  const toName = nameForms[at % nameForms.length] ?? String;
  // Every third name is known to one operation alone.
  const name = toName(serial % 3 === 0 ? serial * mostOperations + place : serial * mostOperations);
  const named: Record<string, ParameterValue> = {};
  for (const [path, value] of Object.entries(parameters))
    named[path] = value.replaceAll('NAME', name);
  return {
    service,
    operation,
    parameters: named,
    region,
    partition: 'aws',
    account,
    identity: 'AKIA…MPLE',
    client: 'aws-sdk-js/3.1169.0',
    outcome: 'allowed',
    status: 200,
    errorCode: null,
  };
}

const words = ['orders', 'invoices', 'users', 'events', 'images', 'reports', 'audit', 'billing'];

const nameForms: readonly ((serial: number) => string)[] = [
  (serial) => `item-${serial}`,
  (serial) => `${wordOf(serial)}/2026/${1 + (serial % 12)}/${serial}.csv`,
  (serial) => `job-${toUuid(serial)}`,
  (serial) => `tenant${serial % 97}-${wordOf(serial)}-${serial}`,
  (serial) => `${wordOf(serial)}${toLetters(serial)}`,
];

function wordOf(serial: number): string {
  return words[serial % words.length] ?? '';
}

/** A UUID of version 4, the same for each serial. */
function toUuid(serial: number): string {
  const hex = createHash('sha256').update(String(serial)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function toLetters(value: number): string {
  return value.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)));
}
