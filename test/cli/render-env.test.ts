import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderEnv } from '../../cli/render-env.ts';
import { makeTestFolder } from './recorded-session.ts';

const awkward = {
  PLAIN: 'http://127.0.0.1:8080',
  QUOTES: `it's "quoted" \`and\` '' more`,
  SHELL: '$HOME $(id) !! * ? ~ ; & | > < # \\ \\\\ \\n %PATH%',
  LINES: 'one\ntwo\n\nfour\n',
  EMPTY: '',
  SPACES: '  in front, behind  ',
};

describe('renderEnv', () => {
  it.runIf(process.platform !== 'win32')(
    'comes through a POSIX shell unchanged, whatever the values hold',
    async () => {
      const cwd = await makeTestFolder();
      const values = fc.sample(fc.string({ unit: 'grapheme', maxLength: 30 }), 200);
      const random = Object.fromEntries(
        values.map((value, at) => [`R${at}`, value.replaceAll('\0', '')]),
      );
      const variables = { ...awkward, ...random };
      await writeFile(join(cwd, 'env.sh'), renderEnv(variables, 'sh'));
      const print = 'process.stdout.write(JSON.stringify(process.env))';
      const script = `. ./env.sh && exec "$0" -e '${print}'`;
      const text = execFileSync('sh', ['-c', script, process.execPath], { cwd, encoding: 'utf8' });
      expect(JSON.parse(text)).toMatchObject(variables);
    },
  );

  it('escapes quotes and backslashes for fish, and nothing else', () => {
    expect(renderEnv({ A: `it's \\ "$HOME"` }, 'fish')).toBe(`set -gx A 'it\\'s \\\\ "$HOME"'\n`);
  });

  it('doubles every kind of single quote for PowerShell, which takes them for each other', () => {
    expect(renderEnv({ A: `it's $x \u2019\u201b "a"` }, 'powershell')).toBe(
      `$env:A = 'it''s $x \u2019\u2019\u201b\u201b "a"'\n`,
    );
  });

  it('uses a delimiter that the value does not hold for GitHub', () => {
    expect(renderEnv({ B: 'one\ntwo', A: '1' }, 'github')).toBe(
      'A<<leastgrant\n1\nleastgrant\nB<<leastgrant\none\ntwo\nleastgrant\n',
    );
    const [head = '', ...rest] = renderEnv({ A: 'x\nleastgrant\ny' }, 'github').split('\n');
    const delimiter = head.slice('A<<'.length);
    expect(delimiter).not.toBe('leastgrant');
    expect(rest).toEqual(['x', 'leastgrant', 'y', delimiter, '']);
  });

  it('leaves out a name that no shell could take', () => {
    expect(renderEnv({ 'A;rm -rf': '1', 'B\nC': '2', D: '3' }, 'sh')).toBe("export D='3'\n");
  });

  it('is sorted by name', () => {
    expect(renderEnv({ b: '1', A: '2' }, 'sh')).toBe("export A='2'\nexport b='1'\n");
  });
});
