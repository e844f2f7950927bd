import { describe, expect, it } from 'vitest';
import { runProgram } from '../../cli/program.ts';
import { makeTestFolder } from './recorded-session.ts';
import { createTestTerminal } from './test-terminal.ts';

async function run(...args: readonly string[]) {
  const terminal = createTestTerminal(await makeTestFolder());
  const exitCode = await runProgram(args, terminal, undefined);
  return { exitCode, result: terminal.result(), talk: terminal.talk() };
}

const commands = [
  'run',
  'generate',
  'export',
  'calls',
  'explain',
  'verify',
  'lint',
  'sessions',
  'env',
  'catalog',
];

describe('help', () => {
  it('of the program', async () => {
    const { exitCode, result, talk } = await run('--help');
    expect([exitCode, talk]).toEqual([0, '']);
    expect(result).toMatchSnapshot();
  });

  it.each(commands)('of %s, and `help %s` is the same', async (command) => {
    const { exitCode, result, talk } = await run(command, '--help');
    expect([exitCode, talk]).toEqual([0, '']);
    expect(result).toMatchSnapshot();
    expect(await run('help', command)).toEqual({ exitCode, result, talk });
  });

  it.each(['list', 'show', 'merge', 'export', 'import', 'remove'])(
    'of sessions %s',
    async (command) => {
      const { exitCode, result } = await run('sessions', command, '--help');
      expect(exitCode).toBe(0);
      expect(result).toMatchSnapshot();
    },
  );

  it('of a command of a command is the same by `help`', async () => {
    const byOption = await run('sessions', 'merge', '--help');
    expect(await run('help', 'sessions', 'merge')).toEqual(byOption);
  });

  it('of what is no command is refused', async () => {
    const { exitCode, result, talk } = await run('help', 'generat');
    expect([exitCode, result]).toEqual([2, '']);
    expect(talk).toBe(
      'leastgrant: unknown command `generat` (E_USAGE)\nhint: did you mean `generate`?\n',
    );
  });

  it.each(['show', 'update', 'reset'])('of catalog %s', async (command) => {
    const { exitCode, result } = await run('catalog', command, '--help');
    expect(exitCode).toBe(0);
    expect(result).toMatchSnapshot();
  });

  it('answers an empty command line on stderr, with code 2', async () => {
    const { exitCode, result, talk } = await run();
    expect([exitCode, result]).toEqual([2, '']);
    expect(talk).toBe((await run('--help')).result);
  });

  it('is no wider than a hundred columns, but for examples', async () => {
    for (const command of commands) {
      const [text = ''] = (await run(command, '--help')).result.split('Examples:');
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('a command line that is wrong', () => {
  it.each<[string, readonly string[], string]>([
    [
      'a command',
      ['generat'],
      'unknown command `generat` (E_USAGE)\nhint: did you mean `generate`?\n',
    ],
    [
      'an option',
      ['calls', '--formt'],
      'unknown option `--formt` (E_USAGE)\nhint: did you mean `--format`?\n',
    ],
    [
      'a choice',
      ['calls', '--format', 'xml'],
      'argument `xml` is invalid: allowed are table, ndjson (E_USAGE)\n',
    ],
    ['no argument', ['sessions', 'show'], 'missing required argument `session` (E_USAGE)\n'],
    ['no command', ['run'], 'missing required argument `command` (E_USAGE)\n'],
    ['too many', ['calls', 'a', 'b'], '(E_USAGE)\n'],
    ['a scope', ['generate', '--scope', 'all'], 'allowed are exact, pattern, type (E_USAGE)\n'],
    [
      'a pattern',
      ['generate', '--pattern', 'shop/*'],
      'the pattern `shop/*` is no ARN (E_USAGE)\n',
    ],
    ['a threshold', ['generate', '--threshold', 'files=1'], 'Write a name and a number'],
    [
      'a field',
      ['generate', '--any', 'service'],
      'allowed are account, region, partition (E_USAGE)\n',
    ],
  ])('%s: one line that says so, and code 2', async (_name, args, text) => {
    const { exitCode, result, talk } = await run(...args);
    expect([exitCode, result]).toEqual([2, '']);
    expect(talk).toMatch(/^leastgrant: /);
    expect(talk).toContain(text);
    expect(talk.split('\n')).toHaveLength(3);
  });
});

describe('--version', () => {
  it.each(['--version', '-V'])(
    '%s prints the version of the package and the age of the catalog',
    async (option) => {
      expect(await run(option)).toEqual({
        exitCode: 0,
        result: expect.stringMatching(/^\d+\.\d+\.\d+ \(catalog \d{4}-\d\d-\d\d\)\n$/),
        talk: '',
      });
    },
  );
});
