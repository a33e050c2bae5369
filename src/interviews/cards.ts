/** The card of a conversation, for one of the two. First what it is about, then what is asked, then what is there. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { lines } from '../core/md.ts';
import { text } from '../goals/blocks.ts';
import { pastBlocks, saidBlocks } from './cards-notes.ts';
import { doneBlocks, heldBlocks, preparedBlocks, writtenBlocks } from './cards-said.ts';
import { dueBlocks, offeredBlocks, proposedBlocks, scheduledBlocks } from './cards-time.ts';
import { card } from './messages-card.ts';
import { type InterviewState, unmet } from './model.ts';
import { other, type Talk } from './talk.ts';
import { endOf } from './times.ts';

export const talkCard =
  (t: Talk): Draw =>
  (view) => {
    const { interview: i } = t;
    const words = card(view.locale);
    const meets = i.reasons.length > 0 && i.state !== 'cancelled';
    return {
      title: words.title(other(t).name),
      ...(asksOf(t, view) && { tone: 'attention' as const }),
      blocks: [
        text(lines(words.about(t.cycle), meets && words.why(i.reasons))),
        ...(t.alone && i.state !== 'done' ? [text(words.alone)] : parts[i.state](t, view)),
        ...(unmet.includes(i.state) && i.written
          ? saidBlocks({ written: i.written, views: i.views }, view)
          : []),
        ...preparedBlocks(t, view),
        ...pastBlocks(i.past, view),
      ],
    };
  };

/** The next step is this reader's. */
function asksOf({ interview: i, side }: Talk, { now }: View): boolean {
  if (i.state === 'proposed') return i.proposal?.by !== side;
  if (i.state === 'scheduled') return i.agreed !== undefined && endOf(i.agreed.at) <= now;
  return (i.state === 'confirmed' || i.state === 'written') && !i.confirmed.includes(side);
}

const parts: Record<InterviewState, (t: Talk, view: View) => Block[]> = {
  due: dueBlocks,
  offered: offeredBlocks,
  proposed: proposedBlocks,
  scheduled: scheduledBlocks,
  held: heldBlocks,
  confirmed: heldBlocks,
  written: writtenBlocks,
  done: doneBlocks,
  cancelled: (_, { locale }) => [text(card(locale).cancelled)],
};
