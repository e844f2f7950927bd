import { beforeAll, describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { buildFromSources } from '../../../scripts/catalog/build-from-sources.ts';
import { asObject } from '../../../scripts/catalog/json.ts';
import { measureScoping } from '../../../scripts/catalog/scoping/measure-scoping.ts';
import { parseCall } from '../../../scripts/catalog/scoping/read-calls.ts';
import { shareOfBound } from '../../../scripts/catalog/scoping/share-of-bound.ts';
import {
  findUnlisted,
  findUnnamedReceivers,
  listedOperations,
  listedServices,
} from '../../scenarios/api-operations.ts';
import { mayAskNothing, unpublishedActions } from '../../scenarios/nothing-asked.ts';
import type { RecordedCall } from '../recorded-run.ts';
import { compareSweep, kindsOf } from './compare-sweep.ts';
import { installCatalogSources } from './install-catalog-sources.ts';
import { runSweep, type SweepRun } from './run-sweep.ts';

/** A call that leastgrant has an operation for. */
type RecognisedCall = RecordedCall & { readonly service: string; readonly operation: string };

let sweep: SweepRun;
let recognised: readonly RecognisedCall[];
beforeAll(async () => {
  sweep = await runSweep([...listedServices.keys()]);
  recognised = sweep.calls.filter(isRecognised);
}, 600_000);

describe('one request of botocore for each operation', () => {
  it('reaches the wire', () => {
    // botocore refuses a few: streams of events that it cannot send, endpoints that need more packages.
    const sent = sweep.operations.filter(({ isSent }) => isSent);
    expect(sent.length / sweep.operations.length).toBeGreaterThan(0.99);
    expect(new Set(sent.map(({ service }) => service)).size).toBeGreaterThan(300);
  });

  it('is recognised, but where requests of two operations look the same', () => {
    const { share, missed } = compareSweep(sweep);
    expect(missed).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(0.995);
  });

  it('is taken for no operation that was not called', () => {
    expect(compareSweep(sweep).neverSent).toEqual([]);
    expect(sweep.calls.filter((call) => !isRecognised(call))).toEqual([]);
  });

  it('asks for a permission where it is signed, but for the operations that need none', () => {
    const silent = recognised
      .filter(({ identity, permissions }) => identity !== null && permissions.length === 0)
      .filter(({ service, operation }) => !mayAskNothing(service, operation));
    expect(namesOf(silent)).toEqual([]);
  });
});

describe('the permissions of these requests and AWS’s tables of operations', () => {
  const findListed = () => recognised.filter(({ service }) => listedServices.has(service));

  it('have no action that AWS does not list', () => {
    const unlisted = findListed().flatMap(({ service, operation, permissions }) =>
      findUnlisted(service, operation, permissions).map((one) => `${service} ${operation} ${one}`),
    );
    expect(unlisted).toEqual([]);
  });

  it('hand roles to no service that AWS does not name', () => {
    const unnamed = findListed().flatMap(({ service, operation, permissions }) =>
      findUnnamedReceivers(service, operation, permissions).map(
        (one) => `${service} ${operation} ${one}`,
      ),
    );
    expect(unnamed).toEqual([]);
  });

  it('have an action wherever AWS lists one, where they have all members', () => {
    const listed = new Set(
      listedOperations
        .filter(({ actions }) => actions.length > 0)
        .map(({ service, operation }) => `${service} ${operation}`),
    );
    const silent = findListed()
      .filter((call) => kindsOf(call).includes('complete'))
      .filter(({ permissions }) => permissions.length === 0);
    // Of PutFunction in MediaTailor AWS lists the tagging alone, whose own action nobody knows.
    const unpublished = new Set(
      unpublishedActions.flatMap(({ service, operations }) =>
        operations.map((operation) => `${service} ${operation}`),
      ),
    );
    const missing = namesOf(silent).filter((name) => listed.has(name));
    expect(missing.filter((name) => !unpublished.has(name))).toEqual([]);
  });
});

describe('the resources of requests with all members', () => {
  it('are bound without a wildcard in 90 of 100, of those that a request can tell', async () => {
    await installCatalogSources();
    const { built } = await buildFromSources();
    const calls = recognised
      .filter((call) => kindsOf(call).includes('complete'))
      .map((call) => parseCall(asObject(call, 'a recorded call')));
    const { share, total } = shareOfBound(measureScoping(calls, openCatalog(), built));
    expect(total).toBeGreaterThan(5_000);
    expect(share).toBeGreaterThanOrEqual(0.9);
  }, 300_000);
});

function isRecognised(call: RecordedCall): call is RecognisedCall {
  return call.service !== null && call.operation !== null;
}

function namesOf(calls: readonly RecognisedCall[]): readonly string[] {
  return [...new Set(calls.map(({ service, operation }) => `${service} ${operation}`))];
}
