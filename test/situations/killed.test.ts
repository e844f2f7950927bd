import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { leastgrant, leftoversOf, program, startLeastgrant } from './support/leastgrant.ts';
import { makePlace } from './support/place.ts';

/** One line of the program: its calls number `answered` have been answered. */
interface Progress {
  readonly answered: number;
  readonly atMs: number;
}

describe.skipIf(process.platform === 'win32')(
  'leastgrant killed in the middle of a run',
  { timeout: 60_000 },
  () => {
    it('has lost no call that was answered a second before', async () => {
      const place = await makePlace();
      const command = ['run', '--session', 'app', ...place.upstream, '--'];
      const { process: running, ended } = startLeastgrant(place, [
        ...command,
        ...program('steady.mjs'),
      ]);
      const progress: Progress[] = [];
      const lines = createInterface(running.stdout);
      lines.on('line', (line) => progress.push(JSON.parse(line)));
      while ((progress.at(-1)?.atMs ?? 0) < (progress[0]?.atMs ?? 0) + 2500) {
        await once(lines, 'line');
      }
      running.kill('SIGKILL');
      const killedMs = Date.now();
      // The program, whose calls fail from then on, ends by itself.
      expect((await ended).exit).toBe('SIGKILL');

      const { stdout, stderr } = await leastgrant(place, ['calls', 'app', '--format', 'ndjson']);
      expect(stderr).toContain('a recording of session `app` did not end');
      const counts = new Map<string, number>(
        stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
          .map(({ parameters, count }) => [parameters.Key, count]),
      );
      const secure =
        progress.findLast(({ atMs }) => atMs < killedMs - 1000)?.answered ?? Number.NaN;
      expect(secure).toBeGreaterThan(10);
      for (let at = 0; at <= secure; at += 1) expect(counts.get(`k${at}`)).toBe(1);
      // Counts are written every second; a busy machine may be late by a little.
      const counted = progress.findLast(({ atMs }) => atMs < killedMs - 1300)?.answered;
      expect(counts.get('same')).toBeGreaterThan(counted ?? Number.NaN);
    });

    it('leaves nothing for long: the next run removes its temporary folder', async () => {
      const place = await makePlace();
      const first = startLeastgrant(place, [
        'run',
        ...place.upstream,
        '--',
        ...program('steady.mjs'),
      ]);
      await once(first.process.stdout, 'data');
      first.process.kill('SIGKILL');
      expect((await first.ended).leftovers).toHaveLength(1);
      const { exit } = await leastgrant(place, ['run', '--', process.execPath, '-e', '0']);
      expect(exit).toBe(0);
      expect(leftoversOf(first.process.pid)).toEqual([]);
    });
  },
);
