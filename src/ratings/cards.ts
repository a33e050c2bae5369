/** The rater's card about one person: everything of the period in one place, the proposal, and what to do. Pure. */
import { dayIn } from '../core/calendar.ts';
import type { Block, Button, Card } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { roundHalfUp } from '../core/fraction.ts';
import { dayWords, listWords, numberWords } from '../core/i18n.ts';
import { lines } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { percentWords } from '../goals/sentence.ts';
import { isWhole, percentOf, sumAgreed } from '../goals/weights.ts';
import { openSubject } from '../reviews/actions.ts';
import { pagesOf } from '../reviews/cards-read.ts';
import { adjustRating, askMore, submitRating, undoDecision } from './actions.ts';
import { goalBlocks } from './cards-goals.ts';
import { hintLines } from './cards-hints.ts';
import { monthBlocks } from './cards-months.ts';
import { colleagueBlocks, ownBlocks } from './cards-views.ts';
import { say } from './messages.ts';
import { pack } from './messages-pack.ts';
import type { Given } from './model.ts';
import { canUndo, isOpen } from './rules.ts';
import type { Full } from './scene.ts';
import { withoutManager } from './score.ts';

export const packKey = (cycle: string, person: string): string => `ratings.pack:${cycle}:${person}`;

const about = ({ rating }: Full) => ({ cycle: rating.cycle, person: rating.person });

export const packCard =
  (full: Full): Draw =>
  (view): Card => {
    const words = pack(view.locale);
    const open = isOpen(full.rating);
    return {
      title: words.title(full.person.name, full.cycle.name),
      blocks: [
        ...stateBlocks(full, view),
        text(words.goals),
        ...goalBlocks(full, view, open),
        ...weightBlocks(full, view),
        { type: 'divider' },
        ...monthBlocks(full, view),
        ...colleagueBlocks(full.pack, view),
        ...commentButton(full, view),
        ...ownBlocks(full.pack, view),
        ...statementBlocks(full, view),
        ...questionBlocks(full, view),
        { type: 'divider' },
        ...proposalBlocks(full, view),
        ...(open ? sendBlocks(full, view) : doneBlocks(full, view)),
      ],
    };
  };

function stateBlocks({ rating, names, person }: Full, { locale, now }: View): Block[] {
  const words = pack(locale);
  const { decision, passedOn } = rating;
  const from = passedOn?.from;
  const moved = from === undefined ? [] : [note(words.passedOn(names(from)))];
  const due = dayWords(locale, dayIn(person.zone, rating.due), now);
  switch (rating.state) {
    case 'proposed':
      return [text(words.about(due)), ...moved];
    case 'returned':
      return [
        ...(decision?.reason === undefined
          ? []
          : [text(words.cameBack(decision.by, decision.at, decision.reason))]),
        text(words.about(due)),
        ...moved,
      ];
    case 'submitted':
      return rating.submittedAt ? [text(words.sent(rating.submittedAt, rating.decider))] : [];
    case 'approved':
      return rating.approved ? [text(words.approvedBy(rating.approved.by, rating.approved.at))] : [];
    case 'unrated':
      return [text(words.unrated)];
    case 'dropped':
      return [note(words.dropped)];
  }
}

function weightBlocks({ pack: { goals, waiver, names } }: Full, { locale }: View): Block[] {
  const words = pack(locale);
  const sum = sumAgreed(goals);
  if (waiver) return [note(words.waived(percentWords(locale, waiver.sum), names(waiver.by), waiver.reason))];
  return isWhole(sum) ? [] : [note(words.unsettled(`${numberWords(locale, percentOf(sum))} %`))];
}

/** Not all comments fit: the rest is on their own card. */
function commentButton({ pack: { release }, rating }: Full, { locale }: View): Block[] {
  if (pagesOf(release?.lines ?? []).length < 2) return [];
  const token = openSubject.token({ nomination: rating._id, page: 0 });
  return buttons([{ label: pack(locale).allComments, token }]);
}

function statementBlocks({ pack: { statements } }: Full, { locale }: View): Block[] {
  const words = pack(locale);
  if (statements.length === 0) return [];
  return [
    text(lines(...statements.map((s) => words.statement(s.by, s.at, s.text)))),
    note(words.statementNote),
  ];
}

