/** Buttons and forms of outcomes. `seen` is the version of the batch that a decision is about. */
import { z } from 'zod';
import { action } from '../core/action.ts';
import { choice, maybe, number, pick, text } from '../core/values.ts';
import { recognitions } from './model.ts';

const cycle = { cycle: z.string() };
const batch = { batch: z.string() };
const seen = { ...batch, seen: z.number() };
const row = { ...batch, person: z.string() };

export const openOffice = action('outcomes.office', cycle);
export const makeBatch = action('outcomes.make', cycle);
export const openBatch = action('outcomes.batch', batch);
/** Everybody in it, or only those for whom HR decided otherwise. */
export const openRows = action('outcomes.rows', {
  ...batch,
  only: z.enum(['all', 'excepted']),
  page: z.number(),
});
/** The value is a person. */
export const openRow = action('outcomes.row', batch, { value: pick() });
export const openLeftOut = action('outcomes.leftOut', { ...cycle, page: z.number() });

export const exceptRow = action('outcomes.except', row);
export const saveException = action('outcomes.saveException', row, {
  coefficient: maybe(number(0, 10)),
  raise: maybe(number(0, 100)),
  promotion: maybe(choice('yes', 'no')),
  reason: text(2000),
});
export const removeException = action('outcomes.asRules', row);

export const submitBatch = action('outcomes.submit', seen);
export const dropBatch = action('outcomes.drop', seen);
export const approveBatch = action('outcomes.approve', seen);
export const returnBatch = action('outcomes.return', seen);
export const saveReturn = action('outcomes.saveReturn', seen, { reason: text(2000) });
export const approveOwn = action('outcomes.approveOwn', batch);
/** `at`: when the approval was given. */
export const undoApproval = action('outcomes.undo', { ...batch, at: z.number() });

/** Before the approval, for HR's own review. */
export const draftFile = action('outcomes.draftFile', batch);
export const exportBatch = action('outcomes.export', { ...batch, as: z.enum(['csv', 'xlsx']) });

export const openTeam = action('outcomes.team', { ...cycle, page: z.number() });
/** The value is a person. */
export const openOutcome = action('outcomes.read', cycle, { value: pick() });
export const openOwn = action('outcomes.mine', cycle);
export const prefer = action('outcomes.prefer', {}, { value: choice(...recognitions) });
export const openPrefer = action('outcomes.askPrefer', {});
