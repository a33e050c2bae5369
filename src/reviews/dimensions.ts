/** Who rates what: from the sources of the participant's frozen scheme. */
import type { Scheme } from '../cycles/model.ts';
import type { Group } from './aggregate.ts';

type By = Group | 'self';

/** Peers also rate what partners do: they stand in for missing ones (domain.md §8). Oneself rates everything. */
function rates(by: By, sources: Scheme['dimensions'][number]['sources']): boolean {
  if (by === 'self') return true;
  return sources[by] !== undefined || (by === 'peer' && sources.partner !== undefined);
}

export const dimensionsFor = (scheme: Scheme, by: By): string[] =>
  scheme.dimensions.filter((d) => rates(by, d.sources)).map((d) => d.name);

/** Every dimension on which some group speaks. */
export const groupDimensions = (scheme: Scheme): string[] =>
  scheme.dimensions
    .filter((d) => (['peer', 'report', 'partner', 'customer'] as const).some((g) => rates(g, d.sources)))
    .map((d) => d.name);
