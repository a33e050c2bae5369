/** What waits for HR and for those who approve; a line on Home, and the quiet question what people like best. */
import type { Actor } from '../core/actor.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import type { Locale } from '../core/i18n.ts';
import type { HomeSection, Task } from '../core/module.ts';
import { type Cycle, cycles, planOf, underWay } from '../cycles/model.ts';
import { buttons, text } from '../goals/blocks.ts';
import { type Person, people } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { openBatch, openOffice, openOwn, openPrefer } from './actions.ts';
import { nameOf } from './cards-office.ts';
import { freeIn } from './figures.ts';
import { say } from './messages.ts';
import { office } from './messages-office.ts';
import { told } from './messages-told.ts';
import { type Batch, batches, batchesOf, entries, isOpen, preferences } from './model.ts';
import { isSecond } from './policy.ts';
import { ownRowFor } from './seconds.ts';

const hr = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes('hr') || roles.includes('hrHead');

const toPayroll = ['draft', 'returned', 'submitted', 'approved'];

/** Cycles that take outcomes now, and closed ones in which a batch is still on its way to payroll. */
export async function atOutcomes(): Promise<Cycle[]> {
  const under = await batches.find({ state: { $in: toPayroll } });
  const late = { state: 'closed', _id: { $in: [...new Set(under.map((b) => b.cycle))] } };
  const live = { state: { $in: ['running', 'closing'] } };
  const found = await cycles.find({ $or: [live, late] }, { sort: { _id: 1 } });
  return found.filter((c) => c.opened.includes('outcomes'));
}

type Chore = 'taskMake' | 'taskSubmit' | 'taskDelta' | 'taskApprove' | 'taskOwn' | 'taskExport';

const task = (cycle: Cycle, what: Chore, key: string, token: string): Task => {
  const due = planOf(cycle, 'outcomes')?.due;
  return {
    key,
    title: (l) => office(l)[what](cycle.name),
    phase: 'outcomes',
    ...(due !== undefined && { due }),
    button: { label: (l) => office(l).openTask, token },
  };
};

export async function tasks(id: string, now: Date): Promise<Task[]> {
  const person = await people.get(id);
  if (!person || !(hr(person) || isSecond(person))) return [];
  const all: Task[] = [];
  for (const cycle of await atOutcomes()) {
    const found = await batchesOf(cycle._id);
    if (hr(person) && (await needsBatch(cycle, found)))
      all.push(task(cycle, 'taskMake', `outcomes.make:${cycle._id}`, openOffice.token({ cycle: cycle._id })));
    for (const batch of found) {
      const what = await choreOf(batch, person, now);
      if (what)
        all.push(task(cycle, what, `outcomes.${what}:${batch._id}`, openBatch.token({ batch: batch._id })));
    }
  }
  return all;
}

/** Nobody is filling one, and somebody is in none. */
export async function needsBatch(cycle: Cycle, found: readonly Batch[]): Promise<boolean> {
  if (cycle.state === 'closed') return false;
  const filling = found.some((b) => b.kind === 'base' && isOpen(b));
  return !filling && (await freeIn(cycle._id)) > 0;
}

/** What this person owes in a batch. */
export async function choreOf(batch: Batch, person: Person, now: Date): Promise<Chore | undefined> {
  const { state, submitted, settledAt, kind } = batch;
  const isOffice = hr(person);
  if (isOffice && (state === 'draft' || state === 'returned'))
    return kind === 'delta' ? 'taskDelta' : 'taskSubmit';
  if (state === 'submitted' && isSecond(person) && submitted?.by !== person._id) return 'taskApprove';
  if (await ownRowFor(batch, person._id, now)) return 'taskOwn';
  return isOffice && state === 'approved' && settledAt ? 'taskExport' : undefined;
}

async function blocks(who: Actor, { locale }: View): Promise<Block[]> {
  return [
    ...(isHr(who) ? await board(locale) : []),
    ...(await ownLines(who, locale)),
    ...(await question(who, locale)),
  ];
}

async function board(locale: Locale): Promise<Block[]> {
  const words = office(locale);
  const all: Block[] = [];
  for (const cycle of await atOutcomes())
    for (const batch of await batchesOf(cycle._id))
      if (batch.state !== 'dropped' && batch.state !== 'exported')
        all.push(
          text(words.homeLine(cycle.name, nameOf(batch, locale), say(locale).state(batch.state))),
          ...buttons([{ label: words.openTask, token: openBatch.token({ batch: batch._id }) }]),
        );
  return all;
}

async function ownLines(who: Actor, locale: Locale): Promise<Block[]> {
  const mine = await entries.find({ person: who.id, state: 'approved' });
  if (mine.length === 0) return [];
  const live = await underWay(who.id);
  return live
    .filter(({ cycle }) => mine.some((e) => e.cycle === cycle._id))
    .flatMap(({ cycle }) => [
      text(told(locale).homeOwn(cycle.name)),
      ...buttons([{ label: told(locale).show, token: openOwn.token({ cycle: cycle._id }) }]),
    ]);
}

/** While results are being given out: early enough that HR reads the answer beside the row. */
async function question(who: Actor, locale: Locale): Promise<Block[]> {
  const live = (await underWay(who.id)).some(({ cycle }) => cycle.opened.includes('feedback'));
  if (!live || (await preferences.get(who.id))) return [];
  return [text(told(locale).homeAsk), ...buttons([{ label: told(locale).ask, token: openPrefer.token({}) }])];
}

export const home: HomeSection = { order: 18, blocks };
