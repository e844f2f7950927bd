/**
 * Returns the region that an AWS host names: `eu-west-1` of `sqs.eu-west-1.amazonaws.com` and of
 * `s3-eu-west-1.amazonaws.com`; null for a global or a custom host. What looks like a region in the name of a bucket
 * stands before the service's own.
 * Source: the region patterns of the SDKs' `partitions.json`; new regions follow them.
 */
export function regionOfHost(host: string): string | null {
  let region: string | null = null;
  for (const match of host.toLowerCase().matchAll(regions)) region = match[1] ?? region;
  return region;
}

const regions =
  /(?<=^|[.-])((?:[a-z]{2}|eusc)(?:-[a-z]{2,4})?-(?:central|(?:north|south)(?:east|west)?|east|west)-\d+)(?=\.)/g;
