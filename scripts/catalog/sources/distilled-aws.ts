import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type {
  Member,
  MemberLocation,
  Protocol,
  Shape,
  WireOperation,
  WireService,
} from '../model.ts';
import { createSchemaRecorder, type SchemaNode } from './schema-recorder.ts';

/**
 * Reads every service of `@distilled.cloud/aws` (Apache-2.0), which is generated from AWS's own API models: the schemas
 * of its `lib/services/*.js`. They are expressions, not data, so each file runs in a context of its own in which the
 * schema functions only note what they are given; nothing of the package's other code is loaded.
 * `folder` is the installed package. Sorted by service id.
 */
export function readDistilledAws(folder: string): readonly WireService[] {
  const services = join(folder, 'lib', 'services');
  return readdirSync(services)
    .filter((file) => file.endsWith('.js') && file !== 'index.js')
    .sort()
    .map((file) => readService(readFileSync(join(services, file), 'utf8'), file));
}

function readService(source: string, file: string): WireService {
  const recorder = createSchemaRecorder();
  const script = source
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^export (?=const|class|var)/gm, '');
  runInNewContext(script, recorder.globals, { filename: file });
  const { service } = recorder;
  const protocol = protocols[service.protocol];
  if (service.sdkId === '' || protocol === undefined) {
    throw new Error(`${file}: no service id, or an unknown protocol: ${service.protocol}`);
  }
  const basePath = findBasePath(source);
  const operations = recorder
    .operations()
    .map(({ name, input }) => toOperation(name, input, protocol, basePath));
  const isJson = protocol === 'json';
  return {
    id: service.sdkId.toLowerCase().replaceAll(' ', '-'),
    apiVersion: service.apiVersion,
    protocol,
    signingNames: nonEmpty(service.signingName),
    endpointPrefixes: nonEmpty(findEndpointPrefix(source) ?? service.signingName),
    targetPrefixes: isJson ? [service.shapeName] : [],
    operations: new Map(operations.map((operation) => [operation.name, operation])),
  };
}

// The path that a service's endpoint itself has: `https://maps.geo.REGION.SUFFIX/v2`.
function findBasePath(source: string): string {
  return /"dnsSuffix"\)\}(\/[a-z0-9]+)`/.exec(source)?.[1] ?? '';
}

const protocols: Readonly<Record<string, Protocol>> = {
  AwsProtocolsAwsJson1_0: 'json',
  AwsProtocolsAwsJson1_1: 'json',
  AwsProtocolsRestJson1: 'rest-json',
  AwsProtocolsRestXml: 'rest-xml',
  AwsProtocolsAwsQuery: 'query',
  AwsProtocolsEc2Query: 'ec2',
};

// The plain regional endpoint: what stands before the region, or before the partition's suffix of a global service.
function findEndpointPrefix(source: string): string | undefined {
  const urls = [
    ...source.matchAll(/e\(`https:\/\/([a-z0-9.-]+?)\.(?:\$\{Region\}|\$\{_\.getAttr)/g),
  ];
  return urls.map((match) => match[1] ?? '').find((prefix) => !prefix.includes('fips'));
}

function toOperation(
  name: string,
  input: SchemaNode,
  protocol: Protocol,
  basePath: string,
): WireOperation {
  const structure = input.unwrap();
  const http = structure.traitsOf('Http')[0];
  const members = toMembers(structure, protocol);
  const method = textOf(http, 'method') ?? 'POST';
  const uri = textOf(http, 'uri') ?? '/';
  // Operations without input have lost their route in this source.
  const isRouteKnown = protocol.startsWith('rest') && (members.size > 0 || uri !== '/');
  const payload = structure.fields().find(([, field]) => field.hasTrait('HttpPayload'));
  return {
    name,
    routes: isRouteKnown ? [{ method, uri: basePath + uri }] : [],
    signed: true,
    deprecated: false,
    members,
    payload: payload?.[0] ?? null,
  };
}

function toMembers(structure: SchemaNode, protocol: Protocol): ReadonlyMap<string, Member> {
  return new Map(
    structure.fields().map(([name, field]): [string, Member] => {
      const { location, wireName } = findPlace(field);
      return [
        name,
        {
          wireName: wireName ?? bodyName(name, field, structure, protocol),
          location,
          required: !field.isOptional(),
          shape: () => toShape(field, protocol),
        },
      ];
    }),
  );
}

function findPlace(field: SchemaNode): { location: MemberLocation; wireName: string | null } {
  const places: readonly (readonly [string, MemberLocation])[] = [
    ['HttpLabel', 'uri'],
    ['HttpQuery', 'query'],
    ['HttpHeader', 'header'],
    ['HttpPrefixHeaders', 'headers'],
  ];
  for (const [trait, location] of places) {
    if (field.hasTrait(trait)) return { location, wireName: firstText(field.traitsOf(trait)) };
  }
  return { location: 'body', wireName: null };
}

function bodyName(
  name: string,
  field: SchemaNode,
  structure: SchemaNode,
  protocol: Protocol,
): string | null {
  if (protocol === 'ec2') {
    return firstText(field.traitsOf('Ec2QueryName')) ?? firstText(field.traitsOf('XmlName'));
  }
  if (protocol === 'query' || protocol === 'rest-xml') return firstText(field.traitsOf('XmlName'));
  return structure.encodedName(name);
}

function toShape(node: SchemaNode, protocol: Protocol): Shape {
  const inner = node.unwrap();
  if (inner.kind === 'struct') {
    return { type: 'structure', members: () => toMembers(inner, protocol) };
  }
  if (inner.kind === 'array') {
    const item = inner.item();
    return {
      type: 'list',
      item: () => toShape(item, protocol),
      itemName: firstText(item.traitsOf('XmlName')),
      flattened: node.hasTrait('XmlFlattened'),
    };
  }
  if (inner.kind === 'blob') return { type: 'blob' };
  if (inner.kind === 'record') return { type: 'map' };
  return { type: 'scalar', isSensitive: inner.kind === 'sensitive' };
}

function nonEmpty(text: string): readonly string[] {
  return text === '' ? [] : [text];
}

function firstText(values: readonly unknown[]): string | null {
  return values.find((value) => typeof value === 'string') ?? null;
}

function textOf(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const text: unknown = Reflect.get(value, key);
  return typeof text === 'string' ? text : null;
}
