/** Three questions worth asking, chosen from the case (domain.md §10): pure, the heaviest first. */
import { cmp, type Fraction, fraction, mean, parse, readExact, sub } from '../core/fraction.ts';
import type { Result } from '../results/model.ts';
import type { Release } from '../reviews/index.ts';

export const questions = [
  'unrated',
  'calibrated',
  'appealed',
  'selfHigher',
  'selfLower',
  'othersDiffer',
  'goalMissed',
  'low',
  'high',
  'newInJob',
  'expectations',
  'career',
  'myPart',
] as const;
export type Question = (typeof questions)[number];

export interface Case {
  result: Pick<Result, 'grade' | 'override' | 'appeal' | 'self' | 'goals' | 'basis' | 'unrated'>;
  /** What was published of the colleagues' answers. */
  release: Release | undefined;
  /** Days in the organisation when the result came. */
  tenure: number;
}

/** Less than half a year. */
const newcomer = 182;
const far = fraction(3, 2);
const apart = fraction(1);
const reached = fraction(7, 10);

interface Given {
  name: string;
  level: Fraction;
}

function managersLevels({ basis }: Case['result']): Given[] {
  return Object.entries(basis?.participant.answers ?? {}).flatMap(([name, of]) => {
    const [level] = of.manager ?? [];
    return level === undefined ? [] : [{ name, level: parse(level) }];
  });
}

const isLevel = (text: string | undefined): text is string => text !== undefined && /^[1-5]$/.test(text);

/** How far the person's own view lies above the manager's, the widest gap. */
function gaps({ result }: Case): Fraction[] {
  return managersLevels(result).flatMap(({ name, level }) => {
    const own = Object.hasOwn(result.self, name) ? result.self[name] : undefined;
    return isLevel(own) ? [sub(parse(own), level)] : [];
  });
}

function othersDiffer({ result, release }: Case): boolean {
  return managersLevels(result).some(({ name, level }) => {
    const groups = release?.dimensions.find((d) => d.name === name)?.groups ?? [];
    return groups.some(({ value }) => {
      const off = sub(parse(value), level);
      return cmp(off, apart) >= 0 || cmp(off, sub(fraction(0), apart)) <= 0;
    });
  });
}

function goalMissed({ goals }: Case['result']): boolean {
  return goals.some(({ keyResults }) => {
    const counted = keyResults.flatMap((kr) =>
      kr.attainment === undefined ? [] : [readExact(kr.attainment)],
    );
    return counted.length > 0 && cmp(mean(counted), reached) < 0;
  });
}

/** Every question that the case suggests; the last three always fit. */
export function suggested(of: Case): Question[] {
  const { result, tenure } = of;
  const { grade } = result;
  const found: Record<Question, boolean> = {
    unrated: grade === null,
    calibrated: result.override !== undefined,
    appealed: result.appeal !== undefined,
    selfHigher: gaps(of).some((gap) => cmp(gap, far) >= 0),
    selfLower: gaps(of).some((gap) => cmp(gap, sub(fraction(0), far)) <= 0),
    othersDiffer: othersDiffer(of),
    goalMissed: goalMissed(result),
    low: grade === 'C' || grade === 'D',
    high: grade === 'S' || grade === 'A',
    newInJob: tenure < newcomer,
    expectations: true,
    career: true,
    myPart: true,
  };
  return questions.filter((q) => found[q]);
}

export const worthAsking = (of: Case, most = 3): Question[] => suggested(of).slice(0, most);
