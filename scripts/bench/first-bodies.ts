import { spawnSync } from 'node:child_process';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { beginRecognition } from '../../aws/wire/recognise.ts';
import { type Column, renderTable } from '../../cli/table.ts';
import { median } from './measured-row.ts';
import { type RealRequest, realRequests } from './real-bodies.ts';

const processes = 7;
const limitMs = 5;

/**
 * Measures how long the first large request takes to be recognised in a process that has just begun, and how long the
 * event loop stands still at most. Usage: `npx tsx scripts/bench/first-bodies.ts`. Ends with 1 where it stands still for
 * longer than 5 ms.
 */
function main(only: string | undefined): void {
  const requests = Object.entries(realRequests());
  const chosen = requests.find(([name]) => name === only);
  if (chosen !== undefined) {
    process.stdout.write(JSON.stringify(measure(chosen[1])));
    return;
  }
  const rows = requests.map(([name]) => ({ name, ...measureInProcesses(name) }));
  const cells = rows.map(({ name, totalMs, longestMs }) => [
    name,
    totalMs.toFixed(1),
    longestMs.toFixed(1),
  ]);
  process.stdout.write(renderTable(columns, cells, undefined));
  process.exitCode = rows.every(({ longestMs }) => longestMs <= limitMs) ? 0 : 1;
}

interface Times {
  readonly totalMs: number;
  readonly longestMs: number;
}

function measureInProcesses(name: string): Times {
  const [, script = ''] = process.argv;
  const times = Array.from({ length: processes }, (): Times => {
    const { stdout } = spawnSync(process.execPath, [...process.execArgv, script, name]);
    return JSON.parse(stdout.toString());
  });
  return {
    totalMs: median(times.map(({ totalMs }) => totalMs)),
    longestMs: median(times.map(({ longestMs }) => longestMs)),
  };
}

function measure({ request, body, isCut }: RealRequest): Times {
  const recognition = beginRecognition(request, openCatalog());
  if (recognition === undefined) throw new Error('not recognised');
  const work = recognition.complete(body, isCut);
  let totalMs = 0;
  let longestMs = 0;
  for (let isDone = false; !isDone; ) {
    const start = performance.now();
    isDone = work.next().done === true;
    const took = performance.now() - start;
    totalMs += took;
    longestMs = Math.max(longestMs, took);
  }
  return { totalMs, longestMs };
}

const columns: readonly Column[] = [
  { title: 'FIRST REQUEST' },
  { title: 'IN ALL ms', align: 'right' },
  { title: 'LONGEST SLICE ms', align: 'right' },
];

main(process.argv[2]);
