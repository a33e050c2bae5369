/**
 * What the adapter itself keeps: the card that stands in a message (to turn its pages, and to bring it back when a form is
 * done), the form that is open there, when a key was first tried, rooms, who was welcomed, the month's calls. All of it
 * survives a restart; cards and forms are sealed for the person who sees them.
 */
import type { Card, Form } from '../../src/core/card.ts';
import type { FileRef, PlatformPorts } from '../../src/core/platform.ts';

/** A form as it stands in a message. */
export interface OpenForm {
  form: Form;
  /** By field; of persons their ids. */
  values: Record<string, string | string[]>;
  errors: Record<string, string>;
  /** Candidates of person fields: ids, and which of them is the first shown. */
  found: Record<string, { ids: string[]; from: number; typed: string }>;
  /** How many inputs a long text has. */
  inputs: Record<string, number>;
  files: Record<string, FileRef[]>;
  /** Of each part that was reached, its first field; the last is shown. */
  starts: number[];
  note?: string;
}

export interface Kept {
  id: string;
  tenant: string;
  channel: string;
  page: number;
  account?: string;
  card?: Card;
  form?: OpenForm;
}

interface Row {
  _id: string;
  tenant: string;
  channel: string;
  subject: string;
  account?: string;
  page: number;
  card?: string;
  form?: string;
  formAt?: Date;
  /** Whose next file belongs to the form. */
  awaits?: string;
  at: Date;
}

export interface Place {
  id: string;
  tenant: string;
  channel: string;
  /** Of the one person who sees it. */
  account?: string | undefined;
}

const days = 86_400;
const cardDays = 30;
/** Somebody may be writing in it: what is new for the card waits until the form is closed, but not for ever. */
const formHoldMs = 24 * 3_600_000;
const mostKnown = 20_000;

type Ports = Pick<PlatformPorts, 'connection' | 'sealing' | 'personIds' | 'log'>;

export function keeping(ports: Ports) {
  const rows = () => ports.connection.collection<Row>('feishu_cards');
  const subjects = new Map<string, string>();

  async function subjectOf({ tenant, channel, account }: Place): Promise<string> {
    if (!account) return channel;
    const known = subjects.get(account);
    if (known) return known;
    const found = (await ports.personIds({ platform: 'feishu', tenant }, [account])).get(account);
    if (found && subjects.size < mostKnown) subjects.set(account, found);
    return found ?? channel;
  }

  const about = (id: string, what: 'card' | 'form') => `feishu_cards:${id}:${what}`;

  async function opened<T>(row: Row, what: 'card' | 'form'): Promise<T | undefined> {
    const sealed = row[what];
    if (sealed === undefined) return undefined;
    try {
      return JSON.parse(await ports.sealing.open(row.subject, about(row._id, what), sealed)) as T;
    } catch (err) {
      // Its key was shredded: for us it is gone.
      ports.log.warn({ err, message: row._id }, 'what was kept of a message cannot be opened');
      return undefined;
    }
  }

  async function read(row: Row): Promise<Kept> {
    const card = await opened<Card>(row, 'card');
    const form = await opened<OpenForm>(row, 'form');
    const { _id: id, tenant, channel, page = 0, account } = row;
    const kept = { id, tenant, channel, page, ...(account && { account }) };
    return { ...kept, ...(card && { card }), ...(form && { form }) };
  }

  /** Card and form of one message are sealed for the same one, whoever touches it later. */
  async function ownerOf(place: Place): Promise<Pick<Row, 'subject' | 'account'>> {
    const row = await rows().findOne({ _id: place.id });
    if (row) return { subject: row.subject };
    return { subject: await subjectOf(place), ...(place.account && { account: place.account }) };
  }

  async function write(place: Place, change: Partial<Row>, unset: Record<string, ''> = {}): Promise<void> {
    const { id: _id, tenant, channel } = place;
    const set = { tenant, channel, at: new Date(), ...change };
    const without = Object.keys(unset).length > 0 ? { $unset: unset } : {};
    await rows().updateOne({ _id }, { $set: set, ...without }, { upsert: true });
  }

  return {
    async open(): Promise<void> {
      await rows().createIndex({ at: 1 }, { expireAfterSeconds: cardDays * days });
      await rows().createIndex({ awaits: 1 }, { partialFilterExpression: { awaits: { $exists: true } } });
    },
    async get(id: string): Promise<Kept | undefined> {
      const row = await rows().findOne({ _id: id });
      return row ? read(row) : undefined;
    },
    /** The card that stands there; a form that was open is closed. */
    async card(place: Place, card: Card, page: number): Promise<void> {
      const owner = await ownerOf(place);
      const sealed = await ports.sealing.seal(owner.subject, about(place.id, 'card'), JSON.stringify(card));
      await write(place, { ...owner, card: sealed, page }, { form: '', formAt: '', awaits: '' });
    },
    /** The newest card, while a form stands in its place; `false` when none does. */
    async behindForm(place: Place, card: Card): Promise<boolean> {
      const row = await rows().findOne({ _id: place.id });
      if (!row?.form || !row.formAt || Date.now() - row.formAt.getTime() > formHoldMs) return false;
      const sealed = await ports.sealing.seal(row.subject, about(place.id, 'card'), JSON.stringify(card));
      await write(place, { card: sealed, page: 0 });
      return true;
    },
    async form(place: Place, form: OpenForm): Promise<void> {
      const owner = await ownerOf(place);
      const sealed = await ports.sealing.seal(owner.subject, about(place.id, 'form'), JSON.stringify(form));
      const awaits = form.form.fields.some((f) => f.type === 'file') ? place.account : undefined;
      const plain = { ...owner, form: sealed, formAt: new Date() };
      await write(place, awaits ? { ...plain, awaits } : plain, awaits ? {} : { awaits: '' });
    },
    /** The form of this person that waits for a file, the one opened last. */
    async awaiting(account: string): Promise<Kept | undefined> {
      const [row] = await rows().find({ awaits: account }).sort({ formAt: -1 }).limit(1).toArray();
      return row ? read(row) : undefined;
    },
    async turned(id: string, page: number): Promise<void> {
      await rows().updateOne({ _id: id }, { $set: { page } });
    },
  };
}

export type Keeping = ReturnType<typeof keeping>;
