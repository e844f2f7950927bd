import type { ParameterValue } from '../api-call.ts';
import type { CatalogSource } from '../catalog/catalog.ts';
import type { JoinEntry } from '../catalog/entries.ts';
import { unrecorded } from './parameter-place.ts';
import type { RecognisedRequest } from './recognised-request.ts';

/** What stands before the name of what earlier calls said of the ids that a call takes. */
export const joinedPrefix = 'joined.';

/** What is known of an id, by name. */
type Facts = Readonly<Record<string, readonly string[]>>;

type RecognisedCall = Extract<RecognisedRequest, { readonly service: string }>;

/** A few ten thousand ids. Those that were of no use for longest are forgotten, and their calls stay open. */
const mostCharacters = 4 * 1024 * 1024;

/**
 * What the calls of a recording say of ids and tokens: the stream behind a shard iterator, the workgroup of a query. It is
 * kept while the recording runs, in memory and under digests of the ids.
 */
export class ConnectedCalls {
  readonly #catalog: CatalogSource;
  readonly #most: number;
  readonly #known = new Map<string, Facts>();
  #characters = 0;

  constructor(catalog: CatalogSource, most = mostCharacters) {
    this.#catalog = catalog;
    this.#most = most;
  }

  /**
   * Returns a call with what earlier ones, or its own answer, said of the ids that it takes: `joined.WorkGroup`. The ids
   * themselves, and all else that is never recorded, are gone. Where one of several ids is not known nothing is added.
   * `isSuccess` says whether AWS took the request as right, so that later calls may learn from it.
   */
  connect(call: RecognisedRequest, isSuccess: boolean): RecognisedRequest {
    if (call.service === null) return call;
    const joins = this.#catalog.findService(call.service)?.operations[call.operation]?.joins;
    if (joins === undefined) return call;
    if (isSuccess) this.#learn(joins, call);
    const found = joins.flatMap((join) => this.#find(join, call));
    const connected = { ...call, parameters: { ...call.parameters, ...Object.fromEntries(found) } };
    if (isSuccess && found.length > 0) this.#learn(joins, connected);
    return { ...call, parameters: withoutUnrecorded(connected.parameters) };
  }

  #find(
    join: JoinEntry,
    call: RecognisedCall,
  ): readonly (readonly [path: string, value: ParameterValue])[] {
    if (join.tells !== undefined) return [];
    const known = valuesAt(join.id, call).map((id) => this.#take(keyOf(join, id, call)));
    return Object.entries(unite(known)).map(([name, values]) => [
      joinedPrefix + name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]);
  }

  #learn(joins: readonly JoinEntry[], call: RecognisedCall): void {
    for (const join of joins) {
      if (join.tells === undefined) continue;
      const ids = valuesAt(join.id, call);
      const facts = factsOf(join.tells, call);
      for (const [at, id] of ids.entries()) {
        const own = join.isByItem ? itemOf(facts, at, ids.length) : facts;
        if (Object.keys(own).length > 0) this.#keep(keyOf(join, id, call), own);
      }
    }
  }

  #take(key: string): Facts | undefined {
    const facts = this.#known.get(key);
    if (facts === undefined) return undefined;
    // Behind all others, so that it is forgotten last.
    this.#known.delete(key);
    this.#known.set(key, facts);
    return facts;
  }

  #keep(key: string, facts: Facts): void {
    const known = this.#take(key);
    // A clone holds no slice of a body, which would keep all of it in memory.
    const all = structuredClone({ ...known, ...facts });
    this.#characters += key.length + lengthOf(all);
    if (known !== undefined) this.#characters -= key.length + lengthOf(known);
    this.#known.set(key, all);
    for (const [oldest, its] of this.#known) {
      if (this.#characters <= this.#most) return;
      this.#known.delete(oldest);
      this.#characters -= oldest.length + lengthOf(its);
    }
  }
}

// An id means something in its account and region alone; where nothing says the account, for its caller alone.
function keyOf({ kind }: JoinEntry, id: string, call: RecognisedCall): string {
  const { service, region, account, identity } = call;
  return [service, kind, region, account ?? identity, id].join(' ');
}

function lengthOf(facts: Facts): number {
  return JSON.stringify(facts).length;
}

function valuesAt(path: string, { parameters }: RecognisedCall): readonly string[] {
  if (path.startsWith('"')) return [path.slice(1, -1)];
  const value = Object.hasOwn(parameters, path) ? parameters[path] : undefined;
  return typeof value === 'string' ? [value] : (value ?? []);
}

function factsOf(tells: NonNullable<JoinEntry['tells']>, call: RecognisedCall): Facts {
  const told = Object.entries(tells).map(([name, paths]) => {
    const found = paths.map((path) => valuesAt(path, call)).find((values) => values.length > 0);
    return [name, found ?? []] as const;
  });
  return Object.fromEntries(told.filter(([, values]) => values.length > 0));
}

function itemOf(facts: Facts, at: number, length: number): Facts {
  const own = Object.entries(facts).flatMap(([name, values]) => {
    const value = values.length === length ? values[at] : undefined;
    return value === undefined ? [] : [[name, [value]] as const];
  });
  return Object.fromEntries(own);
}

/**
 * Returns what is known of several ids together: all values of a name that each of them has. Of names that belong together, which
 * are different for different ids, none: their values would be combined at will.
 */
function unite(known: readonly (Facts | undefined)[]): Facts {
  const all = known.filter((facts) => facts !== undefined);
  const [first] = all;
  if (first === undefined || all.length < known.length) return {};
  const texts = new Set(all.map((facts) => JSON.stringify(facts)));
  if (texts.size === 1) return first;
  const names = new Set(all.flatMap((facts) => Object.keys(facts)));
  const [name] = names;
  if (name === undefined || names.size > 1) return {};
  return { [name]: [...new Set(all.flatMap((facts) => facts[name] ?? []))] };
}

function withoutUnrecorded(parameters: RecognisedCall['parameters']): RecognisedCall['parameters'] {
  return Object.fromEntries(
    Object.entries(parameters).filter(([path]) => !path.startsWith(unrecorded)),
  );
}
