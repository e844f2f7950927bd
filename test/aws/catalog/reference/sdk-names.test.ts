import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../../aws/catalog/catalog.ts';
import { openSdkNames } from '../../../../aws/catalog/reference/sdk-names.ts';

const findSdkServices = openSdkNames(openCatalog().index);

describe("the names of boto3's clients", () => {
  it.each([
    ['s3', ['s3']],
    ['logs', ['cloudwatch-logs']],
    ['cognito-idp', ['cognito-identity-provider']],
    ['sesv2', ['sesv2']],
    ['ses', ['ses']],
    ['rds', ['rds']],
    ['elbv2', ['elastic-load-balancing-v2']],
    ['stepfunctions', ['sfn']],
    ['es', ['elasticsearch-service']],
    ['iot-data', ['iot-data-plane']],
    ['nobody-knows', []],
    ['constructor', []],
  ])('%s is %j', (name, services) => {
    expect(findSdkServices(name)).toEqual(services);
  });

  it('may be of services that are one API under two names', () => {
    expect([...findSdkServices('events')].sort()).toEqual(['cloudwatch-events', 'eventbridge']);
  });
});
