/** What somebody is told: an answer to an obstacle, a comment, a meeting. */
import type { Block } from '../core/card.ts';
import type { Draw } from '../core/context.ts';
import { type Md, md } from '../core/md.ts';
import { acceptMeeting, openComment, openMeet } from './actions.ts';
import { say } from './messages.ts';
import { line } from './messages-line.ts';
import type { CheckIn, Decided, Obstacle, Remark } from './model.ts';

/** To the person, after somebody decided about their obstacle. */
export const decidedCard =
  (o: Obstacle, d: Decided): Draw =>
  ({ locale }) => {
    const words = line(locale);
    const told: Record<Exclude<Decided['how'], 'meet'>, () => Md> = {
      answer: () => words.toldAnswer(d.by, d.text ?? ''),
      resource: () => words.toldResource(d.by, d.text ?? ''),
      escalate: () => words.toldEscalate(d.by, o.to),
    };
    return {
      title: words.toldTitle,
      blocks: [
        { type: 'note', text: words.toldObstacle(o.text) },
        ...(d.how === 'meet' ? [] : [{ type: 'text' as const, text: told[d.how]() }]),
        {
          type: 'actions',
          items: [{ label: say(locale).replied, token: openComment.token({ checkIn: o.checkIn }) }],
        },
      ],
    };
  };

export const remarkCard =
  (c: CheckIn, remark: Remark, name: string): Draw =>
  ({ locale }) => ({
    title: say(locale).remarkTitle(name),
    blocks: [
      { type: 'text', text: md`${remark.text}` },
      {
        type: 'actions',
        items: [{ label: say(locale).replied, token: openComment.token({ checkIn: c._id }) }],
      },
    ],
  });

/** What becomes of a proposal when one of the two no longer leads the other. */
export const meetingOffCard: Draw = ({ locale }) => ({
  title: say(locale).meetingTitle,
  blocks: [{ type: 'note', text: say(locale).meetingOff }],
});

/** The proposal, for one of the two; it lives on both sides. */
export const meetingCard =
  (c: CheckIn, reader: string): Draw =>
  ({ locale }) => {
    const words = say(locale);
    const m = c.meeting;
    if (!m) return { title: words.meetingTitle, blocks: [] };
    const other = m.from === reader ? m.to : m.from;
    const note: Block[] = m.note ? [{ type: 'text', text: words.meetingNote(m.note) }] : [];
    if (m.agreed)
      return {
        title: words.meetingTitle,
        tone: 'good',
        blocks: [{ type: 'text', text: words.meetingAgreed(other, m.at) }, ...note],
      };
    const move = { label: words.otherTime, token: openMeet.token({ checkIn: c._id }) };
    if (m.from === reader)
      return {
        title: words.meetingTitle,
        blocks: [
          { type: 'text', text: words.meetingWaits(other, m.at) },
          ...note,
          { type: 'actions', items: [move] },
        ],
      };
    const accept = acceptMeeting.token({ checkIn: c._id, at: m.at.toISOString() });
    return {
      title: words.meetingTitle,
      tone: 'attention',
      blocks: [
        { type: 'text', text: words.meetingProposed(other, m.at) },
        ...note,
        { type: 'actions', items: [{ label: words.works, token: accept, style: 'primary' }, move] },
      ],
    };
  };
