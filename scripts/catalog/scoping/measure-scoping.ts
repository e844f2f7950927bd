import type { ApiCall } from '../../../aws/api-call.ts';
import type { CatalogSource } from '../../../aws/catalog/catalog.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import type { Permission } from '../../../iam/permission.ts';
import type { BuiltService } from '../build-service.ts';
import type { UnboundReason } from './explain-unbound.ts';

/**
 * Why a resource of a scopable action is what it is. `bound`: every variable of its ARN is filled from the request. The
 * kinds of `UnboundReason`: one of its variables has no parameter. `left out`: the request has a parameter for each, but
 * this one does not use it.
 */
export type ScopingKind = 'bound' | 'left out' | UnboundReason['kind'];

/** What is counted of calls. */
export interface ScopingCount {
  readonly kinds: ReadonlyMap<ScopingKind, number>;
  /** Resources that are not bound, by kind and `prefix:Variable`. */
  readonly places: ReadonlyMap<string, number>;
}

/** Counts the resources that AWS checks scopable actions on for these calls, by how the request binds them. */
export function measureScoping(
  calls: Iterable<ApiCall>,
  catalog: CatalogSource,
  built: readonly BuiltService[],
): ScopingCount {
  const reasons = reasonsOf(built);
  const kinds = new Map<ScopingKind, number>();
  const places = new Map<string, number>();
  for (const call of calls) {
    for (const permission of authorize(call, catalog)) {
      for (const { kind, place } of judge(permission, call, reasons)) {
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (kind !== 'bound')
          places.set(`${kind} ${place}`, (places.get(`${kind} ${place}`) ?? 0) + 1);
      }
    }
  }
  return { kinds, places };
}

/** Kinds in the order in which they decide: a resource with two open variables is as bad as the worse. */
const worst: readonly UnboundReason['kind'][] = [
  'unknown',
  'ambiguous',
  'answer',
  'listed',
  'made',
];

type Reasons = ReadonlyMap<string, UnboundReason['kind']>;

function reasonsOf(built: readonly BuiltService[]): Reasons {
  const reasons = new Map<string, UnboundReason['kind']>();
  for (const { entry, unbound } of built) {
    for (const { operation, action, variable, reason } of unbound) {
      for (const name of [variable, '*']) {
        const key = keyOf(entry.service, operation, action, name);
        const known = reasons.get(key);
        reasons.set(key, known === undefined ? reason.kind : worseOf(known, reason.kind));
      }
    }
  }
  return reasons;
}

interface Judged {
  readonly kind: ScopingKind;
  readonly place: string;
}

function judge(
  { action, resources, wildcards }: Permission,
  call: ApiCall,
  reasons: Reasons,
): readonly Judged[] {
  const prefix = action.split(':')[0] ?? '';
  return resources.flatMap((resource): readonly Judged[] => {
    const said = wildcards.filter((one) => one.resource === resource).map(({ reason }) => reason);
    if (said.some((reason) => reason.startsWith('AWS checks this action on no particular')))
      return [];
    const names = resource === '*' ? ['*'] : said.flatMap(variablesIn);
    if (names.length === 0) {
      const isAnswered = said.some((reason) => reason.startsWith('AWS ends the name'));
      return [{ kind: isAnswered ? 'answer' : 'bound', place: `${prefix}:suffix` }];
    }
    const kinds = names.map((name) =>
      reasons.get(keyOf(call.service, call.operation, action, name)),
    );
    const known = kinds.filter((kind) => kind !== undefined);
    const isLeftOut = known.length < kinds.length && !known.includes('unknown');
    const kind = isLeftOut ? 'left out' : known.reduce(worseOf);
    return [{ kind, place: `${prefix}:${names.join()}` }];
  });
}

function variablesIn(reason: string): readonly string[] {
  return [...reason.matchAll(/the request does not say `(\w+)`/g)].map(([, name = '']) => name);
}

function worseOf(one: UnboundReason['kind'], other: UnboundReason['kind']): UnboundReason['kind'] {
  return worst.indexOf(one) < worst.indexOf(other) ? one : other;
}

function keyOf(service: string, operation: string, action: string, variable: string): string {
  return `${service} ${operation} ${action} ${variable}`;
}
