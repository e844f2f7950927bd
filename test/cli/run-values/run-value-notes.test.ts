import { describe, expect, it } from 'vitest';
import { RunValueNotes } from '../../../cli/run-values/run-value-notes.ts';
import { apiCall, getObject, unrecognisedCall } from '../recorded-session.ts';

const atMs = Date.UTC(2026, 10, 22, 12);
const context = { beganAt: atMs, isOwnProcess: (pid: number) => pid === 4713 };
const number = { source: 'GITHUB_RUN_NUMBER', value: '4711' };
const branch = { source: 'GITHUB_HEAD_REF', value: 'feature/add-login' };

describe('RunValueNotes', () => {
  it('notes a value where a call first has it, and what no call has never', () => {
    const notes = new RunValueNotes([number, branch], context);
    expect(notes.findNew(getObject('a/b.txt'), atMs)).toEqual([]);
    expect(notes.findNew(getObject('previews/4711/b.txt'), atMs)).toEqual([number]);
    expect(notes.findNew(getObject('previews/4711/c.txt'), atMs)).toEqual([]);
  });

  it('looks into every parameter, and each of a list', () => {
    const notes = new RunValueNotes([number, branch], context);
    const call = apiCall('dynamodb', 'BatchGetItem', {
      TableNames: ['orders', 'app-feature-add-login-orders', 'app-4711'],
    });
    expect(new Set(notes.findNew(call, atMs))).toEqual(new Set([branch, number]));
  });

  it('knows what is added while the program runs', () => {
    const notes = new RunValueNotes([], context);
    notes.add(number);
    expect(notes.findNew(getObject('4711.txt'), atMs)).toEqual([number]);
  });

  it('looks at no request that was not recognised', () => {
    const notes = new RunValueNotes([number], context);
    expect(notes.findNew(unrecognisedCall({ pathTemplate: '/4711' }), atMs)).toEqual([]);
  });

  it('takes a moment between the begin of the run and the call for a value of it', () => {
    const notes = new RunValueNotes([], { ...context, beganAt: atMs - 5_000 });
    const [now = '', before = ''] = [atMs, atMs - 200_000].map((time) => time.toString(36));
    const call = getObject(`it-${now}/it-${before}/x.txt`);
    expect(notes.findNew(call, atMs)).toEqual([{ source: 'the time of the run', value: now }]);
    expect(notes.findNew(call, atMs)).toEqual([]);
  });

  it('notes no more moments than show what they are', () => {
    const notes = new RunValueNotes([], { ...context, beganAt: atMs - 5_000 });
    const texts = Array.from({ length: 300 }, (_, at) => (atMs - at).toString(36));
    const found = texts.flatMap((text) => notes.findNew(getObject(`${text}.txt`), atMs));
    expect(found).toHaveLength(100);
  });

  it('takes the id of a process of the run for a value of it', () => {
    const notes = new RunValueNotes([], context);
    const found = (key: string) => notes.findNew(getObject(key), atMs).map(({ value }) => value);
    expect(found('dumps/4712-4713.txt')).toEqual(['4713']);
    expect(found('dumps/4713.txt')).toEqual([]);
    expect(found('dumps/47130.txt')).toEqual([]);
  });
});
