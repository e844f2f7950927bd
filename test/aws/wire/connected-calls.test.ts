import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiCall, ObservedCall } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { ConnectedCalls } from '../../../aws/wire/connected-calls.ts';
import { finish } from '../../../aws/wire/slices.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import { createRecorder } from '../../../proxy/recorder.ts';
import { asRecord, asText, asTexts, readScenarios } from '../../scenarios/read-scenarios.ts';
import { buildRequest } from './signed-request.ts';

const catalog = openCatalog();

interface Exchange {
  readonly request: Readonly<Record<string, unknown>>;
  readonly status: number;
  readonly answer: Uint8Array;
  readonly answerHeaders: ReadonlyMap<string, string>;
}

interface ConnectedCase {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
  readonly resources: readonly string[];
}

function parseCase(value: unknown, where: string): ConnectedCase {
  const { name, host, signingName, calls, resources } = asRecord(value, where);
  if (!Array.isArray(calls)) throw new Error(`${where} has no list of calls`);
  return {
    name: asText(name, where),
    exchanges: calls.map((call: unknown) => {
      const row = asRecord(call, where);
      const headers = Object.entries(asRecord(row.answerHeaders ?? {}, where));
      return {
        request: { host, signingName, ...asRecord(row.request, where) },
        status: Number(row.status ?? 200),
        answer:
          row.answerBase64 === undefined
            ? Buffer.from(asText(row.answer ?? '', where))
            : Buffer.from(asText(row.answerBase64, where), 'base64'),
        answerHeaders: new Map(headers.map(([key, text]) => [key, asText(text, where)])),
      };
    }),
    resources: asTexts(resources, where),
  };
}

/** Records exchanges one after the other, as the proxy does. */
function record(exchanges: readonly Exchange[]): readonly ObservedCall[] {
  const calls: ObservedCall[] = [];
  const recorder = createRecorder({
    catalog,
    sink: { record: (call) => calls.push(call) },
    maxBodyBytes: 1024 * 1024,
  });
  for (const { request, status, answer, answerHeaders } of exchanges) {
    const { request: head, body } = buildRequest(request, 'request');
    const exchange = recorder.begin(head);
    if (exchange === undefined) throw new Error('not observed');
    const wanted = exchange.responseBodyBytes(status, answerHeaders);
    const work = exchange.end({
      requestBody: body.subarray(0, exchange.requestBodyBytes),
      requestBodyCut: false,
      status,
      responseHeaders: answerHeaders,
      responseBody: answer.subarray(0, wanted),
    });
    if (work !== undefined) finish(work);
  }
  return calls;
}

function isCall(call: ObservedCall | undefined): call is ApiCall {
  return call !== undefined && call.service !== null;
}

function resourcesOf(call: ObservedCall | undefined): readonly string[] {
  if (!isCall(call)) throw new Error('not recognised');
  const [first] = authorize(call, catalog);
  const others = authorize(call, catalog).filter(({ action }) => action === first?.action);
  return others.flatMap(({ resources }) => resources);
}

describe('a call that names an id or a token', () => {
  it.each(readScenarios('connected', parseCase))('$name', ({ exchanges, resources }) => {
    const calls = record(exchanges);
    expect(resourcesOf(calls.at(-1))).toEqual(resources);
    const kept = JSON.stringify(calls).replaceAll('alias/tok-a', '');
    expect(kept).not.toMatch(/tok-|"~/);
  });
});

const iterator = (region: string, key: string, name: string): Exchange => ({
  request: request(region, key, 'GetShardIterator', { StreamName: name }),
  status: 200,
  answer: Buffer.from('{"ShardIterator":"t"}'),
  answerHeaders: new Map(),
});
const records = (region: string, key: string): Exchange => ({
  request: request(region, key, 'GetRecords', { ShardIterator: 't' }),
  status: 200,
  answer: Buffer.from('{}'),
  answerHeaders: new Map(),
});

function request(region: string, key: string, operation: string, body: object) {
  const scope = `${key}/20261122/${region}/kinesis/aws4_request`;
  return {
    host: `kinesis.${region}.amazonaws.com`,
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=abc`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Kinesis_20131202.${operation}`,
    },
    body: JSON.stringify(body),
  };
}

