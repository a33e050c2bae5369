/** On Home: my last and next check-in and open actions; my team's; for HR the counts, never the content. */
import type { Actor } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { bold, md } from '../core/md.ts';
import type { HomeSection, Task } from '../core/module.ts';
import { cycles, underWay } from '../cycles/model.ts';
import { namesOf, people } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { showWaiting, start } from './actions.ts';
import { inALine, openButtons } from './cards-line.ts';
import { deedText } from './cards-record.ts';
import { rhythmOf } from './jobs-ask.ts';
import { say } from './messages.ts';
import { line } from './messages-line.ts';
import { cadence, checkInFlow, lastHeld, newestOf, newestOfTeam, waitingFor } from './model.ts';
import { carriedFrom } from './rules.ts';
import { isBegun, openOf, placeOf } from './scene.ts';
import { nextPrompt } from './schedule.ts';

export async function tasks(person: string, _now: Date): Promise<Task[]> {
  const open = await openOf(person);
  const waiting = await waitingFor(person);
  const begun = open && (await isBegun(open));
  const titles = open?.goals.map((g) => g.title) ?? [];
  const mine: Task[] = open
    ? [
        {
          key: `checkins.mine:${open._id}`,
          title: (l) => (titles[0] === undefined ? say(l).taskWork : say(l).task(titles[0])),
          button: {
            label: (l) => (begun ? say(l).goOn : say(l).start),
            token: start.token({ checkIn: open._id }),
          },
        },
      ]
    : [];
  if (waiting.length === 0) return mine;
  const n = waiting.length;
  const title = (l: 'en' | 'zh') => say(l).taskObstacles(n);
  const button = { label: (l: 'en' | 'zh') => say(l).show, token: showWaiting.token({}) };
  return [...mine, { key: 'checkins.obstacles', title, button }];
}

export const home: HomeSection = {
  order: 15,
  blocks: async (who, view) => [
    ...(await mineBlocks(who, view)),
    ...(await teamBlocks(who, view)),
    ...(isHr(who) ? await countBlocks(view) : []),
  ],
};

async function mineBlocks(who: Actor, view: View): Promise<Block[]> {
  const [first] = await underWay(who.id);
  if (!first) return [];
  const words = line(view.locale);
  const newest = await newestOf(first.cycle._id, who.id);
  const last = newest && (newest.open ? await lastHeld(newest) : newest);
  const next = await nextDay(who.id, first, view);
  if (!last && !next) return [];
  const day = last && dayWords(view.locale, last.day, view.now);
  const deeds = newest?.open ? newest.carried.filter((c) => c.tick !== 'done') : carriedFrom(newest);
  return [
    { type: 'text', text: md`${bold(words.homeMine)}` },
    { type: 'text', text: last && day ? words.homeLast(day, words[`state_${last.state}`]) : words.homeNone },
    ...(next ? [{ type: 'text' as const, text: words.homeNext(dayWords(view.locale, next, view.now)) }] : []),
    ...(deeds.length > 0 ? [{ type: 'note' as const, text: words.homeDeeds }] : []),
    ...deeds.map((d): Block => ({ type: 'text', text: deedText(d, view) })),
    ...(last?.record ? [openButtons([{ id: last._id, label: words.openOne }])] : []),
  ];
}

async function nextDay(id: string, at: Awaited<ReturnType<typeof underWay>>[number], view: View) {
  const person = await people.must(id);
  const rhythm = rhythmOf(at.cycle, at.participant, person, await placeOf(person));
  if (!rhythm) return undefined;
  const next = nextPrompt(rhythm.series, rhythm.place, rhythm.time, view.now);
  return next && next.at <= view.now
    ? nextPrompt(rhythm.series, rhythm.place, rhythm.time, view.now, dayIn(person.zone, view.now))?.day
    : next?.day;
}

const recentMs = 100 * 86_400_000;

async function teamBlocks(who: Actor, view: View): Promise<Block[]> {
  const found = await newestOfTeam(who.id, new Date(view.now.getTime() - recentMs));
  const team = found.filter((c) => c.state !== 'dropped');
  if (team.length === 0) return [];
  const words = line(view.locale);
  const names = await namesOf(team.map((c) => c.person));
  const held = team.filter((c) => c.record);
  return [
    { type: 'text', text: md`${bold(words.homeTeam)}` },
    ...team.map((c): Block => ({ type: 'text', text: words.digestLine(c.person, inALine(c, view)) })),
    ...(held.length > 0
      ? [openButtons(held.map((c) => ({ id: c._id, label: words.open(names(c.person)) })))]
      : []),
  ];
}

async function countBlocks({ locale }: View): Promise<Block[]> {
  const running = await cycles.find(
    { state: { $in: ['running', 'paused', 'closing'] } },
    { sort: { _id: 1 } },
  );
  const blocks: Block[] = [];
  for (const cycle of running) {
    const counts = await cadence(cycle._id);
    const items = checkInFlow.states
      .filter((s) => counts[s])
      .map((s) => ({ label: line(locale)[`state_${s}`], value: String(counts[s]) }));
    if (items.length > 0)
      blocks.push(
        { type: 'text', text: md`${line(locale).homeCounts(cycle.name)}` },
        { type: 'facts', items },
      );
  }
  return blocks;
}
