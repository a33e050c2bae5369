/** Which questions are worth asking, chosen from what was said (domain.md §6): pure, the heaviest first. */
import type { CheckIn, GoalRecord } from './model.ts';

export const hints = [
  'offTrack',
  'sameObstacle',
  'nothingDone',
  'lowCommitment',
  'atRisk',
  'quietObstacle',
  'copied',
  'noDate',
  'noDeed',
  'skippedAgain',
  'goingWell',
] as const;
export type Hint = (typeof hints)[number];

/** Below this somebody is asked what would make it an 8. */
export const enoughCommitment = 7;

/** How much two texts share, 0 to 1, by pairs of characters: it works for Chinese as for English. */
export function likeness(a: string, b: string): number {
  const [one, two] = [pairs(a), pairs(b)];
  if (one.size === 0 || two.size === 0) return 0;
  const shared = [...one].filter((p) => two.has(p)).length;
  return (2 * shared) / (one.size + two.size);
}

function pairs(text: string): Set<string> {
  const letters = [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}]+/gu, ''),
  ];
  return new Set(letters.slice(1).map((c, i) => `${letters[i]}${c}`));
}

const alike = (a: string | undefined, b: string | undefined, least: number) =>
  a !== undefined && b !== undefined && likeness(a, b) >= least;

/** The account of last time once more: for the manager's eye, and for HR's count. */
export const isCopied = (now: GoalRecord, before: GoalRecord | undefined): boolean =>
  now.happened.length >= 20 && alike(now.happened, before?.happened, 0.9);

/** What strikes about one check-in. `before` is the one held before it. */
export function hintsFor(c: CheckIn, before: CheckIn | undefined): Hint[] {
  if (c.state === 'skipped') return c.afterSkip ? ['skippedAgain'] : [];
  const r = c.record;
  if (!r) return [];
  const ticked = c.carried.filter((d) => d.tick);
  const found: Record<Hint, boolean> = {
    offTrack: r.confidence === 'offTrack',
    sameObstacle: alike(r.obstacles, before?.record?.obstacles, 0.6),
    nothingDone: ticked.length > 0 && ticked.every((d) => d.tick === 'notYet'),
    lowCommitment: r.commitment < enoughCommitment,
    atRisk: r.confidence === 'atRisk',
    quietObstacle: r.obstacles !== undefined && !r.needsHelp,
    copied: c.copied === true,
    noDate: r.deeds.length > 0 && r.deeds.every((d) => !d.by),
    noDeed: r.deeds.length === 0,
    skippedAgain: false,
    goingWell: false,
  };
  const struck = hints.filter((h) => found[h]);
  return struck.length > 0 ? struck : ['goingWell'];
}

/** Something that the manager should look at today. */
export function needsAttention(c: CheckIn, before: CheckIn | undefined): boolean {
  const r = c.record;
  if (c.state === 'meeting') return true;
  if (!r) return false;
  const urgent: readonly Hint[] = ['offTrack', 'sameObstacle', 'nothingDone', 'lowCommitment'];
  return r.needsHelp || hintsFor(c, before).some((h) => urgent.includes(h));
}

/** Three for a digest: the heaviest, one a person as long as there are others. */
export function worthAsking(
  team: readonly { person: string; hints: readonly Hint[] }[],
  most = 3,
): { person: string; hint: Hint }[] {
  const all = team.flatMap(({ person, hints: h }) => h.map((hint, i) => ({ person, hint, turn: i })));
  return all
    .sort((a, b) => a.turn - b.turn || hints.indexOf(a.hint) - hints.indexOf(b.hint))
    .slice(0, most)
    .map(({ person, hint }) => ({ person, hint }));
}
