/** Check-ins and goals in numbers by unit: two walks through the people of a cycle, whatever their number. */
import { checkIns } from '../checkins/model.ts';
import { type Cycle, participants } from '../cycles/model.ts';
import { goals } from '../goals/model.ts';
import { leastOf } from './distribution.ts';
import { pooling } from './rules-status.ts';
import { type Filter, filterOf, type Scope, within } from './scope.ts';

export interface TalkRow {
  unit: string;
  /** Asked for and not called off. */
  due: number;
  /** Held, in writing or face to face. */
  held: number;
  /** Agreed goals. */
  goals: number;
  atRisk: number;
  offTrack: number;
}

export interface AtRisk {
  person: string;
  atRisk: number;
  offTrack: number;
}

type UnitOf = ReadonlyMap<string, string>;

async function unitsOfPeople(cycle: Cycle, scope: Scope): Promise<UnitOf> {
  const rows = await participants.tally({ ...filterOf(cycle, scope, 'manager'), ...within }, [
    'person',
    'unit',
  ]);
  return new Map(rows.map((r) => [r._id.person, r._id.unit]));
}

/** A goal is as well as its worst key result. */
const offTrack: Filter = { 'keyResults.confidence': 'offTrack' };
const atRisk: Filter = {
  $and: [{ 'keyResults.confidence': 'atRisk' }, { 'keyResults.confidence': { $ne: 'offTrack' } }],
};
const agreed = (cycle: Cycle): Filter => ({ cycle: cycle._id, state: 'agreed' });

/** The rows in which most is at risk first. */
export async function talksIn(cycle: Cycle, scope: Scope): Promise<TalkRow[]> {
  const units = await unitsOfPeople(cycle, scope);
  const sizes = new Map<string, number>();
  for (const unit of units.values()) sizes.set(unit, (sizes.get(unit) ?? 0) + 1);
  const nameOf = scope.kind === 'shape' ? pooling(sizes, leastOf(cycle)) : (unit: string) => unit;
  const rows = new Map<string, TalkRow>();
  const add = (what: Exclude<keyof TalkRow, 'unit'>, person: string, n: number) => {
    const own = units.get(person);
    if (own === undefined) return;
    const unit = nameOf(own);
    const row = rows.get(unit) ?? { unit, due: 0, held: 0, goals: 0, atRisk: 0, offTrack: 0 };
    rows.set(unit, { ...row, [what]: row[what] + n });
  };
  const talked = { cycle: cycle._id, state: { $ne: 'dropped' } };
  for (const { _id, n } of await checkIns.tally(talked, ['person', 'state'])) {
    add('due', _id.person, n);
    if (_id.state === 'done' || _id.state === 'meeting') add('held', _id.person, n);
  }
  for (const { _id, n } of await goals.tally(agreed(cycle), ['person'])) add('goals', _id.person, n);
  for (const { _id, n } of await goals.tally({ ...agreed(cycle), ...atRisk }, ['person']))
    add('atRisk', _id.person, n);
  for (const { _id, n } of await goals.tally({ ...agreed(cycle), ...offTrack }, ['person']))
    add('offTrack', _id.person, n);
  return [...rows.values()].sort(
    (a, b) => b.offTrack - a.offTrack || b.atRisk - a.atRisk || (a.unit < b.unit ? -1 : 1),
  );
}

/** Whose goals they are, the most endangered first; never the reader’s own. */
export async function atRiskIn(cycle: Cycle, scope: Scope, reader: string): Promise<AtRisk[]> {
  const units = await unitsOfPeople(cycle, scope);
  const found = new Map<string, AtRisk>();
  const count = async (what: 'atRisk' | 'offTrack', where: Filter) => {
    for (const { _id, n } of await goals.tally({ ...agreed(cycle), ...where }, ['person'])) {
      if (!units.has(_id.person) || _id.person === reader) continue;
      const row = found.get(_id.person) ?? { person: _id.person, atRisk: 0, offTrack: 0 };
      found.set(_id.person, { ...row, [what]: n });
    }
  };
  await count('offTrack', offTrack);
  await count('atRisk', atRisk);
  return [...found.values()].sort(
    (a, b) => b.offTrack - a.offTrack || b.atRisk - a.atRisk || (a.person < b.person ? -1 : 1),
  );
}
