import type {
  GrantEntry,
  OperationEntry,
  ResourceEntry,
  ServiceEntry,
} from '../../aws/catalog/entries.ts';
import { bindKeyPlace } from './bind/bind-key-place.ts';
import { bindVariables, type ResourceBinding } from './bind/bind-variables.ts';
import { findWirePlace } from './bind/parameter-path.ts';
import { extraRows } from './extra-rows.ts';
import { httpVerbRow } from './http-verb-row.ts';
import { iamPrefixesOf } from './iam-prefixes-of.ts';
import { checkFilled, fillByJoins, joinOperation } from './join-calls.ts';
import type { Member, WireOperation, WireService } from './model.ts';
import { parametersIn } from './parameters-in.ts';
import { queryKeysOf, strictQueryServices } from './query-keys.ts';
import { requiredQueryAndHeaders } from './required-parts.ts';
import { type BoundVariable, noteVariables, type UnboundPlace } from './scoping/note-variables.ts';
import type { IamAction, IamService } from './sources/iam-data.ts';
import { answeredAccessKey, answerHeaders, answerPaths, answerPrefix } from './tables/answers.ts';
import { arnForms, formsOfService } from './tables/arn-forms.ts';
import { extraNeeds, extraRoutes } from './tables/extra-routes.ts';
import { grantConditions } from './tables/grant-conditions.ts';
import { notedParameters } from './tables/noted-parameters.ts';
import type { GrantRow } from './tables/operation-actions/row.ts';
import { operationActions } from './tables/operation-actions.ts';
import { reducedParameters } from './tables/reduced-parameters.ts';
import { taggingConditions } from './tagging-conditions.ts';

/** A service's shard, how its bindings were found, and what has none. */
export interface BuiltService {
  readonly entry: ServiceEntry;
  readonly bindings: readonly BoundVariable[];
  readonly unbound: readonly UnboundPlace[];
}

/** Joins a service's wire model with its IAM facts. */
export function buildService(
  service: WireService,
  iam: ReadonlyMap<string, IamService>,
): BuiltService {
  const context: Context = { service, iam, resourceTypes: new Map(), bindings: [], unbound: [] };
  const operations = withoutReplaced([...service.operations.values()]).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  const entries = operations.map((operation) => [
    operation.name,
    buildOperation(operation, context),
  ]);
  return {
    entry: {
      service: service.id,
      protocol: service.protocol,
      ...(strictQueryServices.includes(service.id) && { queryKeys: queryKeysOf(operations) }),
      resourceTypes: Object.fromEntries([...context.resourceTypes].sort()),
      operations: Object.fromEntries(entries),
    },
    bindings: context.bindings,
    unbound: context.unbound,
  };
}

// A deprecated operation whose route another has taken over cannot be told from it: S3's GetBucketLifecycle.
function withoutReplaced(operations: readonly WireOperation[]): WireOperation[] {
  const routeOf = ({ routes }: WireOperation) =>
    routes.map(({ method, uri }) => `${method} ${uri}`).join();
  const current = new Set(operations.filter(({ deprecated }) => !deprecated).map(routeOf));
  return operations.filter(
    (one) => !one.deprecated || one.routes.length === 0 || !current.has(routeOf(one)),
  );
}

interface Context {
  readonly service: WireService;
  readonly iam: ReadonlyMap<string, IamService>;
  readonly resourceTypes: Map<string, string>;
  readonly bindings: BoundVariable[];
  readonly unbound: UnboundPlace[];
}

function buildOperation(operation: WireOperation, context: Context): OperationEntry {
  const { service } = context;
  const isRest = service.protocol.startsWith('rest');
  const own = findRows(operation, context)?.map((row) => addConditions(row, operation, context));
  const rows = own && [...own, ...extraRows(service, operation, own, context.iam)];
  const grants = rows?.map((row) => buildGrant(row, operation, context));
  const routes = isRest ? routesOf(operation, service) : [];
  const needs = isRest
    ? [...requiredQueryAndHeaders(operation), ...(extraNeeds[service.id]?.[operation.name] ?? [])]
    : [];
  const { joins, places } = joinOperation(service, operation);
  checkFilled(joins, grants ?? [], `${service.id} ${operation.name}`);
  const parameters = { ...placesOf(grants ?? [], operation, context), ...places };
  return {
    ...(routes.length > 0 && { routes }),
    ...(needs.length > 0 && { needs }),
    ...(!operation.signed && { unsigned: true as const }),
    ...(Object.keys(parameters).length > 0 && { parameters }),
    ...(joins.length > 0 && { joins }),
    ...(grants !== undefined && { grants }),
  };
}

