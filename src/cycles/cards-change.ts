/** Cards for what changes while a cycle runs. */
import type { Block } from '../core/card.ts';
import type { Draw } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import { chooseCycle, pauseCycle, resumeCycle, type Verb } from './actions.ts';
import { datesTable } from './cards-plan.ts';
import { dueDay } from './deadlines.ts';
import { say } from './messages.ts';
import { change } from './messages-change.ts';
import type { Cycle, Participant, Phase } from './model.ts';

const text = (md: Md): Block => ({ type: 'text', text: md });

export const chooseCard =
  (verb: Verb, list: readonly Cycle[]): Draw =>
  ({ locale }) => ({
    title: change(locale).which(verb),
    blocks: [
      text(change(locale).several),
      {
        type: 'choices',
        label: change(locale).cycle,
        token: chooseCycle.token({ verb }),
        options: list.map((c) => ({ label: c.name, value: c._id })),
      },
    ],
  });

export const extendedCard =
  (cycle: Cycle, p: Pick<Participant, 'person' | 'unit'>, phase: Phase): Draw =>
  ({ locale, now }) => {
    const day = dayWords(locale, dueDay(cycle, p, phase) ?? cycle.period.to, now);
    return {
      title: change(locale).moreTime(say(locale).phase(phase), cycle.name),
      blocks: [text(change(locale).moreTimeText(say(locale).Phase(phase), day))],
    };
  };

export const pauseAskCard =
  (cycle: Cycle): Draw =>
  ({ locale }) => ({
    title: change(locale).pauseAsk(cycle.name),
    blocks: [
      text(change(locale).pauseAskText),
      {
        type: 'actions',
        items: [
          {
            label: change(locale).pause,
            token: pauseCycle.token({ cycle: cycle._id, rev: cycle.rev }),
            style: 'primary',
            confirm: change(locale).pauseConfirm,
          },
        ],
      },
    ],
  });

/** `after`: the cycle as it would go on. */
export const resumeAskCard =
  (cycle: Cycle, after: Cycle, days: number): Draw =>
  (view) => ({
    title: change(view.locale).resumeAsk(cycle.name),
    blocks: [
      text(change(view.locale).resumeAskText(days)),
      datesTable(after, view),
      {
        type: 'actions',
        items: [
          {
            label: change(view.locale).resume,
            token: resumeCycle.token({ cycle: cycle._id, rev: cycle.rev }),
            style: 'primary',
          },
        ],
      },
    ],
  });

export const pausedCard =
  (cycle: Cycle): Draw =>
  ({ locale }) => ({ title: change(locale).paused(cycle.name), blocks: [text(change(locale).pausedText)] });

export const resumedCard =
  (cycle: Cycle, days: number): Draw =>
  (view) => ({
    title: change(view.locale).resumed(cycle.name),
    blocks: [text(change(view.locale).resumedText(days)), datesTable(cycle, view)],
  });

export const cancelledCard =
  (cycle: Cycle, by: string): Draw =>
  ({ locale }) => ({
    title: change(locale).cancelled(cycle.name),
    blocks: [text(change(locale).cancelledText(by, cycle.cancelled?.reason ?? ''))],
  });

export const withdrawnCard =
  (cycle: Cycle, reason: string): Draw =>
  ({ locale }) => ({
    title: change(locale).withdrawn(cycle.name),
    blocks: [text(change(locale).withdrawnText(say(locale).reason(reason)))],
  });

/** `manager`: a name, or nobody. */
export const managerCard =
  (cycle: Cycle, manager: string | undefined): Draw =>
  ({ locale }) => ({
    title: change(locale).newManager(cycle.name),
    blocks: [
      text(manager === undefined ? change(locale).noManagerText : change(locale).newManagerText(manager)),
    ],
  });

/** To HR: who took over from somebody who has left. */
export const leaverCard =
  (who: string, moves: readonly { cycle: string; n: number; to?: string }[]): Draw =>
  ({ locale }) => {
    const words = change(locale);
    return {
      title: words.leaver(who),
      blocks: [
        ...moves.map((m) =>
          text(m.to ? words.leaverLine(m.cycle, m.n, m.to) : words.leaverNobody(m.cycle, m.n)),
        ),
        { type: 'note', text: words.leaverAfter },
      ],
    };
  };
