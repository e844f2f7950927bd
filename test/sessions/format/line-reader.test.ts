import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLine, linesOf, placesOf, readLines } from '../../../sessions/format/line-reader.ts';

interface Read {
  readonly lines: string[];
  readonly isUnended: boolean;
}

async function readAll(chunks: readonly Uint8Array[]): Promise<Read> {
  const lines: string[] = [];
  let isUnended = false;
  for await (const batch of readLines(streamOf(chunks))) {
    const found = linesOf(batch);
    expect([...placesOf(batch)].map(({ start, end }) => end - start)).toEqual(
      found.map(({ length }) => length),
    );
    lines.push(...found.map((line) => decodeLine(line) ?? 'not UTF-8'));
    isUnended = batch.isUnended;
  }
  return { lines, isUnended };
}

async function* streamOf(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function cutAt(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const sorted = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
  return sorted.slice(1).map((end, at) => bytes.subarray(sorted[at], end));
}

describe('readLines', () => {
  it('gives the same lines however the bytes arrive', async () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 6 }).map((s) => s.replaceAll('\n', 'é'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.array(fc.nat(), { maxLength: 5 }),
        async (lines, cuts) => {
          const bytes = Buffer.from(lines.map((text) => `${text}\n`).join(''));
          expect(await readAll(cutAt(bytes, cuts))).toEqual({ lines, isUnended: false });
        },
      ),
    );
  });

  it('breaks lines at line feeds only', async () => {
    const text = 'a\u2028b\u2029c\rd\n';
    expect((await readAll([Buffer.from(text)])).lines).toEqual(['a\u2028b\u2029c\rd']);
  });

  it('says that the last line has no end', async () => {
    const read = await readAll([Buffer.from('a\nb')]);
    expect(read).toEqual({ lines: ['a', 'b'], isUnended: true });
  });

  it('replaces no byte that is not UTF-8', async () => {
    const bytes = Buffer.from([0x61, 0x0a, 0x62, 0xff, 0x0a, 0x63, 0x0a]);
    expect((await readAll([bytes])).lines).toEqual(['a', 'not UTF-8', 'c']);
  });
});
