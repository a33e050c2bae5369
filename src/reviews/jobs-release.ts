/**
 * The lock: what givers sent is turned into answers without givers, put together and frozen. It happens once for each
 * person under review, when none of their reviewers can write any more; one reviewer with a later date does not hold up
 * the others. Drafts that were not sent are deleted: a tap is not yet a word given.
 */
import { z } from 'zod';
import type { Ctx } from '../core/context.ts';
import { type Job, job } from '../core/job.ts';
import { type Cycle, cycles, isIn, type Participant, participants, schemeOf } from '../cycles/model.ts';
import { calendarsOf, type Person, peopleById } from '../people/model.ts';
import { aggregate } from './aggregate.ts';
import { groupDimensions } from './dimensions.ts';
import { reviewsReleased } from './facts.ts';
import { refresh } from './jobs-refresh.ts';
import { type Assignment, assignments, drafts, type Nomination, nominations } from './model.ts';
import {
  type Answer,
  answers,
  type LedgerRow,
  ledger,
  type ReleaseDoc,
  releaseId,
  releases,
} from './model-answers.ts';
import { isLocked, kOf, termOf } from './scene.ts';

/** People under review a transaction: their answers are mixed with each other. */
const step = 25;

export const release: Job<{ cycle: string; after: string; all: boolean; people: number }> = job(
  'reviews.release',
  { cycle: z.string(), after: z.string(), all: z.boolean(), people: z.number() },
  async (ctx, args) => {
    const cycle = await cycles.get(args.cycle);
    if (!cycle) return undefined;
    const where = { cycle: cycle._id, released: false, _id: { $gt: args.after } };
    const page = await nominations.find(where, { sort: { _id: 1 }, limit: step });
    const batch = await gathered(cycle, page, args.all ? undefined : ctx.now);
    const people = args.people + (await freeze(ctx, cycle, batch));
    const last = page.at(-1)?._id;
    if (page.length === step && last) return { again: { ...args, after: last, people } };
    if (people === 0) return undefined;
    ctx.record(reviewsReleased, { about: cycle._id, data: { cycle: cycle._id, people } });
    ctx.later(refresh, { cycle: cycle._id, after: '' });
    return undefined;
  },
);

interface Due {
  nomination: Nomination;
  participant: Participant;
  asked: Assignment[];
  people: ReadonlyMap<string, Person>;
}

/** Those whose time has come: everybody, or those none of whose reviewers can write any more at `now`. */
async function gathered(cycle: Cycle, page: readonly Nomination[], now: Date | undefined): Promise<Due[]> {
  const ids = page.flatMap((n) => n.reviewers.flatMap((r) => r.assignment ?? []));
  const all = new Map((await assignments.find({ _id: { $in: ids } })).map((a) => [a._id, a]));
  const places = await participants.find({ _id: { $in: page.map((n) => n._id) } });
  const persons = page.flatMap((n) => [n.person, ...n.reviewers.map((r) => r.person)]);
  const managers = places.flatMap((p) => p.manager ?? []);
  const people = await peopleById([...persons, ...managers]);
  const open = now ? await stillOpen(cycle, people, now) : () => false;
  return page.flatMap((nomination) => {
    const participant = places.find((p) => p._id === nomination._id);
    const asked = nomination.reviewers.flatMap((r) => all.get(r.assignment ?? '') ?? []);
    const writes = asked.filter((a) => a.state === 'open' || a.state === 'sent').map((a) => a.giver);
    if (!participant || [nomination.person, ...writes].some(open)) return [];
    return [{ nomination, participant, asked, people }];
  });
}

async function stillOpen(
  cycle: Cycle,
  people: ReadonlyMap<string, Person>,
  now: Date,
): Promise<(id: string) => boolean> {
  const calendars = await calendarsOf([...people.values()].map((p) => p.calendar));
  return (id) => {
    const p = people.get(id);
    return (
      p !== undefined && !isLocked(termOf(cycle, p, calendars.get(p.calendar) ?? { off: {}, work: {} }), now)
    );
  };
}

/** Moves, mixes and publishes; says for how many. */
async function freeze(ctx: Ctx, cycle: Cycle, batch: readonly Due[]): Promise<number> {
  const sent = batch.flatMap((due) => due.asked.filter((a) => a.state === 'sent').map((a) => ({ a, due })));
  const written = new Map(
    (await drafts.find({ _id: { $in: sent.map(({ a }) => a._id) } })).map((d) => [d._id, d]),
  );
  const given = sent.flatMap(({ a, due }): Omit<Answer, 'rev'>[] => {
    const own = written.get(a._id)?.sent;
    if (!own || !isIn(due.participant)) return [];
    return [
      { _id: ctx.id('answer'), cycle: cycle._id, person: due.nomination.person, group: a.group, ...own },
    ];
  });
  // Sorted by their random ids: the order of the batch tells nothing.
  await answers.insertAll(given.sort((a, b) => (a._id < b._id ? -1 : 1)));
  await closeAssignments(batch);
  const counted = batch.filter((due) => isIn(due.participant));
  await publish(ctx, cycle, counted, given);
  await nominations.change(
    { _id: { $in: batch.map((due) => due.nomination._id) } },
    { $set: { released: true }, $inc: { rev: 1 } },
  );
  return counted.length;
}

async function closeAssignments(batch: readonly Due[]): Promise<void> {
  const ids = batch.flatMap((due) => due.asked.map((a) => a._id));
  await drafts.remove({ _id: { $in: ids } });
  await assignments.change(
    { _id: { $in: ids }, state: { $in: ['open', 'sent'] } },
    { $set: { over: true, fresh: true }, $inc: { rev: 1 } },
  );
}

async function publish(
  ctx: Ctx,
  cycle: Cycle,
  counted: readonly Due[],
  given: readonly Omit<Answer, 'rev'>[],
): Promise<void> {
  const persons = counted.map((due) => due.nomination.person);
  const before = await ledger.find({ cycle: cycle._id, person: { $in: persons } });
  const of = <T extends { person: string }>(all: readonly T[], person: string) =>
    all.filter((one) => one.person === person);
  const made = counted.map((due) => {
    const { person } = due.nomination;
    return published(ctx, cycle, due, of(given, person), of(before, person));
  });
  await releases.insertAll(made.map(({ doc }) => doc));
  await ledger.insertAll(made.flatMap(({ rows }) => rows));
}

interface Made {
  doc: Omit<ReleaseDoc, 'rev'>;
  rows: Omit<LedgerRow, 'rev'>[];
}

function published(
  ctx: Ctx,
  of: Cycle,
  { nomination, participant, people }: Due,
  given: readonly Omit<Answer, 'rev'>[],
  before: readonly LedgerRow[],
): Made {
  const { person } = nomination;
  const cycle = of._id;
  const scheme = schemeOf(of, participant);
  const others = [participant.manager, ...nomination.reviewers.map((r) => r.person)];
  const { release: frozen, entries } = aggregate(given, {
    dimensions: groupDimensions(scheme),
    k: kOf(scheme),
    ledger: before,
    names: others.flatMap((id) => (id && people.get(id)?.name) || []),
    id: () => ctx.id('line'),
  });
  return {
    doc: {
      _id: releaseId(cycle, person),
      cycle,
      person,
      body: JSON.stringify(frozen),
      unchecked: frozen.lines.length > 0,
      seen: 0,
    },
    rows: entries.map((entry) => ({ _id: ctx.id('published'), cycle, person, ...entry })),
  };
}
