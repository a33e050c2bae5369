/** What a person can look back on while they review themself: goals with what was reached, the period month by month. */
import { at, dayIn } from '../core/calendar.ts';
import { fraction, mul, roundHalfUp } from '../core/fraction.ts';
import type { Sentence } from '../core/i18n.ts';
import { numberWords } from '../core/i18n.ts';
import type { Cycle, Scheme } from '../cycles/model.ts';
import { evidenceOf as remarksOf } from '../feedback/evidence.ts';
import { goalAttainment } from '../goals/attainment.ts';
import { type ProgressRow, progressIn } from '../goals/history.ts';
import { agreedGoals, type Goal, keyResultOf } from '../goals/model.ts';
import type { Person } from '../people/model.ts';
import { own } from './messages-self.ts';

export interface GoalLine {
  title: string;
  /** Basis points. */
  weight: number;
  /** Whole percent, or why there is none. */
  reached: string | 'missing' | 'dropped';
}

export interface Month {
  /** 'YYYY-MM' */
  month: string;
  lines: Sentence[];
}

export interface Evidence {
  goals: GoalLine[];
  months: Month[];
}

interface EvidenceLine {
  at: Date;
  words: Sentence;
}

/** What happened, for the person's own eyes. */
type EvidenceSource = (
  cycle: Cycle,
  person: Pick<Person, '_id' | 'zone'>,
  goals: readonly Goal[],
) => Promise<EvidenceLine[]>;

const numbers: EvidenceSource = async (cycle, person, goals) => {
  const rows = await progressIn(cycle._id, person._id);
  return rows.flatMap((row) => {
    const goal = goals.find((g) => g._id === row.goal);
    const kr = goal && keyResultOf(goal, row.keyResult);
    return kr ? [{ at: row.at, words: numberLine(kr.title, kr.unit, row) }] : [];
  });
};

/** Notes that both have seen, kudos, and feedback with a name on it. */
const remarks: EvidenceSource = async ({ period }, person) => {
  const found = await remarksOf(person._id, period.from, period.to);
  return found.map((one) => ({
    at: at(person.zone, one.date, '12:00'),
    words: (l) => own(l).remark(own(l)[`what_${one.kind}`], shortened(one.text)),
  }));
};

const sources: readonly EvidenceSource[] = [numbers, remarks];

/** A reminder of it, not the whole. */
const longestRemark = 160;
const shortened = (text: string): string => {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > longestRemark ? `${letters.slice(0, longestRemark).join('')}…` : letters.join('');
};

function numberLine(title: string, unit: string | undefined, row: ProgressRow): Sentence {
  return (l) => {
    const words = own(l);
    const parts = [
      row.actual === undefined ? undefined : `${numberWords(l, row.actual)}${unit ? ` ${unit}` : ''}`,
      row.done === undefined ? undefined : row.done ? words.doneOne : words.notDone,
      row.confidence && words[row.confidence as 'onTrack'],
    ].filter(Boolean);
    return words.evidence(title, parts.join(words.comma));
  };
}

export async function evidenceOf(
  cycle: Cycle,
  scheme: Scheme,
  person: Pick<Person, '_id' | 'zone'>,
): Promise<Evidence> {
  const goals = await agreedGoals(cycle._id, person._id);
  const found: EvidenceLine[] = [];
  for (const source of sources) found.push(...(await source(cycle, person, goals)));
  return { goals: goals.map((g) => goalLine(g, scheme)), months: byMonth(found, person.zone) };
}

function goalLine(goal: Goal, scheme: Scheme): GoalLine {
  const found = goalAttainment(goal, fraction(scheme.cap, 100));
  const reached = found.state === 'reached' ? roundHalfUp(mul(found.value, fraction(100)), 0) : found.state;
  return { title: goal.title, weight: goal.weight, reached };
}

/** The months in order, in each the newest last; a card has room for so many. */
const mostLines = 8;

function byMonth(lines: readonly EvidenceLine[], zone: string): Month[] {
  const months = new Map<string, EvidenceLine[]>();
  for (const line of [...lines].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const month = dayIn(zone, line.at).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), line]);
  }
  return [...months].map(([month, all]) => ({
    month,
    lines: all.slice(-mostLines).map((line) => line.words),
  }));
}
