/**
 * The score of a rating, exact from the answers to the end, rounded once where it is shown. What is returned holds every line of
 * the sum: the card "Why this score" draws it, and a person can redo it by hand.
 */
import { cmp, div, type Fraction, parse, roundHalfUp, sum, weightedMean, whole } from '../core/fraction.ts';
import type { Grade } from '../cycles/model.ts';
import {
  type Absence,
  type Dimension,
  type GoalLine,
  type Obstacle,
  type Participant,
  type Present,
  type Said,
  type Scheme,
  type Source,
  say,
  untouched,
} from './sources.ts';

export type { Grade };

const BANDS = [
  { grade: 'S', from: parse('4.50') },
  { grade: 'A', from: parse('3.75') },
  { grade: 'B', from: parse('2.75') },
  { grade: 'C', from: parse('2.00') },
] as const;

/** `weight` as the scheme has it; `share` what it came to after the absent sources' weights were spread. */
export type SourceLine = { source: Source; weight: Fraction } & (
  | (Present & { share: Fraction })
  | { state: 'absent'; why: Absence }
  | { state: 'blocked'; why: Obstacle; goals?: GoalLine[] }
);

interface DimensionHead {
  name: string;
  weight: Fraction;
  /** As it takes effect: team development never is. */
  optional: boolean;
  sources: SourceLine[];
}

export interface Scored extends DimensionHead {
  state: 'scored';
  score: Fraction;
  /** Two decimals. */
  shown: string;
}

/** `share`: the weight in the final score after dropped dimensions' weights were spread; null without a final score. */
export type DimensionLine =
  | (Scored & { share: Fraction | null })
  | (DimensionHead & { state: 'dropped' })
  | (DimensionHead & { state: 'notComputable'; why: Obstacle | 'noSource' });

export interface Score {
  dimensions: DimensionLine[];
  final: Fraction | null;
  shown: string | null;
  grade: Grade | null;
}

type Unweighed = Scored | Exclude<DimensionLine, { state: 'scored' }>;

export function score(scheme: Scheme, participant: Participant): Score {
  const lines = scheme.dimensions.map((dimension) => scoreDimension(dimension, scheme, participant));
  const scored = lines.filter((line) => line.state === 'scored');
  const total = sum(scored.map(({ weight }) => weight));
  const computable = scored.length > 0 && lines.every(({ state }) => state !== 'notComputable');
  const final = computable
    ? weightedMean(scored.map(({ weight, score: value }) => ({ weight, value })))
    : null;
  const shown = final && roundHalfUp(final, 2);
  return {
    dimensions: lines.map((line) => withShare(line, computable ? total : null)),
    final,
    shown,
    grade: shown === null ? null : gradeOf(shown),
  };
}

function withShare(line: Unweighed, total: Fraction | null): DimensionLine {
  return line.state === 'scored' ? { ...line, share: total && div(line.weight, total) } : line;
}

/** The grade of a score as it is shown: people compare the number they read with the published bounds. */
export function gradeOf(shown: string): Grade {
  const value = parse(shown);
  return BANDS.find(({ from }) => cmp(value, from) >= 0)?.grade ?? 'D';
}

function scoreDimension(dimension: Dimension, scheme: Scheme, participant: Participant): Unweighed {
  const said = saidOf(dimension, scheme, participant);
  const optional = dimension.optional === true && !isTeamDevelopment(dimension);
  const sources = weigh(said);
  const head = { name: dimension.name, weight: parse(dimension.weight), optional, sources };
  const present = sources.filter((line) => line.state === 'present');
  const obstacles = sources.flatMap((line) => (line.state === 'blocked' ? [line.why] : []));
  const ignored = optional && untouched(dimension, said, participant) ? 'managerMissing' : undefined;
  const why = obstacles.find((obstacle) => obstacle !== ignored);
  if (why) return { ...head, state: 'notComputable', why };
  if (present.length === 0)
    return optional ? { ...head, state: 'dropped' } : { ...head, state: 'notComputable', why: 'noSource' };
  const value = weightedMean(present);
  return { ...head, state: 'scored', score: value, shown: roundHalfUp(value, 2) };
}

/** Known by its own source, or by the name that the built-in schemes give it. */
function isTeamDevelopment({ name, sources }: Dimension): boolean {
  return name === 'team' || sources.improvement !== undefined;
}

type Weighed = Said & { source: Source; weight: Fraction };

function saidOf(dimension: Dimension, scheme: Scheme, participant: Participant): Weighed[] {
  const weights = Object.entries(dimension.sources) as [Source, string | number][];
  return weights.map(([source, weight]) => ({
    ...say(source, dimension, scheme, participant),
    source,
    weight: parse(weight),
  }));
}

function weigh(said: readonly Weighed[]): SourceLine[] {
  const total = sum(said.filter(({ state }) => state === 'present').map(({ weight }) => weight));
  return said.map((line) => (line.state === 'present' ? { ...line, share: div(line.weight, total) } : line));
}

/** What the sources other than the manager say, exact. Null where they say nothing yet, or where the goals are not settled. */
export function withoutManager({ sources }: DimensionLine): Fraction | null {
  const others = sources.filter(({ source }) => source !== 'manager');
  const present = others.filter((line) => line.state === 'present');
  if (present.length === 0 || others.some(({ state }) => state === 'blocked')) return null;
  return weightedMean(present);
}

/** The level proposed to the manager: what the other sources say, rounded half-up to a whole level. */
export function proposal(line: DimensionLine): number | null {
  const others = withoutManager(line);
  return others && Number(whole(others));
}
