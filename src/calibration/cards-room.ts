/** The session's card in its room: the same for all who are there, so it lists nobody and counts nothing that tells. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { listWords } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { openList } from './actions.ts';
import { unitsIn } from './cards-board.ts';
import { chartOf, overBlocks } from './cards-chart.ts';
import { card } from './messages-cards.ts';
import type { Session } from './model.ts';
import type { Room } from './scene.ts';

export const roomKey = (session: string): string => `calibration.room:${session}`;
export const roomPrefix = 'calibration.room:';

/** Names of rooms are short on every platform. */
const longestName = 70;

export const roomName = (session: Session, cycle: Cycle, locale: View['locale']): string =>
  [...card(locale).roomName(unitsIn(session, locale), cycle.name)].slice(0, longestName).join('');

export const roomCard =
  (at: Room): Draw =>
  (view) => {
    const words = card(view.locale);
    const { session } = at;
    return {
      title: words.title(unitsIn(session, view.locale), at.cycle.name),
      blocks: [
        text(words.roomAbout(at.people)),
        note(words.roomRule),
        ...(at.counts ? [chartOf(at.counts, at.measures, view.locale)] : [note(words.roomHidden)]),
        ...(at.measures ? overBlocks(at.measures, view.locale) : []),
        ...stateBlocks(at, view),
        ...buttons([
          { label: words.openList, token: openList.token({ session: session._id }), style: 'primary' },
        ]),
      ],
    };
  };

function stateBlocks(at: Room, { locale }: View): Block[] {
  const words = card(locale);
  const { session, signed, names } = at;
  const again = session.reopened.map((r) => note(words.reopenedBy(names(r.by), r.at, r.reason)));
  if (session.closedAt)
    return [
      ...again,
      text(words.closedAt(session.closedAt, listWords(locale, signed))),
      note(words.afterClose),
    ];
  if (session.state === 'closing') return [...again, text(words.closingNow)];
  return [
    ...again,
    text(words.roomLooked(at.looked, session.members.length)),
    ...(signed.length > 0 ? [text(words.signedBy(listWords(locale, signed)))] : []),
  ];
}
