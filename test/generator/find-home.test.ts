import { describe, expect, it } from 'vitest';
import { findHome } from '../../generator/find-home.ts';

const call = (region: string | null, account: string | null, partition = 'aws') => ({
  partition,
  region,
  account,
});

describe('findHome', () => {
  it('takes what most distinct calls have, each part by itself', () => {
    expect(
      findHome([
        call('eu-west-1', '111111111111'),
        call('eu-west-1', '222222222222'),
        call('us-east-1', '222222222222'),
        call(null, null),
        call(null, null),
        call(null, null),
      ]),
    ).toEqual({ partition: 'aws', region: 'eu-west-1', account: '222222222222' });
  });

  it('takes the first by name of equals, in whatever order they come', () => {
    const calls = [call('us-east-1', null), call('eu-west-1', null)];
    expect(findHome(calls)).toEqual({ partition: 'aws', region: 'eu-west-1' });
    expect(findHome(calls.toReversed())).toEqual(findHome(calls));
  });

  it('is nowhere where no call says it', () => {
    expect(findHome([])).toEqual({});
  });
});
