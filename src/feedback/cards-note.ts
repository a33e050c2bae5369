/** A note, and the lists of notes. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';
import { commentNote, openComment, openNote, sawNote, showNotes, takeBackNote } from './actions.ts';
import { pageButtons } from './cards-pool.ts';
import { excerpt } from './excerpt.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { pad } from './messages-note.ts';
import type { Note } from './notes.ts';
import { isSeenByBoth } from './rules.ts';

/** `name`: of the person it is about. `acts`: the reader is the person or their manager. */
export interface NoteView {
  note: Note;
  reader: string;
  acts: boolean;
  name: string;
}

const mostShown = 8;

export const noteCard =
  ({ note: n, reader, acts, name }: NoteView): Draw =>
  (view) => {
    const words = pad(view.locale);
    const items = acts ? buttons(n, reader, view) : [];
    return {
      title: reader === n.person ? words.mine : words.about(name),
      ...(n.unseen.includes(reader) && { tone: 'attention' as const }),
      blocks: [
        { type: 'text', text: words.by(n.by, dayWords(view.locale, n.day, view.now)) },
        { type: 'text', text: md`${n.what}` },
        ...(n.effect ? [{ type: 'text' as const, text: words.effectLine(n.effect) }] : []),
        ...(n.link ? [{ type: 'text' as const, text: words.linkLine(n.link) }] : []),
        { type: 'note', text: seenNote(n, reader, view) },
        ...remarkBlocks(n, view),
        ...(items.length > 0 ? [{ type: 'actions' as const, items }] : []),
      ],
    };
  };

function remarkBlocks(n: Note, { locale }: View): Block[] {
  const words = card(locale);
  const hidden = Math.max(0, n.remarks.length - mostShown);
  return [
    ...(hidden > 0 ? [{ type: 'note' as const, text: words.earlierWords(hidden) }] : []),
    ...n.remarks.slice(hidden).map((r): Block => ({ type: 'text', text: words.says(r.by, r.at, r.text) })),
  ];
}

function seenNote(n: Note, reader: string, { locale }: View): Md {
  const words = pad(locale);
  if (isSeenByBoth(n)) return words.seenBoth;
  if (n.unseen.includes(reader)) return words.unseenYou;
  const [other] = n.unseen;
  return other ? words.unseen(other) : words.alone;
}

function buttons(n: Note, reader: string, { locale }: View): Button[] {
  const words = pad(locale);
  const fresh = n.by === reader && n.seenBy.every((s) => s.by === n.by);
  return [
    ...(n.unseen.includes(reader)
      ? [{ label: words.seen, token: sawNote.token({ note: n._id }), style: 'primary' as const }]
      : []),
    { label: words.comment, token: openComment.token({ note: n._id }) },
    ...(fresh ? [{ label: words.takeBack, token: takeBackNote.token({ note: n._id }) }] : []),
  ];
}

export const takenBackCard =
  (by: string): Draw =>
  ({ locale }) => ({
    title: pad(locale).takenBack,
    blocks: [{ type: 'text', text: pad(locale).takenBackText(by) }],
  });

export const commentForm = (note: string, { locale }: Pick<View, 'locale'>) => ({
  title: pad(locale).commentTitle,
  submit: pad(locale).send,
  token: commentNote.token({ note }),
  fields: [
    {
      name: 'text',
      label: pad(locale).commentLabel,
      type: 'text' as const,
      lines: 4,
      max: 3000,
      required: true,
    },
  ],
});

export const onNotesPage = 6;

/** `logged`: the reader is told that reading is recorded. */
export interface NoteList {
  person: string;
  reader: string;
  name: string;
  page: number;
  notes: readonly Note[];
  more: boolean;
  logged: boolean;
}

export const noteListCard =
  (list: NoteList): Draw =>
  (view) => {
    const words = pad(view.locale);
    const items = pageButtons(list.page, list.more, view, (page) =>
      showNotes.token({ person: list.person, page }),
    );
    const lines = list.notes.map((n, i): Block => {
      const day = dayWords(view.locale, n.day, view.now);
      return { type: 'text', text: words.line(i + 1, day, excerpt(n.what), isSeenByBoth(n)) };
    });
    return {
      title: list.person === list.reader ? words.listMine : words.listOf(list.name),
      blocks: [
        ...(lines.length > 0 ? lines : [{ type: 'text' as const, text: words.listNone }]),
        ...(lines.length > 0 ? [openButtons(list.notes, view)] : []),
        ...(list.logged ? [{ type: 'note' as const, text: words.readLogged }] : []),
        ...(items.length > 0 ? [{ type: 'actions' as const, items }] : []),
      ],
    };
  };

/** What waits to be seen; behind the task. */
export const toReadCard =
  (all: readonly Note[]): Draw =>
  (view) => {
    const words = pad(view.locale);
    if (all.length === 0)
      return { title: words.listToRead, blocks: [{ type: 'text', text: words.listUnread }] };
    const shown = all.slice(0, 20);
    return {
      title: words.listToRead,
      blocks: [
        ...shown.map((n, i): Block => {
          const day = dayWords(view.locale, n.day, view.now);
          return { type: 'text', text: words.aboutLine(i + 1, n.person, day, excerpt(n.what)) };
        }),
        openButtons(shown, view),
      ],
    };
  };

const openButtons = (all: readonly Note[], { locale }: View): Block => ({
  type: 'actions',
  items: all.map((n, i) => ({ label: say(locale).open(i + 1), token: openNote.token({ note: n._id }) })),
});
