/** What was said, as everybody who may read it sees it: the notes, the written feedback, other views. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { inside, lines, md } from '../core/md.ts';
import { note, text } from '../goals/blocks.ts';
import { card } from './messages-card.ts';
import type { Interview, Past } from './model.ts';

type Said = Pick<Past, 'heldOn' | 'notes' | 'written' | 'views'>;

export function saidBlocks({ heldOn, notes, written, views }: Said, view: View): Block[] {
  const words = card(view.locale);
  const day = (d: string) => dayWords(view.locale, d, view.now);
  return [
    ...(written ? [text(words.seen(written.by, written.seen)), text(words.next(written.next))] : []),
    ...(notes
      ? [
          text(lines(words.agreedHead(day(heldOn ?? '')), md`${notes.agreed}`)),
          ...(notes.steps.length > 0
            ? [text(lines(words.stepsHead, ...notes.steps.map((s) => words.step(s.what, day(s.by)))))]
            : []),
          ...(notes.support === undefined ? [] : [text(words.support(notes.support))]),
        ]
      : []),
    ...(['person', 'manager'] as const).flatMap((side) => {
      const said = views[side];
      return said === undefined ? [] : [text(words.view(said.by, said.text))];
    }),
  ];
}

export function pastBlocks(past: readonly Past[], view: View): Block[] {
  return past.flatMap((p): Block[] => [
    { type: 'divider' },
    text(md`${inside(card(view.locale).earlier(String(p.version)))}`),
    ...saidBlocks(p, view),
  ]);
}

export interface Reading {
  name: string;
  interview: Interview;
  cycle: string;
}

export const readCardKey = ({ _id }: Pick<Interview, '_id'>): string => `interviews.read:${_id}`;

/** For HR: the shared record, never what somebody prepared. */
export const readCard =
  (r: Reading): Draw =>
  (view) => {
    const words = card(view.locale);
    const said = [...saidBlocks(r.interview, view), ...pastBlocks(r.interview.past, view)];
    return {
      title: words.readTitle(r.name, r.cycle),
      blocks: [
        note(md`${words.state(r.interview.state)}`),
        ...(said.length > 0 ? said : [text(words.nothingNoted)]),
        note(words.readLogged),
      ],
    };
  };