const kinesis = {
  service: 'kinesis',
  region: 'eu-west-1',
  partition: 'aws',
  account: '123456789012',
  identity: null,
  client: null,
};

describe('what an id stands for', () => {
  const known = 'AKIAY34FZKBOKMUTVV7A';
  const other = 'AKIAIOSFODNN7EXAMPLE';
  const stranger = 'test';

  it.each([
    ['known to another key of the account', known, 'ASIAY34FZKBOKMUTVV7A', 'eu-west-1', true],
    ['unknown in another account', known, other, 'eu-west-1', false],
    ['unknown in another Region', known, known, 'us-east-1', false],
    [
      'known to the same caller, where no key says the account',
      stranger,
      stranger,
      'eu-west-1',
      true,
    ],
    [
      'unknown to another caller, where no key says the account',
      stranger,
      'tester-2',
      'eu-west-1',
      false,
    ],
  ])('is %s', (_name, from, to, region, isKnown) => {
    const [, last] = record([iterator('eu-west-1', from, 'orders'), records(region, to)]);
    expect(JSON.stringify(last).includes('orders')).toBe(isKnown);
  });

  it('is forgotten, the longest unused first, when too much is known', () => {
    const calls = new ConnectedCalls(catalog, 300);
    const give = (id: string, name: string) => {
      const parameters = { '~StreamName': name, '~answer.ShardIterator': id };
      calls.connect({ ...kinesis, operation: 'GetShardIterator', parameters }, true);
    };
    const take = (id: string) =>
      JSON.stringify(
        calls.connect(
          { ...kinesis, operation: 'GetRecords', parameters: { '~ShardIterator': id } },
          true,
        ),
      );
    give('a', 'stream-a');
    give('b', 'stream-b');
    expect(take('a')).toContain('stream-a');
    for (const id of ['c', 'd', 'e']) {
      give(id, `stream-${id}`);
      expect(take('a')).toContain('stream-a');
    }
    expect(take('b')).not.toContain('stream-');
    expect(take('e')).toContain('stream-e');
  });

  it('is what was said of it last, or nothing, whatever else was said', () => {
    const id = fc.integer({ min: 0, max: 5 }).map(String);
    const name = fc.integer({ min: 0, max: 3 }).map((number) => `stream-${number}`);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('give' as const), id, name }),
      fc.record({ kind: fc.constant('take' as const), id, next: id }),
    );
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 0, max: 900 }),
        (steps, most) => {
          const calls = new ConnectedCalls(catalog, most);
          const last = new Map<string, string>();
          for (const one of steps) {
            if (one.kind === 'give') {
              const parameters = { '~StreamName': one.name, '~answer.ShardIterator': one.id };
              calls.connect({ ...kinesis, operation: 'GetShardIterator', parameters }, true);
              last.set(one.id, one.name);
              continue;
            }
            const parameters = { '~ShardIterator': one.id, '~answer.NextShardIterator': one.next };
            const taken = calls.connect({ ...kinesis, operation: 'GetRecords', parameters }, true);
            const said = taken.service === null ? undefined : taken.parameters['joined.StreamName'];
            expect([undefined, last.get(one.id)]).toContain(said);
            if (said !== undefined) last.set(one.next, String(said));
            expect(Object.keys(taken.service === null ? {} : taken.parameters)).not.toContainEqual(
              expect.stringMatching(/^~/),
            );
          }
        },
      ),
    );
  });

  it('is kept no longer than the limit, however large it is', () => {
    const calls = new ConnectedCalls(catalog, 300);
    const call = {
      ...kinesis,
      operation: 'GetShardIterator',
      parameters: { '~StreamName': 'x'.repeat(1_000), '~answer.ShardIterator': 'a' },
    };
    calls.connect(call, true);
    const later = { ...call, operation: 'GetRecords', parameters: { '~ShardIterator': 'a' } };
    expect(JSON.stringify(calls.connect(later, true))).not.toContain('xxx');
  });
});
