/** What waits for a person around ratings, on Home and as tasks. */
import type { Actor } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import type { HomeSection, Task } from '../core/module.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { buttons, text } from '../goals/blocks.ts';
import { namesOf, people } from '../people/model.ts';
import { answerQuestion, nameDecider, openDecisions, openTeam, openVerify } from './actions.ts';
import { office } from './messages-office.ts';
import { askedOf, openForDecider, openForRater, type Rating, ratings, toVerify } from './model.ts';
import { verifiesOf } from './shows.ts';

/** Only of cycles that run: a paused one asks for nothing. */
async function running(found: readonly Rating[]): Promise<Map<string, Cycle>> {
  const ids = [...new Set(found.map((r) => r.cycle))];
  const all = ids.length > 0 ? await cycles.find({ _id: { $in: ids }, state: 'running' }) : [];
  return new Map(all.map((c) => [c._id, c]));
}

function byKey<T>(all: readonly T[], key: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

const task = (key: string, title: Task['title'], token: string, due?: string): Task => ({
  key,
  title,
  phase: 'assessment',
  button: { label: (l) => office(l).openTask, token },
  ...(due !== undefined && { due }),
});

export async function tasks(person: string, _now: Date): Promise<Task[]> {
  return [
    ...(await rateTasks(person)),
    ...(await decideTasks(person)),
    ...(await answerTasks(person)),
    ...(await verifyTasks(person)),
    ...(await nameTasks(person)),
  ];
}

async function rateTasks(person: string): Promise<Task[]> {
  const mine = await openForRater(person);
  const live = await running(mine);
  const zone = mine.length > 0 ? (await people.must(person)).zone : 'UTC';
  return byKey(mine, (r) => r.cycle).flatMap(([id, open]) => {
    const cycle = live.get(id);
    const due = open.map((r) => r.due).sort((a, b) => a.getTime() - b.getTime())[0];
    if (!cycle || !due) return [];
    const title: Task['title'] = (l) => office(l).taskRate(open.length, cycle.name);
    return [task(`ratings.rate:${id}`, title, openTeam.token({ cycle: id }), dayIn(zone, due))];
  });
}

async function decideTasks(person: string): Promise<Task[]> {
  const mine = await openForDecider(person);
  const live = await running(mine);
  const names = await namesOf(mine.flatMap((r) => r.rater ?? []));
  return byKey(mine, (r) => `${r.cycle} ${r.rater ?? ''}`).flatMap(([key, open]) => {
    const [cycle = '', rater = ''] = key.split(' ');
    if (!live.has(cycle) || rater === '') return [];
    const title: Task['title'] = (l) => office(l).taskDecide(open.length, names(rater));
    return [task(`ratings.decide:${cycle}:${rater}`, title, openDecisions.token({ cycle, rater }))];
  });
}

async function answerTasks(person: string): Promise<Task[]> {
  const mine = await askedOf(person);
  const live = await running(mine);
  const names = await namesOf(mine.flatMap((r) => r.asked.map((q) => q.by)));
  return mine
    .filter((r) => live.has(r.cycle))
    .flatMap((r) =>
      r.asked
        .filter((q) => !q.answer && q.to.includes(person))
        .map((q) => {
          const token = answerQuestion.token({ cycle: r.cycle, person: r.person, question: q.id });
          return task(`ratings.answer:${q.id}`, (l) => office(l).taskAnswer(names(q.by)), token);
        }),
    );
}

async function verifyTasks(person: string): Promise<Task[]> {
  const mine = await toVerify(person);
  const live = await running(mine);
  const found: Task[] = [];
  for (const [id] of byKey(mine, (r) => r.cycle)) {
    const cycle = live.get(id);
    if (!cycle || !(await numbersWait(id, person))) continue;
    found.push(
      task(`ratings.verify:${id}`, (l) => office(l).taskVerify(cycle.name), openVerify.token({ cycle: id })),
    );
  }
  return found;
}

async function numbersWait(cycle: string, verifier: string): Promise<boolean> {
  const rows = await verifiesOf(cycle, verifier);
  return rows.some(({ numbers }) => numbers.missing.length + numbers.provisional.length > 0);
}

/** Sent by this person, and nobody above could decide. */
async function nameTasks(person: string): Promise<Task[]> {
  const sent = await ratings.find({ rater: person, state: 'submitted' }, { sort: { _id: 1 } });
  const open = sent.filter((r) => r.decider === undefined);
  const live = await running(open);
  const names = await namesOf(open.map((r) => r.person));
  return open
    .filter((r) => live.has(r.cycle))
    .map((r) => {
      const token = nameDecider.token({ cycle: r.cycle, person: r.person });
      return task(`ratings.name:${r._id}`, (l) => office(l).taskName(names(r.person)), token);
    });
}

async function blocks(who: Actor, { locale }: View): Promise<Block[]> {
  const words = office(locale);
  const mine = await ratings.find(
    { rater: who.id, state: { $in: ['proposed', 'returned', 'submitted', 'approved'] } },
    { sort: { _id: 1 } },
  );
  const waiting = await openForDecider(who.id);
  const live = await running([...mine, ...waiting]);
  const teams = byKey(mine, (r) => r.cycle).flatMap(([id, all]): Block[] => {
    const cycle = live.get(id);
    if (!cycle) return [];
    const sent = all.filter((r) => r.state === 'submitted' || r.state === 'approved').length;
    return [
      text(words.homeTeam(cycle.name, sent, all.length)),
      ...buttons([{ label: words.rate, token: openTeam.token({ cycle: id }) }]),
    ];
  });
  const first = waiting.find((r) => live.has(r.cycle) && r.rater);
  if (!first?.rater) return teams;
  const token = openDecisions.token({ cycle: first.cycle, rater: first.rater });
  const n = waiting.filter((r) => live.has(r.cycle)).length;
  return [...teams, text(words.homeDecide(n)), ...buttons([{ label: words.decide, token }])];
}

export const home: HomeSection = { order: 16, blocks };
