/** Who may follow whom in the life of an appeal. Pure: the appeal as it was read, what is wanted, when; a new one or a refusal. */
import { Refusal } from '../core/errors.ts';
import { dayWords, type Sentence } from '../core/i18n.ts';
import type { Place } from '../cycles/deadlines.ts';
import type { Result } from '../results/model.ts';
import { answerDays, clock, dayAfter, isOver, lapseDays, openNeed, resumed } from './clocks.ts';
import { say } from './messages.ts';
import { type Appeal, type AppealState, appealFlow, type Bar, type Barred } from './model.ts';

export interface Act {
  by: string;
  now: Date;
  /** Where the person who appeals lives. */
  place: Place;
}

/** Why somebody may not decide here, as things stand now; `undefined`: they may. */
export type WhyNot = (person: string) => Bar | undefined;

const parties: readonly Bar[] = ['self', 'rater', 'line', 'report', 'away'];

/** What keeps somebody from looking after a case without deciding it. */
export const partyOnly =
  (no: WhyNot): WhyNot =>
  (id) => {
    const why = no(id);
    return why && parties.includes(why) ? why : undefined;
  };

export const refuse = (sentence: Sentence, field?: string): never => {
  throw new Refusal(sentence, field === undefined ? {} : { [field]: sentence });
};

export function moved(appeal: Appeal, to: AppealState): Appeal {
  if (!appealFlow.may(appeal.state, to)) refuse((l) => say(l).movedOn);
  return { ...appeal, state: to, open: !appealFlow.ends(to) };
}

export const without = <K extends keyof Appeal>(appeal: Appeal, ...keys: K[]): Appeal =>
  Object.fromEntries(Object.entries(appeal).filter(([k]) => !keys.includes(k as K))) as unknown as Appeal;

/** Those who decide now: the panel; the case owner for somebody from outside; the two of the second instance. */
export function deciders(a: Pick<Appeal, 'state' | 'panel' | 'owner' | 'outside' | 'escalated'>): string[] {
  if (a.state === 'escalated') return a.escalated?.to ?? [];
  return a.panel.length > 0 || !a.outside ? a.panel : [a.owner ?? ''];
}

