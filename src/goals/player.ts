/** What a played person does with goals: writes three, proposes, agrees those of their people, confirms, gives numbers. */
import { dayIn, daysBetween } from '../core/calendar.ts';
import type { Move, Player } from '../core/module.ts';
import type { Cycle } from '../cycles/model.ts';
import {
  agreeGoal,
  confirmContract,
  proposeGoals,
  saveAnchors,
  saveEdit,
  saveGoal,
  saveProgress,
  splitEvenly,
  takeOnGoal,
} from './actions.ts';
import { latest } from './change.ts';
import { goalCycles, ledCycles } from './commands.ts';
import { alignOf, valuesOf } from './entry.ts';
import { progressOf } from './history.ts';
import { deed, plots } from './messages-player.ts';
import type { Goal, GoalKeyResult } from './model.ts';
import { leadMove } from './player-lead.ts';
import type { Plot } from './plots.ts';
import { isUnsent, proposal, waitsForOwner } from './rules.ts';
import { isOpen, type Sheet, sheetOf } from './sheet.ts';
import { counted, isWhole, sumWanted } from './weights.ts';

type Drawn = (n: number) => number;

const enough = 3;

export const player: Player = async (person, now, draw) => {
  for (const { cycle } of await goalCycles(person)) {
    const sheet = await sheetOf(cycle._id, person);
    const move = isOpen(sheet, now) ? await ownMove(sheet, now, draw) : undefined;
    if (move) return move;
  }
  for (const cycle of await ledCycles(person)) {
    const move = cycle.state === 'running' ? await leadMove(cycle, person, now, draw) : undefined;
    if (move) return move;
  }
  return undefined;
};

async function ownMove(sheet: Sheet, now: Date, draw: Drawn): Promise<Move | undefined> {
  return (
    answers(sheet) ??
    writes(sheet, draw) ??
    mends(sheet) ??
    proposes(sheet) ??
    confirms(sheet) ??
    (await follows(sheet, now, draw))
  );
}

function answers({ goals }: Sheet): Move | undefined {
  const waits = goals.find(waitsForOwner);
  if (!waits) return undefined;
  const press =
    waits.state === 'offered'
      ? takeOnGoal.token({ goal: waits._id })
      : agreeGoal.token({ goal: waits._id, seen: proposal(waits) });
  return { what: (l) => deed(l).answered, press };
}

function writes(sheet: Sheet, draw: Drawn): Move | undefined {
  const { goals, cycle, company } = sheet;
  if (counted(goals).length >= enough || goals.some((g) => g.version > 0)) return undefined;
  const mine = plotsFor(sheet).filter((p) => !goals.some((g) => latest(g).title === p.title));
  const plot = mine[draw(mine.length || 1)];
  if (!plot) return undefined;
  const parent = company[draw(company.length || 1)];
  const { measure, kind, from, to, stretch, unit, source, title, why } = plot;
  const due = draw(3) === 0 ? midway(cycle) : cycle.period.to;
  const optional = Object.entries({ from, to, stretch, unit }).filter(([, v]) => v !== undefined);
  return {
    what: (l) => deed(l).wrote,
    submit: saveGoal.token({ cycle: cycle._id }),
    values: {
      title,
      why,
      align: alignOf(parent && { kind: 'company', id: parent._id }),
      measure,
      kind,
      ...Object.fromEntries(optional),
      source,
      due,
    },
  };
}

function plotsFor({ person }: Sheet): Plot[] {
  const all = plots(person.locale);
  const unit = person.unit.toLowerCase();
  const own = unit === 'product' || unit === 'support' || unit === 'sales' ? all[unit] : [];
  return own.length >= enough ? own : [...own, ...all.any];
}

function midway({ period }: Cycle): string {
  const middle = (Date.parse(period.from) + Date.parse(period.to)) / 2;
  return dayIn('UTC', new Date(middle));
}

