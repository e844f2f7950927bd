import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import { whyNoPermission } from '../../../iam/authorize/why-no-permission.ts';
import { apiCall } from './api-call.ts';

const catalog = openCatalog();

describe('why a call needs no permission', () => {
  it.each<[string, string, string, boolean]>([
    ['sts', 'GetCallerIdentity', 'AWS asks for no permission for this operation', false],
    ['sso-oidc', 'CreateToken', 'AWS takes it without a signature', false],
    ['teleport', 'Beam', 'no action is known for it; the policy may lack one', true],
    ['sns', 'Publish', 'this request asks for nothing that takes a permission', false],
  ])('%s %s', (service, operation, reason, isUnknown) => {
    const call = apiCall(service, operation, {});
    expect(authorize(call, catalog)).toEqual([]);
    expect(whyNoPermission(call, catalog)).toEqual({ isUnknown, reason });
  });

  it('that nobody signed', () => {
    const call = { ...apiCall('s3', 'GetObject', { Bucket: 'b', Key: 'k' }), identity: null };
    expect(whyNoPermission(call, catalog).reason).toContain('without an AWS signature');
  });
});
