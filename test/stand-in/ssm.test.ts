import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from './signed-client.ts';
import { type StandIn, startStandIn } from './start-stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  for (const Name of ['/app/x', '/app/deep/y', '/other', 'flat']) {
    await ssm('PutParameter', { Name, Value: `value of ${Name}`, Type: 'String' });
  }
});
afterAll(() => standIn.stop());

async function ssm(operation: string, input: object) {
  const answer = await call(standIn, {
    service: 'ssm',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AmazonSSM.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return JSON.parse(answer.text);
}

describe('parameters', () => {
  it.each([
    ['/app/x', 'arn:aws:ssm:eu-west-1:123456789012:parameter/app/x'],
    ['flat', 'arn:aws:ssm:eu-west-1:123456789012:parameter/flat'],
  ])('named %s have the ARN %s', async (Name, ARN) => {
    const { Parameter } = await ssm('GetParameter', { Name });
    expect(Parameter).toMatchObject({ Name, ARN, Value: `value of ${Name}`, Version: 1 });
  });

  it.each([
    [false, ['/app/x']],
    [true, ['/app/x', '/app/deep/y']],
  ])('are found below a path, recursive %s', async (Recursive, names) => {
    const { Parameters } = await ssm('GetParametersByPath', { Path: '/app', Recursive });
    expect(Parameters.map(({ Name }: { Name: string }) => Name)).toEqual(names);
  });

  it('are overwritten only when asked', async () => {
    const again = { Name: '/other', Value: 'new' };
    expect((await ssm('PutParameter', again)).__type).toMatch(/#ParameterAlreadyExists$/);
    expect((await ssm('PutParameter', { ...again, Overwrite: true })).Version).toBe(2);
    expect((await ssm('GetParameter', { Name: '/other' })).Parameter.Value).toBe('new');
  });

  it('that are not there are refused', async () => {
    expect((await ssm('GetParameter', { Name: '/no' })).__type).toMatch(/#ParameterNotFound$/);
  });
});
