import type { CredentialScope } from './credential-scope.ts';
import type { FormFields } from './identify-query.ts';
import { regionOfHost } from './region-of-host.ts';

/**
 * Reads who signed a form by Signature Version 2, which SimpleDB still takes: the access key id stands in the form, the
 * region only in the host. Undefined where the form is not signed.
 * Source: Amazon SimpleDB Developer Guide, "HMAC-SHA signature".
 */
export function findQueryScope(fields: FormFields, host: string): CredentialScope | undefined {
  const accessKeyId = fields.get('AWSAccessKeyId')?.[0];
  if (accessKeyId === undefined || !fields.has('Signature')) return undefined;
  return { accessKeyId, region: regionOfHost(host), signingName: 'sdb' };
}
