import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { openCatalog } from '../../aws/catalog/catalog.ts';
import { everyOperation, type OperationRequest, type ServiceRequests } from './every-operation.ts';
import { connect } from './load.ts';
import type { BenchSize, MeasuredRow } from './measured-row.ts';
import type { BenchProcess } from './processes.ts';
import { leastgrant, startProduct } from './product.ts';
import { peakResidentMebibytes } from './resident-memory.ts';

/** Measures the memory of a recording that sees a call of every operation, one service after the other on 16 connections. */
export async function measureDistinctOperations(
  upstream: BenchProcess,
  folder: string,
  { operations }: BenchSize,
): Promise<MeasuredRow> {
  // A session of its own, so that nothing else is counted.
  const own = mkdtempSync(join(folder, 'operations-'));
  const product = await startProduct(upstream, own);
  const services = [...everyOperation(openCatalog(), operations)];
  const lanes = Array.from({ length: 16 }, async () => {
    for (let service = services.pop(); service !== undefined; service = services.pop()) {
      await callAll(product, service);
    }
  });
  await Promise.all(lanes);
  const peak = peakResidentMebibytes(product.pid);
  await product.stop();
  const recorded = countOperations(own).toLocaleString('en-US');
  return {
    what: `${recorded} distinct operations recorded`,
    base: '-',
    leastgrant: `${peak.toFixed(0)} MiB at its peak`,
    figure: `${peak.toFixed(0)} MiB`,
    target: 'under 250 MiB',
    isReached: peak < 250,
  };
}

async function callAll(
  { port, ca }: Pick<BenchProcess, 'port' | 'ca'>,
  { host, requests }: ServiceRequests,
): Promise<void> {
  const socket = await connect({ proxyPort: port, ca, host, connections: 1, durationMs: 0 });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  agent.createConnection = () => socket;
  for (const request of requests) await call(agent, host, request);
  agent.destroy();
}

async function call(agent: http.Agent, host: string, request: OperationRequest): Promise<void> {
  const { method, target, headers, body } = request;
  const sent = http.request({ agent, host, method, path: target, headers });
  sent.end(body === '' ? undefined : body);
  const [answer]: http.IncomingMessage[] = await once(sent, 'response');
  answer?.resume();
  if (answer?.complete === false) await once(answer, 'end');
}

/** How many different operations the session holds, as `leastgrant calls` tells them. */
function countOperations(folder: string): number {
  const args = ['calls', 'bench', '--dir', join(folder, 'sessions'), '--format', 'ndjson'];
  const { stdout } = spawnSync(process.execPath, [leastgrant, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const names = stdout.matchAll(/^\{"service":"([^"]+)","operation":"([^"]+)"/gm);
  return new Set([...names].map(([, service, operation]) => `${service}:${operation}`)).size;
}
