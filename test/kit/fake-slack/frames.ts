/** WebSocket frames, as much of RFC 6455 as a server needs that talks text. */
import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export interface Line {
  send(text: string): void;
  ping(): void;
  close(): void;
  /** Torn without a goodbye. */
  cut(): void;
}

export function accept(socket: Duplex, key: string, heard: (text: string) => void, closed: () => void): Line {
  const answer = createHash('sha1')
    .update(key + magic)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${answer}\r\n\r\n`,
  );
  let rest: Buffer = Buffer.alloc(0);
  let text = '';
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    closed();
  };
  const frame = (opcode: number, payload: Buffer) => {
    if (!socket.writable) return;
    socket.write(Buffer.concat([header(opcode, payload.length), payload]));
  };
  const deeds: Record<number, (payload: Buffer, fin: boolean) => void> = {
    0: (payload, fin) => part(payload, fin),
    1: (payload, fin) => part(payload, fin),
    8: () => {
      frame(8, Buffer.from([3, 232]));
      socket.end();
      end();
    },
    9: (payload) => frame(10, payload),
  };
  function part(payload: Buffer, fin: boolean): void {
    text += payload.toString('utf8');
    if (!fin) return;
    const whole = text;
    text = '';
    heard(whole);
  }
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let next = read(rest); next; next = read(rest)) {
      rest = rest.subarray(next.size);
      deeds[next.opcode]?.(next.payload, next.fin);
    }
  });
  socket.on('close', end);
  socket.on('error', end);
  return {
    send: (words) => frame(1, Buffer.from(words)),
    ping: () => frame(9, Buffer.from('ping')),
    close: () => frame(8, Buffer.from([3, 232])),
    cut: () => socket.destroy(),
  };
}

function header(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.from([0x80 | opcode, length]);
  if (length < 65_536) {
    const short = Buffer.from([0x80 | opcode, 126, 0, 0]);
    short.writeUInt16BE(length, 2);
    return short;
  }
  const long = Buffer.alloc(10);
  long[0] = 0x80 | opcode;
  long[1] = 127;
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}

interface Frame {
  opcode: number;
  fin: boolean;
  payload: Buffer;
  size: number;
}

/** Where the payload begins and how long it is, once enough has come to know. */
function measured(bytes: Buffer): { from: number; length: number; mask: Buffer | undefined } | undefined {
  const second = bytes[1] ?? 0;
  const short = second & 0x7f;
  const at = 2 + ({ 126: 2, 127: 8 }[short] ?? 0);
  const masked = (second & 0x80) !== 0;
  const from = at + (masked ? 4 : 0);
  if (bytes.length < from) return undefined;
  const long = { 126: () => bytes.readUInt16BE(2), 127: () => Number(bytes.readBigUInt64BE(2)) }[short];
  return { from, length: long?.() ?? short, mask: masked ? bytes.subarray(at, from) : undefined };
}

/** Clients mask what they send. */
function read(bytes: Buffer): Frame | undefined {
  const found = bytes.length < 2 ? undefined : measured(bytes);
  if (!found || bytes.length < found.from + found.length) return undefined;
  const { from, length, mask } = found;
  const payload = Buffer.from(bytes.subarray(from, from + length));
  if (mask) for (const [i, byte] of payload.entries()) payload[i] = byte ^ (mask[i % 4] ?? 0);
  const first = bytes[0] ?? 0;
  return { opcode: first & 0x0f, fin: (first & 0x80) !== 0, payload, size: from + length };
}
