/** Every card of feedback, at its shortest and at its longest, for the suites that look at all of them. */
import { type CardSample, sample } from '../core/module.ts';
import { type ItemView, itemCard, roomCard } from './cards.ts';
import { type FeedbackList, listCard, onListPage } from './cards-list.ts';
import {
  type NoteList,
  noteCard,
  noteListCard,
  onNotesPage,
  takenBackCard,
  toReadCard,
} from './cards-note.ts';
import { onPoolPage, poolCard, requestCard } from './cards-pool.ts';
import type { Feedback, Request } from './model.ts';
import type { Note } from './notes.ts';
import type { Piece } from './pooling.ts';
import { mostRemarks } from './rules.ts';

const at = new Date('2027-01-13T09:00:00Z');
/** 300 characters that try whatever a platform might read as markup. */
const nasty = `<!channel> **b** [x](https://e.x) @all 🧗🏽‍♀️ مرحبا `.repeat(8).slice(0, 300);
const long = nasty.repeat(10);

const brief: Feedback = {
  _id: 'kudos_1:ann',
  rev: 1,
  group: 'kudos_1',
  kind: 'kudos',
  person: 'ann',
  from: 'dev',
  at,
  visibility: 'named',
  did: 'A',
  remarks: [],
};

const whole: Feedback = {
  ...brief,
  manager: 'bo',
  value: { en: nasty, zh: nasty },
  did: long,
  effect: long,
  ask: long,
  next: long,
  thanked: at,
  remarks: Array.from({ length: mostRemarks }, (_, i) => ({ by: i % 2 ? 'ann' : 'dev', at, text: long })),
};

const seenBy = (items: readonly Feedback[], reader: string, name = 'Ann'): ItemView => ({
  items,
  reader,
  names: () => name,
});
const many = (f: Feedback) =>
  Array.from({ length: 20 }, (_, i) => ({
    ...f,
    _id: `kudos_1:p${i}`,
    person: `p${i}`,
    remarks: f.remarks.slice(0, 2),
  }));
const feedback = (f: Feedback): Feedback => ({ ...f, kind: 'feedback' });
const confided = (f: Feedback): Feedback => ({ ...feedback(f), manager: 'bo', visibility: 'manager' });

const request: Request = { _id: 'request_1', rev: 1, from: 'ann', to: 'dev', state: 'open', at };

const piece = (text: string, i: number): Piece => ({
  id: `p_${i}`,
  kind: i % 2 ? 'wish' : 'seen',
  text,
  effect: text,
});
const pool = (n: number, text: string) => ({
  _id: 'pool:ann:2027-01-01:2027-03-31',
  published: Array.from({ length: n }, (_, i) => piece(text, i)),
});

const note: Note = {
  _id: 'fact_1',
  rev: 1,
  person: 'ann',
  by: 'bo',
  day: '2027-01-12',
  at,
  what: 'A',
  seenBy: [{ by: 'bo', at }],
  unseen: ['ann'],
  remarks: [],
};
const fullNote: Note = {
  ...note,
  what: long,
  effect: long,
  link: `https://example.com/${'x'.repeat(480)}`,
  remarks: whole.remarks,
};

const period = (year: number) => ({
  _id: `pool:ann:${year}-01-01:${year}-03-31`,
  from: `${year}-01-01`,
  to: `${year}-03-31`,
});
const list = (n: number, f: Feedback, which: FeedbackList['which']): FeedbackList => ({
  which,
  page: n > 1 ? 1 : 0,
  items: Array.from({ length: n }, (_, i) => ({ ...f, _id: `f${i}` })),
  more: n > 1,
  pools: n > 1 ? Array.from({ length: 8 }, (_, i) => period(2020 + i)) : [],
  leads: n > 1,
});

const noteList = (n: number, one: Note, name: string): NoteList => ({
  person: 'ann',
  reader: n > 1 ? 'lin' : 'ann',
  name,
  page: n > 1 ? 1 : 0,
  notes: Array.from({ length: n }, (_, i) => ({ ...one, _id: `n${i}` })),
  more: n > 1,
  logged: n > 1,
});

export const samples: readonly CardSample[] = [
  sample('feedback.kudos', itemCard, [seenBy([brief], 'ann')], [seenBy(many(whole), 'p3', nasty)]),
  sample('feedback.kudosGiven', itemCard, [seenBy([brief], 'dev')], [seenBy(many(whole), 'dev', nasty)]),
  sample('feedback.kudosManager', itemCard, [seenBy([brief], 'bo')], [seenBy(many(whole), 'bo', nasty)]),
  sample(
    'feedback.feedback',
    itemCard,
    [seenBy([feedback(brief)], 'ann')],
    [seenBy([feedback(whole)], 'ann', nasty)],
  ),
  sample(
    'feedback.feedbackGiven',
    itemCard,
    [seenBy([feedback(brief)], 'dev')],
    [seenBy([feedback(whole)], 'dev', nasty)],
  ),
  sample(
    'feedback.feedbackManager',
    itemCard,
    [seenBy([feedback(brief)], 'bo')],
    [seenBy([feedback(whole)], 'bo', nasty)],
  ),
  sample(
    'feedback.confided',
    itemCard,
    [seenBy([confided(brief)], 'bo')],
    [seenBy([confided(whole)], 'bo', nasty)],
  ),
  sample(
    'feedback.confidedGiven',
    itemCard,
    [seenBy([confided(brief)], 'dev')],
    [seenBy([confided(whole)], 'dev', nasty)],
  ),
  sample('feedback.room', roomCard, [[brief], () => 'Ann'], [many(whole), () => nasty]),
  sample('feedback.pool', poolCard, [pool(1, 'A'), 0], [pool(onPoolPage * 3, long), 1]),
  sample(
    'feedback.request',
    requestCard,
    [request, 'Ann'],
    [{ ...request, about: long.slice(0, 1000) }, nasty],
  ),
  sample(
    'feedback.requestClosed',
    requestCard,
    [{ ...request, state: 'closed' }, 'Ann'],
    [{ ...request, state: 'closed' }, nasty],
  ),
  sample(
    'feedback.list',
    listCard,
    [{ ...list(1, brief, 'received'), items: [] }],
    [list(onListPage, whole, 'received')],
  ),
  sample('feedback.listGiven', listCard, [list(1, brief, 'given')], [list(onListPage, whole, 'given')]),
  sample(
    'feedback.listTeam',
    listCard,
    [list(1, brief, 'team')],
    [list(onListPage, confided(whole), 'team')],
  ),
  sample(
    'feedback.note',
    noteCard,
    [{ note, reader: 'ann', acts: true, name: 'Ann' }],
    [{ note: fullNote, reader: 'bo', acts: true, name: nasty }],
  ),
  sample(
    'feedback.noteRead',
    noteCard,
    [{ note: { ...note, unseen: [] }, reader: 'lin', acts: false, name: 'Ann' }],
    [{ note: fullNote, reader: 'lin', acts: false, name: nasty }],
  ),
  sample('feedback.noteTakenBack', takenBackCard, ['bo'], ['bo']),
  sample(
    'feedback.notes',
    noteListCard,
    [{ ...noteList(1, note, 'Ann'), notes: [] }],
    [noteList(onNotesPage, fullNote, nasty)],
  ),
  sample('feedback.notesToRead', toReadCard, [[]], [Array.from({ length: 30 }, () => fullNote)]),
];