function routesOf(
  operation: WireOperation,
  service: WireService,
): readonly (readonly [string, string])[] {
  const extra = extraRoutes[service.id]?.[operation.name] ?? [];
  return [...operation.routes, ...extra].map(({ method, uri }) => [method, uri] as const);
}

function findRows(operation: WireOperation, context: Context): readonly GrantRow[] | undefined {
  const { service, iam } = context;
  const byTable = operationActions[service.id]?.[operation.name];
  if (byTable !== undefined) return byTable.map((row) => ({ ...row, from: 'table' as const }));
  for (const prefix of iamPrefixesOf(service, iam)) {
    const action = iam.get(prefix)?.actions.get(operation.name.toLowerCase());
    if (action !== undefined) return [{ action: `${prefix}:${action.name}` }];
  }
  const byVerb = httpVerbRow(service, operation);
  if (byVerb !== undefined) return [byVerb];
  return operation.signed ? undefined : [];
}

function addConditions(row: GrantRow, operation: WireOperation, context: Context): GrantRow {
  const { service, iam } = context;
  const [prefix = '', name = ''] = row.action.split(':');
  const action = iam.get(prefix)?.actions.get(name.toLowerCase());
  const offered = taggingConditions(action, operation);
  return {
    ...row,
    ...(offered && { offered }),
    ...grantConditions[service.id]?.[operation.name]?.[row.action],
  };
}

function buildGrant(row: GrantRow, operation: WireOperation, context: Context): GrantEntry {
  const action = findAction(row, operation, context);
  const resources =
    row.template !== undefined
      ? [templateResource(row, row.template, operation, context)]
      : action === undefined
        ? []
        : actionResources(action, row, operation, context);
  return {
    action: row.action,
    ...(row.when && { when: row.when }),
    ...(row.unless && { unless: row.unless }),
    ...(resources.length > 0 && { resources }),
    ...(row.conditions && { conditions: row.conditions }),
    ...(row.offered && { offered: row.offered }),
    ...(row.hidden && { hidden: row.hidden }),
    ...(row.because && { because: row.because }),
    ...(row.source && { source: row.source }),
    ...(row.from && { from: row.from }),
  };
}

interface FoundAction {
  readonly prefix: string;
  readonly service: IamService;
  readonly action: IamAction;
}

// Undefined where a row says that IAM's data does not list its action; throws for any other action that it lacks.
function findAction(
  row: GrantRow,
  operation: WireOperation,
  context: Context,
): FoundAction | undefined {
  const [prefix = '', name = ''] = row.action.split(':');
  const service = context.iam.get(prefix);
  const action = service?.actions.get(name.toLowerCase());
  const isListed = service !== undefined && action !== undefined;
  if (isListed === (row.unlisted === true)) {
    const what = isListed ? 'is listed' : 'no such action';
    throw new Error(`${context.service.id} ${operation.name}: ${what}: ${row.action}`);
  }
  return isListed ? { prefix, service, action } : undefined;
}

function actionResources(
  { prefix, service, action }: FoundAction,
  row: GrantRow,
  operation: WireOperation,
  context: Context,
): readonly ResourceEntry[] {
  checkTypes({ prefix, service, action }, row, operation, context);
  return action.resourceTypes.flatMap(({ name: type, required }) => {
    if (row.types && !row.types.includes(type)) return [];
    const templates =
      arnForms[`${prefix}:${type}`] ?? service.resourceTypes.get(type.toLowerCase());
    if (templates === undefined) return [];
    const forms = formsOfService[context.service.id]?.[prefix];
    const own = templates.split(/,\s*/).filter((template) => forms?.test(template) !== false);
    return own.map((template, index) => {
      const key = index === 0 ? `${prefix}:${type}` : `${prefix}:${type}:${index + 1}`;
      context.resourceTypes.set(key, template);
      const target = { iamPrefix: prefix, type, template };
      const bound = bindVariables(operation, target);
      const own = ownVariables(row, template);
      noteVariables({ operation, action: row.action, key, target, own, bound }, context);
      const bind = bindKeyPlace(template, { ...expressionsOf(bound), ...own });
      const entry: ResourceEntry = {
        type: key,
        ...((required || row.types) && { required: true as const }),
        ...(Object.keys(bind).length > 0 && { bind }),
        ...(bound.arns.length > 0 && row.bind === undefined && { arns: bound.arns }),
      };
      return fillByJoins(entry, template, context.service, operation);
    });
  });
}

