import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ErrorCode, exitCodeOf, LeastgrantError } from '../../errors.ts';

const root = join(import.meta.dirname, '..', '..');
const source = readFileSync(join(root, 'errors.ts'), 'utf8');
const page = readFileSync(join(root, 'docs', 'errors.md'), 'utf8');

const codes = [...source.matchAll(/^ {2}\| '(E_[A-Z_]+)'/gm)].map(([, code]) => code);
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ code: text.split('\n')[0], text }));

describe('the page of errors', () => {
  it('has a section for each code of errors.ts, and no other', () => {
    expect(codes.length).toBeGreaterThan(5);
    expect(sections.map(({ code }) => code).sort()).toEqual([...codes].sort());
  });

  it.each(sections)('says cause, remedy and exit code of $code', ({ code, text }) => {
    expect(text).toMatch(/^\*\*Cause\.\*\* \S.{20,}$/m);
    expect(text).toMatch(/^\*\*Remedy\.\*\* \S.{20,}$/m);
    const exitCode = /^Exit code (\d)\.$/m.exec(text)?.[1];
    expect(isErrorCode(code) && exitCodeOf(new LeastgrantError(code, ''))).toBe(Number(exitCode));
  });
});

function isErrorCode(code: string | undefined): code is ErrorCode {
  return codes.includes(code);
}
