/** Files that people upload or the bot sends. Who may open one: who gave it, and everybody who got it in an item. */
import { randomUUID } from 'node:crypto';
import type { Model } from 'mongoose';
import { type FileRef, type NamedFile, PlatformError } from '../../src/core/platform.ts';
import { Trouble } from './http.ts';
import type { FileRow } from './model.ts';

/** A document of the store holds 16 MB; its other fields are small. */
const STORED_BYTES = 15 * 1024 * 1024;
const NAME_LENGTH = 150;
const PATTERN = /^file_[0-9a-f-]{36}$/;

export interface Files {
  keep(file: NamedFile, by: string): Promise<FileRef>;
  drop(id: string): Promise<void>;
  /** The person's own uploads, or a 404. */
  own(ids: string[], person: string): Promise<FileRef[]>;
  share(ids: string[], audience: string): Promise<void>;
  /** 404 for everybody who has no part in it. */
  visible(id: string, person: string, audiences: string[]): Promise<NamedFile>;
  bytes(id: string): Promise<Buffer>;
}

/** A name that is only a name: no path, no control or direction characters, not hidden, not endless. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what must go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"<>|:*?]/g, '')
    .replace(/^[.\s]+|\s+$/g, '');
  const ending = /\.[^.\s]{1,12}$/.exec(plain)?.[0] ?? '';
  const stem = [...plain.slice(0, plain.length - ending.length)].slice(0, NAME_LENGTH).join('');
  return stem + ending || 'file';
}

const cleanType = (type: string): string =>
  /^[a-z0-9][a-z0-9.+-]{0,60}\/[a-z0-9][a-z0-9.+-]{0,100}$/i
    .exec(type.split(';')[0]?.trim() ?? '')?.[0]
    .toLowerCase() ?? 'application/octet-stream';

const refOf = ({ _id, name, type, size }: Omit<FileRow, 'bytes'>): FileRef => ({ id: _id, name, type, size });

/** `lean` hands out the driver's own binary instead of a Buffer. */
const bufferOf = (stored: Buffer | { value(): Uint8Array }): Buffer =>
  Buffer.isBuffer(stored) ? stored : Buffer.from(stored.value());

export const isFileId = (text: unknown): text is string => typeof text === 'string' && PATTERN.test(text);

export function filesOf(model: Model<FileRow>): Files {
  async function heads(ids: string[]): Promise<Omit<FileRow, 'bytes'>[]> {
    const rows = await model.find({ _id: { $in: ids } }, { bytes: 0 }).lean<Omit<FileRow, 'bytes'>[]>();
    return ids.flatMap((id) => rows.find((row) => row._id === id) ?? []);
  }
  return {
    async keep({ name, type, bytes }, by) {
      if (bytes.length > STORED_BYTES)
        throw new PlatformError('broken', `a file of ${bytes.length} bytes is too large`);
      const head = { name: cleanName(name), type: cleanType(type), size: bytes.length };
      const id = `file_${randomUUID()}`;
      await model.create({ _id: id, ...head, by, audiences: [], bytes });
      return { id, ...head };
    },
    async drop(id) {
      await model.deleteOne({ _id: id });
    },
    async own(ids, person) {
      const rows = (await heads(ids)).filter((row) => row.by === person);
      if (rows.length < ids.length) throw new Trouble('noFile');
      return rows.map(refOf);
    },
    async share(ids, audience) {
      if (ids.length > 0)
        await model.updateMany({ _id: { $in: ids } }, { $addToSet: { audiences: audience } });
    },
    async visible(id, person, audiences) {
      const row = await model.findById(id).lean<FileRow | null>();
      const may =
        row && (row.by === person || row.audiences.some((audience) => audiences.includes(audience)));
      if (!may) throw new Trouble('noFile');
      return { name: row.name, type: row.type, bytes: bufferOf(row.bytes) };
    },
    async bytes(id) {
      const row = await model.findById(id).lean<FileRow | null>();
      if (!row) throw new PlatformError('gone', 'this file is not there any more');
      return bufferOf(row.bytes);
    },
  };
}
