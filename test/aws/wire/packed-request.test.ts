import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { recogniseAtOnce } from './recognise-at-once.ts';
import { buildRequest } from './signed-request.ts';

const catalog = openCatalog();

const forms = {
  query: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
  json: {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData',
  },
};

/** What is recognised of metrics, and whether it was said that there was more. */
function recognise(form: keyof typeof forms, body: Uint8Array, isCut = false) {
  const { request } = buildRequest(
    {
      host: 'monitoring.eu-west-1.amazonaws.com',
      signingName: 'monitoring',
      headers: { ...forms[form], 'content-encoding': 'gzip' },
    },
    'request',
  );
  let isGivenUp = false;
  const call = recogniseAtOnce(request, catalog, body, isCut, () => {
    isGivenUp = true;
  });
  return {
    operation: call?.operation,
    parameters: call && 'parameters' in call && call.parameters,
    isGivenUp,
  };
}

const query =
  'Action=PutMetricData&Version=2010-08-01&Namespace=App&MetricData.member.1.MetricName=';
const found = { operation: 'PutMetricData', parameters: { Namespace: 'App' } };

describe('a request whose body the client has packed', () => {
  it.each([
    ['query', query],
    ['json', '{"Namespace":"App","MetricData":[{"MetricName":"m"}]}'],
  ] as const)('is recognised in %s', (form, body) => {
    expect(recognise(form, gzipSync(body))).toEqual({ ...found, isGivenUp: false });
  });

  it('is recognised by its beginning where its end is missing', () => {
    const packed = gzipSync(query + randomBytes(64 * 1024).toString('hex'));
    expect(recognise('query', packed.subarray(0, 20_000), true)).toEqual({
      ...found,
      isGivenUp: false,
    });
  });

  it('is read no further than any, and it is said that there was more', () => {
    const packed = gzipSync(query + 'a'.repeat(64 * 1024 * 1024));
    expect(recognise('query', packed)).toEqual({ ...found, isGivenUp: true });
  });

  it('is taken as it is where it is not packed at all', () => {
    expect(recognise('query', Buffer.from(query))).toEqual({ ...found, isGivenUp: false });
  });
});
