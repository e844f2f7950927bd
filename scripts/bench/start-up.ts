import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { type BenchSize, type MeasuredRow, median } from './measured-row.ts';
import type { BenchProcess } from './processes.ts';
import { startProduct } from './product.ts';

/** Measures the time from the start of the process until a connection is accepted, the CA included. */
export async function measureStartUp(
  upstream: BenchProcess,
  folder: string,
  { starts }: BenchSize,
): Promise<MeasuredRow> {
  const bare: number[] = [];
  const ours: number[] = [];
  for (let start = 0; start < starts; start += 1) {
    bare.push(nodeStartMs());
    const product = await startProduct(upstream, folder);
    const connecting = performance.now();
    const socket = connectTcp(product.port, '127.0.0.1');
    await once(socket, 'connect');
    ours.push(product.startMs + performance.now() - connecting);
    socket.destroy();
    await product.stop();
  }
  return {
    what: 'from start to accepting connections',
    base: `${median(bare).toFixed(0)} ms (node itself)`,
    leastgrant: `${median(ours).toFixed(0)} ms`,
    figure: `${(median(ours) / 1000).toFixed(3)} s`,
    target: 'under 0.25 s',
    isReached: median(ours) < 250,
  };
}

function nodeStartMs(): number {
  const started = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - started;
}