const there = (...ids: (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

/** Case owner and panel. */
const bound = (a: Appeal): string[] => there(a.owner, ...a.panel);

/** The room of the case, nobody more and nobody less: the person, the case owner, the panel; the rater when invited. */
export const inRoom = (a: Appeal): string[] => there(a.person, ...bound(a), a.invited ? a.rater : undefined);

/** Those who were on the case, but for these who are on it now. */
function offBy(a: Appeal, ...on: string[]): Pick<Appeal, 'takenOff'> {
  const takenOff = there(...(a.takenOff ?? []), ...bound(a)).filter((id) => !on.includes(id));
  return takenOff.length > 0 ? { takenOff } : {};
}

/** Everybody who had a hand in the first decision: they have none in the second. */
export const caseOf = (a: Appeal): string[] =>
  [a.owner, ...a.panel, a.decision?.rerater ?? a.draft?.rerater].filter((id) => id !== undefined);

export interface Appealed {
  result: Pick<Result, 'cycle' | 'person' | 'unit' | 'version' | 'source' | 'rater' | 'scheme'>;
  releasedAt: Date;
}

/** The last day on which it is possible. */
export const lastDay = ({ result, releasedAt }: Appealed, place: Place): string =>
  dayAfter(releasedAt, result.scheme.rewards.appeals.window, place);

/** `undefined`: the person can appeal now. `before`: earlier appeals against the same version. */
export function obstacle(of: Appealed, before: readonly Appeal[], act: Act): Sentence | undefined {
  const { result } = of;
  if (act.by !== result.person) return (l) => say(l).onlyOwn;
  if (before.some((a) => a.open)) return (l) => say(l).isOpen;
  if (result.source === 'appeal') return (l) => say(l).cameFromAppeal;
  if (before.some((a) => a.state !== 'withdrawn')) return (l) => say(l).wasDecided;
  const until = lastDay(of, act.place);
  if (isOver(until, act.place.zone, act.now)) return (l) => say(l).tooLate(dayWords(l, until, act.now));
  return undefined;
}

export function openAppeal(
  of: Appealed,
  before: readonly Appeal[],
  given: { said: Appeal['said']; barred: Barred[] },
  act: Act,
): Omit<Appeal, 'rev'> {
  const no = obstacle(of, before, act);
  if (no) refuse(no);
  const { cycle, person, unit, version, rater } = of.result;
  return {
    _id: `${cycle}:${person}:${version}:${before.length + 1}`,
    cycle,
    person,
    unit,
    version,
    ...(rater !== undefined && { rater }),
    state: 'opened',
    open: true,
    openedAt: act.now,
    ...given,
    panel: [],
    days: { assign: clock('assign', act.now, act.place) },
    told: [],
    needs: [],
    notes: [],
  };
}

export interface Bench {
  owner: string;
  panel: string[];
  outside?: string | undefined;
}

const assignable: readonly AppealState[] = ['opened', 'assigned', 'hearing'];

/**
 * Who hears it: nobody who is barred, and the owner is not of the panel. Can be changed until the decision; what was
 * agreed to a draft counts no more then.
 */
export function assign(a: Appeal, bench: Bench, no: WhyNot, alone: boolean, act: Act): Appeal {
  if (!assignable.includes(a.state)) refuse((l) => say(l).movedOn);
  if (act.by === a.person) refuse((l) => say(l).notYourself);
  const panel = [...new Set(bench.panel)];
  // Who keeps the pen for somebody from outside is bound like the panel.
  eligible([bench.owner], panel.length > 0 ? partyOnly(no) : no, 'owner');
  eligible(panel, no, 'others');
  if (panel.includes(bench.owner)) refuse((l) => say(l).ownerNotPanel, 'others');
  if (panel.length === 0 && !(alone && bench.outside)) refuse((l) => say(l).panelNeeded, 'panel');
  const first = a.state === 'opened';
  const next = first ? moved(a, 'assigned') : a;
  return {
    ...without(next, 'outside', 'owner', 'takenOff'),
    ...offBy(a, bench.owner, ...panel),
    owner: bench.owner,
    panel,
    ...(panel.length === 0 && bench.outside && { outside: bench.outside }),
    assigned: { by: act.by, at: act.now },
    ...(a.draft && { draft: { ...a.draft, agreed: [] } }),
    days: first
      ? {
          ...a.days,
          acknowledge: clock('acknowledge', act.now, act.place),
          statement: clock('statement', act.now, act.place),
          decide: clock('decide', act.now, act.place),
        }
      : a.days,
  };
}

/** @throws Refusal with the reason of the first who may not */
export function eligible(ids: readonly string[], no: WhyNot, field: string): void {
  for (const id of ids) {
    const why = no(id);
    if (why) refuse((l) => say(l).barred(why), field);
  }
}

export function acknowledge(a: Appeal, act: Act): Appeal {
  if (act.by !== a.owner) refuse((l) => say(l).onlyOwner);
  return { ...moved(a, 'hearing'), acknowledgedAt: act.now };
}

const hearers = (a: Appeal): string[] => [...deciders(a), ...(a.owner ? [a.owner] : [])];

/** Something is needed from the person; one thing at a time. `partner`: asked by the HR partner of the unit. */
export function need(a: Appeal, asked: { id: string; text: string }, act: Act, partner = false): Appeal {
  if (a.state !== 'hearing') refuse((l) => say(l).movedOn);
  if (!partner && !hearers(a).includes(act.by)) refuse((l) => say(l).onlyCase);
  if (openNeed(a)) refuse((l) => say(l).asksAlready);
  const due = dayAfter(act.now, answerDays, act.place);
  return { ...a, needs: [...a.needs, { ...asked, by: act.by, at: act.now, due }] };
}

/** By the form, or by any word in the room: then without a text here. */
export function answer(a: Appeal, text: string | undefined, act: Act): Appeal {
  const open = openNeed(a);
  if (act.by !== a.person) refuse((l) => say(l).onlyOwn);
  if (!open || a.state !== 'hearing') return refuse((l) => say(l).nothingAsked);
  const answered = { ...open, answer: { ...(text !== undefined && { text }), at: act.now } };
  const { decide } = a.days;
  return {
    ...a,
    needs: a.needs.map((n) => (n.id === open.id ? answered : n)),
    days: { ...a.days, ...(decide && { decide: resumed(decide, open.at, act.now, act.place) }) },
  };
}

/** Silence is asked about once more, with the day after which the appeal lapses. `undefined`: not yet. */
export function remind(a: Appeal, act: Act): Appeal | undefined {
  const open = openNeed(a);
  if (a.state !== 'hearing' || !open || open.lapses || !isOver(open.due, act.place.zone, act.now))
    return undefined;
  const lapses = dayAfter(act.now, lapseDays, act.place);
  return { ...a, needs: a.needs.map((n) => (n.id === open.id ? { ...n, lapses } : n)) };
}

/** `undefined`: not yet. */
export function lapse(a: Appeal, act: Act): Appeal | undefined {
  const open = openNeed(a);
  if (a.state !== 'hearing' || !open?.lapses || !isOver(open.lapses, act.place.zone, act.now))
    return undefined;
  return { ...without(moved(a, 'lapsed'), 'draft'), endedAt: act.now };
}

export function state(a: Appeal, text: string, act: Act): Appeal {
  if (act.by !== a.rater) refuse((l) => say(l).onlyRater);
  if (a.statement) refuse((l) => say(l).statementStands);
  if (a.state !== 'assigned' && a.state !== 'hearing') refuse((l) => say(l).movedOn);
  return { ...a, statement: { text, by: act.by, at: act.now } };
}

/** At any time before the decision. */
export function withdraw(a: Appeal, act: Act): Appeal {
  if (act.by !== a.person) refuse((l) => say(l).onlyOwn);
  return { ...without(moved(a, 'withdrawn'), 'draft'), endedAt: act.now };
}
