import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asArray, asObject, asString, type JsonObject } from '../json.ts';
import type {
  Member,
  MemberLocation,
  Protocol,
  Shape,
  WireOperation,
  WireService,
} from '../model.ts';

/**
 * Reads the newest API version of every service in `aws-sdk` (Apache-2.0): its `apis/*.min.json` files.
 * `folder` is the installed package. Sorted by service id.
 */
export function readAwsSdkV2(folder: string): readonly WireService[] {
  const apis = join(folder, 'apis');
  const newest = new Map<string, WireService>();
  for (const file of readdirSync(apis).sort()) {
    if (!file.endsWith('.min.json') || file === 'metadata.json') continue;
    const api = asObject(JSON.parse(readFileSync(join(apis, file), 'utf8')), file);
    const service = parseService(api, file);
    const known = newest.get(service.id);
    if (known === undefined || known.apiVersion < service.apiVersion) {
      newest.set(service.id, service);
    }
  }
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function parseService(api: JsonObject, file: string): WireService {
  const metadata = asObject(api.metadata, `${file} metadata`);
  const text = (key: string) => asString(metadata[key], `${file} metadata.${key}`);
  const endpointPrefix = text('endpointPrefix');
  const shapes = asObject(api.shapes ?? {}, `${file} shapes`);
  const operations = Object.entries(asObject(api.operations, `${file} operations`)).map(
    ([name, raw]) => parseOperation(name, asObject(raw, `${file} ${name}`), shapes),
  );
  return {
    id: text('serviceId').toLowerCase().replaceAll(' ', '-'),
    apiVersion: text('apiVersion'),
    protocol: parseProtocol(text('protocol'), file),
    signingNames: [optionalString(metadata.signingName) ?? endpointPrefix],
    endpointPrefixes: [endpointPrefix],
    targetPrefixes: typeof metadata.targetPrefix === 'string' ? [metadata.targetPrefix] : [],
    operations: new Map(operations.map((operation) => [operation.name, operation])),
  };
}

function parseOperation(name: string, raw: JsonObject, shapes: JsonObject): WireOperation {
  const http = asObject(raw.http ?? {}, `${name} http`);
  const input = asObject(raw.input ?? {}, `${name} input`);
  const resolved = resolve(input, shapes);
  return {
    name,
    routes: toRoutes(optionalString(http.method), optionalString(http.requestUri)),
    signed: raw.authtype !== 'none' && !isUnsignedAuth(raw.auth),
    deprecated: raw.deprecated === true,
    members: parseMembers(resolved, shapes),
    payload: optionalString(resolved.payload),
  };
}

// The compact models leave POST out.
function toRoutes(method: string | null, uri: string | null): WireOperation['routes'] {
  return uri === null ? [] : [{ method: method ?? 'POST', uri }];
}

// `auth: ["smithy.api#noAuth"]` alone means that the operation is not signed; beside SigV4 it is optional.
function isUnsignedAuth(auth: unknown): boolean {
  return Array.isArray(auth) && auth.length > 0 && auth.every((one) => one === 'smithy.api#noAuth');
}

function parseMembers(structure: JsonObject, shapes: JsonObject): ReadonlyMap<string, Member> {
  const required = new Set(asArray(structure.required ?? [], 'required'));
  const members = asObject(structure.members ?? {}, 'members');
  return new Map(
    Object.entries(members).map(([name, raw]) => {
      const member = asObject(raw, name);
      return [
        name,
        {
          wireName: optionalString(member.locationName),
          location: parseLocation(member.location),
          required: required.has(name),
          shape: () => parseShape(resolve(member, shapes), shapes),
        },
      ];
    }),
  );
}

function parseShape(raw: JsonObject, shapes: JsonObject): Shape {
  if (raw.type === 'structure' || raw.members !== undefined) {
    return { type: 'structure', members: () => parseMembers(raw, shapes) };
  }
  if (raw.type === 'list') {
    const item = asObject(raw.member ?? {}, 'list member');
    return {
      type: 'list',
      item: () => parseShape(resolve(item, shapes), shapes),
      itemName: optionalString(resolve(item, shapes).locationName),
      flattened: raw.flattened === true,
    };
  }
  if (raw.type === 'blob') return { type: 'blob' };
  if (raw.type === 'map') return { type: 'map' };
  return { type: 'scalar', isSensitive: raw.sensitive === true };
}

function resolve(raw: JsonObject, shapes: JsonObject): JsonObject {
  if (typeof raw.shape !== 'string') return raw;
  return { ...asObject(shapes[raw.shape] ?? {}, raw.shape), ...raw };
}

const locations: Readonly<Record<string, MemberLocation>> = {
  uri: 'uri',
  querystring: 'query',
  header: 'header',
  headers: 'headers',
};

function parseLocation(value: unknown): MemberLocation {
  return typeof value === 'string' ? (locations[value] ?? 'body') : 'body';
}

function parseProtocol(value: string, file: string): Protocol {
  if (
    value === 'json' ||
    value === 'rest-json' ||
    value === 'rest-xml' ||
    value === 'query' ||
    value === 'ec2'
  ) {
    return value;
  }
  throw new Error(`${file} speaks an unknown protocol: ${value}`);
}

function optionalString(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
