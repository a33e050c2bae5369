/** The self review: one's own numbers and goals laid out, then the same levels and comments as everybody. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { lesson, openSelfWords, rateSelf, sendSelf } from './actions.ts';
import { buttons, dayOf, hintBlocks, levelBlocks, levelWords, note, text, wordBlocks } from './blocks.ts';
import type { Evidence } from './evidence.ts';
import { dimensionName } from './messages-anchors.ts';
import { said } from './messages-answer.ts';
import { monthName, own } from './messages-self.ts';
import type { Answers } from './model.ts';
import { changedSince, unexampled } from './rules-answer.ts';
import { isLocked, isTaken, type SelfScene } from './scene.ts';

export const selfKey = (cycle: string): string => `reviews.self:${cycle}`;

/** The same names for what went well and what to change as on the form. */
const ownWords = (l: 'en' | 'zh') => ({
  keepLine: own(l).selfKeepLine,
  differLine: own(l).selfDifferLine,
});

export const selfCard =
  (scene: SelfScene, evidence: Evidence): Draw =>
  (view) => ({
    title: own(view.locale).selfTitle(scene.term.cycle.name),
    blocks: isTaken(scene.term, view.now) ? openBlocks(scene, evidence, view) : closedBlocks(scene, view),
  });

function openBlocks(scene: SelfScene, evidence: Evidence, view: View): Block[] {
  const { self, dimensions, term } = scene;
  const words = own(view.locale);
  return [
    text(words.selfIntro(dayOf(term.due, view))),
    ...goalBlocks(evidence, view),
    ...monthBlocks(evidence, view),
    { type: 'divider' },
    ...dimensions.flatMap((dimension) =>
      levelBlocks(dimension, self, rateSelf.token({ cycle: self.cycle, dimension }), view),
    ),
    ...wordBlocks(self, dimensions, ownWords, view),
    ...hintBlocks(self, dimensions, said(view.locale).bestSelf, view),
    ...stateBlocks(scene, view),
    ...workButtons(scene, view),
  ];
}

function closedBlocks(scene: SelfScene, view: View): Block[] {
  const { self, dimensions, term } = scene;
  const words = own(view.locale);
  const locked = isLocked(term, view.now);
  if (!self.sent) return [text(locked ? words.selfOverUnsent : words.selfIntro(dayOf(term.due, view)))];
  return [...(locked ? [note(words.selfOver)] : []), ...selfBlocks(self.sent, dimensions, ownWords, view)];
}

/** A self review as it was sent, for its owner and for those who may read it. */
export function selfBlocks(
  sent: Answers,
  dimensions: readonly string[],
  words: Parameters<typeof wordBlocks>[2],
  view: View,
): Block[] {
  return [
    {
      type: 'facts',
      items: dimensions.map((name) => ({
        label: dimensionName(view.locale, name),
        value: levelWords(view.locale, sent.levels[name] ?? ''),
      })),
    },
    ...wordBlocks(sent, dimensions, words, view),
  ];
}

function goalBlocks({ goals }: Evidence, { locale }: View): Block[] {
  if (goals.length === 0) return [];
  const words = own(locale);
  const plain = { missing: words.noNumber, dropped: words.dropped } as Record<string, string>;
  return [
    text(words.goalsHead),
    {
      type: 'table',
      columns: [
        { label: words.goal },
        { label: words.weight, align: 'right' },
        { label: words.reached, align: 'right' },
      ],
      rows: goals.map((g) => [
        g.title,
        words.percent(String(g.weight / 100)),
        plain[g.reached] ?? words.percent(g.reached),
      ]),
    },
  ];
}

function monthBlocks({ months }: Evidence, { locale }: View): Block[] {
  const words = own(locale);
  if (months.length === 0) return [note(words.noEvidence)];
  return [
    text(words.monthHead),
    ...months.map(({ month, lines }) =>
      text(
        words.monthLine(
          monthName(locale, month),
          lines.map((line) => line(locale)),
        ),
      ),
    ),
  ];
}

function stateBlocks({ self, dimensions, term }: SelfScene, { locale }: View): Block[] {
  if (self.state !== 'sent') return [note(own(locale).selfWho)];
  return [
    ...(changedSince(self, dimensions) ? [note(said(locale).changed)] : []),
    ...(term.locks ? [text(own(locale).selfSent(term.locks))] : []),
  ];
}

function workButtons({ self, dimensions }: SelfScene, { locale }: View): Block[] {
  const words = said(locale);
  const { cycle } = self;
  const missing = unexampled(self, dimensions).length > 0;
  const write = (self.keep ?? self.differ) ? words.writeAgain : words.write;
  const sent = self.state === 'sent';
  const sending: Button[] =
    sent && !changedSince(self, dimensions)
      ? []
      : [{ label: sent ? words.sendAgain : words.send, token: sendSelf.token({ cycle }), style: 'primary' }];
  return [
    ...buttons({ label: missing ? words.writeExample : write, token: openSelfWords.token({ cycle }) }),
    ...buttons(...sending, { label: own(locale).lessonButton, token: lesson.token({}) }),
  ];
}
