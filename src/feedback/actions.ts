import { z } from 'zod';
import { action } from '../core/action.ts';
import { choice, day, many, maybe, pick, text } from '../core/values.ts';
import { visibilities } from './model.ts';

const item = z.string();
const request = z.string();
const note = z.string();
const page = z.number();

/** `group`: made when the form opens, so that the same form sent twice is one writing. */
export const giveKudos = action(
  'feedback.kudos',
  { group: z.string() },
  { whom: many(50), value: maybe(pick()), did: text(), effect: maybe(text()), share: many(1) },
);
export const giveFeedback = action(
  'feedback.give',
  { group: z.string(), request: request.optional() },
  {
    whom: pick(),
    did: text(),
    effect: text(),
    ask: maybe(text()),
    next: maybe(text()),
    visible: choice(...visibilities),
  },
);
export const thank = action('feedback.thank', { item });
export const openReply = action('feedback.openReply', { item });
export const reply = action('feedback.reply', { item }, { text: text() });
export const openItem = action('feedback.open', { item });

export const lists = ['received', 'given', 'team'] as const;
export const showList = action('feedback.list', { which: z.enum(lists), page });
export const openPool = action('feedback.pool', { pool: z.string(), page });

export const askFor = action('feedback.ask', {}, { whom: many(50), about: maybe(text(1000)) });
export const answerRequest = action('feedback.answer', { request });
export const notNow = action('feedback.notNow', { request });

export const keepNote = action(
  'feedback.note',
  { note },
  {
    whom: maybe(pick()),
    day: day(),
    what: text(),
    effect: maybe(text()),
    link: maybe(text(500)),
  },
);
export const sawNote = action('feedback.noteSeen', { note });
export const openComment = action('feedback.openComment', { note });
export const commentNote = action('feedback.comment', { note }, { text: text() });
export const takeBackNote = action('feedback.takeBack', { note });
export const openNote = action('feedback.openNote', { note });
export const showNotes = action('feedback.notes', { person: z.string(), page });
export const showUnseen = action('feedback.unseen', {});
