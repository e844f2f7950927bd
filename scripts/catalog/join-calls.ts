import type { GrantEntry, JoinEntry, ResourceEntry } from '../../aws/catalog/entries.ts';
import { joinedPrefix } from '../../aws/wire/connected-calls.ts';
import { unrecorded } from '../../aws/wire/parameter-place.ts';
import { findWirePlace } from './bind/parameter-path.ts';
import type { WireOperation, WireService } from './model.ts';
import { parametersIn } from './parameters-in.ts';
import { answerPrefix } from './tables/answers.ts';
import type { Join } from './tables/joins/join.ts';
import { joinsOfService } from './tables/joins.ts';

/** How an operation is connected with others, and where what connects them stands. */
export interface JoinedOperation {
  readonly joins: readonly JoinEntry[];
  /** Of the parameters that are read for it alone. */
  readonly places: Readonly<Record<string, string>>;
}

/** Returns how the rows about an operation's ids connect it with others. Throws where a row names a parameter that it lacks. */
export function joinOperation(service: WireService, operation: WireOperation): JoinedOperation {
  const places: Record<string, string> = {};
  const read = (path: string, reducer = ''): string => {
    if (path.startsWith(joinedPrefix) || path.startsWith('"')) return path;
    const place = placeOf(path, service, operation) + reducer;
    const key = unrecorded + path;
    const known = places[key] ?? place;
    if (known !== place)
      throw new Error(`${service.id} ${operation.name}: ${path} is an id and what it stands for`);
    places[key] = place;
    return key;
  };
  const joins = joinsOfService(service.id).flatMap((join) => entriesOf(join, operation.name, read));
  return { joins, places };
}

type Read = (path: string, reducer?: string) => string;

const digested = ' | digest';

function entriesOf({ kind, told, taken }: Join, operation: string, read: Read): JoinEntry[] {
  const entries: JoinEntry[] = [];
  const id = Object.hasOwn(taken, operation) ? taken[operation] : undefined;
  if (id !== undefined) entries.push({ kind, id: read(id, digested) });
  const telling = Object.hasOwn(told, operation) ? told[operation] : undefined;
  if (telling === undefined) return entries;
  const tells = Object.entries(telling.tells).map(([name, paths]) => [
    name,
    paths.map((path) => read(path)),
  ]);
  entries.push({
    kind,
    id: read(telling.id, digested),
    tells: Object.fromEntries(tells),
    ...(telling.isByItem && { isByItem: true }),
  });
  return entries;
}

function placeOf(path: string, service: WireService, operation: WireOperation): string {
  if (path.startsWith(answerPrefix)) return `answer ${path.slice(answerPrefix.length)}`;
  const place = findWirePlace(operation, service.protocol, path);
  if (place === undefined)
    throw new Error(`${service.id} ${operation.name}: no such parameter: ${path}`);
  return place.wire === path ? place.location : `${place.location} ${place.wire}`;
}

/**
 * Returns a resource of an operation that takes ids, with what they stand for where its request leaves the resource open:
 * in variables that nothing else fills, behind the parameter that fills one, and as the whole ARN.
 */
export function fillByJoins(
  entry: ResourceEntry,
  template: string,
  service: WireService,
  operation: WireOperation,
): ResourceEntry {
  const rows = joinsOfService(service.id).filter(({ taken }) =>
    Object.hasOwn(taken, operation.name),
  );
  const bind: Record<string, string> = { ...entry.bind };
  const arns = [...(entry.arns ?? [])];
  const type = entry.type.split(':')[1] ?? '';
  for (const { fills } of rows) {
    for (const [place, expression] of Object.entries(fills)) {
      const [variable = '', ofType = type] = place.split('.').reverse();
      if (ofType !== type) continue;
      if (variable === 'arn') arns.push(expression);
      else if (template.includes(`\${${variable}}`))
        bind[variable] = orJoined(bind[variable], expression);
    }
  }
  if (Object.keys(bind).length === 0 && arns.length === 0) return entry;
  return {
    ...entry,
    ...(Object.keys(bind).length > 0 && { bind }),
    ...(arns.length > 0 && { arns: [...new Set(arns)] }),
  };
}

/** Throws where an operation takes an id and no resource of its grants is filled by it. */
export function checkFilled(
  joins: readonly JoinEntry[],
  grants: readonly GrantEntry[],
  operation: string,
): void {
  const isFilled = parametersIn(grants).some(({ path }) => path.startsWith(joinedPrefix));
  if (joins.some(({ tells }) => tells === undefined) && !isFilled)
    throw new Error(`${operation}: what its ids stand for fills no resource`);
}

// What the request says comes first.
function orJoined(own: string | undefined, joined: string): string {
  // `none()` says that no parameter does, though one is called after the variable.
  if (own === undefined || own === 'none()' || own === joined) return joined;
  if (/[()"]/.test(own + joined))
    throw new Error(`no call can be joined beside what ${own} makes of its parameters`);
  return `firstOf(${own}?, ${joined}?)`;
}