// A type that the action does not have would match nothing, and its resource be `*`.
function checkTypes(
  { prefix, service, action }: FoundAction,
  row: GrantRow,
  operation: WireOperation,
  context: Context,
): void {
  const known = action.resourceTypes
    .map(({ name }) => name)
    .filter(
      (name) => arnForms[`${prefix}:${name}`] ?? service.resourceTypes.has(name.toLowerCase()),
    );
  const unknown = (row.types ?? []).find((type) => !known.includes(type));
  if (unknown === undefined) return;
  const where = `${context.service.id} ${operation.name}: ${row.action}`;
  const types = known.join(', ') || 'none';
  throw new Error(`${where}: no such resource type: ${unknown}; it has ${types}`);
}

function expressionsOf({ variables }: ResourceBinding): Readonly<Record<string, string>> {
  return Object.fromEntries([...variables].map(([name, { expression }]) => [name, expression]));
}

// A row's own bindings reach only the templates that have such a variable.
function ownVariables(row: GrantRow, template: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(row.bind ?? {}).filter(([variable]) => template.includes(`\${${variable}}`)),
  );
}

function templateResource(
  row: GrantRow,
  template: string,
  operation: WireOperation,
  context: Context,
): ResourceEntry {
  const key = freeKey(`${row.action.split(':')[0]}:${operation.name}`, template, context);
  context.resourceTypes.set(key, template);
  const labels = [...template.matchAll(/\$\{([^}]+)\}/g)].map((match) => match[1] ?? '');
  const bind = Object.fromEntries(
    labels.flatMap((label) => {
      const isCalledSo = ([name, { wireName }]: readonly [string, Member]) =>
        (wireName ?? name) === label;
      // A member of the body may have the name of a label, as `integrationHttpMethod` has on the wire.
      const named = [...operation.members].filter(isCalledSo);
      const name = (named.find(([, { location }]) => location === 'uri') ?? named[0])?.[0];
      return name === undefined ? [] : [[label, name]];
    }),
  );
  return { type: key, required: true, bind: { ...bind, ...row.bind } };
}

// Rows of one operation may each have a template of their own.
function freeKey(key: string, template: string, context: Context): string {
  const known = context.resourceTypes.get(key);
  return known === undefined || known === template ? key : freeKey(`${key}+`, template, context);
}

function placesOf(
  grants: readonly GrantEntry[],
  operation: WireOperation,
  context: Context,
): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  for (const path of answerPaths[context.service.id]?.[operation.name] ?? []) {
    const reduced = answeredAccessKey.test(path) ? ' | accessKey' : '';
    places[answerPrefix + path] = `answer ${path}${reduced}`;
  }
  const headers = answerHeaders[context.service.id]?.[operation.name] ?? {};
  for (const [path, place] of Object.entries(headers)) places[answerPrefix + path] = place;
  const noted = notedParameters[context.service.id]?.[operation.name] ?? [];
  const read = [...parametersIn(grants), ...noted.map((path) => ({ path, isValueRead: true }))];
  for (const { path, isValueRead } of read) {
    const place = findWirePlace(operation, context.service.protocol, path);
    if (place === undefined) continue;
    const where = place.wire === path ? place.location : `${place.location} ${place.wire}`;
    const reducer = reducedParameters[context.service.id]?.[operation.name]?.[path];
    const reduced = reducer === undefined ? where : `${where} | ${reducer}`;
    places[path] = isValueRead ? reduced : `presence ${reduced}`;
  }
  return Object.fromEntries(Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1)));
}
