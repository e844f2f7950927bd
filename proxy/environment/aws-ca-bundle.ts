import type { EnvironmentFiles, Variables } from './environment.ts';

/** What decides about AWS_CA_BUNDLE. */
interface AwsCaBundleInput {
  readonly files: EnvironmentFiles;
  /** Whether the user has set it, or `ca_bundle` in the AWS configuration, which it wins over. */
  readonly isUsers: boolean;
  readonly platform: NodeJS.Platform;
}

/** Where Go trusts the system alone and reads no SSL_CERT_FILE. Source: crypto/x509, root_darwin.go, root_windows.go. */
const goTrustsSystem: readonly NodeJS.Platform[] = ['darwin', 'win32'];

/**
 * Returns AWS_CA_BUNDLE where it is needed. Every client that reads it reads another variable too, but for Go on macOS
 * and Windows; and where it is set, the AWS SDKs for Go refuse a program's own HTTP client, as rclone has one
 * (`LoadCustomCABundleError`; version 2: `unable to add custom RootCAs HTTPClient`).
 */
export function awsCaBundle({ files, isUsers, platform }: AwsCaBundleInput): Variables {
  // botocore asks for it, and for `ca_bundle`, before REQUESTS_CA_BUNDLE.
  const isNeeded = isUsers || goTrustsSystem.includes(platform);
  return isNeeded ? { AWS_CA_BUNDLE: files.bundle } : {};
}
