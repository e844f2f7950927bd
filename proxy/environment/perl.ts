import type { EnvironmentFiles, Variables } from './environment.ts';

/** Returns what Perl programs on LWP need (Net::Amazon::S3); those on HTTP::Tiny (Paws) read the common variables. */
export function perl(files: EnvironmentFiles): Variables {
  return {
    // LWP on Debian trusts a folder of the system, whatever SSL_CERT_FILE says.
    PERL_LWP_SSL_CA_FILE: files.bundle,
    // LWP reads the proxy variables where it is told to: by the program, or by this one.
    PERL_LWP_ENV_PROXY: '1',
  };
}
