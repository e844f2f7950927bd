import type { EnvironmentFiles, Variables } from './environment.ts';

/** Returns what Python programs need: the AWS CLI, boto3, SAM, and whatever uses requests. */
export function python(files: EnvironmentFiles): Variables {
  return {
    // botocore, both versions of the AWS CLI, requests, pip.
    REQUESTS_CA_BUNDLE: files.bundle,
  };
}
