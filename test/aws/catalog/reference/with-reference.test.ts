import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../../aws/catalog/catalog.ts';
import { withReference } from '../../../../aws/catalog/reference/with-reference.ts';
import { writeReference } from '../../../../aws/catalog/reference/write-reference.ts';
import { authorize } from '../../../../iam/authorize/authorize.ts';
import { recogniseAtOnce } from '../../wire/recognise-at-once.ts';
import { buildRequest } from '../../wire/signed-request.ts';
import { sampleService } from './support/sample-services.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const queueArn = 'arn:${Partition}:sqs:${Region}:${Account}:${QueueName}';
const sqs = sampleService(
  'sqs',
  { PeekMessage: { types: ['queue'] } },
  [{ name: 'PeekMessage', actions: ['sqs:PeekMessage'], sdk: ['sqs'] }],
  { queue: [queueArn] },
);
const brandNew = sampleService('brand-new', { GetThing: {} });

async function storeReference(services = [sqs, brandNew]) {
  const folder = await temporaryFolder();
  const index = await writeReference(folder, { services, date: '2026-11-25', url: 'https://x/' });
  return { folder, files: join(folder, index.folder) };
}

function open(folder: string) {
  const warnings: string[] = [];
  return { catalog: withReference(openCatalog(), folder, (one) => warnings.push(one)), warnings };
}

describe('a catalog with a reference over it', () => {
  it('recognises and authorizes an operation that is newer than the catalog', async () => {
    const { folder } = await storeReference();
    const { catalog, warnings } = open(folder);
    const { request, body } = buildRequest(
      {
        host: 'sqs.eu-west-1.amazonaws.com',
        signingName: 'sqs',
        headers: { 'x-amz-target': 'AmazonSQS.PeekMessage' },
        body: '{"QueueUrl":"https://sqs.eu-west-1.amazonaws.com/123456789012/mine"}',
      },
      'the request',
    );
    const recognise = (source: typeof catalog) => recogniseAtOnce(request, source, body);
    expect(recognise(openCatalog())).toMatchObject({ service: null });
    const call = recognise(catalog);
    if (call === undefined || call.service === null) throw new Error('not recognised');
    const [permission, ...others] = authorize(
      { ...call, outcome: 'allowed', status: 200, errorCode: null },
      catalog,
    );
    expect(others).toEqual([]);
    expect(permission).toMatchObject({
      action: 'sqs:PeekMessage',
      resources: ['arn:aws:sqs:eu-west-1:609629065308:*'],
      because: "sqs PeekMessage: AWS's service reference names sqs:PeekMessage for it",
      confidence: 'documented',
      wildcards: [{ reason: 'the request does not say `QueueName`' }],
    });
    expect(warnings).toEqual([]);
  });

  it('knows the actions of prefixes that the catalog does not know', async () => {
    const { folder } = await storeReference();
    const { catalog } = open(folder);
    expect(catalog.listIamPrefixes()).toContain('brand-new');
    expect([...catalog.listIamPrefixes()].sort()).toEqual(catalog.listIamPrefixes());
    expect(catalog.findIamService('brand-new')?.actions).toEqual({ GetThing: { level: 'Read' } });
    expect(catalog.findIamService('sqs')?.actions).toMatchObject({
      PeekMessage: { resourceTypes: ['queue'] },
      SendMessage: { level: 'Write' },
    });
    expect(catalog.findIamService('nowhere')).toBeUndefined();
  });

  it('is the catalog itself for every service of which AWS says nothing new', async () => {
    const { folder } = await storeReference();
    const { catalog } = open(folder);
    expect(catalog.findService('s3')).toEqual(openCatalog().findService('s3'));
    expect(catalog.findService('nowhere')).toBeUndefined();
    expect(catalog.index).toEqual(openCatalog().index);
  });

  it('gives the same entry again, for whoever keeps what it has made of one', async () => {
    const { folder } = await storeReference();
    const { catalog } = open(folder);
    expect(catalog.findService('sqs')).toBe(catalog.findService('sqs'));
  });

  it('is the catalog itself where there is no reference', async () => {
    const catalog = openCatalog();
    expect(withReference(catalog, await temporaryFolder(), expect.unreachable)).toBe(catalog);
  });

  it('reads no file of a service before the service is asked for', async () => {
    const { folder, files } = await storeReference();
    const { catalog, warnings } = open(folder);
    await rm(files, { recursive: true });
    expect(catalog.findService('s3')).toBeDefined();
    expect(warnings).toEqual([]);
    expect(catalog.findService('sqs')).toEqual(openCatalog().findService('sqs'));
    expect(warnings).toHaveLength(1);
  });

  it('warns once of damaged files, and is the catalog itself for their services', async () => {
    const { folder, files } = await storeReference();
    await writeFile(join(files, 'operations', 'sqs.json'), '{');
    await writeFile(join(files, 'iam', 'brand-new.json'), '{');
    const { catalog, warnings } = open(folder);
    expect(catalog.findService('sqs')).toEqual(openCatalog().findService('sqs'));
    expect(catalog.findIamService('brand-new')).toBeUndefined();
    expect(warnings).toEqual([
      expect.stringContaining(`\`${join(files, 'operations', 'sqs.json')}\` cannot be used`),
    ]);
  });

  it('warns of a damaged index, and is the catalog itself', async () => {
    const { folder } = await storeReference();
    await writeFile(join(folder, 'aws-reference.json'), '{}');
    const { catalog, warnings } = open(folder);
    expect(catalog.findService('sqs')).toEqual(openCatalog().findService('sqs'));
    expect(warnings).toHaveLength(1);
  });

  it('finds the file of a service without a client in boto3 by its names', async () => {
    const streaming = sampleService('transcribe', { StartStream: {} }, [
      { name: 'StartCallAnalyticsStreamTranscription', actions: ['transcribe:StartStream'] },
      { name: 'StartTranscriptionJob', actions: ['transcribe:StartStream'], sdk: ['transcribe'] },
    ]);
    const { folder } = await storeReference([streaming]);
    const { catalog } = open(folder);
    const operations = catalog.findService('transcribe-streaming')?.operations ?? {};
    // Its action is known already; what counts is that another client's operation did not come along.
    expect(operations).toEqual(openCatalog().findService('transcribe-streaming')?.operations);
    expect(
      catalog.findService('transcribe')?.operations.StartTranscriptionJob?.grants,
    ).toContainEqual(expect.objectContaining({ action: 'transcribe:StartStream', from: 'table' }));
  });
});
