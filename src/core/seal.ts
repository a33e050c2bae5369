/**
 * Sealing of sensitive text: a key-encryption key (a file or a variable) wraps one key of the organisation, that wraps
 * one key per subject, and that seals texts with AES-256-GCM. The additional data names collection, id and field, so a
 * sealed text that was moved elsewhere does not open. Erasing a person is shredding their key.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Refusal } from './errors.ts';
import { say } from './messages.ts';

const header = 'v1.';

export function seal(key: Buffer, about: string, text: string | Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text), cipher.final()]);
  return header + Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

export function unseal(key: Buffer, about: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed.slice(header.length), 'base64url');
  const opening = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(about));
  opening.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]);
}

export interface WrappedKey {
  _id: string;
  /** Which key-encryption key wrapped it: rotation re-wraps those with another name. */
  by: string;
  wrapped: string;
}

/** Where wrapped keys are kept. `put` never replaces: of two that come at once the first stays. */
export interface KeyShelf {
  get(id: string): Promise<WrappedKey | null>;
  put(keys: readonly WrappedKey[]): Promise<void>;
  some(ids: readonly string[]): Promise<WrappedKey[]>;
  remove(id: string): Promise<void>;
}

export interface Keyring {
  keyOf(subject: string): Promise<Buffer>;
  /** Makes or reads the keys of many at once. */
  warm(subjects: readonly string[]): Promise<void>;
  /** What was sealed for the subject can never be opened again. */
  shred(subject: string): Promise<void>;
}

const organisation = 'organisation';
const newKey = (_id: string, by: Buffer, made: string): WrappedKey => ({
  _id,
  by: made,
  wrapped: seal(by, _id, randomBytes(32)),
});

export function keyring(master: Buffer, shelf: KeyShelf): Keyring {
  const name = createHash('sha256').update(master).digest('hex').slice(0, 12);
  const known = new Map<string, Promise<Buffer>>();

  async function unwrapped(id: string, by: Buffer, made: string): Promise<Buffer> {
    const kept = await shelf.get(id);
    if (kept && kept.by !== made) throw new Refusal((l) => say(l).wrongKey);
    if (kept) return unseal(by, id, kept.wrapped);
    await shelf.put([newKey(id, by, made)]);
    return unwrapped(id, by, made);
  }

  const once = (id: string, find: () => Promise<Buffer>) => {
    const found = known.get(id) ?? find();
    known.set(id, found);
    found.catch(() => known.delete(id));
    return found;
  };
  const own = () => once(organisation, () => unwrapped(organisation, master, name));

  async function warm(subjects: readonly string[]) {
    const missing = [...new Set(subjects)].map((s) => `of:${s}`).filter((id) => !known.has(id));
    if (missing.length < 2) return;
    const by = await own();
    const there = new Set((await shelf.some(missing)).map((k) => k._id));
    await shelf.put(missing.filter((id) => !there.has(id)).map((id) => newKey(id, by, organisation)));
    for (const key of await shelf.some(missing))
      known.set(key._id, Promise.resolve(unseal(by, key._id, key.wrapped)));
  }

  return {
    warm,
    keyOf: (subject) =>
      once(`of:${subject}`, async () => unwrapped(`of:${subject}`, await own(), organisation)),
    async shred(subject) {
      known.delete(`of:${subject}`);
      await shelf.remove(`of:${subject}`);
    },
  };
}

/** Texts of a subject, sealed for a place: what adapters keep. */
export const sealingOf = ({ keyring: keys }: { keyring: Keyring }) => ({
  seal: async (subject: string, about: string, text: string) => seal(await keys.keyOf(subject), about, text),
  open: async (subject: string, about: string, text: string) =>
    unseal(await keys.keyOf(subject), about, text).toString(),
});
