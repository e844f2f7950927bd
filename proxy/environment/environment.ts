/** Environment variables by name, as in `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that one family of clients needs, by name. */
export type Variables = Readonly<Record<string, string>>;

/** The files that the programs of a run are pointed to, as absolute paths. */
export interface EnvironmentFiles {
  /** PEM: what the user trusted, the public authorities and the run's authority. */
  readonly bundle: string;
  /** PEM: the certificates that the user had added to the public authorities, and the run's authority. */
  readonly extraCertificates: string;
  /** PEM: the run's authority alone. */
  readonly authority: string;
  /** PKCS12: what a JVM trusted, what is in `bundle`. */
  readonly javaTrustStore: string;
  /** A folder whose only `.ini` file names `bundle`. */
  readonly phpIniFolder: string;
  /** `preload/preload.cjs` of this package. */
  readonly preload: string;
}

/** Returns the value of a variable that is set and not empty; on Windows names differ in their case only. */
export function readVariable(
  env: Environment,
  name: string,
  platform: NodeJS.Platform,
): string | undefined {
  const exact = env[name];
  if (exact !== undefined || platform !== 'win32') return exact || undefined;
  const lower = name.toLowerCase();
  const spelled = Object.keys(env).find((key) => key.toLowerCase() === lower);
  return spelled === undefined ? undefined : env[spelled] || undefined;
}
