import { describe, expect, it } from 'vitest';
import { parseArn } from '../../aws/arn.ts';

describe('an ARN', () => {
  it('has five parts, the last with its colons', () => {
    expect(parseArn('arn:aws:logs:eu-west-1:123456789012:log-group:/a:*')).toEqual({
      partition: 'aws',
      service: 'logs',
      region: 'eu-west-1',
      account: '123456789012',
      resource: 'log-group:/a:*',
    });
  });

  it.each(['', 'arn', 'arn:aws:s3', 'arn:aws:s3:::', 'name', 'arn::s3:::b'])(
    'is not `%s`',
    (text) => {
      expect(parseArn(text)).toBeUndefined();
    },
  );
});
