import { z } from 'zod';
import { action, openAction } from '../core/action.ts';
import { choice, day, many, maybe, pick, text } from '../core/values.ts';
import { type Phase, phases } from './model.ts';

const cycle = z.string();
const rev = z.number();

const dues = Object.fromEntries(phases.map((p) => [p, day()])) as Record<Phase, ReturnType<typeof day>>;

/** The kick-off form: a new draft, or a changed one. */
export const draftCycle = action(
  'cycles.draft',
  { cycle: cycle.optional(), rev: rev.optional() },
  {
    name: text(80),
    from: day(),
    to: day(),
    scheme: pick(),
    audience: choice('everyone', 'units', 'people'),
    units: many(),
    people: many(),
    message: maybe(text(2000)),
    ...dues,
  },
);
export const changeDraft = action('cycles.change', { cycle });
export const lookAgain = action('cycles.check', { cycle });
export const lookAt = action('cycles.look', { cycle });
export const keepDraft = action('cycles.keep', { cycle });
export const discardDraft = action('cycles.discard', { cycle, rev });
export const sendTest = action('cycles.test', { cycle });
export const startCycle = action('cycles.start', { cycle, rev });
export const nameEvaluators = action('cycles.evaluators', { cycle });
export const saveEvaluators = openAction('cycles.assign', { cycle, rev });

export const holdCards = action('cycles.hold', { cycle });
export const releaseCards = action('cycles.release', { cycle });
export const retryCards = action('cycles.retry', { cycle });

/** Several cycles fit a command: which one? */
export const verbs = ['extend', 'pause', 'resume', 'cancel', 'withdraw'] as const;
export type Verb = (typeof verbs)[number];
export const chooseCycle = action('cycles.choose', { verb: z.enum(verbs) }, { value: pick() });

export const extendPhase = action(
  'cycles.extend',
  { cycle },
  {
    phase: choice(...phases),
    who: choice('all', 'unit', 'person'),
    unit: maybe(pick()),
    person: maybe(pick()),
    due: day(),
  },
);
export const pauseCycle = action('cycles.pause', { cycle, rev });
export const resumeCycle = action('cycles.resume', { cycle, rev });
export const cancelCycle = action('cycles.cancel', { cycle }, { reason: text(1000) });
export const withdrawPerson = action(
  'cycles.withdraw',
  { cycle },
  { person: pick(), reason: choice('left', 'leave', 'other') },
);
