import type { EnvironmentFiles, Variables } from './environment.ts';

/** Returns what programs need that trust what OpenSSL trusts, or look for it in the same way. */
export function go(files: EnvironmentFiles): Variables {
  return {
    // crypto/x509 of Go on Linux (the AWS SDKs, Terraform); also Ruby, .NET on Linux, Rust's native roots, HTTP::Tiny.
    SSL_CERT_FILE: files.bundle,
  };
}