/** Earlier ones are in the audit; the card keeps to what is fresh. */
const mostAsked = 4;

function questionBlocks({ rating, person }: Full, { locale }: View): Block[] {
  const words = pack(locale);
  if (rating.asked.length === 0) return [];
  const said = rating.asked
    .slice(-mostAsked)
    .map((q) =>
      lines(
        words.question(q.by, q.at, q.text),
        q.answer
          ? words.question(q.answer.by, q.answer.at, q.answer.text)
          : words.waitingFor(q.whom === 'hr' ? words.hr : person.name),
      ),
    );
  return [text(words.questions), text(lines(...said))];
}

function proposalBlocks(full: Full, view: View): Block[] {
  const words = pack(view.locale);
  const reasons = full.given.flatMap(({ name, reason }) =>
    reason === undefined ? [] : words.why(announce(view.locale).dimension(name), reason),
  );
  return [
    text(words.proposal),
    {
      type: 'table',
      columns: [
        { label: words.colDimension },
        { label: words.colOthers, align: 'right' },
        { label: words.colProposal },
        { label: words.colYours },
        { label: words.colOwn, align: 'right' },
      ],
      rows: full.given.map((d) => dimensionRow(d, full, view)),
    },
    ...(reasons.length > 0 ? [note(lines(...reasons))] : []),
    ...improvementNote(full, view),
  ];
}

function dimensionRow(d: Given, { others, pack: { self } }: Full, { locale }: View): string[] {
  const words = pack(locale);
  const line = others.find((o) => o.name === d.name);
  const value = line && withoutManager(line);
  const own = self && Object.hasOwn(self.levels, d.name) ? self.levels[d.name] : undefined;
  return [
    announce(locale).dimension(d.name),
    value ? roundHalfUp(value, 2) : words.nothing,
    d.proposal === undefined ? words.nothing : say(locale).level(d.proposal),
    yoursIn(d, locale),
    own === undefined || own === 'none' ? words.nothing : own,
  ];
}

function yoursIn({ level, proposal }: Given, locale: View['locale']): string {
  if (level !== undefined) return say(locale).level(level);
  return proposal === undefined ? pack(locale).toRate : pack(locale).asProposed;
}

function improvementNote({ others, pack: { reports } }: Full, { locale }: View): Block[] {
  const waits = others.some((d) => d.sources.some((s) => s.source === 'improvement' && s.state === 'absent'));
  return waits ? [note(pack(locale).improvementWaits(reports.changes.length, reports.led))] : [];
}

function sendBlocks(full: Full, view: View): Block[] {
  const words = pack(view.locale);
  const { rating, hints } = full;
  const adjusted = full.given.some((d) => d.level !== undefined && d.level !== d.proposal);
  const send: Button = {
    label: adjusted ? words.send : words.approve,
    token: submitRating.token({ ...about(full), seen: rating.version }),
    style: 'primary',
  };
  return [
    ...(hints.length > 0 ? [text(words.hints), note(lines(...hintLines(hints, view.locale, 'rater')))] : []),
    ...obstacleNote(full, view),
    ...buttons([
      send,
      { label: words.adjust, token: adjustRating.token(about(full)) },
      { label: words.askMore, token: askMore.token(about(full)) },
    ]),
    note(words.after),
  ];
}

/** Why no score would come out, apart from what this card asks for anyway. */
function obstacleNote({ preview }: Full, { locale }: View): Block[] {
  const words = pack(locale);
  const why = preview.dimensions.flatMap((d) => (d.state === 'notComputable' ? [d.why] : []));
  const open = [...new Set(why)].filter((w) => w !== 'managerMissing' && w !== 'numberMissing');
  return open.length > 0
    ? [
        note(
          words.notComputable(
            listWords(
              locale,
              open.map((w) => words[w]),
            ),
          ),
        ),
      ]
    : [];
}

function doneBlocks({ rating, ...rest }: Full, { locale, now }: View): Block[] {
  const { decision } = rating;
  if (!decision || !rating.rater || !canUndo(rating, rating.rater, now)) return [];
  const token = undoDecision.token({ ...about({ rating, ...rest }), at: decision.at.getTime() });
  return buttons([{ label: pack(locale).undo, token }]);
}
