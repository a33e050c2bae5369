/**
 * The same idempotency-key gives the same answer, whether the first one is long done or still at work. Some deeds may be
 * run again after a crash (the bot knows the event by its id); the others leave a mark before they begin, and a mark
 * without an answer is not run a second time.
 */
import type { Model } from 'mongoose';
import { answered, type Call, Trouble } from './http.ts';
import type { ConsolePorts } from './index.ts';
import { type AnswerRow, isDuplicate } from './model.ts';

export interface Once {
  /** Whose answer it is: the one it is sealed for. */
  who: string;
  again: 'may run again' | 'runs once';
  run(key: string | undefined): Promise<unknown>;
}

export type Answers = (call: Call, once: Once) => Promise<Response>;

function keyOf({ request }: Call): string | undefined {
  const key = request.headers.get('idempotency-key');
  if (key === null) return undefined;
  if (!/^[\x20-\x7e]{1,200}$/.test(key)) throw new Trouble('badKey');
  return key;
}

interface Book {
  model: Model<AnswerRow>;
  sealing: ConsolePorts['sealing'];
}

/** What is asked for: the row's id, the key and the path it was first used on. */
interface Use {
  id: string;
  key: string;
  path: string;
}

const place = (id: string) => `web_answers:${id}:body`;

async function known(book: Book, use: Use, { who, again }: Once): Promise<{ body: unknown } | undefined> {
  const row = await book.model.findById(use.id).lean<AnswerRow | null>();
  if (!row) return undefined;
  if (row.path !== use.path) throw new Trouble('otherUse');
  if (row.body !== undefined)
    return { body: JSON.parse(await book.sealing.open(who, place(use.id), row.body)) };
  if (again === 'runs once') throw new Trouble('interrupted');
  return undefined;
}

async function mark({ model }: Book, { id, path }: Use): Promise<void> {
  try {
    await model.create({ _id: id, path, at: new Date() });
  } catch (error) {
    throw isDuplicate(error) ? new Trouble('interrupted') : error;
  }
}

async function run(book: Book, use: Use, once: Once): Promise<unknown> {
  if (once.again === 'may run again') return once.run(use.key);
  await mark(book, use);
  try {
    return await once.run(use.key);
  } catch (error) {
    // A "no" has no effect, so the mark goes; after any other failure nobody knows, and it stays.
    if (error instanceof Trouble) await book.model.deleteOne({ _id: use.id });
    throw error;
  }
}

async function first(book: Book, use: Use, once: Once): Promise<unknown> {
  const before = await known(book, use, once);
  if (before) return before.body;
  const answer = await run(book, use, once);
  const body = await book.sealing.seal(once.who, place(use.id), JSON.stringify(answer));
  // `at` is the store's time, not the product's: the store forgets the row by it.
  const change = { $set: { path: use.path, at: new Date(), body } };
  await book.model.updateOne({ _id: use.id }, change, { upsert: true });
  return answer;
}

export function answersOf(book: Book): Answers {
  const running = new Map<string, { path: string; answer: Promise<unknown> }>();
  return async (call, once) => {
    const key = keyOf(call);
    if (key === undefined) return answered(200, await once.run(undefined));
    const use = { id: `${once.who}:${key}`, key, path: call.url.pathname };
    const other = running.get(use.id);
    if (other && other.path !== use.path) throw new Trouble('otherUse');
    if (other) return answered(200, await other.answer);
    const answer = first(book, use, once);
    running.set(use.id, { path: use.path, answer });
    try {
      return answered(200, await answer);
    } finally {
      running.delete(use.id);
    }
  };
}
