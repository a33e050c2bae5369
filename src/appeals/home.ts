/** What waits for a person around appeals, on Home and as tasks. That there is one is nobody else's news. */
import type { Actor } from '../core/actor.ts';
import type { Day } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import type { HomeSection, Task } from '../core/module.ts';
import { cycles } from '../cycles/model.ts';
import { buttons, text } from '../goals/blocks.ts';
import { namesOf, people } from '../people/model.ts';
import {
  answerNeed,
  assignPanel,
  nameSecond,
  openCase,
  openOffice,
  openOwn,
  rateAnew,
  writeStatement,
} from './actions.ts';
import { routers } from './barred.ts';
import { awaitsRating, needsSecond } from './cards-office.ts';
import { openNeed, running } from './clocks.ts';
import { say } from './messages.ts';
import { office } from './messages-office.ts';
import { type Appeal, appealsOf, openEverywhere, openWith } from './model.ts';
import { seenBy } from './office.ts';
import { deciders } from './rules.ts';

const task = (key: string, title: Task['title'], token: string, due?: Day): Task => ({
  key: `appeals.${key}`,
  title,
  phase: 'appeals',
  confidential: true,
  button: { label: (l) => office(l).open, token },
  ...(due !== undefined && { due }),
});

type Words =
  | 'taskReceipt'
  | 'taskStatement'
  | 'taskDecide'
  | 'taskAgree'
  | 'taskRate'
  | 'taskAssign'
  | 'taskSecond';

export async function tasks(person: string, now: Date): Promise<Task[]> {
  const mine = await openWith(person);
  const routed = await routedBy(person, now);
  const names = await namesOf([...mine, ...routed].map((a) => a.person));
  const named =
    (key: Words) =>
    (a: Appeal): Task['title'] =>
    (l) =>
      office(l)[key](names(a.person));
  return [
    ...mine.flatMap((a) => (a.person === person ? ownTasks(a) : partTasks(a, person, named))),
    ...routed.flatMap((a) => routeTasks(a, named, names(a.person))),
  ];
}

function ownTasks(a: Appeal): Task[] {
  const need = a.state === 'hearing' ? openNeed(a) : undefined;
  if (!need) return [];
  const token = answerNeed.token({ appeal: a._id });
  return [task(`answer:${need.id}`, (l) => office(l).taskAnswer, token, need.lapses ?? need.due)];
}

type Part = { when: boolean; words: Words; token: string; due: Day | undefined };

function partTasks(a: Appeal, person: string, named: (key: Words) => (a: Appeal) => Task['title']): Task[] {
  const token = { appeal: a._id };
  const heard = a.state === 'assigned' || a.state === 'hearing';
  const all: Part[] = [
    {
      when: a.state === 'assigned' && a.owner === person,
      words: 'taskReceipt',
      token: openCase.token(token),
      due: a.days.acknowledge,
    },
    {
      when: heard && a.rater === person && !a.statement,
      words: 'taskStatement',
      token: writeStatement.token(token),
      due: a.days.statement,
    },
    {
      when: owesDecision(a, person),
      words: (a.draft?.agreed.length ?? 0) > 0 ? 'taskAgree' : 'taskDecide',
      token: openCase.token(token),
      due: a.state === 'escalated' ? a.days.conclude : a.days.decide,
    },
    {
      when: awaitsRating(a) && a.decision?.rerater === person,
      words: 'taskRate',
      token: rateAnew.token(token),
      due: a.days.rerate,
    },
  ];
  return all
    .filter((part) => part.when)
    .map(({ words, token: press, due }) => task(`${words}:${a._id}`, named(words)(a), press, due));
}

/** While the person is asked for something, or the others have yet to agree, nothing is owed. */
function owesDecision(a: Appeal, person: string): boolean {
  const open =
    a.state === 'escalated' ? a.escalated?.complete === true : a.state === 'hearing' && !openNeed(a);
  return open && deciders(a).includes(person) && !a.draft?.agreed.includes(person);
}

/** To be named, or late. */
const waitsForOffice = (a: Appeal): boolean =>
  a.state === 'opened' || needsSecond(a) || running(a).some(({ clock }) => a.told.includes(clock));

/** Only those with an office route; everybody else is not asked about. */
async function routedBy(person: string, now: Date): Promise<Appeal[]> {
  const me = await people.get(person);
  if (!me || me.roles.length === 0) return [];
  const found: Appeal[] = [];
  for (const a of (await openEverywhere()).filter(waitsForOffice))
    if (a.person !== person && (await routers(a, now)).some((p) => p._id === person)) found.push(a);
  return found;
}

function routeTasks(a: Appeal, named: (key: Words) => (a: Appeal) => Task['title'], name: string): Task[] {
  const token = { appeal: a._id };
  if (a.state === 'opened')
    return [task(`assign:${a._id}`, named('taskAssign')(a), assignPanel.token(token), a.days.assign)];
  if (needsSecond(a))
    return [task(`second:${a._id}`, named('taskSecond')(a), nameSecond.token(token), a.days.conclude)];
  return running(a)
    .filter(({ clock }) => a.told.includes(clock))
    .map(({ clock, day }) =>
      task(
        `overdue:${a._id}:${clock}`,
        (l) => office(l).taskOverdue(name, say(l).clock(clock)),
        openOffice.token({}),
        day,
      ),
    );
}

async function blocks(who: Actor, { locale }: View): Promise<Block[]> {
  const words = office(locale);
  const mine = (await appealsOf(who.id)).filter((a) => a.open);
  const found = await cycles.find({ _id: { $in: mine.map((a) => a.cycle) } });
  const own = mine.flatMap((a) => [
    text(words.homeOwn(found.find((c) => c._id === a.cycle)?.name ?? '', say(locale).state(a.state))),
    ...buttons([{ label: words.open, token: openOwn.token({ appeal: a._id }) }]),
  ]);
  const seen = who.roles.length > 0 ? ((await seenBy(who)) ?? []) : [];
  if (seen.length === 0) return own;
  return [
    ...own,
    text(words.homeOffice(seen.length)),
    ...buttons([{ label: words.title, token: openOffice.token({}) }]),
  ];
}

export const home: HomeSection = { order: 19, blocks };
