/** Frames of the long connection, as the SDK's protobuf has them (pbbp2.Frame). */
import protobuf from 'protobufjs/minimal.js';

export interface Frame {
  seq: number;
  log: number;
  service: number;
  /** 0 control, 1 data. */
  method: number;
  headers: Record<string, string>;
  payload: Uint8Array;
}

const { Reader, Writer } = protobuf;

export function encodeFrame({ seq, log, service, method, headers, payload }: Frame): Uint8Array {
  const w = Writer.create();
  w.uint32(8).uint64(seq).uint32(16).uint64(log).uint32(24).int32(service).uint32(32).int32(method);
  for (const [key, value] of Object.entries(headers))
    w.uint32(42).fork().uint32(10).string(key).uint32(18).string(value).ldelim();
  return w.uint32(66).bytes(payload).finish();
}

export function decodeFrame(bytes: Uint8Array): Frame {
  const r = Reader.create(bytes);
  const headers: Record<string, string> = {};
  const numbers = new Map<number, number>();
  let payload: Uint8Array = new Uint8Array();
  while (r.pos < r.len) {
    const tag = r.uint32();
    const field = tag >>> 3;
    if (field <= 4) numbers.set(field, Number(r.uint64()));
    else if (field === 5) header(r, headers);
    else if (field === 8) payload = r.bytes();
    else r.skipType(tag & 7);
  }
  const [seq = 0, log = 0, service = 0, method = 0] = [1, 2, 3, 4].map((n) => numbers.get(n));
  return { seq, log, service, method, headers, payload };
}

function header(r: protobuf.Reader, headers: Record<string, string>): void {
  const end = r.uint32() + r.pos;
  let key = '';
  while (r.pos < end) {
    const tag = r.uint32();
    if (tag >>> 3 === 1) key = r.string();
    else headers[key] = r.string();
  }
}
