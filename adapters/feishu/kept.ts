/**
 * What stands in a message: the card (to turn its pages, and to bring it back when a form is done) and the form that is
 * open in its place. It survives a restart, sealed for the person who sees it.
 */
import type { Card, Form } from '../../src/core/card.ts';
import type { FileRef, PlatformPorts } from '../../src/core/platform.ts';
import { isDuplicate } from './records.ts';

/** A field by its number; within a text too long for one part, an input of it. */
export type At = number | readonly [field: number, input: number];

/** A form as it stands in a message. */
export interface OpenForm {
  form: Form;
  /** By field; of persons their ids. */
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
  /** Candidates of person fields: ids, and which of them is the first shown. */
  found: Record<string, { ids: string[]; from: number }>;
  /** How many inputs a long text has. */
  inputs: Record<string, number>;
  files: Record<string, FileRef[]>;
  /** Of each part that was reached, where it begins; the last is shown. */
  starts: At[];
  /** The first that the part shown does not have any more. */
  end: At;
  note?: string;
  /** The stamp of the drawing that stands there. */
  n?: string;
  /** The press that counted last: of which drawing, and what came with it. Its answer may never have arrived. */
  counted?: { n: string; formValue: Record<string, unknown> };
}

export interface Place {
  id: string;
  tenant: string;
  channel: string;
  /** Of the one person who sees it. */
  account?: string | undefined;
}

export interface Kept extends Place {
  page: number;
  card?: Card;
  form?: OpenForm;
  /** There was a form without a card, and it was sent. */
  sent?: boolean;
}

interface Row {
  _id: string;
  tenant: string;
  channel: string;
  /** For whom it is sealed. */
  subject: string;
  account?: string;
  page?: number;
  card?: string;
  form?: string;
  formAt?: Date;
  /** Of the form's drawing. */
  n?: string;
  /** It is known to have reached the client. */
  shown?: boolean;
  /** A form that had no card was sent. */
  sent?: boolean;
  /** The card is newer than what stands in the message. */
  behind?: boolean;
  /** Whose next file belongs to the form. */
  awaits?: string;
  at: Date;
}

type Ports = Pick<PlatformPorts, 'connection' | 'sealing' | 'personIds' | 'log'>;
type What = 'card' | 'form';

const cardSeconds = 30 * 86_400;
/** Somebody may be writing in it: what is new for the card waits until the form is closed, but not for ever. */
const formHoldMs = 24 * 3_600_000;
/** One that was never seen to arrive keeps nothing back for longer than it may be on its way. */
const unseenHoldMs = 60_000;
const triesMost = 5;
const sweptMost = 100;

const rowsOf = ({ connection }: Ports) => connection.collection<Row>('feishu_cards');
const about = (id: string, what: What) => `feishu_cards:${id}:${what}`;

async function subjectOf(ports: Ports, { tenant, channel, account }: Place): Promise<string> {
  if (!account) return channel;
  return (await ports.personIds({ platform: 'feishu', tenant }, [account])).get(account) ?? channel;
}

/** Card and form of one message are sealed for the same one, whoever touches it later. */
async function ownerOf(ports: Ports, place: Place): Promise<Pick<Row, 'subject' | 'account'>> {
  const row = await rowsOf(ports).findOne({ _id: place.id });
  const subject = row?.subject ?? (await subjectOf(ports, place));
  return { subject, ...(place.account && { account: place.account }) };
}

const sealed = (ports: Ports, subject: string, id: string, what: What, content: Card | OpenForm) =>
  ports.sealing.seal(subject, about(id, what), JSON.stringify(content));

async function opened<T>(ports: Ports, row: Row, what: What): Promise<T | undefined> {
  const text = row[what];
  if (text === undefined) return undefined;
  try {
    return JSON.parse(await ports.sealing.open(row.subject, about(row._id, what), text)) as T;
  } catch (err) {
    // Its key was shredded: for us it is gone.
    ports.log.warn({ err, message: row._id }, 'what was kept of a message cannot be opened');
    return undefined;
  }
}

