/** What stands on Home: everybody's next dates; and the drafts that wait. */
import type { Actor } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import type { HomeSection, Task } from '../core/module.ts';
import { peopleById } from '../people/model.ts';
import { lookAt } from './actions.ts';
import { dueDay } from './deadlines.ts';
import { say } from './messages.ts';
import { check } from './messages-check.ts';
import { home } from './messages-home.ts';
import { type Cycle, cycles, isIn, type Participant, underWay } from './model.ts';

const mostDates = 4;

/** Days on which something opens or is due for a person, the nearest first. */
export function nextDates(cycle: Cycle, p: Participant, today: string) {
  return cycle.phases
    .flatMap(({ phase, opens, due }) => [
      { day: opens, phase, kind: 'nextOpens' as const },
      { day: dueDay(cycle, p, phase) ?? due, phase, kind: 'nextDue' as const },
    ])
    .filter((d) => d.day >= today && (d.kind === 'nextDue' || !cycle.opened.includes(d.phase)))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

async function next(who: Actor, { locale, zone, now }: View): Promise<Block[]> {
  const words = home(locale);
  const mine = (await underWay(who.id)).filter(({ participant }) => isIn(participant));
  const today = dayIn(zone, now);
  const lines = mine.flatMap(({ cycle, participant }) => {
    if (cycle.state === 'paused') return [{ day: today, text: words.nextPaused(cycle.name) }];
    return nextDates(cycle, participant, today)
      .slice(0, mostDates)
      .map(({ day, phase, kind }) => ({
        day,
        text: words[kind](cycle.name, say(locale).phase(phase), dayWords(locale, day, now)),
      }));
  });
  if (lines.length === 0) return [];
  const sorted = lines.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(0, mostDates);
  return [
    { type: 'text', text: words.homeNext },
    ...sorted.map(({ text }): Block => ({ type: 'text', text })),
  ];
}

export const cycleHome: readonly HomeSection[] = [{ order: 30, blocks: next }];

/** Drafts of one's own that were neither started nor thrown away. */
export async function cycleTasks(person: string): Promise<Task[]> {
  const drafts = await cycles.find({ state: 'draft' }, { sort: { at: 1, _id: 1 } });
  const own = drafts.filter((c) => c.by === person);
  const roles = own.length > 0 ? ((await peopleById([person])).get(person)?.roles ?? []) : [];
  if (!roles.includes('hr') && !roles.includes('hrHead')) return [];
  return own.map((cycle) => ({
    key: `cycles.draft:${cycle._id}`,
    title: (l) => check(l).task(cycle.name),
    button: { label: (l) => check(l).open, token: lookAt.token({ cycle: cycle._id }) },
  }));
}
