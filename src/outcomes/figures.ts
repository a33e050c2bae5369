/** What a batch comes to, for one reader: never with the reader's own row before it is approved. Counted, not walked. */
import { type Cycle, cycles, type Grade, participants } from '../cycles/model.ts';
import { grades } from '../cycles/scheme.ts';
import { namesOf } from '../people/model.ts';
import {
  type Batch,
  batches,
  batchesOf,
  type Entry,
  entries,
  entryId,
  isOpen,
  preferencesOf,
  type Recognition,
} from './model.ts';

export interface Figures {
  rows: number;
  grades: { grade: Grade | null; n: number }[];
  /** Hundredths: what holds, and what it changes. */
  points: number;
  change: number;
  excepted: number;
  /** Approved already, and not held back. */
  approved: number;
  waiting: number;
  /** The reader's own row is not in these numbers. */
  ownHidden: boolean;
}

/** The reader's own row, while they may not see it. */
export async function hiddenFrom(batch: string, reader: string): Promise<boolean> {
  const own = await entries.get(entryId(batch, reader));
  return own !== undefined && own.state !== 'approved';
}

export async function figuresOf(batch: string, reader: string): Promise<Figures> {
  const ownHidden = await hiddenFrom(batch, reader);
  const filter = { batch, ...(ownHidden && { person: { $ne: reader } }) };
  const rows = await entries.tally(filter, ['grade', 'points', 'change', 'state']);
  const total = (of: 'points' | 'change') => rows.reduce((sum, { _id, n }) => sum + Number(_id[of]) * n, 0);
  const count = (holds: (id: (typeof rows)[number]['_id']) => boolean) =>
    rows.reduce((sum, { _id, n }) => (holds(_id) ? sum + n : sum), 0);
  return {
    rows: count(() => true),
    grades: [...grades, null].flatMap((grade) => {
      const n = count((id) => (id.grade ?? null) === grade);
      return n > 0 ? [{ grade, n }] : [];
    }),
    points: total('points'),
    change: total('change'),
    excepted: await entries.count({ ...filter, exceptedBy: { $exists: true } }),
    approved: count((id) => id.state === 'approved'),
    waiting: count((id) => id.state === 'waiting'),
    ownHidden,
  };
}

const given = ['released', 'acknowledged', 'final'];
const early = ['invited', 'planning', 'tracking', 'assessing', 'rated', 'calibrated'];
export const leftOutReasons = ['appeal', 'noResult', 'withdrawn', 'notEligible'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

const reasonOf = (state: string): LeftOut | undefined => {
  if (state === 'appealing') return 'appeal';
  if (state === 'withdrawn') return 'withdrawn';
  if (state === 'not_eligible') return 'notEligible';
  return early.includes(state) ? 'noResult' : undefined;
};

export interface Office {
  cycle: Cycle;
  batches: { batch: Batch; figures: Figures }[];
  /** Have a result and no row yet. */
  free: number;
  leftOut: { why: LeftOut; n: number }[];
}

/** Without the reader, in every number. */
export async function officeOf(cycle: Cycle, reader: string): Promise<Office> {
  const states = await participants.tally({ cycle: cycle._id, person: { $ne: reader } }, ['state']);
  const leftOut = leftOutReasons.flatMap((why) => {
    const n = states.reduce((sum, s) => (reasonOf(s._id.state) === why ? sum + s.n : sum), 0);
    return n > 0 ? [{ why, n }] : [];
  });
  const found = (await batchesOf(cycle._id)).filter((b) => b.state !== 'dropped');
  const shown = [];
  for (const batch of found) shown.push({ batch, figures: await figuresOf(batch._id, reader) });
  return { cycle, batches: shown, free: await freeIn(cycle._id), leftOut };
}

/** People with a result, no open appeal and no row in any batch. */
export async function freeIn(cycle: string): Promise<number> {
  const ready = await participants.count({ cycle, state: { $in: given } });
  if (ready === 0) return 0;
  const appealing = (await participants.find({ cycle, state: 'appealing' })).map((p) => p.person);
  const first = { cycle, before: { $exists: false } };
  const rows = await entries.count(first);
  const theirs = appealing.length > 0 ? await entries.count({ ...first, person: { $in: appealing } }) : 0;
  return Math.max(0, ready - (rows - theirs));
}

export const isReady = (state: string): boolean => given.includes(state);

export interface RowLine {
  entry: Entry;
  name: string;
  likes: Recognition | undefined;
}

export const onPage = 20;

export interface RowPage {
  cycle: Cycle;
  batch: Batch;
  only: 'all' | 'excepted';
  page: number;
  more: boolean;
  rows: RowLine[];
  names(id: string): string;
}

export async function rowsOf(
  batch: Batch,
  reader: string,
  only: RowPage['only'],
  page: number,
): Promise<RowPage> {
  const hidden = await hiddenFrom(batch._id, reader);
  const found = await entries.find(
    {
      batch: batch._id,
      ...(hidden && { person: { $ne: reader } }),
      ...(only === 'excepted' && { exceptedBy: { $exists: true } }),
    },
    { sort: { batch: 1, person: 1 }, skip: page * onPage, limit: onPage + 1 },
  );
  const rows = found.slice(0, onPage);
  const names = await namesOf(rows.flatMap((e) => [e.person, ...(e.exceptedBy ? [e.exceptedBy] : [])]));
  const likes = await preferencesOf(rows.map((e) => e.person));
  return {
    cycle: await cycles.must(batch.cycle),
    batch,
    only,
    page,
    more: found.length > onPage,
    rows: rows.map((entry) => ({ entry, name: names(entry.person), likes: likes.get(entry.person) })),
    names,
  };
}

export interface LeftOutPage {
  cycle: Cycle;
  page: number;
  more: boolean;
  rows: { name: string; why: LeftOut }[];
}

export async function leftOutPage(cycle: Cycle, reader: string, page: number): Promise<LeftOutPage> {
  const found = await participants.find(
    { cycle: cycle._id, state: { $nin: given }, person: { $ne: reader } },
    { sort: { state: 1, person: 1 }, skip: page * onPage, limit: onPage + 1 },
  );
  const shown = found.slice(0, onPage);
  const names = await namesOf(shown.map((p) => p.person));
  const rows = shown.flatMap((p) => {
    const why = reasonOf(p.state);
    return why ? [{ name: names(p.person), why }] : [];
  });
  return { cycle, page, more: found.length > onPage, rows };
}

/** The batch in which this person's row may still change. */
export async function openRowOf(
  cycle: string,
  person: string,
): Promise<{ entry: Entry; batch: Batch } | undefined> {
  const drafts = await entries.find({ cycle, person, state: { $in: ['draft', 'waiting'] } });
  for (const entry of drafts) {
    const batch = await batches.get(entry.batch);
    if (batch && isOpen(batch)) return { entry, batch };
  }
  return undefined;
}
