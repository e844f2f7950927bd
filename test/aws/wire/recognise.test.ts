import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { beginRecognition } from '../../../aws/wire/recognise.ts';
import { asRecord, asText, readScenarios } from '../../scenarios/read-scenarios.ts';
import { buildRequest } from './signed-request.ts';

const catalog = openCatalog();

const scenarios = readScenarios('recognise', (value, where) => {
  const row = asRecord(value, where);
  return {
    name: asText(row.name, `${where} name`),
    ...buildRequest(row.request, where),
    expected: row.call ?? { ...asRecord(row.unrecognised, where), service: null },
  };
});

describe('recognition of a signed request', () => {
  it.each(scenarios)('$name', ({ request, body, isBodyCut, expected }) => {
    const recognition = beginRecognition(request, catalog);
    const seen = recognition?.isBodyNeeded ? body : new Uint8Array();
    expect(recognition?.complete(seen, isBodyCut)).toMatchObject(asRecord(expected, 'expected'));
  });

  it('leaves a request without a signature alone', () => {
    const { request } = buildRequest(
      { host: 'b.s3.amazonaws.com', method: 'GET', target: '/k' },
      '',
    );
    expect(beginRecognition(request, catalog)).toBeUndefined();
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
    const call = beginRecognition(request, catalog)?.complete(new Uint8Array(), false);
    expect(call).toMatchObject({ account: '609629065308', identity: 'AKIA…VV7A' });
    expect(JSON.stringify(call)).not.toContain('AKIAY34FZKBOKMUTVV7A');
  });
});
