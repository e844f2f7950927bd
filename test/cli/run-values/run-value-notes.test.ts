import { describe, expect, it } from 'vitest';
import { RunValueNotes } from '../../../cli/run-values/run-value-notes.ts';
import { apiCall, getObject, unrecognisedCall } from '../recorded-session.ts';

const number = { source: 'GITHUB_RUN_NUMBER', value: '4711' };
const branch = { source: 'GITHUB_HEAD_REF', value: 'feature/add-login' };

describe('RunValueNotes', () => {
  it('notes a value where a call first has it, and what no call has never', () => {
    const notes = new RunValueNotes([number, branch]);
    expect(notes.findNew(getObject('a/b.txt'))).toEqual([]);
    expect(notes.findNew(getObject('previews/4711/b.txt'))).toEqual([number]);
    expect(notes.findNew(getObject('previews/4711/c.txt'))).toEqual([]);
  });

  it('looks into every parameter, and each of a list', () => {
    const notes = new RunValueNotes([number, branch]);
    const call = apiCall('dynamodb', 'BatchGetItem', {
      TableNames: ['orders', 'app-feature-add-login-orders', 'app-4711'],
    });
    expect(new Set(notes.findNew(call))).toEqual(new Set([branch, number]));
  });

  it('knows what is added while the program runs', () => {
    const notes = new RunValueNotes([]);
    notes.add(number);
    expect(notes.findNew(getObject('4711.txt'))).toEqual([number]);
  });

  it('looks at no request that was not recognised', () => {
    const notes = new RunValueNotes([number]);
    expect(notes.findNew(unrecognisedCall({ pathTemplate: '/4711' }))).toEqual([]);
  });
});
