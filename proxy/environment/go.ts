import type { EnvironmentFiles, Variables } from './environment.ts';

/** Returns what Go programs need beside AWS_CA_BUNDLE, which only the AWS SDK reads. */
export function go(files: EnvironmentFiles): Variables {
  return {
    // crypto/x509 on Linux (`terraform init`); also programs on OpenSSL, .NET on Linux, and Rust's native roots.
    SSL_CERT_FILE: files.bundle,
  };
}
