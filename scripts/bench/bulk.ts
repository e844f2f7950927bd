import { readFileSync } from 'node:fs';
import { connect, type LoadOptions } from './load.ts';

/** What came of carrying one large body. */
export interface BulkResult {
  readonly mebibytesPerSecond: number;
  /** The most resident memory of the carrying process above what it had before, in MiB. */
  readonly peakMebibytes: number;
}

const BLOCK = Buffer.alloc(262_144, 'leastgrant');

/** Uploads `bytes` in one request over one connection. */
export function runUpload(options: LoadOptions, bytes: number, pid: number): Promise<BulkResult> {
  const head = `PUT /large HTTP/1.1\r\nHost: ${options.host}\r\nContent-Length: ${bytes}\r\n\r\n`;
  return measure(options, bytes, pid, head, bytes);
}

/** Downloads `bytes` in one answer over one connection. */
export function runDownload(options: LoadOptions, bytes: number, pid: number): Promise<BulkResult> {
  const head = `GET /bytes/${bytes} HTTP/1.1\r\nHost: ${options.host}\r\n\r\n`;
  return measure(options, bytes, pid, head, 0);
}

async function measure(
  options: LoadOptions,
  bytes: number,
  pid: number,
  head: string,
  toSend: number,
): Promise<BulkResult> {
  const socket = await connect(options);
  const before = residentMebibytes(pid);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentMebibytes(pid));
  }, 20);
  const started = performance.now();
  const answered = untilAnswered(socket, toSend === 0 ? bytes : 0);
  socket.write(head);
  for (let left = toSend; left > 0; left -= BLOCK.length) {
    if (!socket.write(BLOCK.subarray(0, Math.min(left, BLOCK.length)))) {
      await new Promise((resolve) => socket.once('drain', resolve));
    }
  }
  await answered;
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(timer);
  socket.destroy();
  return { mebibytesPerSecond: bytes / 1_048_576 / seconds, peakMebibytes: peak - before };
}

/** Resolves when an answer with at least so many bytes of body has come. */
function untilAnswered(socket: NodeJS.EventEmitter, bodyBytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = 0;
    socket.on('data', (chunk: Buffer) => {
      if (received === 0 && !chunk.toString('latin1', 0, 12).startsWith('HTTP/1.1 200')) {
        reject(new Error(chunk.toString('latin1', 0, 500)));
      }
      received += chunk.length;
      if (received > bodyBytes) resolve();
    });
    socket.on('close', () => reject(new Error('the connection was closed')));
  });
}

/** Linux tells it in pages of 4 KiB; elsewhere it is not known. */
function residentMebibytes(pid: number): number {
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4_096) / 1_048_576;
  } catch {
    return Number.NaN;
  }
}
