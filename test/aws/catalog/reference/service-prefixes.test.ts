import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../../aws/catalog/catalog.ts';
import { openSdkNames } from '../../../../aws/catalog/reference/sdk-names.ts';
import { openServicePrefixes } from '../../../../aws/catalog/reference/service-prefixes.ts';

const catalog = openCatalog();
const findPrefixes = openServicePrefixes(
  catalog.index,
  new Map([
    ['rds', ['rds', 'docdb']],
    ['rds-db', []],
    ['s3', ['s3', 's3control']],
    ['s3-outposts', ['s3control']],
    ['transcribe', ['transcribe']],
    ['cassandra', []],
  ]),
  openSdkNames(catalog.index),
);

function prefixesOf(service: string): readonly string[] {
  const entry = catalog.findService(service);
  return entry === undefined ? [] : findPrefixes(entry);
}

describe('the prefixes of a service', () => {
  it.each([
    ['s3', ['s3']],
    ['s3-control', ['s3', 's3-outposts']],
    ['docdb', ['rds']],
    ['sqs', []],
  ])('%s: those that name its client: %j', (service, prefixes) => {
    expect(prefixesOf(service)).toEqual(prefixes);
  });

  it.each([
    ['neptune', ['rds']],
    ['transcribe-streaming', ['transcribe']],
    ['keyspaces', ['cassandra']],
  ])('%s, whose client none names: those of its names and actions: %j', (service, prefixes) => {
    expect(prefixesOf(service)).toEqual(prefixes);
  });
});
