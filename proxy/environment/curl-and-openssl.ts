import type { EnvironmentFiles, Variables } from './environment.ts';

/** Returns what programs on libcurl need; what OpenSSL itself reads is SSL_CERT_FILE, set for Go. */
export function curlAndOpenssl(files: EnvironmentFiles): Variables {
  return {
    // curl (`--aws-sigv4`), and requests where REQUESTS_CA_BUNDLE is taken away.
    CURL_CA_BUNDLE: files.bundle,
    // git, which calls CodeCommit by libcurl without reading curl's variable.
    GIT_SSL_CAINFO: files.bundle,
  };
}
