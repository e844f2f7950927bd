import type { EnvironmentFiles, Variables } from './environment.ts';

/** Returns what Haskell programs on Unix need (amazonka, git-annex). They read the common proxy variables. */
export function haskell(files: EnvironmentFiles): Variables {
  return {
    // Their TLS (x509-system) trusts folders of the system, whatever SSL_CERT_FILE says.
    SYSTEM_CERTIFICATE_PATH: files.bundle,
  };
}
