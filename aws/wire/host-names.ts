/**
 * Tells how well a host names the service with this endpoint prefix: 2 where the prefix stands in it as it is
 * (`runtime.sagemaker.eu-west-1.amazonaws.com`, also behind an id or in a VPC endpoint's name), 1 where an operation's
 * own host prefix is joined to it (`sync-states.…`), else 0. FIPS marks do not count. `host` is in lower case, without
 * port.
 */
export function hostNames(host: string, endpointPrefix: string): 0 | 1 | 2 {
  const plain = host.replaceAll(/-fips(?=[.-]|$)|(?<=^|\.)fips[.-]/g, '');
  const prefix = endpointPrefix.toLowerCase();
  if (plain.startsWith(`${prefix}.`) || plain.includes(`.${prefix}.`)) return 2;
  return plain.includes(`-${prefix}.`) ? 1 : 0;
}
