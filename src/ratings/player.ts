/** What a played person does here: confirms numbers, rates a little differently from the proposal, decides, answers. */
import type { Move, Player } from '../core/module.ts';
import { cycles, participants } from '../cycles/model.ts';
import { isMissing } from '../goals/final.ts';
import { people } from '../people/model.ts';
import {
  approveRating,
  confirmNumbers,
  saveAdjusted,
  saveAnswer,
  saveDecider,
  saveNumber,
  saveQuestion,
  saveReturn,
  submitRating,
} from './actions.ts';
import { mayName } from './deciders.ts';
import { play } from './messages-player.ts';
import {
  askedOf,
  type Given,
  openForDecider,
  openForRater,
  type Rating,
  ratings,
  toVerify,
} from './model.ts';
import { needsReason } from './rules.ts';
import { type Full, fullOf, isLevel, type Numbers, sceneOf } from './scene.ts';
import { verifiesOf } from './shows.ts';

type Drawn = (n: number) => number;
type L = 'en' | 'zh';

export const player: Player = async (person, now, draw) => {
  const { locale } = await people.must(person);
  return (
    (await answers(person, locale, draw)) ??
    (await verifies(person)) ??
    (await rates(person, locale, draw)) ??
    (await names(person, now)) ??
    (await decides(person, locale, draw))
  );
};

const about = (r: Rating) => ({ cycle: r.cycle, person: r.person });

/** Of cycles that take ratings now. */
async function first(all: readonly Rating[]): Promise<Rating | undefined> {
  for (const rating of all) {
    const place = await participants.get(rating._id);
    if (place?.state === 'assessing' && (await cycles.get(rating.cycle))?.state === 'running') return rating;
  }
  return undefined;
}

async function answers(person: string, l: L, draw: Drawn): Promise<Move | undefined> {
  const rating = await first(await askedOf(person));
  const question = rating?.asked.find((q) => !q.answer && q.to.includes(person));
  if (!rating || !question) return undefined;
  const submit = saveAnswer.token({ ...about(rating), question: question.id });
  return { what: (k) => play(k).answers, submit, values: { answer: play(l).answer(draw(12)) } };
}

async function verifies(person: string): Promise<Move | undefined> {
  const rating = await first(await toVerify(person));
  if (!rating) return undefined;
  const rows = await verifiesOf(rating.cycle, person);
  for (const row of rows) {
    const move = settles(row.rating, row.numbers);
    if (move) return move;
  }
  return undefined;
}

/** A missing number is entered as reached; the others are confirmed. */
function settles(rating: Rating, { missing, provisional }: Numbers): Move | undefined {
  const [open] = missing;
  if (open) {
    const { goal, kr } = open;
    const submit = saveNumber.token({ ...about(rating), goal: goal._id, keyResult: kr.id });
    return { what: (k) => play(k).enters, submit, values: plausible(kr) };
  }
  if (provisional.length === 0) return undefined;
  const goals = Object.fromEntries(provisional.map(({ goal }) => [goal._id, goal.rev]));
  return { what: (k) => play(k).confirms, press: confirmNumbers.token({ ...about(rating), goals }) };
}

function plausible(kr: Numbers['all'][number]['kr']): Record<string, unknown> {
  if (kr.kind === 'milestone') return { state: 'done' };
  return kr.kind === 'rated' ? { level: '3' } : { actual: String(kr.target) };
}

async function rates(person: string, l: L, draw: Drawn): Promise<Move | undefined> {
  const rating = await first(await openForRater(person));
  if (!rating) return undefined;
  const full = await fullOf(await sceneOf(rating.cycle, rating.person));
  const numbers = settles(rating, full.numbers);
  if (numbers && full.numbers.all.some(({ kr }) => isMissing(kr) || !kr.confirmed)) return numbers;
  if (rating.asked.length === 0 && rating.version === 0 && draw(6) === 0)
    return {
      what: (k) => play(k).asks,
      submit: saveQuestion.token(about(rating)),
      values: { whom: 'person', question: play(l).question },
    };
  if (rating.dimensions.every((d) => d.level === undefined)) return adjusts(full, l, draw);
  if (full.pack.reports.waiting > 0) return undefined;
  return {
    what: (k) => play(k).sends,
    press: submitRating.token({ ...about(rating), seen: rating.version }),
  };
}

/** Mostly as proposed, sometimes a level off; what nobody proposed is met or exceeded. */
function adjusts(full: Full, l: L, draw: Drawn): Move {
  const values = full.given.flatMap((d, i): [string, string][] => {
    const level = chosen(d, draw);
    const why = isLevel(level) && needsReason(level, d.proposal);
    return [
      [`level_${i}`, String(level)],
      ...(why ? [[`reason_${i}`, reasonFor(level, d.proposal, l, draw)] as [string, string]] : []),
    ];
  });
  return {
    what: (k) => play(k).adjusts,
    submit: saveAdjusted.token(about(full.rating)),
    values: Object.fromEntries(values),
  };
}

/** Praise for what is above the proposal (a 5, where there is none), the other for what is below. */
function reasonFor(level: number, proposal: number | undefined, l: L, draw: Drawn): string {
  const words = play(l);
  return (level > (proposal ?? 3) ? words.raised : words.lowered)(draw(6));
}

function chosen({ proposal }: Given, draw: Drawn): number {
  const off = [0, 0, 0, 0, 1, -1][draw(6)] ?? 0;
  return Math.min(5, Math.max(1, (proposal ?? 3 + draw(2)) + off));
}

async function names(person: string, now: Date): Promise<Move | undefined> {
  const sent = await ratings.find({ rater: person, state: 'submitted' }, { sort: { _id: 1 } });
  const rating = await first(sent.filter((r) => r.decider === undefined));
  if (!rating) return undefined;
  const leads = (await participants.find({ cycle: rating.cycle, manager: person })).sort((a, b) =>
    a._id < b._id ? -1 : 1,
  );
  for (const { person: id } of leads) {
    const one = await people.get(id);
    if (one && (await mayName(one, rating, person, now)))
      return { what: (k) => play(k).names, submit: saveDecider.token(about(rating)), values: { who: id } };
  }
  return undefined;
}

async function decides(person: string, l: L, draw: Drawn): Promise<Move | undefined> {
  const rating = await first(await openForDecider(person));
  if (!rating) return undefined;
  const seen = { ...about(rating), seen: rating.version };
  if (rating.version === 1 && draw(9) === 0)
    return { what: (k) => play(k).returns, submit: saveReturn.token(seen), values: { reason: play(l).back } };
  return { what: (k) => play(k).approves, press: approveRating.token(seen) };
}
