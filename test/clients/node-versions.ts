/** A Node to run programs with. */
export interface NodeVersion {
  /** `22` */
  readonly version: string;
  readonly path: string;
}

/** The Node that runs the tests. */
export const nodeVersions: readonly NodeVersion[] = [
  { version: process.versions.node.split('.')[0] ?? '', path: process.execPath },
];
