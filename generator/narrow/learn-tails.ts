import { hasWildcard } from '../covering-patterns.ts';
import { findTails, type Tail } from './find-tails.ts';
import type { NarrowRule } from './generalisation.ts';
import { keepForm } from './mask-resource.ts';
import type { NarrowThresholds } from './narrow-settings.ts';
import { numberPattern } from './number-pattern.ts';
import { isNoWord } from './randomness.ts';
import { rememberOfType } from './remember-of-type.ts';
import type { ResourceForm } from './resource-form.ts';
import type { ResourceType } from './resource-types.ts';
import { isTestName } from './test-names.ts';

/** What was learnt from names that are equal but for counters and random parts. */
export interface LearntTails {
  /** Returns a form with what varies as wildcards, and by which rules; undefined where nothing of it does. */
  apply(form: ResourceForm): LearntForm | undefined;
}

/** A form with wildcards for what varies from run to run. */
export interface LearntForm {
  readonly form: ResourceForm;
  readonly rules: readonly NarrowRule[];
}

/** How many texts make a place vary, and how many make a number behind a letter a text of any length. */
type TailThresholds = Pick<NarrowThresholds, 'counters' | 'names'>;

/** One place of names that are otherwise equal. */
interface Place {
  /** Up to the larger threshold; more need not be told apart. */
  readonly seen: Set<string>;
  readonly kinds: Set<Tail['kind']>;
  readonly lengths: Set<number>;
  holdsNoWord: boolean;
  readonly isTest: boolean;
}

/** A name that may vary, taken apart once. */
interface Skeleton {
  readonly tails: readonly Tail[];
  readonly places: readonly Place[];
}

/** Names that are compared with each other. */
interface NamesOfKind {
  /** The places of names that are equal without their tails, by what is left. */
  readonly learnt: Map<string, readonly Place[]>;
  readonly skeletons: Map<string, Skeleton>;
}

/**
 * Learns from all names of a recording, whatever the action. Names are compared where they differ in nothing but short
 * numbers and parts that look random; a place with as many different texts as counters need is a wildcard in all of them.
 * Takes time by the length of the names.
 */
export function learnTails(
  forms: Iterable<ResourceForm>,
  thresholds: TailThresholds,
  isExempt: (form: ResourceForm, at: number) => boolean,
): LearntTails {
  const kinds = new Map<string, NamesOfKind>();
  const namesOfType = rememberOfType((type) => kindsOf(type).map((kind) => namesOf(kind, kinds)));
  for (const form of forms) {
    const names = namesOfType(form.type);
    for (let at = 0; at < form.values.length; at += 1) {
      const value = form.values[at] ?? '';
      const ofKind = names[at];
      if (ofKind === undefined || ofKind.skeletons.has(value)) continue;
      const tails = findTails(value);
      if (tails.length > 0 && !isExempt(form, at)) learn(ofKind, value, tails, thresholds);
    }
  }
  let hasAny = false;
  for (const { learnt, skeletons } of kinds.values()) {
    learnt.clear();
    for (const [name, { places }] of skeletons) {
      if (!places.some((place) => varies(place, thresholds))) skeletons.delete(name);
    }
    if (skeletons.size > 0) hasAny = true;
  }
  return {
    apply: (form) => (hasAny ? applyTo(form, namesOfType(form.type), thresholds) : undefined),
  };
}

function learn(
  { learnt, skeletons }: NamesOfKind,
  value: string,
  tails: readonly Tail[],
  thresholds: TailThresholds,
): void {
  const rest = withoutTails(value, tails);
  const known = learnt.get(rest);
  const places = known ?? tails.map(() => createPlace(isTestName(rest)));
  if (known === undefined) learnt.set(rest, places);
  skeletons.set(value, { tails, places });
  for (const [index, tail] of tails.entries()) note(places[index], value, tail, thresholds);
}

function namesOf(kind: string, kinds: Map<string, NamesOfKind>): NamesOfKind {
  const known = kinds.get(kind);
  if (known !== undefined) return known;
  const names = { learnt: new Map(), skeletons: new Map() };
  kinds.set(kind, names);
  return names;
}

function applyTo(
  form: ResourceForm,
  names: readonly NamesOfKind[],
  thresholds: TailThresholds,
): LearntForm | undefined {
  const { head, type } = form;
  const found = names.map(({ skeletons }, at) => skeletons.get(form.values[at] ?? ''));
  if (found.every((skeleton) => skeleton === undefined)) return undefined;
  const rules = new Set<NarrowRule>();
  const values = form.values.map((value, at) => {
    const skeleton = found[at];
    if (skeleton === undefined) return value;
    return keepForm(form, at, value, open(value, skeleton, thresholds, rules));
  });
  return rules.size === 0 ? undefined : { form: { head, type, values }, rules: [...rules].sort() };
}

function open(
  value: string,
  { tails, places }: Skeleton,
  thresholds: TailThresholds,
  rules: Set<NarrowRule>,
): string {
  let text = '';
  let from = 0;
  for (const [index, { start, end, kind }] of tails.entries()) {
    const place = places[index];
    if (place === undefined || !varies(place, thresholds)) continue;
    const wildcard = wildcardFor(value, start, end, place.seen.size >= thresholds.names);
    if (hasWildcard(wildcard)) rules.add(kind === 'number' ? 'counter' : 'runTail');
    text += value.slice(from, start) + wildcard;
    from = end;
  }
  return text + value.slice(from);
}

/** A number behind a letter keeps its form where it is one of few: `p1` and `p2` are not all that begins with `p`. */
function wildcardFor(value: string, start: number, end: number, isMany: boolean): string {
  const digits = value.slice(start, end);
  const letters = /[A-Za-z0-9]*[A-Za-z]$/.exec(value.slice(0, start))?.[0];
  return letters !== undefined && /^\d+$/.test(digits)
    ? numberPattern(letters, digits, isMany)
    : '*';
}

/**
 * Numbers and random texts vary. What may be names does where one of them may not, or the name is a test's; and all must
 * have one length: `test-orders` and `test-users` stay.
 */
function varies(
  { seen, kinds, lengths, holdsNoWord, isTest }: Place,
  { counters }: TailThresholds,
): boolean {
  if (seen.size < counters) return false;
  if (kinds.has('word')) return lengths.size === 1 && (holdsNoWord || kinds.size > 1);
  if (kinds.has('mixed')) return lengths.size === 1 && (kinds.has('random') || isTest);
  return true;
}

function note(
  place: Place | undefined,
  value: string,
  tail: Tail,
  { counters, names }: TailThresholds,
): void {
  if (place === undefined) return;
  const text = value.slice(tail.start, tail.end);
  if (place.seen.size < Math.max(counters, names)) place.seen.add(text);
  place.kinds.add(tail.kind);
  if (place.lengths.size < 2) place.lengths.add(text.length);
  if (tail.kind === 'word' && isNoWord(text)) place.holdsNoWord = true;
}

/** What tells the names of each variable from names of other kinds: a bucket's from a table's. */
function kindsOf({ key, service, literals, variables }: ResourceType): readonly string[] {
  const form = key === '' ? literals.join('\u0000') : '';
  return variables.map((variable) => `${service} ${form} ${variable}`);
}

function withoutTails(value: string, tails: readonly Tail[]): string {
  let text = '';
  let from = 0;
  for (const { start, end } of tails) {
    text += `${value.slice(from, start)}\u0001`;
    from = end;
  }
  return text + value.slice(from);
}

function createPlace(isTest: boolean): Place {
  return { seen: new Set(), kinds: new Set(), lengths: new Set(), holdsNoWord: false, isTest };
}
