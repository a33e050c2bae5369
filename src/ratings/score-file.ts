/** Cases from a file, in the format of the worked vectors. A case that breaks a rule is refused with its id and the reason. */
import { z } from 'zod';
import { cmp, parse, ZERO } from '../core/fraction.ts';
import type { KeyResult } from '../goals/attainment.ts';
import { problems } from '../goals/validity.ts';
import { type Grade, score } from './score.ts';
import { COMPUTED, GROUPS, type Participant, type Scheme, SINGLES } from './sources.ts';

const ONE_STAR = parse('1');
const FIVE_STARS = parse('5');

function reads(written: number | string, good: (value: ReturnType<typeof parse>) => boolean): boolean {
  try {
    return good(parse(written));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function decimal(what: string, good: (value: ReturnType<typeof parse>) => boolean) {
  const message = `must be ${what}`;
  return z.union([z.number(), z.string()], message).refine((written) => reads(written, good), message);
}

const number = decimal('a decimal number', () => true);
const positive = decimal('a number above 0', (value) => cmp(value, ZERO) > 0);
const onScale = decimal(
  'a score of 1 to 5',
  (value) => cmp(value, ONE_STAR) >= 0 && cmp(value, FIVE_STARS) <= 0,
);

/** Absent and null mean the same: not known. */
function maybe<T extends z.ZodType>(type: T) {
  return type.nullish().transform((value) => value ?? undefined);
}

/** Whether it is a decimal is the key result's own rule. */
const written = z.union([z.number(), z.string()], 'must be a decimal number');
const excluded = maybe(z.boolean());
const keyResult = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['increase', 'decrease']),
      baseline: written,
      target: written,
      actual: maybe(written),
      excluded,
    }),
    z.object({
      kind: z.enum(['atLeast', 'atMost']),
      target: written,
      stretch: maybe(written),
      baseline: maybe(written),
      actual: maybe(written),
      excluded,
    }),
    z.object({
      kind: z.literal('milestone'),
      done: maybe(z.boolean()),
      stretched: maybe(z.boolean()),
      excluded,
    }),
    z.object({ kind: z.literal('rated'), level: maybe(z.number()), excluded }),
  ])
  .superRefine((kr: KeyResult, context) => {
    for (const { field, code } of problems(kr))
      context.addIssue({ code: 'custom', path: [field], message: SENTENCES[code] });
  });

const SENTENCES = {
  notANumber: 'must be a decimal number',
  targetIsBaseline: 'must differ from the baseline',
  targetNotPositive: 'must be above 0',
  negative: 'must not be below 0',
  stretchNotBeyondTarget: 'must lie beyond the target',
  stretchedNotDone: 'cannot be reached by a milestone that is not done',
  levelOutOfRange: 'must be 1, 2, 3, 4 or 5',
} satisfies Record<ReturnType<typeof problems>[number]['code'], string>;

const level = z.int('must be a whole number').min(1, 'must be 1 to 5').max(5, 'must be 1 to 5');
const group = z.array(level);
const single = z.array(level).max(1, 'takes one answer');

/** A source that is not in the list must not be overlooked in silence: its weight or its answers would be lost. */
const answers = z.strictObject({
  ...shape(GROUPS, group.optional()),
  ...shape(SINGLES, single.optional()),
});
const sources = z
  .strictObject(shape([...GROUPS, ...SINGLES, ...COMPUTED], positive.optional()))
  .refine((found) => Object.keys(found).length > 0, 'must name at least one source');

function shape<K extends string, T>(keys: readonly K[], type: T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, type])) as Record<K, T>;
}

const dimension = z.object({
  name: z
    .string()
    .min(1)
    .refine((name) => name !== '__proto__', 'is no name'),
  weight: positive,
  sources,
  optional: maybe(z.boolean()),
});

const scheme = z.object({
  k: z.int('must be a whole number').min(3, 'must be 3 or more'),
  cap: positive,
  dimensions: z
    .array(dimension)
    .min(1)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'must have different names'),
});

const goal = z.object({
  weight: z.int('must be whole basis points').min(1, 'must be above 0'),
  agreed: z.boolean(),
  keyResults: z.array(keyResult),
});

const participant = z.object({
  goals: z.array(goal).default([]),
  goalsWaived: maybe(z.boolean()),
  answers: z.record(z.string(), answers).default({}),
  reportsChange: maybe(z.array(number)),
  cycles: maybe(z.array(z.object({ score: onScale, days: z.int().min(1, 'must be above 0') }))),
});

const worked = z.object({ id: z.string().min(1), scheme, participant });

export interface Case {
  id: string;
  scheme: Scheme;
  participant: Participant;
}

export interface Answer {
  id: string;
  dimensions: Record<string, string | null>;
  final: string | null;
  grade: Grade | null;
}

/** The case, or why it is refused; a case without an id goes by its number, from 1. */
export function readCase(raw: unknown, number: number): Case | { id: string; reason: string } {
  const found = worked.safeParse(raw);
  if (found.success) return found.data as Case;
  const named = z.object({ id: z.string().min(1) }).safeParse(raw);
  const reason = found.error.issues.map(({ path, message }) => [path.join('.'), message].join(' ').trim());
  return { id: named.success ? named.data.id : `#${number}`, reason: reason.join('; ') };
}

export function answer({ id, scheme: rules, participant: person }: Case): Answer {
  const { dimensions, shown, grade } = score(rules, person);
  const lines = dimensions.map((line) => [line.name, line.state === 'scored' ? line.shown : null] as const);
  return { id, dimensions: Object.fromEntries(lines), final: shown, grade };
}
