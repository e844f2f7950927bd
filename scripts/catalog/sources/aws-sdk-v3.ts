import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { Member, Protocol, WireOperation, WireService } from '../model.ts';
import { resolve, toList, toMembers, toTraits } from './smithy-schema.ts';

/**
 * Reads one `@aws-sdk/client-*` package (Apache-2.0): the schemas of its `dist-es/schemas`, which are arrays, and a few
 * settings beside them. The schema file runs in a context of its own, because its arrays refer to each other by
 * functions. `folder` is the unpacked package. Undefined for packages older than the schemas.
 * Source of the arrays' layout: `@smithy/types`, "schema/static-schemas".
 */
export function readAwsSdkV3Client(folder: string): WireService | undefined {
  const file = join(folder, 'dist-es', 'schemas', 'schemas_0.js');
  if (!existsSync(file)) return undefined;
  const config = readFileSync(join(folder, 'dist-es', 'runtimeConfig.shared.js'), 'utf8');
  const protocol = protocols[/config\?\.protocol \?\? (?:new )?(\w+)/.exec(config)?.[1] ?? ''];
  const id = /serviceId: config\?\.serviceId \?\? "([^"]+)"/.exec(config)?.[1];
  if (protocol === undefined || id === undefined) return undefined;
  const auth = readFileSync(join(folder, 'dist-es', 'auth', 'httpAuthSchemeProvider.js'), 'utf8');
  const unsigned = findUnsigned(auth);
  const signingName = /name: "([^"]+)"/.exec(auth)?.[1];
  const endpoints = readEndpointRules(join(folder, 'dist-es', 'endpoint'));
  const target = /serviceTarget: "([^"]+)"/.exec(config)?.[1];
  const basePath = /dnsSuffix\}(\/[a-z0-9]+)"/.exec(endpoints)?.[1] ?? '';
  const operations = readOperations(readFileSync(file, 'utf8'), { protocol, unsigned, basePath });
  return {
    id: id.toLowerCase().replaceAll(' ', '-'),
    apiVersion: /apiVersion: "([^"]+)"/.exec(config)?.[1] ?? '',
    protocol,
    signingNames: signingName === undefined ? [] : [signingName],
    endpointPrefixes: findEndpointPrefixes(endpoints),
    targetPrefixes: protocol === 'json' && target !== undefined ? [target] : [],
    operations,
  };
}

const protocols: Readonly<Record<string, Protocol>> = {
  AwsEc2QueryProtocol: 'ec2',
  AwsJson1_0Protocol: 'json',
  AwsJson1_1Protocol: 'json',
  AwsQueryProtocol: 'query',
  AwsRestJsonProtocol: 'rest-json',
  AwsRestXmlProtocol: 'rest-xml',
  AwsSmithyRpcV2CborProtocol: 'rpc-v2-cbor',
  S3RestXmlProtocol: 'rest-xml',
};

// The only scheme of such an operation is none at all.
function findUnsigned(auth: string): ReadonlySet<string> {
  const blocks = auth.matchAll(/((?:case "\w+":\s*)+)\{([^}]*)\}/g);
  const names = [...blocks]
    .filter(([, , block = '']) => block.includes('NoAuth') && !block.includes('Sigv4'))
    .flatMap(([, cases = '']) => [...cases.matchAll(/"(\w+)"/g)].map((match) => match[1] ?? ''));
  return new Set(names);
}

// Clients from before 2026 have the rules as a tree instead of a decision diagram.
function readEndpointRules(folder: string): string {
  const file = ['bdd.js', 'ruleset.js'].find((name) => existsSync(join(folder, name)));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
}

function findEndpointPrefixes(endpoints: string): readonly string[] {
  const urls = [...endpoints.matchAll(/"https:\/\/([a-z0-9.-]+?)\.\{/g)].map(
    (match) => match[1] ?? '',
  );
  const plain = urls.filter((prefix) => !/fips|dualstack/.test(prefix));
  return [...new Set(plain)];
}

interface Context {
  readonly protocol: Protocol;
  readonly unsigned: ReadonlySet<string>;
  /** The path that the service's endpoint itself has: `https://maps.geo.REGION.SUFFIX/v2`. */
  readonly basePath: string;
}

function readOperations(source: string, context: Context): ReadonlyMap<string, WireOperation> {
  const names = [...source.matchAll(/^export var (\w+\$) = \[9,/gm)].map((match) => match[1] ?? '');
  const script = source
    .replaceAll(/^import .*$/gm, '')
    .replaceAll(/^export (?=var|const)/gm, '')
    .concat(`\n;[${names.join(',')}]`);
  const schemas: unknown = runInNewContext(script, {
    TypeRegistry: InertRegistry,
    ...inertErrors(source),
  });
  const operations = toList(schemas).map((schema) => toOperation(schema, context));
  return new Map(operations.map((operation) => [operation.name, operation]));
}

// The file also notes its error classes in a registry; none of that is needed here.
class InertRegistry {
  static for(): InertRegistry {
    return new InertRegistry();
  }

  register(): void {}

  registerError(): void {}
}

// The file registers the package's error classes, which it imports.
function inertErrors(source: string): object {
  const imported = [...source.matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, list = '']) =>
    list.split(',').map((name) => name.replace(/^.* as /, '').trim()),
  );
  const errors = imported.filter((name) => name !== '' && name !== 'TypeRegistry');
  return Object.fromEntries(errors.map((name) => [name, class {}]));
}

// [9, namespace, name, traits, input, output]
function toOperation(schema: unknown, context: Context): WireOperation {
  const [, , name, traits, input] = toList(schema);
  const [method, uri] = toList(toTraits(traits).http);
  const members = toMembers(resolve(input), context.protocol);
  const operation = typeof name === 'string' ? name : '';
  return {
    name: operation,
    routes:
      typeof method === 'string' && typeof uri === 'string'
        ? [{ method, uri: context.basePath + withBucket(uri, members) }]
        : [],
    signed: !context.unsigned.has(operation),
    deprecated: false,
    members,
    payload: [...members].find(([, { isPayload }]) => isPayload)?.[0] ?? null,
  };
}

// S3's bucket is a label that these models leave to the host; in the catalog it stands in the path.
function withBucket(uri: string, members: ReadonlyMap<string, Member>): string {
  const isLeftOut = members.get('Bucket')?.location === 'uri' && !uri.includes('{Bucket}');
  return isLeftOut ? `/{Bucket}${uri.replace(/^\/(?=\?|$)/, '')}` : uri;
}
