import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { asArray, asObject, asString } from './json.ts';

/** An npm package in the version that the catalog is built from. */
export interface ClientPackage {
  /** The client's name: `s3` for `@aws-sdk/client-s3`. */
  readonly client: string;
  readonly version: string;
  /** As npm writes it: `sha512-…`. */
  readonly integrity: string;
}

const lockFile = join(import.meta.dirname, 'client-packages.json');

/** Where the packages are kept between builds, outside the repository. */
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'leastgrant-catalog');

/** Reads the versions that the catalog is built from. */
export function readClientPackages(): readonly ClientPackage[] {
  const rows = asArray(JSON.parse(readFileSync(lockFile, 'utf8')), lockFile);
  return rows.map((row) => {
    const { client, version, integrity } = asObject(row, lockFile);
    return {
      client: asString(client, `${lockFile} client`),
      version: asString(version, `${lockFile} version`),
      integrity: asString(integrity, `${lockFile} integrity`),
    };
  });
}

/** Writes the versions to build from, one a line, sorted by client. */
export function writeClientPackages(packages: readonly ClientPackage[]): void {
  const lines = [...packages]
    .sort((a, b) => (a.client < b.client ? -1 : 1))
    .map((row) => JSON.stringify(row));
  writeFileSync(lockFile, `[\n${lines.join(',\n')}\n]\n`);
}

/**
 * Returns the folders of the packages, fetched from the npm registry where the cache does not have them.
 * Throws where a package cannot be had or is not the one that is written down.
 */
export async function fetchClientPackages(
  packages: readonly ClientPackage[],
): Promise<readonly string[]> {
  mkdirSync(cache, { recursive: true });
  const registry = npmRegistry();
  const waiting = [...packages];
  const fetchNext = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      if (!existsSync(folderOf(one))) await fetchPackage(one, registry);
    }
  };
  await Promise.all([fetchNext(), fetchNext(), fetchNext(), fetchNext()]);
  return packages.map((one) => join(folderOf(one), 'package'));
}

/** Returns the newest version of a client, or undefined where the registry does not have it. */
export async function findNewest(client: string): Promise<ClientPackage | undefined> {
  const response = await fetch(`${npmRegistry()}@aws-sdk%2fclient-${client}/latest`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`the registry answers ${response.status} for client-${client}`);
  const json = asObject(await response.json(), client);
  return {
    client,
    version: asString(json.version, `${client} version`),
    integrity: asString(asObject(json.dist, `${client} dist`).integrity, `${client} integrity`),
  };
}

async function fetchPackage(one: ClientPackage, registry: string): Promise<void> {
  const name = `client-${one.client}`;
  const response = await fetch(`${registry}@aws-sdk/${name}/-/${name}-${one.version}.tgz`);
  if (!response.ok)
    throw new Error(`the registry answers ${response.status} for ${name}@${one.version}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const hash = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (hash !== one.integrity) throw new Error(`${name}@${one.version} is not the package it was`);
  const partial = `${folderOf(one)}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  execFileSync('tar', ['-xzf', '-', '-C', partial], { input: bytes });
  renameSync(partial, folderOf(one));
}

function folderOf({ client, version }: ClientPackage): string {
  return join(cache, `client-${client}@${version}`);
}

function npmRegistry(): string {
  const configured = process.env.npm_config_registry;
  const registry =
    configured ?? execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' });
  return `${registry.trim().replace(/\/$/, '')}/`;
}
