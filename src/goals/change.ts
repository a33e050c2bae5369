/** What is agreed, and how it changes: in place while it is written, side by side once it was agreed. */
import { type Day, daysBetween } from '../core/calendar.ts';
import { cmp, parse } from '../core/fraction.ts';
import type { Content, Goal, GoalKeyResult, Version } from './model.ts';
import type { Period } from './smart.ts';

export function contentOf(goal: Content): Content {
  const { title, why, parent, keyResults, weight, due, visibility, partners } = goal;
  return {
    title,
    keyResults,
    weight,
    visibility,
    partners,
    ...(why !== undefined && { why }),
    ...(parent && { parent }),
    ...(due !== undefined && { due }),
  };
}

/** The goal without its words and numbers, to put others in their place. */
function shell(goal: Goal): Omit<Goal, keyof Content> {
  const { title, why, parent, keyResults, weight, due, visibility, partners, ...rest } = goal;
  return rest;
}

/** As the owner sees it who is changing it: the pending words, or those that stand. */
export const latest = (goal: Goal): Content => contentOf(goal.pending?.content ?? goal);

export const withContent = (goal: Goal, content: Content): Goal => ({ ...shell(goal), ...content });

/** The new content with the numbers that were reached meanwhile; a key result that changed its kind starts anew. */
export function withReadings(content: Content, from: readonly GoalKeyResult[]): Content {
  return {
    ...content,
    keyResults: content.keyResults.map((kr) => {
      const now = from.find((k) => k.id === kr.id && k.kind === kr.kind);
      return now ? ({ ...bare(kr), ...readings(now) } as GoalKeyResult) : bare(kr);
    }),
  };
}

const read = [
  'actual',
  'done',
  'stretched',
  'level',
  'confidence',
  'updatedAt',
  'confirmed',
  'excluded',
  'exclusion',
];

const parted = (kr: GoalKeyResult, keep: boolean) =>
  Object.fromEntries(Object.entries(kr).filter(([key]) => read.includes(key) === keep));
const readings = (kr: GoalKeyResult) => parted(kr, true);
const bare = (kr: GoalKeyResult) => parted(kr, false) as unknown as GoalKeyResult;

/** How many days the period has, both ends counted. */
const daysOf = ({ from, to }: Period): number => daysBetween(from, to) + 1;

/** Changes in the last tenth of the period need HR. */
export const inLastTenth = (period: Period, today: Day): boolean =>
  daysBetween(period.from, today) * 10 >= daysOf(period) * 9;

export const afterMiddle = (period: Period, today: Day): boolean =>
  daysBetween(period.from, today) * 2 >= daysOf(period);

/** Key results of both whose target became easier to reach. */
export function lowered(before: Content, after: Content): string[] {
  return after.keyResults
    .filter((kr) => {
      const old = before.keyResults.find((k) => k.id === kr.id);
      return old !== undefined && isEasier(old, kr);
    })
    .map((kr) => kr.id);
}

const upward = { increase: 1, atLeast: 1, decrease: -1, atMost: -1 } as const;

function isEasier(old: GoalKeyResult, kr: GoalKeyResult): boolean {
  if (old.kind === 'milestone' || old.kind === 'rated') return false;
  if (kr.kind === 'milestone' || kr.kind === 'rated') return false;
  return cmp(parse(old.target), parse(kr.target)) * upward[old.kind] > 0;
}

export interface Stamp {
  /** Whose yes it was. */
  by: string;
  /** Who wrote what was agreed. */
  wanted: string;
  at: Date;
  today: Day;
  period: Period;
  hr?: string | undefined;
}

/** The version that comes into force with an agreement. */
export function nextVersion(
  goal: Goal,
  content: Content,
  { by, wanted, at, today, period, hr }: Stamp,
): Version {
  const easier = goal.version > 0 && afterMiddle(period, today) ? lowered(contentOf(goal), content) : [];
  return {
    version: goal.version + 1,
    content,
    by: wanted,
    agreedBy: by,
    agreedAt: at,
    ...(hr && { hr }),
    ...(easier.length > 0 && { lowered: easier }),
  };
}

/** The fields that differ, in the order in which they are shown. */
export type Part = 'title' | 'why' | 'parent' | 'weight' | 'due' | 'partners' | 'visibility' | 'keyResults';

export function differences(before: Content, after: Content): Part[] {
  const parts: Part[] = ['title', 'why', 'parent', 'weight', 'due', 'partners', 'visibility', 'keyResults'];
  const plain = (content: Content, part: Part) =>
    part === 'keyResults' ? content.keyResults.map(bare) : (content[part] ?? null);
  return parts.filter((p) => JSON.stringify(plain(before, p)) !== JSON.stringify(plain(after, p)));
}
