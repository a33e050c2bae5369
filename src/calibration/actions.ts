/** Buttons and forms of calibration. */
import { z } from 'zod';
import { action } from '../core/action.ts';
import { choice, many, maybe, pick, text } from '../core/values.ts';
import { grades } from '../cycles/scheme.ts';
import { sorts } from './model.ts';

const cycle = { cycle: z.string() };
const session = { session: z.string() };
const row = { ...session, person: z.string() };
/** The rating and the last override that the button was about. */
const seen = { ...row, version: z.number(), last: z.string() };

export const openBoard = action('calibration.board', cycle);
/** The value is a unit. */
export const prepare = action('calibration.prepare', cycle, { value: pick() });
/** The same for a task's button. */
export const prepareUnit = action('calibration.prepareUnit', { ...cycle, unit: z.string() });
export const openSession = action(
  'calibration.open',
  { ...cycle, unit: z.string() },
  { units: many(200), members: many(200), heads: many(50) },
);
export const invite = action('calibration.invite', session);
export const saveInvite = action('calibration.saveInvite', session, { members: many(200), heads: many(50) });

export const openList = action('calibration.list', session);
export const turnPage = action('calibration.turn', { ...session, page: z.number() });
export const sortList = action('calibration.sort', session, { value: choice(...sorts) });
/** The value is a person. */
export const openRow = action('calibration.row', session, { value: pick() });
export const looked = action('calibration.looked', session);

export const change = action('calibration.change', seen);
export const saveChange = action('calibration.saveChange', seen, {
  grade: choice(...grades),
  reason: text(2000),
  note: maybe(text(2000)),
});
export const propose = action('calibration.propose', seen);
export const savePropose = action('calibration.savePropose', seen, {
  grade: choice(...grades),
  why: text(2000),
});
export const undoChange = action('calibration.undo', { ...row, override: z.string() });

export const close = action('calibration.close', session);
export const withdrawClose = action('calibration.withdraw', session);
export const reopen = action('calibration.reopen', session);
export const saveReopen = action('calibration.saveReopen', session, { reason: text(2000) });