async function read(ports: Ports, row: Row): Promise<Kept> {
  const card = await opened<Card>(ports, row, 'card');
  const form = await opened<OpenForm>(ports, row, 'form');
  const { _id: id, tenant, channel, page = 0, account } = row;
  const kept = { id, tenant, channel, page, ...(account && { account }) };
  return { ...kept, ...(card && { card }), ...(form && { form }), ...(row.sent && { sent: true }) };
}

type Change = { $set: Partial<Row>; $unset?: Partial<Record<keyof Row, ''>> };

async function written(
  ports: Ports,
  place: Place,
  { $set, ...more }: Change,
  only: { form?: { $exists: boolean } } = {},
): Promise<true> {
  const { id: _id, tenant, channel } = place;
  const set = { tenant, channel, at: new Date(), ...$set };
  await rowsOf(ports).updateOne({ _id, ...only }, { $set: set, ...more }, { upsert: true });
  return true;
}

const noForm = { form: '', formAt: '', n: '', shown: '', awaits: '' } as const;

async function keepCard(ports: Ports, place: Place, card: Card, page: number): Promise<void> {
  const owner = await ownerOf(ports, place);
  const text = await sealed(ports, owner.subject, place.id, 'card', card);
  await written(ports, place, { $set: { ...owner, card: text, page }, $unset: { ...noForm, behind: '' } });
}

/** Whether somebody fills a form there: what is new for the card waits until then. */
async function keepBehind(ports: Ports, place: Place, card: Card): Promise<boolean> {
  const row = await rowsOf(ports).findOne({ _id: place.id });
  if (!row?.form) return false;
  if (!isHeld(row)) {
    await dropForm(ports, row._id, row.n);
    return false;
  }
  const text = await sealed(ports, row.subject, place.id, 'card', card);
  const change = { $set: { card: text, page: 0, behind: true, at: new Date() } };
  // It may be closed by now.
  const { matchedCount } = await rowsOf(ports).updateOne({ _id: place.id, form: { $exists: true } }, change);
  return matchedCount > 0;
}

const isHeld = ({ formAt, shown }: Row): boolean =>
  formAt !== undefined && Date.now() - formAt.getTime() <= (shown === false ? unseenHoldMs : formHoldMs);

/** Of a form that did not arrive nothing is kept, unless it is known by now that it did. */
async function withdraw(ports: Ports, id: string, n: string): Promise<Kept | undefined> {
  await rowsOf(ports).updateOne({ _id: id, n, shown: false }, { $unset: noForm });
  const row = await rowsOf(ports).findOne({ _id: id, behind: true, form: { $exists: false } });
  return row ? read(ports, row) : undefined;
}

/** Cards that waited behind a form for long enough. */
async function overdue(ports: Ports): Promise<Kept[]> {
  const out: Kept[] = [];
  for (const row of await rowsOf(ports)
    .find({ behind: true })
    .sort({ formAt: 1 })
    .limit(sweptMost)
    .toArray()) {
    if (row.form && isHeld(row)) continue;
    if (row.form) await dropForm(ports, row._id, row.n);
    out.push(await read(ports, row));
  }
  return out;
}

async function dropForm(ports: Ports, id: string, n: string | undefined): Promise<void> {
  await rowsOf(ports).updateOne({ _id: id, ...(n && { n }) }, { $unset: noForm });
}

/** In one step, since a form may be opened at any moment; `false` when one is. */
async function keepWithoutForm(ports: Ports, place: Place, card: Card, page: number): Promise<boolean> {
  const owner = await ownerOf(ports, place);
  const text = await sealed(ports, owner.subject, place.id, 'card', card);
  try {
    const change = { $set: { ...owner, card: text, page }, $unset: { behind: '' } as const };
    return await written(ports, place, change, { form: { $exists: false } });
  } catch (e) {
    // There is such a row, and it has a form: a second one of that id cannot be made.
    if (!isDuplicate(e)) throw e;
    return false;
  }
}

