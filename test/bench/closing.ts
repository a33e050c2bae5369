/**
 * The heaviest end of a phase: the assessment locks for everybody at once. What colleagues sent becomes answers without
 * givers, aggregates are frozen, every giver's cards change, ratings are made and every manager is told. Nothing is sent
 * meanwhile.
 */
import { frozenClock } from '../../src/core/clock.ts';
import { jobRow, jobs } from '../../src/core/job.ts';
import { shown } from '../../src/core/shown.ts';
import { runDueJobs } from '../../src/core/work.ts';
import { cycles, type Participant, participantId, participants } from '../../src/cycles/model.ts';
import { manager, standard } from '../../src/cycles/schemes.ts';
import { turn } from '../../src/cycles/turn.ts';
import { goals } from '../../src/goals/model.ts';
import { modules } from '../../src/modules.ts';
import { people } from '../../src/people/model.ts';
import { ratings } from '../../src/ratings/model.ts';
import { listKey, reviewKey } from '../../src/reviews/cards.ts';
import {
  type Assignment,
  assignments,
  type Draft,
  drafts,
  type Nomination,
  nominations,
  type Reviewer,
  selfReviews,
} from '../../src/reviews/model.ts';
import { releases } from '../../src/reviews/model-answers.ts';
import { q1 } from '../goals/arrange.ts';
import { aPerson, small } from '../kit/someone.ts';
import { twoGoals } from '../ratings/arrange.ts';
import { later } from '../results/arrange.ts';
import { type BenchWorld, benchWorld, memoryMb } from './bench-world.ts';
import type { Figure } from './main.ts';

const many = Number(process.env.BENCH_PEOPLE ?? 2000);
/** People a manager leads, and colleagues whom everybody named. */
const team = 10;
const named = 5;
/** A thousand rows at a time, so that arranging needs no more memory than what is measured. */
const chunk = 100;

/** The assessment ends on 2 April and has one working day of grace. */
const before = new Date('2027-04-05T12:00:00Z');
const locked = new Date('2027-04-06T00:01:00Z');
/** Ratings open a minute after the lock. */
const after = new Date('2027-04-06T00:10:00Z');

const idOf = (i: number): string => `p${String(i % many).padStart(5, '0')}`;
const leadersEnd = Math.ceil(many / team);
const leads = (i: number): boolean => i < leadersEnd;
const managerOf = (i: number): string => (i === 0 ? 'ceo' : idOf(Math.floor(i / team)));
const reviewId = (i: number, giver: string): string => `review_${i}_${giver}`;

function reviewersOf(i: number): Reviewer[] {
  const asked = (person: string, group: Reviewer['group'], by: Reviewer['by']): Reviewer => ({
    person,
    group,
    by,
    assignment: reviewId(i, person),
  });
  const first = i * team;
  const reports = leads(i) ? Array.from({ length: team }, (_, n) => first + n) : [];
  const peers = Array.from({ length: named }, (_, n) => idOf(i + many / 2 + n));
  const own = reports.filter((n) => n < many && n !== i).map(idOf);
  return [
    ...peers.filter((p) => !own.includes(p)).map((p) => asked(p, 'peer', 'self')),
    ...own.map((p) => asked(p, 'report', 'rule')),
  ];
}

const words = {
  levels: { competencies: '4', collaboration: '3', teamDevelopment: '4' },
  examples: {},
  keep: 'Wrote the hand-over list before the release. Support had answers on day one.',
  differ: 'Tell the other team a week earlier.',
};

async function arrange(): Promise<void> {
  await small(
    { _id: 'ceo', name: 'Ceo', unit: 'Top' },
    { _id: 'hanna', roles: ['hr'], unit: 'Top', manager: 'ceo' },
  );
  await cycles.insert({
    ...q1,
    schemes: { standard, manager },
    opened: ['planning', 'tracking', 'assessment'],
    locked: ['planning', 'tracking'],
    phases: [...q1.phases, ...later],
  });
  for (let from = 0; from < many; from += chunk)
    await arrangeSome(Array.from({ length: Math.min(chunk, many - from) }, (_, n) => from + n));
}

