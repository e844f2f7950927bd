import { describe, expect, it } from 'vitest';
import { isAwsHost, partitionOfRegion } from '../../aws/partition.ts';

describe('partition of a region', () => {
  it.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['eusc-de-east-1', 'aws-eusc'],
    [null, 'aws'],
  ])('%s is in %s', (region, partition) => {
    expect(partitionOfRegion(region)).toBe(partition);
  });
});

describe('hosts of AWS', () => {
  it.each([
    ['s3.eu-west-1.amazonaws.com', true],
    ['S3.EU-WEST-1.AMAZONAWS.COM', true],
    ['lambda.eu-west-1.api.aws', true],
    ['abc.lambda-url.eu-west-1.on.aws', true],
    ['s3.cn-north-1.amazonaws.com.cn', true],
    ['ec2.eusc-de-east-1.amazonaws.eu', true],
    ['example.com', false],
    ['evilamazonaws.com', false],
    ['amazonaws.com.example.com', false],
    ['registry.npmjs.org', false],
  ])('%s: %s', (host, expected) => {
    expect(isAwsHost(host)).toBe(expected);
  });
});
