import { describe, expect, it } from 'vitest';
import { reportError } from '../../cli/report-error.ts';
import { LeastgrantError } from '../../errors.ts';
import { createTestTerminal } from './test-terminal.ts';

function report(error: unknown, env: Readonly<Record<string, string>> = {}) {
  const terminal = createTestTerminal('/', { env });
  return { exitCode: reportError(error, terminal), talk: terminal.talk() };
}

const cause = new Error('the disk is full');
const failure = new LeastgrantError('E_INPUT', '`a`\ncannot be written', { hint: 'try b', cause });

describe('reportError', () => {
  it('says what is wrong in one line, its code, and what to do', () => {
    expect(report(failure)).toEqual({
      exitCode: 2,
      talk: 'leastgrant: `a` cannot be written (E_INPUT)\nhint: try b\n',
    });
  });

  it('takes anything else for a fault of its own', () => {
    expect(report(new TypeError('x is not a function'))).toMatchObject({
      exitCode: 3,
      talk: expect.stringContaining('leastgrant: x is not a function (E_INTERNAL)\nhint: '),
    });
    expect(report('odd').talk).toContain('leastgrant: odd (E_INTERNAL)\n');
  });

  it('shows stacks and causes with LEASTGRANT_DEBUG=1 only', () => {
    const { talk } = report(failure, { LEASTGRANT_DEBUG: '1' });
    expect(talk).toContain('report-error.test.ts');
    expect(talk).toContain('caused by: Error: the disk is full');
    expect(report(failure, { LEASTGRANT_DEBUG: '0' }).talk).not.toContain('report-error.test.ts');
  });
});
