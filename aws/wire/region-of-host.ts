/**
 * Returns the region that an AWS host names: `eu-west-1` of `sqs.eu-west-1.amazonaws.com` and of
 * `s3-eu-west-1.amazonaws.com`; null for a global or a custom host.
 * Source: the region patterns of the SDKs' `partitions.json`.
 */
export function regionOfHost(host: string): string | null {
  return (
    /(?:^|[.-])((?:us|eu|ap|sa|ca|me|af|il|mx|cn|us-gov|us-iso|us-isob|us-isof|eu-isoe|eusc)-[a-z]+-\d+)\./.exec(
      host.toLowerCase(),
    )?.[1] ?? null
  );
}
