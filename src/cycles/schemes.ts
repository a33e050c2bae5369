/**
 * The schemes that come with the product, as data. The numbers are those of domain.md §8; `standard` holds for
 * everybody, `manager` for those who have reports in the cycle.
 */
import type { Rewards, Scheme } from './model.ts';

/** domain.md §9 to §12. */
export const rewards: Rewards = {
  release: 'hr',
  guideline: { s: 10, sa: 35, team: 10 },
  appeals: { window: 10 },
  bonus: { S: 150, A: 120, B: 100, C: 60, D: 0 },
  raise: {
    S: { from: 8, to: 12 },
    A: { from: 5, to: 8 },
    B: { from: 2, to: 5 },
    C: { from: 0, to: 0 },
    D: { from: 0, to: 0 },
  },
  promotion: ['S', 'A'],
  certificate: ['S'],
  incentive: ['S'],
  plan: { once: ['D'], twice: ['C'] },
  trainingBelow: '3',
};

const common = {
  version: 1,
  k: 3,
  cap: 120,
  checkIns: { every: 'fortnight', time: '10:00' },
  required: [],
  eligibility: { minActiveDays: 45 },
  rewards,
} as const satisfies Partial<Scheme>;

const sources = {
  results: { attainment: 70, manager: 30 },
  competencies: { manager: 50, peer: 40, report: 10 },
  collaboration: { partner: 60, manager: 40 },
  teamDevelopment: { improvement: 50, report: 30, manager: 20 },
} as const;

export const standard: Scheme = {
  ...common,
  required: [],
  name: 'standard',
  dimensions: [
    { name: 'results', weight: 6000, sources: sources.results },
    { name: 'competencies', weight: 2500, sources: sources.competencies },
    { name: 'collaboration', weight: 1500, sources: sources.collaboration },
  ],
};

export const manager: Scheme = {
  ...common,
  required: [],
  name: 'manager',
  dimensions: [
    { name: 'results', weight: 5000, sources: sources.results },
    { name: 'competencies', weight: 1500, sources: sources.competencies },
    { name: 'collaboration', weight: 1500, sources: sources.collaboration },
    { name: 'teamDevelopment', weight: 2000, sources: sources.teamDevelopment },
  ],
};

/** Pairs by the key that a cycle carries as `schemeName`. */
export const schemePairs: Readonly<Record<string, { standard: Scheme; manager: Scheme }>> = {
  standard: { standard, manager },
};

/** What a scheme's weights come to where that is not the whole: dimensions in basis points, sources in percent. */
export function weightsOff(scheme: Scheme): { of: string; sum: number; whole: number }[] {
  const total = scheme.dimensions.reduce((sum, d) => sum + d.weight, 0);
  const inner = scheme.dimensions.map((d) => ({
    of: d.name,
    sum: Object.values(d.sources).reduce((sum, w) => sum + w, 0),
    whole: 100,
  }));
  return [{ of: scheme.name, sum: total, whole: 10_000 }, ...inner].filter((w) => w.sum !== w.whole);
}
