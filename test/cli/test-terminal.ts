import type { OutputStyle, Terminal } from '../../cli/terminal.ts';

/** A terminal that remembers what was written. */
export interface TestTerminal extends Terminal {
  /** All of stdout. */
  result(): string;
  /** All of stderr. */
  talk(): string;
  /** True where the result was ended early. */
  isResultClosed(): boolean;
}

const pipe: OutputStyle = { isTerminal: false, columns: undefined, hasColours: false };

/** Returns a terminal in folder `cwd`; both streams are pipes unless `stderr` says otherwise. */
export function createTestTerminal(
  cwd: string,
  {
    env = {},
    input = noInput(),
    stdout = pipe,
    stderr = pipe,
  }: Partial<Pick<Terminal, 'env' | 'input' | 'stdout' | 'stderr'>> = {},
): TestTerminal {
  let result = '';
  let talk = '';
  let isClosed = false;
  return {
    env,
    cwd,
    input,
    stdout,
    stderr,
    async writeResult(text) {
      result += text;
      return true;
    },
    closeResult: () => {
      isClosed = true;
    },
    writeTalk: (text) => {
      talk += text;
    },
    say: (line) => {
      talk += `${line}\n`;
    },
    result: () => result,
    talk: () => talk,
    isResultClosed: () => isClosed,
  };
}

async function* noInput(): AsyncGenerator<Uint8Array> {}
