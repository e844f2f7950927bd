/*
 * A program that records until it is killed or told to end:
 *   node --import tsx recording-program.ts DIR SESSION NAME [JOURNALS]
 * A new call every five milliseconds and one call that comes again and again. Each line of its output says what
 * it has recorded so far and when: {"atMs", "distinct", "repeated"}. It ends well when its input ends.
 */
import { setInterval as ticks } from 'node:timers/promises';
import { openRecorder } from '../../../sessions/open-recorder.ts';
import { getObjectAt } from './sample-calls.ts';

const [dir = '', session = '', name = '', journals = ''] = process.argv.slice(2);
const elsewhere = journals === '' ? {} : { journals: { folder: journals, isForNew: true } };
const recorder = await openRecorder(dir, session, elsewhere);
let hasInput = true;
process.stdin.resume().on('end', () => {
  hasInput = false;
});

let distinct = 0;
let repeated = 0;
for await (const _ of ticks(5)) {
  for (let times = 0; times < 10; times += 1) recorder.record(getObjectAt('shared'), Date.now());
  recorder.record(getObjectAt(`${name}-${distinct}`), Date.now());
  distinct += 1;
  repeated += 10;
  process.stdout.write(`${JSON.stringify({ atMs: Date.now(), distinct, repeated })}\n`);
  if (!hasInput) break;
}
await recorder.close();
