/** A partition of AWS, the prefixes of its regions and the suffixes of its endpoints. */
interface Partition {
  readonly name: string;
  readonly regionPrefixes: readonly string[];
  readonly domains: readonly string[];
}

/**
 * AWS's partitions.
 * Source: `partitions.json` of the AWS SDKs (dnsSuffix, dualStackDnsSuffix, regionRegex).
 */
const partitions: readonly Partition[] = [
  {
    name: 'aws-cn',
    regionPrefixes: ['cn-'],
    domains: ['amazonaws.com.cn', 'api.amazonwebservices.com.cn', 'on.amazonwebservices.com.cn'],
  },
  { name: 'aws-us-gov', regionPrefixes: ['us-gov-'], domains: [] },
  { name: 'aws-iso', regionPrefixes: ['us-iso-'], domains: ['c2s.ic.gov', 'api.aws.ic.gov'] },
  { name: 'aws-iso-b', regionPrefixes: ['us-isob-'], domains: ['sc2s.sgov.gov', 'api.aws.scloud'] },
  {
    name: 'aws-iso-e',
    regionPrefixes: ['eu-isoe-'],
    domains: ['cloud.adc-e.uk', 'api.cloud-aws.adc-e.uk'],
  },
  {
    name: 'aws-iso-f',
    regionPrefixes: ['us-isof-'],
    domains: ['csp.hci.ic.gov', 'api.aws.hci.ic.gov'],
  },
  {
    name: 'aws-eusc',
    regionPrefixes: ['eusc-'],
    domains: ['amazonaws.eu', 'api.amazonwebservices.eu'],
  },
  {
    name: 'aws',
    regionPrefixes: [],
    domains: ['amazonaws.com', 'api.aws', 'on.aws', 'signin.aws.amazon.com'],
  },
];

/** The suffixes of every AWS endpoint, of all partitions; a host is AWS's when it is one or ends in a dot and one. */
export const awsDomains: readonly string[] = partitions.flatMap(({ domains }) => domains);

/** Returns the partition of a region: `aws-cn` for `cn-north-1`, `aws` for all that no other claims. */
export function partitionOfRegion(region: string | null): string {
  const match = partitions.find(({ regionPrefixes }) =>
    regionPrefixes.some((prefix) => region?.startsWith(prefix)),
  );
  return match?.name ?? 'aws';
}

/** Returns the partition whose endpoint a host is: of a global one, which names no region, and `aws` of any other. */
export function partitionOfHost(host: string): string {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const match = partitions.find(({ domains }) =>
    domains.some((domain) => name === domain || name.endsWith(`.${domain}`)),
  );
  return match?.name ?? 'aws';
}

/**
 * Returns the domains that service principals of a partition end in. Those of partitions with a domain of their own end
 * in it or in `amazonaws.com`, which of the two differs by service.
 * Source: IAM User Guide, "AWS service principals".
 */
export function dnsSuffixesOf(partition: string): readonly string[] {
  const own = partitions.find(({ name }) => name === partition)?.domains[0];
  return [...new Set(['amazonaws.com', own ?? 'amazonaws.com'])];
}

/** Tells whether a host name (without port) is an AWS endpoint of any partition. */
export function isAwsHost(host: string): boolean {
  const name = host.toLowerCase();
  return awsDomains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
