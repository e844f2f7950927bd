import type { Duplex } from 'node:stream';

const NAMES = ['DATA', 'HEADERS', 'PRIORITY', 'RST_STREAM', 'SETTINGS', 'PUSH_PROMISE', 'PING'];
const END_STREAM = 1;
const END_HEADERS = 4;
const HEAD_BYTES = 9;

/** Returns a frame of HTTP/2 (RFC 9113, section 4.1). */
function frame(name: string, flags: number, payload: Buffer, stream = 1): Buffer {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(NAMES.indexOf(name), 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** What either side begins with: no setting but the usual ones. */
export const settings = frame('SETTINGS', 0, Buffer.alloc(0), 0);

/** Returns a HEADERS frame of these fields, none of them compressed. */
export function headersFrame(fields: Readonly<Record<string, string>>, ends: boolean): Buffer {
  const parts = Object.entries(fields).map(([name, value]) => {
    const bytes = [0, name.length, ...Buffer.from(name), value.length, ...Buffer.from(value)];
    return Buffer.from(bytes);
  });
  return frame('HEADERS', END_HEADERS | (ends ? END_STREAM : 0), Buffer.concat(parts));
}

/** Returns a DATA frame. */
export function dataFrame(text: string, ends: boolean): Buffer {
  return frame('DATA', ends ? END_STREAM : 0, Buffer.from(text));
}

/** Returns the frame that leaves a stream without an error. */
export function leaveFrame(): Buffer {
  return frame('RST_STREAM', 0, Buffer.alloc(4));
}

/**
 * Collects the frames of stream 1 that come over a connection: their names, `END` behind the one that ends the stream.
 * Empty DATA without an end is left out.
 */
export function collectFrames(socket: Duplex): readonly string[] {
  const names: string[] = [];
  let seen = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk]);
    while (seen.length >= HEAD_BYTES && seen.length >= HEAD_BYTES + seen.readUIntBE(0, 3)) {
      const length = seen.readUIntBE(0, 3);
      const name = NAMES[seen.readUInt8(3)];
      const ends = name !== 'RST_STREAM' && (seen.readUInt8(4) & END_STREAM) !== 0;
      const isOurs = name !== undefined && seen.readUInt32BE(5) === 1;
      if (isOurs && (name !== 'DATA' || length > 0 || ends))
        names.push(ends ? `${name} END` : name);
      seen = seen.subarray(HEAD_BYTES + length);
    }
  });
  return names;
}