/** Levels that are missing, and what came back: read, mended, sent again. */
function mends(sheet: Sheet): Move | undefined {
  const { goals, person } = sheet;
  const bare = goals
    .filter((g) => isUnsent(g) && g.state !== 'agreed')
    .flatMap((g) => latest(g).keyResults.map((kr) => ({ g, kr })))
    .find(({ kr }) => kr.kind === 'rated' && !kr.anchors);
  if (bare) {
    const words = deed(person.locale);
    return {
      what: (l) => deed(l).levels,
      submit: saveAnchors.token({ goal: bare.g._id, keyResult: bare.kr.id }),
      values: { a1: words.level1, a2: words.level2, a3: words.level3, a4: words.level4, a5: words.level5 },
    };
  }
  const back = goals.find((g) => g.state === 'returned');
  return back && mended(back, person.locale);
}

function mended(goal: Goal, locale: 'en' | 'zh'): Move {
  const { title, why, parent, keyResults, visibility } = latest(goal);
  const [only] = keyResults;
  const clearer = deed(locale).clearer;
  return {
    what: (l) => deed(l).edited,
    submit: saveEdit.token({ goal: goal._id }),
    values: {
      title,
      why: why && !why.includes(clearer) ? [why, clearer].join(' · ') : clearer,
      align: alignOf(parent),
      visibility,
      ...(only && valuesOf(only)),
    },
  };
}

function proposes({ goals, cycle, participant }: Sheet): Move | undefined {
  if (!participant.manager || !goals.some(isUnsent)) return undefined;
  const about = { cycle: cycle._id };
  if (!isWhole(sumWanted(goals))) return { what: (l) => deed(l).proposed, press: splitEvenly.token(about) };
  return { what: (l) => deed(l).proposed, press: proposeGoals.token(about) };
}

function confirms({ contract, cycle, person }: Sheet): Move | undefined {
  if (contract.state !== 'open' || contract.self) return undefined;
  const about = { cycle: cycle._id, person: person._id, version: contract.version };
  return { what: (l) => deed(l).confirmed, press: confirmContract.token(about) };
}

/** While the work is under way: a number for each key result about every third week. */
async function follows(sheet: Sheet, now: Date, draw: Drawn): Promise<Move | undefined> {
  const { goals, cycle, person, place } = sheet;
  if (!cycle.opened.includes('tracking')) return undefined;
  const today = dayIn(place.zone, now);
  for (const goal of goals.filter((g) => g.state === 'agreed'))
    for (const kr of goal.keyResults) {
      const last = kr.updatedAt && dayIn(place.zone, kr.updatedAt);
      if (last !== undefined && daysBetween(last, today) < 21) continue;
      return updates(
        goal,
        kr,
        { cycle, today, locale: person.locale, first: (await progressOf(goal._id)).length },
        draw,
      );
    }
  return undefined;
}

interface When {
  cycle: Cycle;
  today: string;
  locale: 'en' | 'zh';
  /** How many rows there are already. */
  first: number;
}

function updates(goal: Goal, kr: GoalKeyResult, when: When, draw: Drawn): Move {
  const behind = draw(5) === 0;
  const words = deed(when.locale);
  return {
    what: (l) => deed(l).updated,
    submit: saveProgress.token({ goal: goal._id, keyResult: kr.id }),
    values: {
      ...reading(kr, when, behind, draw),
      confidence: behind ? 'atRisk' : 'onTrack',
      note: behind ? words.worse : words.better,
    },
  };
}

/** Where somebody is by now who gets there about in time; a little ahead or behind. */
function reading(kr: GoalKeyResult, { cycle, today }: When, behind: boolean, draw: Drawn): object {
  const { from, to } = cycle.period;
  const gone = Math.min(100, (daysBetween(from, today) * 100) / Math.max(1, daysBetween(from, to)));
  const share = Math.max(5, gone + draw(21) - (behind ? 30 : 8));
  if (kr.kind === 'rated') return {};
  if (kr.kind === 'milestone') return { state: share > 85 ? 'done' : 'open' };
  if (kr.kind === 'increase' || kr.kind === 'decrease') {
    const [start, target] = [Number(kr.baseline), Number(kr.target)];
    return { actual: String(Math.trunc(start + ((target - start) * share) / 100)) };
  }
  const target = Number(kr.target);
  const off = (target * (behind ? 6 : draw(4))) / 100;
  return { actual: String(Math.trunc((kr.kind === 'atLeast' ? target - off : target + off) * 10) / 10) };
}
