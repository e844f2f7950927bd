import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { readAnswer } from '../../../aws/wire/read-answer.ts';
import { recogniseAtOnce } from './recognise-at-once.ts';
import { buildRequest } from './signed-request.ts';

const catalog = openCatalog();

/** Returns whether the request is told to hold more than is read of any. */
function isGivenUp(row: object, body = ''): boolean {
  const { request } = buildRequest(row, '');
  let isTold = false;
  recogniseAtOnce(request, catalog, Buffer.from(body), false, () => {
    isTold = true;
  });
  return isTold;
}

describe('what is left unread is told', () => {
  const s3 = { host: 's3.eu-west-1.amazonaws.com', signingName: 's3', method: 'GET' };
  const ec2 = {
    host: 'ec2.eu-west-1.amazonaws.com',
    signingName: 'ec2',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };

  it.each([
    ['of a query with more parts than any', s3, `/b/k?${'a=1&'.repeat(6_000)}`, '', true],
    ['but not of one as long as some', s3, `/b/k?${'a=1&'.repeat(4_000)}`, '', false],
    ['of a form whose names are not read', ec2, '/', 'ActioX&'.repeat(100_000), true],
    [
      'of a form with more values than any',
      ec2,
      '/',
      `Action=TerminateInstances&${'InstanceId.1=i&'.repeat(6_000)}`,
      true,
    ],
  ])('%s', (_, request, target, body, isTold) => {
    expect(isGivenUp({ ...request, target }, body)).toBe(isTold);
  });

  it('of an answer', () => {
    const kms = {
      host: 'kms.eu-west-1.amazonaws.com',
      signingName: 'kms',
      headers: { 'x-amz-target': 'TrentService.Decrypt' },
    };
    const call = recogniseAtOnce(buildRequest(kms, '').request, catalog);
    if (call === undefined) throw new Error('not recognised');
    const body = Buffer.from(`{${'"a":1,'.repeat(60_000)}}`);
    let isTold = false;
    readAnswer(call, { headers: new Map(), body }, catalog, () => {
      isTold = true;
    });
    expect(isTold).toBe(true);
  });
});
