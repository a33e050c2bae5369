/** What HR reads of a cycle's ratings: never their own nor that of the line above, and an HR partner only their units. */

import { checkIns } from '../checkins/model.ts';
import type { Actor } from '../core/actor.ts';
import type { Cycle } from '../cycles/model.ts';
import { namesOf, people } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { readerIn } from './above.ts';
import { type BiasHint, biasHints, goingThroughTheMotions, type Seen } from './bias.ts';
import type { UnitCounts, UnitPage } from './cards-office.ts';
import { type Rating, ratingOf, ratings, ratingsOfTeam } from './model.ts';
import { organisationMean, unitFigures } from './scene.ts';
import { hintsFor, type Reader, visibleTo } from './seen.ts';

const onePage = 50;

/** Units that this person may read, or all. */
export async function unitsFor(who: Actor): Promise<readonly string[] | 'all' | undefined> {
  if (isHr(who)) return 'all';
  if (!who.roles.includes('hrbp')) return undefined;
  return (await people.get(who.id))?.partnerOf ?? [];
}

/** Of everybody but the reader. */
export async function countsIn(
  cycle: Cycle,
  units: readonly string[] | 'all',
  reader: string,
): Promise<UnitCounts[]> {
  const own = await ratingOf(cycle._id, reader);
  const states = { $in: ['proposed', 'returned', 'submitted', 'approved', 'unrated'] };
  const rows = await ratings.tally({ cycle: cycle._id, state: states }, ['unit', 'state']);
  const found = new Map<string, UnitCounts>();
  for (const { _id, n } of rows) {
    if (units !== 'all' && !units.includes(_id.unit)) continue;
    const at = found.get(_id.unit) ?? { unit: _id.unit, open: 0, sent: 0, approved: 0, none: 0 };
    const others = own?.unit === _id.unit && own.state === _id.state ? n - 1 : n;
    found.set(_id.unit, { ...at, [columnOf(_id.state)]: at[columnOf(_id.state)] + others });
  }
  return [...found.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

function columnOf(state: string): 'open' | 'sent' | 'approved' | 'none' {
  if (state === 'submitted') return 'sent';
  if (state === 'approved') return 'approved';
  return state === 'unrated' ? 'none' : 'open';
}

/** Their own row is not there, nor the rows above them, nor what they gave as somebody's manager. */
export async function unitPage(who: Actor, cycle: Cycle, unit: string, page: number): Promise<UnitPage> {
  const reader = await readerIn(cycle._id, who.id);
  const found = await ratings.find(
    { cycle: cycle._id, unit },
    { sort: { _id: 1 }, skip: page * onePage, limit: onePage + 1 },
  );
  const rows = visibleTo(reader, found.slice(0, onePage)).filter((r) => r.state !== 'dropped');
  const raters = [...new Set(rows.flatMap((r) => r.rater ?? []))].sort();
  const names = await namesOf([...raters, ...rows.map((r) => r.person)]);
  const struck = page === 0 ? await struckFor(who, reader, { cycle, unit, raters }) : [];
  return {
    cycle,
    unit,
    page,
    more: found.length > onePage,
    rows: rows.map((rating) => ({
      rating,
      name: names(rating.person),
      rater: rating.rater ? names(rating.rater) : '–',
    })),
    hints: struck.map(({ rater, hints }) => ({ rater: names(rater), hints })),
  };
}

interface Place {
  cycle: Cycle;
  unit: string;
  raters: readonly string[];
}

/** By rater, without what would tell the reader a rating that is not theirs to see. */
async function struckFor(who: Actor, reader: Reader, { cycle, unit, raters }: Place) {
  const units = await unitsFor(who);
  const around = await aroundRaters(cycle._id, unit, [reader.id, ...reader.above]);
  const of = await sentIn({ cycle: cycle._id, unit });
  const found: { rater: string; hints: BiasHint[] }[] = [];
  for (const rater of raters) {
    const team = await sentIn({ cycle: cycle._id, rater });
    const read = [...of, ...team].filter((r) => units === 'all' || units?.includes(r.unit));
    const struck = {
      ...{ rater, team: team.map((r) => r.person), of: of.map((r) => r.person) },
      hints: await hintsOf(cycle, rater, unit, around),
    };
    found.push({ rater, hints: hintsFor(reader, struck, new Set(read.map((r) => r.person))) });
  }
  return found;
}

async function sentIn(filter: Record<string, unknown>): Promise<{ person: string; unit: string }[]> {
  const sent = { state: { $in: ['submitted', 'approved'] } };
  return (await ratings.tally({ ...filter, ...sent }, ['person', 'unit'])).map(({ _id }) => _id);
}

/** What one manager's ratings are compared with: the same for all who rate in a unit. */
type Around = Pick<Seen, 'organisation' | 'unit'>;

export const aroundRaters = async (
  cycle: string,
  unit: string,
  without: readonly string[] = [],
): Promise<Around> => ({
  organisation: await organisationMean(cycle, without),
  unit: await unitFigures(cycle, unit),
});

/** Bias hints on one manager, for HR and for calibration; recency is the rater's own matter, evidence by evidence. */
export async function hintsOf(
  cycle: Cycle,
  rater: string,
  unit: string,
  around?: Around,
): Promise<BiasHint[]> {
  const seen = around ?? (await aroundRaters(cycle._id, unit));
  const team = await ratingsOfTeam(cycle._id, rater);
  const sent = team.filter((r) => r.state === 'submitted' || r.state === 'approved');
  return [
    ...biasHints({
      team: sent.map((r) => r.dimensions.flatMap((d) => d.level ?? [])),
      ...seen,
      cited: sent.flatMap((r) => r.citedDays ?? []),
      period: cycle.period,
    }),
    ...goingThroughTheMotions({ ...(await copiedIn(cycle, team)), interviews: 0, silent: 0 }),
  ];
}

async function copiedIn(cycle: Cycle, team: readonly Rating[]): Promise<{ held: number; copied: number }> {
  const persons = team.map((r) => r.person);
  const all = await checkIns.tally({ cycle: cycle._id, person: { $in: persons }, state: 'done' }, ['copied']);
  const count = (rows: typeof all) => rows.reduce((sum, { n }) => sum + n, 0);
  return { held: count(all), copied: count(all.filter(({ _id }) => _id.copied)) };
}
