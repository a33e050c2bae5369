/** HR's live card: the start, the cards on their way, then where the cycle stands. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import { holdCards, releaseCards, retryCards } from './actions.ts';
import type { Broadcast, Figures } from './broadcast.ts';
import { datesTable } from './cards-plan.ts';
import { say } from './messages.ts';
import { check } from './messages-check.ts';
import { live } from './messages-live.ts';
import { type Cycle, type Phase, type PhasePlan, present } from './model.ts';

export const startingCard =
  (cycle: Cycle, people: number): Draw =>
  ({ locale }) => ({
    title: live(locale).starting(cycle.name),
    blocks: [{ type: 'text', text: live(locale).startingText(say(locale).people(people)) }],
  });

/** The day on which HR hears of the cycle next: the next opening, else the present phase's due day. */
export const nextNews = (cycle: Cycle, today: string): string => {
  const ahead = cycle.phases.flatMap((p) => [p.opens, p.due]).filter((day) => day > today);
  return ahead.sort()[0] ?? today;
};

export const sendingCard =
  (cycle: Cycle, b: Broadcast, figures: Figures, minutes: number, today: string): Draw =>
  (view) => {
    const words = live(view.locale);
    const failed = figures.failed.reduce((sum, f) => sum + f.n, 0);
    return {
      title: words.sending(cycle.name),
      ...(failed > 0 && { tone: 'attention' as const }),
      blocks: [
        {
          type: 'progress',
          label: words.delivered(figures.delivered, figures.of),
          done: figures.delivered,
          of: figures.of,
        },
        ...figures.failed.map((f): Block => ({ type: 'text', text: words.failed(f.n, f.trouble) })),
        ...(failed > 0 ? [{ type: 'note' as const, text: words.elsewhere }] : []),
        ...(figures.unreachable > 0
          ? [{ type: 'text' as const, text: words.unreachable(figures.unreachable) }]
          : []),
        ...rest(cycle, b, figures, minutes, today, view),
      ],
    };
  };

function rest(cycle: Cycle, b: Broadcast, f: Figures, minutes: number, today: string, view: View): Block[] {
  const words = live(view.locale);
  const token = { cycle: cycle._id };
  const retry: Button[] = f.failed.length > 0 ? [{ label: words.retry, token: retryCards.token(token) }] : [];
  const actions = (items: Button[]): Block[] => (items.length > 0 ? [{ type: 'actions', items }] : []);
  if (b.paused && f.left > 0) {
    const resume: Button = { label: words.resume, token: releaseCards.token(token), style: 'primary' };
    return [{ type: 'text', text: words.held(f.left) }, ...actions([resume, ...retry])];
  }
  if (f.left > 0) {
    const text = words.left(f.left, minutes > 0 ? check(view.locale).about(minutes) : undefined);
    return [
      { type: 'text', text },
      ...actions([{ label: words.pause, token: holdCards.token(token) }, ...retry]),
    ];
  }
  const day = dayWords(view.locale, nextNews(cycle, today), view.now);
  const all = f.delivered === f.of;
  return [{ type: 'text', text: all ? words.everybody(day) : words.exceptThose(day) }, ...actions(retry)];
}

interface Standing {
  takePart: number;
  others: number;
  /** Whole sentences name units and people by their names. */
  names: (id: string) => string;
  failed: boolean;
}

/** Where a cycle stands, after everybody has their card. */
export const standingCard =
  (cycle: Cycle, { takePart, others, names, failed }: Standing, today: string): Draw =>
  (view) => {
    const { locale } = view;
    const words = live(locale);
    const text = (md: Parameters<typeof textOf>[0]) => textOf(md);
    const line = stateLine(cycle, names, view);
    return {
      title: cycle.state === 'cancelled' ? words.cancelledTitle(cycle.name) : words.running(cycle.name),
      blocks: [
        ...(line ? [text(line)] : []),
        datesTable(cycle, view, {
          label: check(locale).colState,
          of: (plan) => words[phaseState(cycle, plan, today)],
        }),
        ...laterDays(cycle, names, view),
        text(words.takePart(takePart, others)),
        ...(failed
          ? [
              {
                type: 'actions' as const,
                items: [{ label: words.retry, token: retryCards.token({ cycle: cycle._id }) }],
              },
            ]
          : []),
      ],
    };
  };

const mostLaterDays = 10;

/** The newest days that were moved; with very many the others are a number. */
function laterDays(cycle: Cycle, names: (id: string) => string, { locale, now }: View): Block[] {
  const words = live(locale);
  const open = cycle.extensions.filter((e) => !cycle.locked?.includes(e.phase));
  const shown = open.slice(-mostLaterDays).map((e) => {
    const who = e.person ? names(e.person) : (e.unit ?? words.allOfThem);
    return textOf(words.moreTime(who, say(locale).phase(e.phase), dayWords(locale, e.due, now)));
  });
  const others = open.length - shown.length;
  return others > 0 ? [...shown, textOf(words.moreOthers(others))] : shown;
}

const textOf = (text: ReturnType<ReturnType<typeof live>['openedLine']>): Block => ({ type: 'text', text });

function stateLine(cycle: Cycle, names: (id: string) => string, { locale }: View) {
  const words = live(locale);
  const now = present(cycle);
  switch (cycle.state) {
    case 'paused':
      return words.pausedLine;
    case 'closing':
      return words.closingLine;
    case 'closed':
      return words.closedLine;
    case 'cancelled':
      return words.cancelledLine(names(cycle.cancelled?.by ?? ''));
    default:
      return now && words.openedLine(say(locale).Phase(now));
  }
}

export function phaseState(
  cycle: Pick<Cycle, 'opened' | 'locked'>,
  plan: Pick<PhasePlan, 'due'> & { phase: Phase },
  today: string,
): 'ahead' | 'openNow' | 'graceNow' | 'over' {
  if (cycle.locked?.includes(plan.phase)) return 'over';
  if (!cycle.opened.includes(plan.phase)) return 'ahead';
  return today > plan.due ? 'graceNow' : 'openNow';
}
