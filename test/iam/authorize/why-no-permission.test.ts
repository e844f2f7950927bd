import { describe, expect, it } from 'vitest';
import type { ApiCall } from '../../../aws/api-call.ts';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import type { Denial } from '../../../aws/denial.ts';
import { authorize } from '../../../iam/authorize/authorize.ts';
import { whyNoPermission } from '../../../iam/authorize/why-no-permission.ts';
import { apiCall } from './api-call.ts';

const catalog = openCatalog();

const plainDenial: Denial = {
  principal: null,
  action: 'sqs:SendMessage',
  resources: ['arn:aws:sqs:eu-west-1:123456789012:q'],
  deniedBy: null,
  isExplicit: false,
  policy: null,
  encodedMessage: null,
};

function denied(denial: Denial): ApiCall {
  const call = apiCall('sqs', 'SendMessage', { QueueUrl: 'https://sqs/123456789012/q' });
  const result = { outcome: 'denied', status: 403, errorCode: 'AccessDenied' } as const;
  return { ...call, ...result, denials: [denial] };
}

describe('why a call needs no permission', () => {
  it.each<[string, string, string, string]>([
    ['sts', 'GetCallerIdentity', 'AWS asks for no permission for this operation', 'none needed'],
    ['sso-oidc', 'CreateToken', 'AWS takes it without a signature', 'none needed'],
    ['teleport', 'Beam', 'no action is known for it; the policy may lack one', 'unknown'],
    ['sns', 'Publish', 'this request asks for nothing that takes a permission', 'none needed'],
  ])('%s %s', (service, operation, reason, kind) => {
    const call = apiCall(service, operation, {});
    expect(authorize(call, catalog)).toEqual([]);
    expect(whyNoPermission(call, catalog)).toEqual({ kind, reason });
  });

  it.each<[string, Partial<Denial>, string]>([
    [
      'an explicit deny',
      { deniedBy: 'service control policy', isExplicit: true },
      'AWS denied it by an explicit deny in a service control policy, which no Allow answers',
    ],
    [
      'a boundary that lacks it',
      { deniedBy: 'permissions boundary' },
      'AWS denied it by no permissions boundary that allows it, which no Allow answers',
    ],
  ])('that %s ended', (_name, denial, reason) => {
    const call = denied({ ...plainDenial, ...denial });
    expect(authorize(call, catalog)).toEqual([]);
    expect(whyNoPermission(call, catalog)).toEqual({ kind: 'denied', reason });
  });

  it('that nobody signed', () => {
    const call = { ...apiCall('s3', 'GetObject', { Bucket: 'b', Key: 'k' }), identity: null };
    expect(whyNoPermission(call, catalog).reason).toContain('without an AWS signature');
  });
});
