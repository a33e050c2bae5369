/** What the console itself stores: what was shown to whom, how far they have read, files, answers given, rooms. */
import { type Connection, type Model, Schema } from 'mongoose';
import type { FileRef } from '../../src/core/platform.ts';

export interface ItemRow {
  _id: string;
  /** Grows with every change of the item; readers ask for what is newer than they know. */
  seq: number;
  /** Its `seq` when it was new: the order of creation. */
  first: number;
  at: Date;
  from: string;
  /** Who sees it: `dm:<person>` or `room:<key>`. */
  audience: string;
  /** Where it appears, when that is a room; an answer for one person's eyes may too. */
  room?: string;
  /** Sealed, as is `card`. */
  text?: string;
  card?: string;
  files?: FileRef[];
  edited: boolean;
}

export interface ReadRow {
  _id: string;
  seq: number;
}

export interface FileRow extends Omit<FileRef, 'id'> {
  _id: string;
  by: string;
  audiences: string[];
  bytes: Buffer;
}

export interface AnswerRow {
  _id: string;
  path: string;
  at: Date;
  /** Sealed; absent while nobody knows how it ended. */
  body?: string;
}

export interface RoomRow {
  _id: string;
  name: string;
  /** `since`: the sequence number of joining; whoever asks for what is newer than that gets the whole room. */
  members: { person: string; since: number }[];
}

const KEEP_ANSWERS_SECONDS = 3 * 24 * 3600;
const mixed = Schema.Types.Mixed;
const options = { versionKey: false, autoIndex: false, autoCreate: false, minimize: false } as const;

const item = new Schema<ItemRow>(
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    first: { type: Number, required: true },
    at: { type: Date, required: true },
    from: { type: String, required: true },
    audience: { type: String, required: true },
    room: String,
    text: String,
    card: String,
    files: { type: mixed },
    edited: { type: Boolean, required: true },
  },
  options,
)
  .index({ audience: 1, seq: 1 })
  .index({ audience: 1, first: 1 })
  .index({ seq: 1 });

const read = new Schema<ReadRow>(
  { _id: { type: String, required: true }, seq: { type: Number, required: true } },
  options,
);

const file = new Schema<FileRow>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    type: { type: String, required: true },
    size: { type: Number, required: true },
    by: { type: String, required: true },
    audiences: { type: [String], required: true },
    bytes: { type: Buffer, required: true },
  },
  options,
);

const answer = new Schema<AnswerRow>(
  {
    _id: { type: String, required: true },
    path: { type: String, required: true },
    at: { type: Date, required: true },
    body: String,
  },
  options,
).index({ at: 1 }, { expireAfterSeconds: KEEP_ANSWERS_SECONDS });

const room = new Schema<RoomRow>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    members: { type: mixed, required: true },
  },
  options,
);

/** On one connection the models are made once, however many consoles are. */
const modelOf = <T>(connection: Connection, name: string, schema: Schema<T>): Model<T> =>
  (connection.models[name] as Model<T> | undefined) ?? connection.model<T>(name, schema, name);

export interface Collections {
  items: Model<ItemRow>;
  reads: Model<ReadRow>;
  files: Model<FileRow>;
  answers: Model<AnswerRow>;
  rooms: Model<RoomRow>;
}

export const collectionsOf = (connection: Connection): Collections => ({
  items: modelOf(connection, 'web_items', item),
  reads: modelOf(connection, 'web_reads', read),
  files: modelOf(connection, 'web_files', file),
  answers: modelOf(connection, 'web_answers', answer),
  rooms: modelOf(connection, 'web_rooms', room),
});

export async function createIndexes(collections: Collections): Promise<void> {
  await collections.items.createIndexes();
  await collections.answers.createIndexes();
}

export const isDuplicate = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 11000;
