import type { ApiCall } from '../../aws/api-call.ts';
import type { GrantEntry } from '../../aws/catalog/entries.ts';
import { globalPrefixes } from './rules/global-prefixes.ts';

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
