import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { beginRecognition } from '../../../aws/wire/recognise.ts';
import { asRecord, asText, readScenarios } from '../../scenarios/read-scenarios.ts';
import { recogniseAtOnce } from './recognise-at-once.ts';
import { buildRequest } from './signed-request.ts';

const catalog = openCatalog();

const scenarios = readScenarios('recognise', (value, where) => {
  const row = asRecord(value, where);
  return {
    name: asText(row.name, `${where} name`),
    ...buildRequest(row.request, where),
    expected:
      row.ignored === true
        ? undefined
        : (row.call ?? { ...asRecord(row.unrecognised, where), service: null }),
  };
});

describe('recognition of a signed request', () => {
  it.each(scenarios)('$name', ({ request, body, isBodyCut, expected }) => {
    const recognition = beginRecognition(request, catalog);
    const seen = recognition?.isBodyNeeded ? body : new Uint8Array();
    const call = recogniseAtOnce(request, catalog, seen, isBodyCut);
    if (expected === undefined) expect(call).toBeUndefined();
    else expect(call).toMatchObject(asRecord(expected, 'expected'));
  });

  it.each(['example.com', 'localhost:4566', 'something-new.eu-west-1.amazonaws.com'])(
    'leaves a request without a signature to %s alone',
    (host) => {
      const { request } = buildRequest({ host, method: 'GET', target: '/k' }, '');
      expect(beginRecognition(request, catalog)).toBeUndefined();
    },
  );

  it('keeps a call without a signature as a call of nobody', () => {
    const { request } = buildRequest(
      { host: 'b.s3.eu-west-1.amazonaws.com', method: 'GET', target: '/k' },
      '',
    );
    expect(recogniseAtOnce(request, catalog)).toMatchObject({
      service: 's3',
      operation: 'GetObject',
      region: 'eu-west-1',
      account: null,
      identity: null,
    });
  });

  it('leaves a request without a signature that is no operation alone', () => {
    const { request } = buildRequest(
      { host: 'lambda.eu-west-1.amazonaws.com', method: 'GET', target: '/favicon.ico' },
      '',
    );
    expect(recogniseAtOnce(request, catalog)).toBeUndefined();
  });

  it('wants no body where the head says all', () => {
    const { request } = buildRequest(
      { host: 'b.s3.amazonaws.com', method: 'PUT', target: '/k', signingName: 's3' },
      '',
    );
    expect(beginRecognition(request, catalog)?.isBodyNeeded).toBe(false);
  });

  it('keeps no more of the caller than account and masked key', () => {
    const { request } = buildRequest({ host: 'sts.amazonaws.com', signingName: 'sts' }, '');
    const call = recogniseAtOnce(request, catalog);
    expect(call).toMatchObject({ account: '609629065308', identity: 'AKIA…VV7A' });
    expect(JSON.stringify(call)).not.toContain('AKIAY34FZKBOKMUTVV7A');
  });
});
