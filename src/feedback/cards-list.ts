/** What a person received and gave, and what their team did; in pages, the newest first. */

import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { lists, openItem, openPool, showList } from './actions.ts';
import { pageButtons } from './cards-pool.ts';
import { excerpt } from './excerpt.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import type { Feedback } from './model.ts';

export type Which = (typeof lists)[number];
export const onListPage = 8;

export interface FeedbackList {
  which: Which;
  page: number;
  items: readonly Feedback[];
  more: boolean;
  /** Pools that can be read, the newest first. */
  pools: readonly { _id: string; from: string; to: string }[];
  leads: boolean;
}

const titles = { received: 'listReceived', given: 'listGiven', team: 'listTeam' } as const;

export const listCard =
  (list: FeedbackList): Draw =>
  (view) => {
    const words = card(view.locale);
    const { which, page, items, more } = list;
    const tabs = lists.filter((other) => other !== which && (other !== 'team' || list.leads));
    const turn = pageButtons(page, more, view, (to) => showList.token({ which, page: to }));
    return {
      title: words[titles[which]],
      blocks: [
        ...items.map((f, i): Block => ({ type: 'text', text: lineOf(f, i + 1, which, view) })),
        ...(items.length === 0
          ? [{ type: 'text' as const, text: words.listNone }]
          : [openButtons(items, view)]),
        ...(which === 'given' ? [{ type: 'note' as const, text: words.unnamedNote }] : []),
        {
          type: 'actions',
          items: [
            ...turn,
            ...(which === 'received' ? poolButtons(list, view) : []),
            ...tabs.map((other) => ({
              label: words[other],
              token: showList.token({ which: other, page: 0 }),
            })),
          ],
        },
      ],
    };
  };

function lineOf(f: Feedback, n: number, which: Which, view: View) {
  const words = card(view.locale);
  const day = dayWords(view.locale, dayIn(view.zone, f.at), view.now);
  const kind = f.visibility === 'manager' ? words.confidedKind : words[f.kind];
  const text = excerpt(f.did);
  if (which === 'team') return words.teamLine(n, day, kind, words.fromTo(f.from, f.person), text);
  return words.listLine(n, day, kind, which === 'given' ? f.person : f.from, text);
}

const openButtons = (items: readonly Feedback[], { locale }: View): Block => ({
  type: 'actions',
  items: items.map((f, i) => ({ label: say(locale).open(i + 1), token: openItem.token({ item: f._id }) })),
});

const poolButtons = ({ pools }: FeedbackList, { locale }: View) =>
  pools.map((pool) => ({
    label: card(locale).poolOpen(`${pool.from} – ${pool.to}`),
    token: openPool.token({ pool: pool._id, page: 0 }),
  }));

/** On Home. */
export function kudosBlocks(latest: readonly Feedback[], { locale }: View): Block[] {
  if (latest.length === 0) return [];
  const words = card(locale);
  return [
    { type: 'text', text: words.homeTitle },
    ...latest.map((f): Block => ({ type: 'text', text: words.homeLine(f.from, excerpt(f.did)) })),
    {
      type: 'actions',
      items: [{ label: words.homeAll, token: showList.token({ which: 'received', page: 0 }) }],
    },
  ];
}
