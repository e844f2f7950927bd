import type { EnvironmentFiles, Variables } from './environment.ts';

/** Returns what Python programs need: the AWS CLI, boto3, SAM, and whatever uses requests. */
export function python(files: EnvironmentFiles): Variables {
  return {
    // botocore, both versions of the AWS CLI; also the AWS SDKs for Go and Ruby, Terraform and the CDK.
    AWS_CA_BUNDLE: files.bundle,
    // requests, pip, and botocore where AWS_CA_BUNDLE is taken away.
    REQUESTS_CA_BUNDLE: files.bundle,
  };
}
