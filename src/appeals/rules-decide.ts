/** How those who hear an appeal come to a decision, and what can follow it. Pure. */
import { dayWords } from '../core/i18n.ts';
import { clock, isOver } from './clocks.ts';
import { say } from './messages.ts';
import { type Appeal, checks, type Decision, type Draft, type Ruling } from './model.ts';
import { type Act, caseOf, deciders, eligible, moved, refuse, type WhyNot, without } from './rules.ts';
import type { Settled } from './settle.ts';

const deciding = (a: Appeal): boolean => a.state === 'hearing' || a.state === 'escalated';

/** One of those who decide, and still allowed to: a relation can have changed since. */
export function mayDecide(a: Appeal, no: WhyNot, act: Act): void {
  if (a.state === 'assigned') refuse((l) => say(l).receiptFirst);
  if (!deciding(a)) refuse((l) => say(l).movedOn);
  if (!deciders(a).includes(act.by)) refuse((l) => say(l).onlyPanel);
  const why = no(act.by);
  if (why && why !== 'case') refuse((l) => say(l).barred(why));
}

/** A new draft, or a changed one: whoever agreed to the one before has to look again. */
export function draft(a: Appeal, ruling: Ruling, no: WhyNot, act: Act): Appeal {
  mayDecide(a, no, act);
  const { rerater, ...rest } = ruling;
  const anew = ruling.outcome === 're-rate';
  if (anew && a.state === 'escalated') refuse((l) => say(l).noReRating, 'outcome');
  if (anew && rerater !== undefined) names(a, rerater, no);
  const next: Draft = {
    ...rest,
    ...(anew && rerater !== undefined && { rerater }),
    n: (a.draft?.n ?? 0) + 1,
    by: act.by,
    at: act.now,
    agreed: [],
  };
  return { ...a, draft: next };
}

/** Who rates anew: nobody of the line, and nobody who decides here. */
function names(a: Appeal, rerater: string, no: WhyNot): void {
  eligible(
    [rerater],
    (id) => no(id) ?? (caseOf({ ...a, draft: undefined }).includes(id) ? 'case' : undefined),
    'rerater',
  );
}

/** Everything that a decision needs. @throws Refusal that names what is missing */
function complete(draft: Draft, settled: Settled | undefined): void {
  if (draft.reasons.trim() === '') refuse((l) => say(l).reasonsNeeded);
  if (checks.some((name) => !draft.checklist.some((c) => c.name === name && c.word.trim() !== '')))
    refuse((l) => say(l).checklistNeeded);
  if (draft.outcome === 're-rate' && draft.rerater === undefined) refuse((l) => say(l).reraterNeeded);
  if (draft.outcome !== 'adjusted') return;
  if (settled?.lower) refuse((l) => say(l).notLower);
  if (!settled?.changes) refuse((l) => say(l).changesNothing);
}

/** `seen`: the draft that the button was about. `decided`: they are all of one mind. */
export function agree(
  a: Appeal,
  seen: number,
  settled: Settled | undefined,
  no: WhyNot,
  act: Act,
): { appeal: Appeal; decided?: Decision } {
  mayDecide(a, no, act);
  if (!a.draft || a.draft.n !== seen) return refuse((l) => say(l).draftChanged);
  complete(a.draft, settled);
  if (a.draft.rerater !== undefined) names(a, a.draft.rerater, no);
  if (a.draft.agreed.includes(act.by)) refuse((l) => say(l).agreedAlready);
  if (a.state === 'escalated' && !a.escalated?.complete) refuse((l) => say(l).secondMissing);
  const agreed = [...a.draft.agreed, act.by];
  const all = deciders(a).every((id) => agreed.includes(id));
  if (!all) return { appeal: { ...a, draft: { ...a.draft, agreed } } };
  const { n: _, by: __, agreed: ___, at: ____, ...ruling } = a.draft;
  return { appeal: a, decided: { ...ruling, by: deciders(a), at: act.now } };
}

/** Not of one mind: a word to the others, and nobody has agreed any more. */
export function discuss(a: Appeal, seen: number, text: string, no: WhyNot, act: Act): Appeal {
  mayDecide(a, no, act);
  if (!a.draft || a.draft.n !== seen) return refuse((l) => say(l).draftChanged);
  return {
    ...a,
    draft: { ...a.draft, agreed: [] },
    notes: [...a.notes, { by: act.by, at: act.now, text }],
  };
}

