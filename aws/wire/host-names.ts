/**
 * Tells how well a host names the service with this endpoint prefix: 2 where the prefix stands in it as it is
 * (`runtime.sagemaker.eu-west-1.amazonaws.com`, also behind an id or in a VPC endpoint's name), 1 where an operation's
 * own host prefix is joined to it (`sync-states.…`), else 0. `host` is in lower case, without port and FIPS marks.
 */
export function hostNames(host: string, endpointPrefix: string): 0 | 1 | 2 {
  const prefix = endpointPrefix.toLowerCase();
  if (host.startsWith(`${prefix}.`) || host.includes(`.${prefix}.`)) return 2;
  return host.includes(`-${prefix}.`) ? 1 : 0;
}

/**
 * Returns a host's name without what its prefix does not have: FIPS marks, and the cell of Timestream that an account
 * is in (`ingest-cell1.timestream.…`). Source: Amazon Timestream Developer Guide, "The endpoint discovery pattern" and
 * "VPC endpoints (AWS PrivateLink)".
 */
export function plainHost(host: string): string {
  return host
    .replaceAll(/-fips(?=[.-]|$)|(?<=^|\.)fips[.-]/g, '')
    .replace(/(?<=^|\.)(ingest|query)-cell\d+(?=\.timestream\.)/, '$1');
}
