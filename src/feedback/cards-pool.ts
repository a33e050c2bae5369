/** What colleagues wrote without their names, and the wish to hear from somebody. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { answerRequest, notNow, openPool } from './actions.ts';
import { card } from './messages-card.ts';
import { pad } from './messages-note.ts';
import type { Request } from './model.ts';
import type { Piece } from './pooling.ts';
import type { PoolDoc } from './pools.ts';

export const onPoolPage = 8;

/** Only what is published; of givers and numbers there is nothing here to show. */
export type Published = Pick<PoolDoc, '_id' | 'published'>;

export const poolCard =
  (pool: Published, page: number): Draw =>
  (view) => {
    const words = card(view.locale);
    const all = [...of(pool, 'seen'), ...of(pool, 'wish')];
    const shown = all.slice(page * onPoolPage, (page + 1) * onPoolPage);
    const items = pageButtons(page, all.length > (page + 1) * onPoolPage, view, (to) =>
      openPool.token({ pool: pool._id, page: to }),
    );
    return {
      title: words.poolTitle,
      blocks: [
        { type: 'note', text: words.poolIntro },
        ...part(shown, 'seen', words.poolSeen, view),
        ...part(shown, 'wish', words.poolWishes, view),
        { type: 'note', text: words.poolAfter },
        ...(items.length > 0 ? [{ type: 'actions' as const, items }] : []),
      ],
    };
  };

const of = ({ published }: Published, kind: Piece['kind']) => published.filter((p) => p.kind === kind);

function part(
  all: readonly Piece[],
  kind: Piece['kind'],
  heading: (Block & { type: 'text' })['text'],
  view: View,
): Block[] {
  const pieces = all.filter((p) => p.kind === kind);
  if (pieces.length === 0) return [];
  return [
    { type: 'text', text: heading },
    ...pieces.map(
      (p): Block => ({ type: 'text', text: card(view.locale).poolPiece(p.text, p.effect ?? '') }),
    ),
  ];
}

/** [Later] [Earlier], as far as there is something. */
export function pageButtons(
  page: number,
  more: boolean,
  { locale }: View,
  token: (page: number) => string,
): Button[] {
  const words = pad(locale);
  return [
    ...(page > 0 ? [{ label: words.later, token: token(page - 1) }] : []),
    ...(more ? [{ label: words.earlier, token: token(page + 1) }] : []),
  ];
}

/** To the one who is asked. Once closed it says the same however it was closed. */
export const requestCard =
  (r: Request, name: string): Draw =>
  ({ locale }) => {
    const words = card(locale);
    const title = words.requestTitle(name);
    if (r.state === 'closed') return { title, blocks: [{ type: 'text', text: words.requestClosed(r.from) }] };
    return {
      title,
      blocks: [
        { type: 'text', text: words.requestText(r.from) },
        ...(r.about ? [{ type: 'text' as const, text: words.requestAbout(r.about) }] : []),
        { type: 'note', text: words.requestAfter },
        {
          type: 'actions',
          items: [
            { label: words.give, token: answerRequest.token({ request: r._id }), style: 'primary' },
            { label: words.notNow, token: notNow.token({ request: r._id }) },
          ],
        },
      ],
    };
  };
