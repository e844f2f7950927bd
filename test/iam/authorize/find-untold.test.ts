import { describe, expect, it } from 'vitest';
import { openCatalog } from '../../../aws/catalog/catalog.ts';
import { findUntold } from '../../../iam/authorize/find-untold.ts';
import { apiCall } from './api-call.ts';

const catalog = openCatalog();

describe('what a call sets off that nobody can tell the permissions of', () => {
  it.each<[string, string, Readonly<Record<string, string>>, string]>([
    ['cloudformation', 'CreateStack', { StackName: 's' }, 'the resources of its template'],
    ['cloudformation', 'CreateStack', { StackName: 's' }, 'macros such as AWS::Serverless'],
    ['cloudformation', 'DeleteStack', { StackName: 's' }, 'the resources of its template'],
    ['cloudformation', 'ExecuteChangeSet', { ChangeSetName: 'c' }, 'the roles that it names'],
    ['elastic-beanstalk', 'CreateEnvironment', {}, 'the resources of the environment'],
    ['cloudcontrol', 'CreateResource', {}, "the resource type's own service"],
    ['athena', 'StartQueryExecution', {}, "the data of the query's tables"],
    ['ecr', 'GetAuthorizationToken', {}, 'push images'],
    ['glue', 'StartJobRun', {}, 'the role of the job'],
    ['iot-data-plane', 'Connect', {}, 'publishes, subscribes and receives'],
    ['lambda', 'CreateEventSourceMapping', {}, 'the role of the function'],
    ['sfn', 'StartExecution', {}, 'the role of the state machine'],
  ])('%s %s', (service, operation, parameters, what) => {
    expect(catalog.findService(service)?.operations[operation]).toBeDefined();
    expect(findUntold(apiCall(service, operation, parameters))?.what).toContain(what);
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    ['cloudformation', 'CreateStack', { RoleARN: 'arn:aws:iam::123456789012:role/cfn' }],
    ['cloudcontrol', 'CreateResource', { RoleArn: 'arn:aws:iam::123456789012:role/cfn' }],
    ['cloudformation', 'DescribeStacks', {}],
    [
      'elastic-beanstalk',
      'CreateEnvironment',
      { OperationsRole: 'arn:aws:iam::123456789012:role/r' },
    ],
    ['athena', 'GetWorkGroup', {}],
    ['teleport', 'Beam', {}],
    ['athena', 'constructor', {}],
  ])('is nothing for %s %s %j', (service, operation, parameters) => {
    expect(findUntold(apiCall(service, operation, parameters))).toBeUndefined();
  });

  it('is nothing for a call without a signature', () => {
    const call = apiCall('athena', 'StartQueryExecution', {});
    expect(findUntold({ ...call, identity: null })).toBeUndefined();
  });
});
