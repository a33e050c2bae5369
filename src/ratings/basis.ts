/**
 * From what there is about a person to what the score is computed from, in the shape of the worked vectors, so that the
 * command line re-derives the same from a file. Pure.
 */
import { exact, fraction, weightedMean } from '../core/fraction.ts';
import type { Scheme as Frozen } from '../cycles/model.ts';
import { attainment, goalAttainment, type KeyResult } from '../goals/attainment.ts';
import { withReadings } from '../goals/change.ts';
import type { Goal, GoalKeyResult } from '../goals/model.ts';
import type { Pack } from './inputs.ts';
import type { Basis, CountedGoal, CountedKeyResult } from './model.ts';
import { type Answerer, GROUPS, type Group, type Scheme, type WeighedGoal } from './sources.ts';
import { standIns } from './standin.ts';

type Levels = Readonly<Record<string, number>>;

/** Percent become shares: a cap of 120 is 1.2. */
export function weighed({ k, cap, dimensions }: Frozen): Scheme {
  return {
    k,
    cap: exact(fraction(cap, 100)),
    dimensions: dimensions.map(({ name, weight, sources, optional }) => ({
      name,
      weight,
      sources: Object.fromEntries(Object.entries(sources).filter(([, w]) => w > 0)),
      ...(optional && { optional }),
    })),
  };
}

/** A goal without weight says nothing about the score. */
export const countedGoals = ({ goals }: Pick<Pack, 'goals'>): Goal[] => goals.filter((g) => g.weight > 0);

/** `manager`: the levels by dimension that the rater gives, so far. */
export function basisOf(pack: Pack, manager: Levels = {}): Basis {
  const scheme = weighed(pack.scheme);
  const changes = pack.reports.changes.map(({ change }) => change);
  return {
    scheme,
    participant: {
      goals: countedGoals(pack).map(measured),
      ...(pack.waiver && { goalsWaived: true }),
      answers: Object.fromEntries(
        scheme.dimensions.map(({ name }) => [name, answersOn(name, pack, manager)]),
      ),
      ...(changes.length > 0 && { reportsChange: changes }),
      ...(pack.inner.length > 0 && { cycles: pack.inner.map(({ score, days }) => ({ score, days })) }),
    },
  };
}

const isGroup = (of: string): of is Group => (GROUPS as readonly string[]).includes(of);
const own = <T>(all: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(all, key) ? all[key] : undefined;

function answersOn(name: string, { release, self, dotted, scheme }: Pack, manager: Levels) {
  const answers: Partial<Record<Answerer, number[]>> = {};
  const groups = release?.dimensions.find((d) => d.name === name)?.groups ?? [];
  for (const group of groups) if (isGroup(group.of)) answers[group.of] = standIns(group, scheme.k);
  const single = (who: Answerer, level: number | undefined) => {
    if (level !== undefined) answers[who] = [level];
  };
  single('manager', own(manager, name));
  single('self', levelIn(self?.levels ?? {}, name));
  single('dotted', levelIn(dotted, name));
  return answers;
}

function levelIn(written: Readonly<Record<string, string>>, name: string): number | undefined {
  const level = Number(own(written, name));
  return Number.isInteger(level) && level >= 1 && level <= 5 ? level : undefined;
}

const measured = ({ weight, keyResults }: Goal): WeighedGoal => ({
  weight,
  agreed: true,
  keyResults: keyResults.map(bare),
});

const numbers = ['kind', 'baseline', 'target', 'stretch', 'actual', 'done', 'stretched', 'level', 'excluded'];

/** Numbers only: titles, sources and reasons are not what a score is made of. */
const bare = (kr: GoalKeyResult): KeyResult =>
  Object.fromEntries(
    Object.entries(kr).filter(
      ([key, value]) => numbers.includes(key) && value !== undefined && value !== null,
    ),
  ) as unknown as KeyResult;

/** The goals as they count, to be kept with the rating. */
export function frozenGoals(pack: Pack): CountedGoal[] {
  const cap = capOf(pack);
  return countedGoals(pack).map((goal) => ({
    id: goal._id,
    version: goal.version,
    title: goal.title,
    weight: goal.weight,
    keyResults: goal.keyResults.map((kr) => counted(goal, kr, cap)),
  }));
}

export const capOf = ({ scheme }: Pick<Pack, 'scheme'>) => fraction(scheme.cap, 100);

function counted(goal: Goal, kr: GoalKeyResult, cap: ReturnType<typeof capOf>): CountedKeyResult {
  const reached = kr.excluded ? null : attainment(kr, cap);
  const before = kr.excluded ? undefined : beforeLowered(goal, kr, cap);
  return {
    id: kr.id,
    title: kr.title,
    ...(reached && { attainment: exact(reached) }),
    ...(before !== undefined && { before }),
    ...(kr.exclusion && { exclusion: kr.exclusion }),
    ...(kr.confirmed && { confirmed: kr.confirmed }),
  };
}

/** By the target that held before it was lowered after the middle of the period (domain.md §5); the first lowering counts. */
export function beforeLowered(
  goal: Goal,
  kr: GoalKeyResult,
  cap: ReturnType<typeof capOf>,
): string | undefined {
  const at = goal.versions.findIndex((v) => v.lowered?.includes(kr.id));
  const earlier = at > 0 ? goal.versions[at - 1] : undefined;
  if (!earlier) return undefined;
  const old = withReadings(earlier.content, goal.keyResults).keyResults.find((k) => k.id === kr.id);
  const reached = old && attainment(old, cap);
  return reached ? exact(reached) : undefined;
}

/** Mean attainment of the goals by weight, exact; nothing when there is none. */
export function attainmentOf(pack: Pack): string | undefined {
  const cap = capOf(pack);
  const all = countedGoals(pack).flatMap((goal) => {
    const found = goalAttainment(goal, cap);
    return found.state === 'reached' ? [{ weight: fraction(goal.weight), value: found.value }] : [];
  });
  return all.length > 0 ? exact(weightedMean(all)) : undefined;
}
