import { compareCalls } from './compare-calls.ts';
import { chooseDenials } from './compare-denials.ts';
import { sortParameters } from './format/sort-parameters.ts';
import { unionLabels } from './labels.ts';
import type { SessionCall } from './session-call.ts';
import { withHistory } from './with-history.ts';

/**
 * Returns the distinct calls of both lists, sorted: counts add, the first and last times are the earliest
 * and the latest, labels are united. Associative and commutative. The set of calls is that of either list
 * united with itself, but the counts are not: merging the same run twice counts its calls twice.
 * Linear in the number of calls where both lists are sorted, as the store returns them.
 */
export function mergeCalls(
  a: readonly SessionCall[],
  b: readonly SessionCall[],
): readonly SessionCall[] {
  const left = sortCalls(a);
  const right = sortCalls(b);
  const merged: SessionCall[] = [];
  let atRight = 0;
  for (const call of left) {
    let other = right[atRight];
    while (other !== undefined && compareCalls(other, call) < 0) {
      merged.push(other);
      atRight += 1;
      other = right[atRight];
    }
    const isSame = other !== undefined && compareCalls(other, call) === 0;
    merged.push(isSame && other !== undefined ? addHistories(call, other) : call);
    if (isSame) atRight += 1;
  }
  for (; atRight < right.length; atRight += 1) append(merged, right[atRight]);
  return merged;
}

/** Returns the distinct calls of a list, sorted; the same list where it is so already. */
export function sortCalls(calls: readonly SessionCall[]): readonly SessionCall[] {
  const ordered = calls.every((call) => orderParameters(call) === call)
    ? calls
    : calls.map(orderParameters);
  if (isStrictlyAscending(ordered)) return ordered;
  const distinct: SessionCall[] = [];
  for (const call of [...ordered].sort(compareCalls)) {
    const last = distinct.at(-1);
    if (last !== undefined && compareCalls(last, call) === 0) {
      distinct[distinct.length - 1] = addHistories(last, call);
    } else {
      distinct.push(call);
    }
  }
  return distinct;
}

function isStrictlyAscending(calls: readonly SessionCall[]): boolean {
  let last: SessionCall | undefined;
  for (const call of calls) {
    if (last !== undefined && compareCalls(last, call) >= 0) return false;
    last = call;
  }
  return true;
}

function orderParameters(call: SessionCall): SessionCall {
  if (call.service === null) return call;
  return sortParameters(call.parameters) === call.parameters ? call : withHistory(call, call);
}

function addHistories(a: SessionCall, b: SessionCall): SessionCall {
  const denials = chooseDenials(a.denials, b.denials);
  return withHistory(denials === b.denials ? b : a, {
    count: Math.min(a.count + b.count, Number.MAX_SAFE_INTEGER),
    firstSeen: a.firstSeen < b.firstSeen ? a.firstSeen : b.firstSeen,
    lastSeen: a.lastSeen > b.lastSeen ? a.lastSeen : b.lastSeen,
    labels: unionLabels(a.labels, b.labels),
  });
}

function append(calls: SessionCall[], call: SessionCall | undefined): void {
  if (call !== undefined) calls.push(call);
}
