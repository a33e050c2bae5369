/** What a played person does here: one with a low grade appeals, the others hear and decide it. */
import type { Move, Player } from '../core/module.ts';
import { people } from '../people/model.ts';
import { type Result, receipts } from '../results/model.ts';
import {
  agreeDraft,
  confirmReceipt,
  saveAnswer,
  saveAppeal,
  saveDraft,
  saveLevels,
  savePanel,
  saveRating,
  saveSecond,
  saveStatement,
} from './actions.ts';
import { candidates, owners, routers } from './barred.ts';
import { managerLevel } from './cards-draft.ts';
import { awaitsRating, needsSecond } from './cards-office.ts';
import { openNeed } from './clocks.ts';
import { rateable } from './forms-decide.ts';
import { play } from './messages-player.ts';
import { type Appeal, appeals, type Draft, openEverywhere, openWith } from './model.ts';
import { caseOf, deciders, obstacle } from './rules.ts';
import { offered, resultAt } from './scene.ts';
import { better, settle } from './settle.ts';

type L = 'en' | 'zh';

export const player: Player = async (person, now) => {
  const { locale } = await people.must(person);
  return (
    (await takesPart(person, locale)) ?? (await routes(person, now)) ?? (await begins(person, locale, now))
  );
};

/** The first of a cycle whose grade is a C or a D appeals; one an appeal shows it all. */
async function begins(person: string, l: L, now: Date): Promise<Move | undefined> {
  for (const receipt of await receipts.find({ person }, { sort: { releasedAt: -1, _id: 1 } })) {
    const low = receipt.grade === 'C' || receipt.grade === 'D';
    if (!low || (await appeals.count({ cycle: receipt.cycle })) > 0) continue;
    const at = await offered(receipt.cycle, person);
    if (!at || obstacle(at, at.before, { by: person, now, place: at.place })) continue;
    const { what, why, wanted, evidence } = play(l);
    return {
      what: (k) => play(k).appeals,
      submit: saveAppeal.token({ cycle: receipt.cycle, version: receipt.version }),
      values: { what, why, wanted, evidence },
    };
  }
  return undefined;
}

async function routes(person: string, now: Date): Promise<Move | undefined> {
  const me = await people.must(person);
  if (me.roles.length === 0) return undefined;
  for (const a of await openEverywhere()) {
    if (a.person === person || (a.state !== 'opened' && !needsSecond(a))) continue;
    if ((await routers(a, now))[0]?._id !== person) continue;
    return a.state === 'opened' ? assigns(a, now) : names(a, now);
  }
  return undefined;
}

async function assigns(a: Appeal, now: Date): Promise<Move | undefined> {
  const [owner] = await owners(a, now);
  const panel = (await candidates(a, now, owner ? [owner._id] : [])).slice(0, 2);
  if (!owner || panel.length === 0) return undefined;
  const values = { owner: owner._id, panel: panel.map((p) => p._id), others: [] };
  return { what: (k) => play(k).assigns, submit: savePanel.token({ appeal: a._id }), values };
}

async function names(a: Appeal, now: Date): Promise<Move | undefined> {
  const found = a.escalated?.to ?? [];
  const free = (await candidates(a, now, caseOf(a))).map((p) => p._id);
  const all = [...new Set([...found, ...free])].slice(0, 2);
  if (all.length === 0) return undefined;
  const values = { panel: all, others: [] };
  return { what: (k) => play(k).names, submit: saveSecond.token({ appeal: a._id }), values };
}

async function takesPart(person: string, l: L): Promise<Move | undefined> {
  for (const a of await openWith(person)) {
    const move = a.person === person ? answers(a, l) : await does(a, person, l);
    if (move) return move;
  }
  return undefined;
}

function answers(a: Appeal, l: L): Move | undefined {
  if (a.state !== 'hearing' || !openNeed(a)) return undefined;
  const submit = saveAnswer.token({ appeal: a._id });
  return { what: (k) => play(k).answers, submit, values: { answer: play(l).answer } };
}

async function does(a: Appeal, person: string, l: L): Promise<Move | undefined> {
  const token = { appeal: a._id };
  if (a.state === 'assigned' && a.owner === person)
    return { what: (k) => play(k).confirms, press: confirmReceipt.token(token) };
  const heard = a.state === 'assigned' || a.state === 'hearing';
  if (heard && a.rater === person && !a.statement) {
    const values = { statement: play(l).statement };
    return { what: (k) => play(k).states, submit: saveStatement.token(token), values };
  }
  if (awaitsRating(a) && a.decision?.rerater === person) return rates(a, l);
  const open = a.state === 'hearing' ? !openNeed(a) : a.state === 'escalated' && a.escalated?.complete;
  // The rater's word is waited for, as long as it may take.
  const heardAll = a.state === 'escalated' || a.rater === undefined || a.statement !== undefined;
  return open && heardAll && deciders(a).includes(person) ? decides(a, person, l) : undefined;
}

async function rates(a: Appeal, l: L): Promise<Move> {
  const fields = rateable(await resultAt({ appeal: a })).flatMap((_, i) => [
    [`level_${i}`, '3'],
    [`reason_${i}`, play(l).reason],
  ]);
  const submit = saveRating.token({ appeal: a._id });
  return { what: (k) => play(k).rates, submit, values: Object.fromEntries(fields) };
}

async function decides(a: Appeal, person: string, l: L): Promise<Move | undefined> {
  const result = await resultAt({ appeal: a });
  if (!a.draft) return drafts(a, result, l);
  const seen = { appeal: a._id, seen: a.draft.n };
  const bare = Object.keys(a.draft.levels).length === 0 && a.draft.grade === undefined;
  if (a.draft.outcome === 'adjusted' && bare)
    return { what: (k) => play(k).corrects, submit: saveLevels.token(seen), values: higher(result) };
  if (a.draft.agreed.includes(person)) return undefined;
  return { what: (k) => play(k).agrees, press: agreeDraft.token(seen) };
}

/** The first level one higher; without any rating a grade. */
function higher(result: Result): Record<string, string> {
  const [name = ''] = rateable(result);
  const level = Number(managerLevel(result, name));
  return Number.isInteger(level) && level < 5
    ? { level_0: String(level + 1) }
    : { grade: better(result.grade, 'B') ?? 'B' };
}

function drafts(a: Appeal, result: Result, l: L): Move {
  const words = play(l);
  const lifts = raises(result) && a.state === 'hearing';
  const outcome: Draft['outcome'] = lifts ? 'adjusted' : 'upheld';
  const values = {
    ok_standards: 'yes',
    word_standards: words.standards,
    ok_data: lifts ? 'no' : 'yes',
    word_data: words.data,
    ok_raters: 'yes',
    word_raters: words.raters,
    ok_bias: 'yes',
    word_bias: words.bias,
    outcome,
    reasons: lifts ? words.changes : words.stands,
  };
  return { what: (k) => play(k).drafts, submit: saveDraft.token({ appeal: a._id }), values };
}

/** Would one level more in the first dimension change anything for the better? */
function raises(result: Result): boolean {
  const [name = ''] = rateable(result);
  const level = Number(managerLevel(result, name));
  if (!Number.isInteger(level) || level >= 5) return false;
  const settled = settle(result, { levels: { [name]: (level + 1) as never }, numbers: [] });
  return settled.changes && settled.lower === undefined;
}
