/** Buttons and forms of results. */
import { z } from 'zod';
import { action, openAction } from '../core/action.ts';
import { many, pick, text } from '../core/values.ts';

const mine = { cycle: z.string(), version: z.number() };
const one = { result: z.string() };
const theirs = { cycle: z.string(), person: z.string() };
const batch = { batch: z.string() };

export const acknowledge = action('results.acknowledge', mine);
export const writeComment = action('results.comment', mine);
export const saveComment = action('results.saveComment', mine, { comment: text(2000) });

/** A version of somebody's result, from its page on. */
export const openResult = action('results.open', { ...one, page: z.number() });
/** The value is the id of a result. */
export const pickResult = action('results.pick', {}, { value: pick() });
export const openWhy = action('results.why', { ...one, page: z.number() });
export const openColleagues = action('results.colleagues', { ...one, page: z.number() });
export const printRecord = action('results.print', one);
export const openHistory = action('results.history', { page: z.number() });
export const exportHistory = action('results.export', { as: z.enum(['html', 'csv']) });
export const openTeam = action('results.team', { cycle: z.string() });
/** The value is a person. */
export const pickPerson = action('results.person', { cycle: z.string() }, { value: pick() });

export const openWords = action('results.words', { cycle: z.string() });
/** The value is a person. */
export const pickWords = action('results.writeFor', { cycle: z.string() }, { value: pick() });
/** `strengths`, `improve`, `cause_<i>` and `measure_<i>` for each dimension below its target. */
export const saveWords = openAction('results.saveWords', theirs);

export const openRelease = action('results.release', { cycle: z.string() });
export const previewRelease = action('results.preview', {}, { cycle: pick(), units: many() });
export const askSign = action('results.askSign', batch);
export const sign = action('results.sign', batch);
export const decline = action('results.decline', batch);
export const saveDecline = action('results.saveDecline', batch, { reason: text(2000) });
export const giveAll = action('results.give', batch);
export const dropBatch = action('results.drop', batch);
/** `again`: counted anew. */
export const openBatch = action('results.batch', { ...batch, again: z.boolean() });
export const openSign = action('results.toSign', batch);
/** Their manager has talked with them, before the result is given. The value is a person. */
export const haveTalked = action('results.talked', { cycle: z.string() }, { value: pick() });
/** One report's result, by their manager after the interview. The value is a person. */
export const giveOne = action('results.giveOne', { cycle: z.string() }, { value: pick() });
