/** What the kick-off form says: the guess before it, the errors beside its fields, the cycle that it makes. Pure. */
import type { Calendar, Day } from '../core/calendar.ts';
import type { Sentence } from '../core/i18n.ts';
import type { Prefill } from './forms.ts';
import { say } from './messages.ts';
import { form } from './messages-form.ts';
import { type Audience, type Cycle, type Phase, phases } from './model.ts';
import {
  type DateTrouble,
  type Dues,
  datesWrong,
  guessPeriod,
  periodName,
  phasesFrom,
  shifted,
  usualDues,
} from './plan.ts';
import { schemePairs } from './schemes.ts';

export type Wanted = {
  name: string;
  from: Day;
  to: Day;
  scheme: string;
  audience: 'everyone' | 'units' | 'people';
  units: string[];
  people: string[];
  message?: string | undefined;
} & Record<Phase, Day>;

/** Names are the same in spite of case and width. */
export const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** A form filled from the calendar: the quarter that begins, everybody, the usual lengths. */
export function guessed(today: Day, calendar: Calendar, taken: readonly string[]): Prefill {
  const period = guessPeriod(today, taken);
  return {
    name: periodName(period) ?? '',
    period,
    scheme: 'standard',
    audience: { kind: 'everyone' },
    dues: usualDues(period, today, calendar),
  };
}

/** From an earlier cycle: its scheme and audience, the next period, dates moved as far. */
export function fromEarlier(earlier: Cycle, today: Day, calendar: Calendar): Prefill {
  const { period, dues } = shifted(earlier, today, calendar);
  return {
    name: periodName(period) ?? `${earlier.name} →`,
    period,
    scheme: earlier.schemeName,
    audience: earlier.audience,
    dues,
    ...(earlier.message && { message: earlier.message }),
  };
}

export function fromDraft(draft: Cycle): Prefill {
  const dues = Object.fromEntries(draft.phases.map((p) => [p.phase, p.due])) as Dues;
  const { name, period, audience, message } = draft;
  const from = { cycle: draft._id, rev: draft.rev, scheme: draft.schemeName };
  return { ...from, name, period, audience, dues, ...(message && { message }) };
}

export const duesOf = (wanted: Wanted): Dues => Object.fromEntries(phases.map((p) => [p, wanted[p]])) as Dues;

export function audienceOf(wanted: Pick<Wanted, 'audience' | 'units' | 'people'>): Audience {
  if (wanted.audience === 'units') return { kind: 'units', units: [...new Set(wanted.units)].sort() };
  if (wanted.audience === 'people') return { kind: 'people', ids: [...new Set(wanted.people)].sort() };
  return { kind: 'everyone' };
}

interface Around {
  today: Day;
  calendar: Calendar;
  /** Of cycles under way. */
  names: readonly string[];
  /** How many people the audience has. */
  people: number;
}

/** What is wrong, by field. */
export function draftWrong(wanted: Wanted, around: Around): Record<string, Sentence> {
  const wrong: Record<string, Sentence> = {};
  if (around.names.some((n) => folded(n) === folded(wanted.name)))
    wrong.name = (l) => form(l).nameUsed(wanted.name);
  if (!Object.hasOwn(schemePairs, wanted.scheme)) wrong.scheme = (l) => say(l).noSuchScheme(wanted.scheme);
  if (wanted.audience === 'units' && wanted.units.length === 0) wrong.units = (l) => form(l).chooseUnits;
  else if (wanted.audience === 'people' && wanted.people.length === 0)
    wrong.people = (l) => form(l).choosePeople;
  else if (around.people === 0) wrong.audience = (l) => form(l).nobody;
  const dates = datesWrong(
    { from: wanted.from, to: wanted.to },
    duesOf(wanted),
    around.today,
    around.calendar,
  );
  for (const [field, trouble] of Object.entries(dates)) wrong[field] = dateSentence(field as Phase, trouble);
  return wrong;
}

function dateSentence(field: Phase, trouble: DateTrouble): Sentence {
  const before = phases[phases.indexOf(field) - 1];
  switch (trouble) {
    case 'past':
      return (l) => form(l).past;
    case 'order':
      return (l) => form(l).order(before ? say(l).phase(before) : form(l).from);
    case 'endBeforeStart':
      return (l) => form(l).endBeforeStart;
    case 'over':
      return (l) => form(l).periodOver;
  }
}

/** The draft's content; what belongs to an earlier look is gone. */
export function drafted(wanted: Wanted, today: Day, calendar: Calendar) {
  const period = { from: wanted.from, to: wanted.to };
  const schemes = schemePairs[wanted.scheme];
  if (!schemes) throw new Error(`no scheme ${wanted.scheme}`);
  return {
    name: wanted.name,
    period,
    schemeName: wanted.scheme,
    schemes,
    audience: audienceOf(wanted),
    phases: phasesFrom(period, duesOf(wanted), today, calendar),
    ...(wanted.message && { message: wanted.message }),
  };
}
