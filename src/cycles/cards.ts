/** The draft's cards: being looked over, ready, waiting, thrown away. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords, listWords } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import {
  changeDraft,
  discardDraft,
  keepDraft,
  lookAgain,
  lookAt,
  nameEvaluators,
  sendTest,
  startCycle,
} from './actions.ts';
import { datesTable, percent, schemeTitle } from './cards-plan.ts';
import { blocking, estimate, type Finding, type LaunchCheck } from './check.ts';
import { say } from './messages.ts';
import { announce } from './messages-announce.ts';
import { check as words } from './messages-check.ts';
import type { Cycle } from './model.ts';

export type Names = (id: string) => string;
export type PaceOf = (platform: string) => number | undefined;
/** Calls left this month, by platform, where a plan counts them. */
export type Quota = Readonly<Record<string, number>>;

export const lookingCard =
  (cycle: Cycle): Draw =>
  ({ locale }) => ({
    title: words(locale).looking(cycle.name),
    blocks: [{ type: 'text', text: words(locale).lookingText }],
  });

/** What the look found, what will happen, and the start. */
export const readyCard =
  (cycle: Cycle, check: LaunchCheck, names: Names, room: string, pace: PaceOf, quota: Quota = {}): Draw =>
  (view) => {
    const { locale } = view;
    const stops = blocking(check);
    const ready = stops.length === 0 && check.people > 0;
    return {
      title: ready ? words(locale).ready(cycle.name) : words(locale).notReady(cycle.name),
      ...(!ready && { tone: 'attention' as const }),
      blocks: [
        { type: 'text', text: summary(cycle, check, view) },
        datesTable(cycle, view),
        { type: 'note', text: words(locale).grace },
        { type: 'text', text: words(locale).fine(check.fine) },
        ...check.findings
          .flatMap((f) => finding(f, names, view))
          .map((text): Block => ({ type: 'text', text })),
        ...(ready ? [...preview(check, room, pace, view), ...quotaNotes(check, quota, view)] : []),
        { type: 'actions', items: buttons(cycle, check, ready, view) },
      ],
    };
  };

function summary(cycle: Cycle, check: LaunchCheck, { locale, now }: View): Md {
  const { from, to } = cycle.period;
  return words(locale).summary(
    say(locale).people(check.people),
    schemeTitle(locale, cycle.schemes.standard),
    dayWords(locale, from, now),
    dayWords(locale, to, now),
  );
}

function finding(f: Finding, names: Names, { locale, now }: View): Md[] {
  const text = words(locale);
  switch (f.code) {
    case 'weights':
      return f.off.map((w) =>
        text.weights(
          announce(locale).dimension(announce(locale).scheme(w.of)),
          percent(locale, (w.sum * 100) / w.whole),
        ),
      );
    case 'past':
      return f.days.map((d) => text.past(say(locale).Phase(d.phase), dayWords(locale, d.day, now)));
    case 'order':
      return f.days.map((d) => text.order(say(locale).Phase(d.phase), dayWords(locale, d.day, now)));
    case 'holiday':
      return f.days.map((d) =>
        text.holiday(say(locale).Phase(d.phase), dayWords(locale, d.day, now), d.name),
      );
    case 'overlap':
      return [text.overlap(listWords(locale, f.cycles))];
    default:
      return [text[f.code](f.n, say(locale).names(f.ids.map(names), f.n))];
  }
}

function preview(check: LaunchCheck, room: string, pace: PaceOf, { locale }: View): Block[] {
  const text = words(locale);
  const times = check.platforms.map(({ platform, n }) =>
    text.takes(text.platform(platform), text.about(estimate(pace(platform) ?? Number.POSITIVE_INFINITY, n))),
  );
  return [
    { type: 'text', text: text.preview(check.eligible, check.people - check.eligible, room) },
    ...(times.length > 0 ? [{ type: 'text' as const, text: text.delivery(listWords(locale, times)) }] : []),
  ];
}

/** Where the month's calls would not last for it and for what follows. */
function quotaNotes({ platforms }: LaunchCheck, quota: Quota, { locale }: View): Block[] {
  const text = words(locale);
  return platforms.flatMap(({ platform, n }): Block[] => {
    const left = quota[platform];
    if (left === undefined || left > n * timesFollowing) return [];
    return [{ type: 'note', text: text.quota(text.platform(platform), String(left), String(n)) }];
  });
}

/** Messages that a person gets in a month of a cycle, about. */
const timesFollowing = 12;

function buttons(cycle: Cycle, check: LaunchCheck, ready: boolean, { locale }: View): Button[] {
  const text = words(locale);
  const { _id, rev } = cycle;
  const lacking = check.findings.some((f) => f.code === 'noManager');
  const start: Button[] = [
    { label: text.test, token: sendTest.token({ cycle: _id }) },
    {
      label: text.start,
      token: startCycle.token({ cycle: _id, rev }),
      style: 'primary',
      confirm: text.confirm(say(locale).people(check.people)),
    },
  ];
  return [
    ...(ready ? start : []),
    { label: text.change, token: changeDraft.token({ cycle: _id }) },
    ...(lacking ? [{ label: text.assign, token: nameEvaluators.token({ cycle: _id }) }] : []),
    ...(ready ? [] : [{ label: text.lookAgain, token: lookAgain.token({ cycle: _id }) }]),
    { label: text.notYet, token: keepDraft.token({ cycle: _id }) },
  ];
}

export const waitingCard =
  (cycle: Cycle): Draw =>
  ({ locale }) => ({
    title: words(locale).waits(cycle.name),
    blocks: [
      { type: 'text', text: words(locale).waitsText },
      {
        type: 'actions',
        items: [
          { label: words(locale).open, token: lookAt.token({ cycle: cycle._id }), style: 'primary' },
          { label: words(locale).change, token: changeDraft.token({ cycle: cycle._id }) },
          {
            label: words(locale).discard,
            token: discardDraft.token({ cycle: cycle._id, rev: cycle.rev }),
            style: 'danger',
            confirm: words(locale).discardConfirm,
          },
        ],
      },
    ],
  });

export const discardedCard =
  (cycle: Cycle): Draw =>
  ({ locale }) => ({
    title: words(locale).discarded(cycle.name),
    blocks: [{ type: 'text', text: words(locale).discardedText }],
  });
