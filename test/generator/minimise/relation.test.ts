import { describe, expect, it } from 'vitest';
import { relationsOf } from '../../../generator/minimise/relation.ts';

describe('relationsOf', () => {
  it('parts what no resource connects', () => {
    const relations = relationsOf([
      { actions: ['s3:GetObject'], resources: ['a', 'b'] },
      { actions: ['sqs:SendMessage'], resources: ['q'] },
      { actions: ['s3:PutObject'], resources: ['b'] },
    ]);
    expect(relations).toEqual([
      {
        actions: [['s3:GetObject'], ['s3:PutObject']],
        resources: [['a'], ['b']],
        grants: [[0], [0, 1]],
      },
      { actions: [['sqs:SendMessage']], resources: [['q']], grants: [[0]] },
    ]);
  });

  it('puts resources together that the same actions are granted on', () => {
    const [relation] = relationsOf([
      { actions: ['s3:PutObject'], resources: ['a', 'b', 'c', 'd'] },
      { actions: ['s3:GetObject'], resources: ['a', 'c'] },
    ]);
    expect(relation?.actions).toEqual([['s3:GetObject'], ['s3:PutObject']]);
    expect(relation?.resources).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
    expect(relation?.grants).toEqual([[0, 1], [1]]);
  });

  it('is the same whatever the order of the actions', () => {
    const classes = [
      { actions: ['c'], resources: ['x', 'y'] },
      { actions: ['a'], resources: ['y', 'z'] },
      { actions: ['b'], resources: ['x'] },
    ];
    expect(relationsOf(classes.toReversed())).toEqual(relationsOf(classes));
  });
});