async function keepNews(ports: Ports, place: Place, card: Card, page: number): Promise<boolean> {
  for (let i = 0; i < triesMost; i += 1) {
    if (await keepWithoutForm(ports, place, card, page)) return true;
    if (await keepBehind(ports, place, card)) return false;
  }
  throw new Error('a form was opened and closed too often');
}

interface How {
  /** It follows on that drawing. */
  from?: string | undefined;
  /** Known to reach the client: whoever presses or sends a file has the form before them. Not so when it is opened. */
  shown?: boolean;
}

/** `false` when it was to follow on the drawing `from`, and another one stands there by now. */
async function keepForm(
  ports: Ports,
  place: Place,
  open: OpenForm,
  { from, shown = true }: How = {},
): Promise<boolean> {
  const owner = await ownerOf(ports, place);
  const form = await sealed(ports, owner.subject, place.id, 'form', open);
  const awaits = open.form.fields.some((f) => f.type === 'file') ? place.account : undefined;
  const change = {
    ...owner,
    form,
    formAt: new Date(),
    ...(open.n && { n: open.n }),
    shown,
  };
  const set = {
    $set: awaits ? { ...change, awaits } : change,
    ...(!awaits && { $unset: { awaits: '' } as const }),
  };
  if (from === undefined) return written(ports, place, set);
  const { matchedCount } = await rowsOf(ports).updateOne({ _id: place.id, n: from }, set);
  return matchedCount > 0;
}

export function keeping(ports: Ports) {
  return {
    async open(): Promise<void> {
      await rowsOf(ports).createIndex({ at: 1 }, { expireAfterSeconds: cardSeconds });
      const waiting = { partialFilterExpression: { awaits: { $exists: true } } };
      await rowsOf(ports).createIndex({ awaits: 1 }, waiting);
      await rowsOf(ports).createIndex({ account: 1, channel: 1 });
      const behind = { partialFilterExpression: { behind: { $exists: true } } };
      await rowsOf(ports).createIndex({ behind: 1 }, behind);
    },
    async get(id: string): Promise<Kept | undefined> {
      const row = await rowsOf(ports).findOne({ _id: id });
      return row ? read(ports, row) : undefined;
    },
    /** The card that stands there; a form that was open is closed. */
    card: (place: Place, card: Card, page: number) => keepCard(ports, place, card, page),
    /** What is new for the card; `false` when it waits behind a form. */
    news: (place: Place, card: Card, page: number) => keepNews(ports, place, card, page),
    drop: (id: string, n: string | undefined) => dropForm(ports, id, n),
    /** The newest card, while a form stands in its place; `false` when none does. */
    behindForm: (place: Place, card: Card) => keepBehind(ports, place, card),
    form: (place: Place, open: OpenForm, how?: How) => keepForm(ports, place, open, how),
    async shown(id: string, n: string): Promise<void> {
      await rowsOf(ports).updateOne({ _id: id, n }, { $set: { shown: true } });
    },
    /** The form of that drawing did not arrive; what waited behind it is to be shown. */
    withdraw: (id: string, n: string) => withdraw(ports, id, n),
    overdue: () => overdue(ports),
    /** The form had no card to give back. */
    async sent(id: string): Promise<void> {
      await rowsOf(ports).updateOne({ _id: id }, { $set: { sent: true }, $unset: noForm });
    },
    /** It cannot be shown any more. */
    async given(id: string): Promise<void> {
      await rowsOf(ports).updateOne({ _id: id }, { $unset: { behind: '' } });
    },
    /** The form of this person that waits for a file, the one opened last. */
    async awaiting(account: string): Promise<Kept | undefined> {
      const [row] = await rowsOf(ports).find({ awaits: account }).sort({ formAt: -1 }).limit(1).toArray();
      return row ? read(ports, row) : undefined;
    },
    /** Messages there were for this person alone, so it is their conversation with the bot. */
    isOwn: async (channel: string, account: string): Promise<boolean> =>
      (await rowsOf(ports).findOne({ account, channel })) !== null,
    async turned(id: string, page: number): Promise<void> {
      await rowsOf(ports).updateOne({ _id: id }, { $set: { page } });
    },
  };
}

export type Keeping = ReturnType<typeof keeping>;
