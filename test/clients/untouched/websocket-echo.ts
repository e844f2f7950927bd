import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Answers an upgrade as RFC 6455 asks for and sends every short text message back.
 * Frames above 125 bytes and fragments are no part of it.
 */
export function echoWebsocket(request: IncomingMessage, socket: Duplex): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`);
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept.digest('base64')}\r\n\r\n`,
  );
  let received = Buffer.alloc(0);
  socket.on('error', () => socket.destroy());
  socket.on('end', () => socket.end());
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (let frame = takeFrame(received); frame !== undefined; frame = takeFrame(received)) {
      received = received.subarray(frame.length);
      socket.write(Buffer.concat([Buffer.from([frame.head, frame.payload.length]), frame.payload]));
      if (frame.head === closeFrame) socket.end();
    }
  });
}

const closeFrame = 0x88;

/** Takes one masked frame off the front; undefined while it has not come whole. */
function takeFrame(bytes: Buffer) {
  const [head, size = 0] = bytes;
  const length = 6 + (size & 0x7f);
  if (head === undefined || bytes.length < 6 || bytes.length < length) return undefined;
  const mask = bytes.subarray(2, 6);
  const payload = bytes.subarray(6, length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return { head, length, payload };
}
