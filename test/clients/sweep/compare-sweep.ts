import { alikeFamilies } from '../../scenarios/alike-requests.ts';
import type { RecordedCall } from '../recorded-run.ts';
import { identities, type SweepKind, type SweepRun, type SweptOperation } from './run-sweep.ts';

/** How what was recorded of a sweep compares with what was sent. */
export interface SweepComparison {
  /** The part of the sent operations that is recorded by its own name, or by its name in the same API: 0 to 1. */
  readonly share: number;
  /** `KIND SERVICE OPERATION` that was sent and is not recorded, not even by a name that looks the same on the wire. */
  readonly missed: readonly string[];
  /** `SERVICE OPERATION` that is recorded, where neither it nor anything that looks like it was sent. */
  readonly neverSent: readonly string[];
}

/** Compares a sweep with its recording. */
export function compareSweep({ operations, calls }: SweepRun): SweepComparison {
  const recognised = calls.filter(({ service }) => service !== null);
  const recorded = new Set(recognised.flatMap(keysOf));
  const sent = operations.filter(({ isSent }) => isSent).map(namesOf);
  const isRecorded = ({ key }: PossibleName) => recorded.has(key);
  const found = sent.filter((names) => names.some((name) => name.isRight && isRecorded(name)));
  const known = new Set(sent.flat().map(({ key }) => key));
  return {
    share: found.length / sent.length,
    missed: sent.filter((names) => !names.some(isRecorded)).map(([own]) => own?.key ?? ''),
    neverSent: recognised
      .filter((call) => !keysOf(call).some((key) => known.has(key)))
      .map(({ service, operation }) => `${service} ${operation}`),
  };
}

/** Returns the kind of a call by its key; either where nobody signed it. */
export function kindsOf({ identity }: Pick<RecordedCall, 'identity'>): readonly SweepKind[] {
  const kinds: readonly SweepKind[] = ['required', 'complete'];
  return kinds.filter((kind) => identity === null || identities[kind] === identity);
}

function keysOf(call: RecordedCall): readonly string[] {
  return kindsOf(call).map((kind) => `${kind} ${call.service} ${call.operation}`);
}

interface PossibleName {
  readonly key: string;
  readonly isRight: boolean;
}

/** An operation's own name, and those that it may be recorded by as well. */
function namesOf({ kind, service, operation }: SweptOperation): readonly PossibleName[] {
  const alike = alikeFamilies
    .filter(({ called }) => called === service)
    .flatMap(({ recorded, isSameApi, nameOf }) => {
      const name = nameOf(operation);
      return name === undefined ? [] : [{ key: `${kind} ${recorded} ${name}`, isRight: isSameApi }];
    });
  return [{ key: `${kind} ${service} ${operation}`, isRight: true }, ...alike];
}