async function arrangeSome(some: readonly number[]): Promise<void> {
  const unit = 'Works';
  await people.insertAll(
    some.map((i) => aPerson({ _id: idOf(i), name: `Person ${i}`, unit, manager: managerOf(i) })),
  );
  await participants.insertAll(
    some.map((i): Omit<Participant, 'rev'> => {
      const place = { cycle: 'q1', person: idOf(i), manager: managerOf(i), leads: leads(i) };
      return { _id: participantId('q1', idOf(i)), state: 'assessing', unit, ...place };
    }),
  );
  await goals.insertAll(some.flatMap((i) => twoGoals(idOf(i))));
  await selfReviews.insertAll(
    some.map((i) => {
      const _id = participantId('q1', idOf(i));
      return { _id, cycle: 'q1', person: idOf(i), state: 'sent' as const, ...words, sent: words };
    }),
  );
  await nominations.insertAll(
    some.map((i): Omit<Nomination, 'rev'> => {
      const approved = { by: managerOf(i), at: before };
      const about = { cycle: 'q1', person: idOf(i), reviewers: reviewersOf(i), released: false };
      return { _id: participantId('q1', idOf(i)), state: 'approved', approved, ...about };
    }),
  );
  await arrangeGiven(some);
}

/** Everybody answered, and has their cards in front of them. */
async function arrangeGiven(some: readonly number[]): Promise<void> {
  const asked = some.flatMap((i) => reviewersOf(i).map((r) => ({ ...r, i })));
  const id = ({ assignment = '' }: Reviewer) => assignment;
  await assignments.insertAll(
    asked.map((r): Omit<Assignment, 'rev'> => {
      return { _id: id(r), giver: r.person, cycle: 'q1', subject: idOf(r.i), group: r.group, state: 'sent' };
    }),
  );
  await drafts.insertAll(
    asked.map((r): Omit<Draft, 'rev'> => ({ _id: id(r), giver: r.person, ...words, sent: words })),
  );
  await shown.insertAll([
    ...asked.map((r) => standing(reviewKey(id(r)), r.person)),
    ...some.map((i) => standing(listKey('q1'), idOf(i))),
  ]);
}

const standing = (key: string, person: string) => ({
  _id: `${key}>${person}`,
  key,
  receipt: {
    at: { platform: 'web', tenant: 'local', channel: `dm:${person}` },
    messageId: `${key}>${person}`,
    sentAt: before,
  },
  digest: '',
});

interface Passed {
  /** Seconds until then. */
  frozen: number;
  rated: number;
  all: number;
  /** Megabytes more than before, at most. */
  own: number;
  mapped: number;
  jobs: number;
  /** Seconds of processor time: the same on a machine that others use, too. */
  cpu: number;
}

async function closes(w: BenchWorld, clock: ReturnType<typeof frozenClock>): Promise<Passed> {
  const start = memoryMb();
  const passed: Passed = { frozen: 0, rated: 0, all: 0, own: 0, mapped: 0, jobs: 0, cpu: 0 };
  const from = performance.now();
  const used = process.cpuUsage();
  const seconds = () => (performance.now() - from) / 1000;
  clock.moveTo(locked);
  for (;;) {
    const ran = await runDueJobs(w.parts, 'bench');
    const now = memoryMb();
    passed.jobs += ran;
    passed.own = Math.max(passed.own, now.own - start.own);
    passed.mapped = Math.max(passed.mapped, now.all - start.all);
    if (!passed.frozen && (await w.store.within(() => releases.count({}))) === many)
      passed.frozen = seconds();
    if (!passed.rated && (await w.store.within(() => ratings.count({}))) === many) passed.rated = seconds();
    if (ran === 0 && clock.now() >= after) break;
    if (ran === 0) clock.moveTo(after);
  }
  const { user, system } = process.cpuUsage(used);
  return { ...passed, all: seconds(), cpu: (user + system) / 1e6 };
}

export async function closing(): Promise<Figure[]> {
  const clock = frozenClock(before);
  const w = await benchWorld(modules, arrange, clock);
  await w.store.within(() => jobs.insert(jobRow(turn, { cycle: 'q1' }, locked, 'turn')));
  const passed = await closes(w, clock);
  const made = await w.store.within(() => ratings.count({}));
  const published = await w.store.within(() => releases.count({}));
  await w.end();
  return [
    { what: 'aggregates published', value: String(published), unit: `of ${many}` },
    { what: 'ratings made', value: String(made), unit: `of ${many}` },
    { what: 'until all answers are frozen', value: passed.frozen, unit: 's' },
    { what: 'until all ratings are open', value: passed.rated, unit: 's' },
    { what: 'until every card of it is drawn (goal < 60)', value: passed.all, unit: 's' },
    { what: 'processor time of it, the store’s among it', value: passed.cpu, unit: 's' },
    { what: 'steps of jobs', value: String(passed.jobs) },
    { what: 'more memory of its own', value: passed.own, unit: 'MB' },
    { what: 'more memory with the store’s mapped file', value: passed.mapped, unit: 'MB' },
  ];
}
