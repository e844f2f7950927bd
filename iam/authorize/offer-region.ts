import type { ApiCall } from '../../aws/api-call.ts';
import type { GrantEntry } from '../../aws/catalog/entries.ts';

/**
 * Returns a grant with the region of the call as an offered condition, where the action takes no resource that could
 * say it. Services of which one endpoint serves all regions are left alone: their region says where the endpoint is.
 * Source: IAM User Guide, "AWS global condition context keys", aws:RequestedRegion.
 */
export function withRegion(grant: GrantEntry, { service, region }: ApiCall): GrantEntry {
  if (region === null || grant.resources !== undefined) return grant;
  const prefix = grant.action.slice(0, grant.action.indexOf(':'));
  if (globalPrefixes.has(prefix) || globalPrefixes.has(service)) return grant;
  const equals = { ...grant.offered?.StringEquals, 'aws:RequestedRegion': [region] };
  return { ...grant, offered: { ...grant.offered, StringEquals: equals } };
}

/**
 * Service prefixes whose requests go to one endpoint, or to one in another region than the one that is meant.
 * Source: AWS Prescriptive Guidance, AWS Privacy Reference Architecture, policy that denies requests outside of the
 * European Union: what it exempts as a whole, and S3, of which it exempts the listing of buckets.
 */
const globalPrefixes: ReadonlySet<string> = new Set([
  'account',
  'acm',
  'aws-marketplace',
  'aws-marketplace-management',
  'aws-portal',
  'billing',
  'budgets',
  'ce',
  'chime',
  'cloudfront',
  'config',
  'cur',
  'directconnect',
  'fms',
  'globalaccelerator',
  'health',
  'iam',
  'importexport',
  'kms',
  'mobileanalytics',
  'networkmanager',
  'organizations',
  'payments',
  'pricing',
  'route53',
  'route53-recovery-cluster',
  'route53-recovery-control-config',
  'route53-recovery-readiness',
  'route53domains',
  's3',
  'savingsplans',
  'shield',
  'sts',
  'support',
  'tax',
  'trustedadvisor',
  'waf',
  'waf-regional',
  'wafv2',
  'wellarchitected',
]);
