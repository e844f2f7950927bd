import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A Node to run programs with. */
export interface NodeVersion {
  /** `22` */
  readonly version: string;
  readonly path: string;
}

/** Every Node whose programs are recorded in tests: the oldest that leastgrant runs on, and those that AWS supports. */
export const nodeVersions: readonly NodeVersion[] = ['20', '22', '24'].map((version) => ({
  version,
  path: findNode(version),
}));

/** The one that `LEASTGRANT_NODE_<VERSION>` names, else the one of the nested package. */
function findNode(version: string): string {
  const named = process.env[`LEASTGRANT_NODE_${version}`];
  if (named) return named;
  const name = `node-${version}-${process.platform}-${process.arch}`;
  const path = join(import.meta.dirname, 'node_modules', name, 'bin', 'node');
  if (existsSync(path)) return path;
  throw new Error(
    `no Node ${version} to test with: run \`npm ci\` in \`test/clients\`, or, where npm has none for ` +
      `${process.platform} on ${process.arch}, set LEASTGRANT_NODE_${version} to the path of one`,
  );
}
