/** HR's board on Home: each running cycle in one block, what waits for HR, and what did not arrive. */
import type { Actor } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { failedJobsCount, undeliveredCount } from '../core/failures.ts';
import { dayWords } from '../core/i18n.ts';
import { lines, type Md, md } from '../core/md.ts';
import type { HomeSection, Registry } from '../core/module.ts';
import { dueDay, lockAt } from '../cycles/deadlines.ts';
import { say } from '../cycles/messages.ts';
import { type Cycle, type Phase, planOf, present } from '../cycles/model.ts';
import { inStates } from '../cycles/pick.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { calendarOf, settings } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { showDistribution, showStatus } from './actions.ts';
import { bar, chartByUnit } from './blocks.ts';
import { homeBlocks } from './cards.ts';
import { statusOf } from './completion.ts';
import { askingFor } from './handlers-status.ts';
import { board as words } from './messages-distribution.ts';
import { needLines, needsOf } from './needs.ts';
import { underway } from './pick.ts';
import { current } from './rules-status.ts';
import { type Scope, scopeOf } from './scope.ts';

/** Home stays short; the others are a command away. */
const mostCycles = 3;

async function blocks(who: Actor, view: View, registry: Registry): Promise<Block[]> {
  if (!isHr(who) && !who.roles.includes('hrbp')) return [];
  const failed = isHr(who) ? homeBlocks(await undeliveredCount(), await failedJobsCount(), view) : [];
  const running = await inStates(underway);
  const shown: Block[] = [];
  for (const cycle of running.slice(0, mostCycles)) {
    const scope = await scopeOf(who, cycle);
    if (scope.kind === 'all' || scope.kind === 'units')
      shown.push(...(await cycleBlocks({ who, cycle, scope, registry }, view)));
  }
  if (shown.length === 0) return failed;
  const said = words(view.locale);
  const more = running.length - mostCycles;
  return [text(said.title), ...shown, ...(more > 0 ? [note(said.more(more))] : []), ...failed];
}

interface Board {
  who: Actor;
  cycle: Cycle;
  scope: Scope;
  registry: Registry;
}

async function cycleBlocks({ who, cycle, scope, registry }: Board, view: View): Promise<Block[]> {
  const { locale, now } = view;
  const said = words(locale);
  const going = cycle.opened.filter((phase) => !cycle.locked?.includes(phase));
  const found = await statusOf(cycle, await askingFor(who, scope, now));
  if (scope.kind === 'units' && found.people.size === 0) return [];
  const { lines: open, items } = needLines(await needsOf(who, cycle, found), said, {
    cycle: cycle._id,
    registry,
  });
  const at = current(found.counted);
  const graded = cycle.opened.includes('assessment');
  return [
    text(await headline(cycle, view)),
    ...found.counted.filter((c) => going.includes(phaseOf[c.step])).map((c) => bar(c, locale)),
    ...(at && at.rows.length > 1 ? [chartByUnit(at, locale)] : []),
    ...(open.length > 0 ? [text(lines(...open.map(bullet)))] : []),
    ...buttons([
      ...items,
      { label: said.status, token: showStatus.token({ cycle: cycle._id, show: 'overview', page: 0 }) },
      graded && {
        label: said.spread,
        token: showDistribution.token({ cycle: cycle._id, by: 'unit', page: 0 }),
      },
    ]),
  ];
}

const bullet = (line: Md): Md => md`• ${{ markup: line }}`;

const phaseOf = {
  planning: 'planning',
  assessment: 'assessment',
  rating: 'assessment',
  calibration: 'calibration',
  release: 'feedback',
  receipt: 'feedback',
  outcomes: 'outcomes',
  closing: 'closing',
} as const satisfies Record<string, Phase>;

/** By the organisation's own calendar; nobody in particular. */
const everybody = { person: '', unit: '' };

async function headline(cycle: Cycle, { locale, now }: View): Promise<Md> {
  const said = words(locale);
  const phase = present(cycle);
  const plan = phase && planOf(cycle, phase);
  if (!plan || cycle.state !== 'running') return said.state(cycle.name, say(locale).cycleState(cycle.state));
  const own = await settings();
  const lock = lockAt(cycle, everybody, plan.phase, { zone: own.zone, calendar: await calendarOf(own) });
  const day = (d: string) => dayWords(locale, d, now);
  const due = dueDay(cycle, everybody, plan.phase) ?? plan.due;
  return said.line(
    cycle.name,
    say(locale).phase(plan.phase),
    day(due),
    day(lock ? dayIn(own.zone, lock) : due),
  );
}

/** Above everybody's own goals: HR begins here. */
export const boardSection: HomeSection = { order: 5, blocks };
