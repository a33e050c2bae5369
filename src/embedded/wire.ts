/** MongoDB's messages: OP_MSG, and OP_QUERY for the first hello of a driver. */
import { Double } from 'bson';
import { type Doc, decode, encode } from './value.ts';

const opReply = 1;
const opQuery = 2004;
const opMessage = 2013;
const headerBytes = 16;
export const maxMessageBytes = 48_000_000;
const checksumPresent = 1;
const moreToCome = 2;

export interface Message {
  id: number;
  legacy: boolean;
  /** The client does not wait for an answer. */
  unanswered: boolean;
  body: Doc;
  /** Documents to insert, as they came. */
  documents: readonly Buffer[] | undefined;
}

/** Cuts the bytes of a connection into messages. */
export function messageSplitter(onMessage: (bytes: Buffer) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  let wanted = headerBytes;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size < wanted) return;
    // Joined only when the message is complete: a large one comes in hundreds of pieces.
    let rest = Buffer.concat(chunks);
    wanted = messageLength(rest);
    while (rest.length >= wanted) {
      onMessage(rest.subarray(0, wanted));
      rest = rest.subarray(wanted);
      wanted = messageLength(rest);
    }
    chunks = [rest];
    size = rest.length;
  };
}

function messageLength(bytes: Buffer): number {
  if (bytes.length < headerBytes) return headerBytes;
  const length = bytes.readInt32LE(0);
  if (length < headerBytes || length > maxMessageBytes) throw new RangeError(`a message of ${length} bytes`);
  return length;
}

const textEnd = (bytes: Buffer, from: number): number => bytes.indexOf(0, from);

export function readMessage(bytes: Buffer): Message {
  const id = bytes.readInt32LE(4);
  const operation = bytes.readInt32LE(12);
  if (operation === opQuery) {
    const at = textEnd(bytes, 20) + 9;
    return { id, legacy: true, unanswered: false, body: decode(bytes.subarray(at)), documents: undefined };
  }
  if (operation !== opMessage) throw new RangeError(`operation ${operation} is not understood`);
  return { id, legacy: false, ...readSections(bytes) };
}

function readSections(bytes: Buffer): Pick<Message, 'unanswered' | 'body' | 'documents'> {
  const flags = bytes.readUInt32LE(16);
  const end = bytes.length - (flags & checksumPresent ? 4 : 0);
  let body: Doc = {};
  const sequences: [string, Buffer[]][] = [];
  for (let at = 20; at < end; ) {
    const kind = bytes[at];
    const size = bytes.readInt32LE(at + 1);
    const section = bytes.subarray(at + 1, at + 1 + size);
    if (kind === 0) body = decode(section);
    else sequences.push(readSequence(section));
    at += 1 + size;
  }
  let documents: Buffer[] | undefined;
  for (const [name, list] of sequences) {
    if (name === 'documents') documents = list;
    body[name] = name === 'documents' ? [] : list.map(decode);
  }
  return { unanswered: (flags & moreToCome) !== 0, body, documents };
}

function readSequence(section: Buffer): [string, Buffer[]] {
  const nameEnd = textEnd(section, 4);
  const list: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length; ) {
    const size = section.readInt32LE(at);
    list.push(section.subarray(at, at + size));
    at += size;
  }
  return [section.toString('utf8', 4, nameEnd), list];
}

let lastId = 0;

export function writeMessage(to: Message, reply: Buffer): Buffer {
  const header = Buffer.alloc(to.legacy ? 36 : 21);
  header.writeInt32LE(header.length + reply.length, 0);
  header.writeInt32LE(++lastId & 0x7fffffff, 4);
  header.writeInt32LE(to.id, 8);
  header.writeInt32LE(to.legacy ? opReply : opMessage, 12);
  if (to.legacy) header.writeInt32LE(1, 32);
  return Buffer.concat([header, reply]);
}

/** One field of a BSON document: its type, its name, its value. */
function field(type: number, name: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), value]);
}

function document(parts: readonly Buffer[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 5);
  const length = Buffer.allocUnsafe(4);
  length.writeInt32LE(size);
  return Buffer.concat([length, ...parts, Buffer.from([0])]);
}

const fieldsOf = (doc: Doc): Buffer => encode(doc).subarray(4, -1);

/** The answer with a batch of a cursor; its documents pass as they are stored, byte by byte. */
export function cursorReply(
  batch: 'firstBatch' | 'nextBatch',
  documents: readonly Buffer[],
  rest: Doc,
): Buffer {
  const list = document(documents.map((bytes, i) => field(3, String(i), bytes)));
  const cursor = document([field(4, batch, list), fieldsOf(rest)]);
  return document([field(3, 'cursor', cursor), fieldsOf({ ok: new Double(1) })]);
}