/** All agreed: `version` when another version of the result came out of it at once. */
export function decide(a: Appeal, decision: Decision, act: Act): Appeal {
  if (a.state === 'escalated')
    return { ...without(moved(a, 'final'), 'draft'), conclusion: decision, endedAt: act.now };
  const anew = decision.outcome === 're-rate';
  const next = anew ? 'rerate' : 'escalate';
  return {
    ...without(moved(a, 'decided'), 'draft'),
    decision,
    days: { ...a.days, [next]: clock(next, act.now, act.place) },
  };
}

const awaitsRating = (a: Appeal): boolean =>
  a.state === 'decided' && a.decision?.outcome === 're-rate' && !a.rerated;

/** The new rating is there. */
export function rerate(a: Appeal, no: WhyNot, act: Act): Appeal {
  if (!awaitsRating(a) || !a.decision) return refuse((l) => say(l).movedOn);
  if (act.by !== a.decision.rerater) refuse((l) => say(l).onlyRerater);
  const why = no(act.by);
  if (why && why !== 'case') refuse((l) => say(l).barred(why));
  return {
    ...a,
    rerated: { by: act.by, at: act.now },
    days: { ...a.days, escalate: clock('escalate', act.now, act.place) },
  };
}

/** Whoever was named cannot: somebody else, with the days anew. */
export function renameRerater(a: Appeal, rerater: string, no: WhyNot, act: Act): Appeal {
  if (!awaitsRating(a) || !a.decision) return refuse((l) => say(l).movedOn);
  names({ ...a, decision: { ...a.decision, rerater: undefined } }, rerater, no);
  return {
    ...a,
    decision: { ...a.decision, rerater },
    days: { ...a.days, rerate: clock('rerate', act.now, act.place) },
    told: a.told.filter((c) => c !== 'rerate'),
  };
}

/** Once, by the person, within the days after the decision. `to`: who could be found to decide finally. */
export function escalate(a: Appeal, why: string, to: string[], no: WhyNot, act: Act): Appeal {
  if (act.by !== a.person) refuse((l) => say(l).onlyOwn);
  if (a.escalated) refuse((l) => say(l).escalatedOnce);
  if (awaitsRating(a)) refuse((l) => say(l).ratingFirst);
  const until = a.days.escalate;
  if (a.state !== 'decided' || until === undefined) return refuse((l) => say(l).movedOn);
  if (isOver(until, act.place.zone, act.now)) refuse((l) => say(l).escalateLate(dayWords(l, until, act.now)));
  eligible(to, fresh(a, no), 'to');
  return {
    ...moved(a, 'escalated'),
    escalated: { at: act.now, why, to, complete: to.length > 1 },
    days: { ...a.days, conclude: clock('conclude', act.now, act.place) },
  };
}

/** Nobody twice: who decided first has no say in the second instance. */
export const fresh =
  (a: Appeal, no: WhyNot): WhyNot =>
  (id) =>
    no(id) ?? (caseOf(a).includes(id) ? 'case' : undefined);

/** Who decides finally, named by HR: two where two are left. */
export function nameSecond(a: Appeal, to: string[], no: WhyNot, least: number, act: Act): Appeal {
  const { escalated } = a;
  if (a.state !== 'escalated' || !escalated) return refuse((l) => say(l).movedOn);
  if (act.by === a.person) refuse((l) => say(l).notYourself);
  const all = [...new Set(to)];
  eligible(all, fresh(a, no), 'others');
  if (all.length < Math.min(2, least)) refuse((l) => say(l).twoNeeded, 'others');
  return { ...without(a, 'draft'), escalated: { ...escalated, to: all, complete: true } };
}

/** The days for an escalation are over. `undefined`: not yet. */
export function finish(a: Appeal, act: Act): Appeal | undefined {
  const until = a.days.escalate;
  if (a.state !== 'decided' || until === undefined || !isOver(until, act.place.zone, act.now))
    return undefined;
  return { ...moved(a, 'final'), endedAt: act.now };
}
