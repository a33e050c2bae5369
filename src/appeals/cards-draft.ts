/** The draft of a decision, between those who decide: with what it would make of the result. Pure. */
import type { Block, Option } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { lines, type Md } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import type { KeyResult } from '../goals/attainment.ts';
import { buttons, labelled, note, text } from '../goals/blocks.ts';
import type { Result } from '../results/model.ts';
import {
  agreeDraft,
  changeLevels,
  changeNumber,
  discussDraft,
  draftDecision,
  nameRerater,
} from './actions.ts';
import { finalWords, gradeWords } from './cards-case.ts';
import { checklistBlocks, listed } from './cards-parts.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { hearing } from './messages-case.ts';
import { ask } from './messages-form.ts';
import type { Appeal, Draft } from './model.ts';
import { deciders } from './rules.ts';
import type { Scene } from './scene.ts';
import { settle, withNumbers } from './settle.ts';

export const draftKey = (appeal: string): string => `appeals.draft:${appeal}`;

export interface Drafted extends Scene {
  result: Result;
  reader: string;
}

export const draftCard =
  (at: Drafted): Draw =>
  (view) => {
    const words = hearing(view.locale);
    const { appeal: a } = at;
    const title = words.draftTitle(at.person.name, at.cycle.name);
    if (!a.draft) return { title, blocks: [text(a.decision ? words.isDecided : words.nobodyDrafted)] };
    return { title, blocks: draftBlocks(at, a.draft, view) };
  };

function draftBlocks(at: Drafted, draft: Draft, view: View): Block[] {
  const words = hearing(view.locale);
  const alone = deciders(at.appeal).length === 1;
  return [
    note(words.draftBy(draft.by, draft.at)),
    text(
      lines(
        card(view.locale).decision(say(view.locale).outcome(draft.outcome)),
        card(view.locale).reasons(draft.reasons),
      ),
    ),
    ...checklistBlocks(draft, view),
    ...changeBlocks(at, draft, view),
    ...reraterBlocks(at, draft, view),
    ...noteBlocks(at.appeal, view),
    text(alone ? words.draftAlone : words.draftTogether),
    ...(alone ? [] : agreedBlocks(at, draft, view)),
    ...draftButtons(at, draft, alone, view),
  ];
}

function agreedBlocks(at: Drafted, draft: Draft, view: View): Block[] {
  const words = hearing(view.locale);
  const missing = deciders(at.appeal).filter((id) => !draft.agreed.includes(id));
  return [
    text(
      lines(
        draft.agreed.length > 0 && words.agreedBy(listed(draft.agreed, at, view)),
        missing.length > 0 && words.missing(listed(missing, at, view)),
      ),
    ),
  ];
}

const noteBlocks = ({ notes }: Appeal, { locale }: View): Block[] =>
  notes.length > 0 ? [text(lines(...notes.map((n) => hearing(locale).note(n.by, n.at, n.text))))] : [];

/** What is corrected, and what the result would be. */
function changeBlocks({ result }: Drafted, draft: Draft, view: View): Block[] {
  if (draft.outcome !== 'adjusted') return [];
  const words = hearing(view.locale);
  const { locale } = view;
  const after = settle(result, draft);
  const was = words.both(gradeWords(result.grade, view), finalWords(result.final, view));
  const final = after.scored ? after.scored.final : result.final;
  const changes = [
    ...Object.entries(draft.levels).map(([name, level]) =>
      words.levelChange(announce(locale).dimension(name), managerLevel(result, name), String(level)),
    ),
    ...numberLines(result, draft, view),
  ];
  return [
    ...(changes.length > 0 ? [text(lines(...changes))] : []),
    text(
      lines(
        words.preview(gradeWords(after.grade, view), finalWords(final, view), was),
        after.lower !== undefined && words.previewLower,
        !after.changes && words.previewSame,
      ),
    ),
  ];
}

export const managerLevel = ({ basis }: Pick<Result, 'basis'>, name: string): string =>
  String(basis?.participant.answers[name]?.manager?.[0] ?? '–');

function numberLines(result: Result, { numbers }: Draft, { locale }: View): Md[] {
  const { basis } = result;
  if (!basis) return [];
  const after = withNumbers(basis, numbers);
  return numbers.flatMap(({ goal, keyResult }) => {
    const at = (of: typeof basis) => of.participant.goals[goal]?.keyResults[keyResult];
    const shown = result.goals[goal]?.keyResults[keyResult];
    const [before, now] = [at(basis), at(after)];
    if (!before || !now || !shown) return [];
    return hearing(locale).numberChange(shown.title, reading(before, locale), reading(now, locale));
  });
}

/** What was measured, in short. */
export function reading(kr: KeyResult, l: View['locale']): string {
  if (kr.excluded) return ask(l).leftOut;
  if (kr.kind === 'milestone') return ask(l)[kr.stretched ? 'stretched' : kr.done ? 'done' : 'open'];
  if (kr.kind === 'rated') return String(kr.level ?? '–');
  return String(kr.actual ?? '–');
}

function reraterBlocks(_: Drafted, draft: Draft, { locale }: View): Block[] {
  if (draft.outcome !== 're-rate') return [];
  const words = hearing(locale);
  return [text(draft.rerater ? words.rerater(draft.rerater) : words.reraterMissing)];
}

function draftButtons(at: Drafted, draft: Draft, alone: boolean, view: View): Block[] {
  const { appeal: a, reader, result } = at;
  const words = hearing(view.locale);
  const seen = { appeal: a._id, seen: draft.n };
  const adjusts = draft.outcome === 'adjusted';
  const settled = adjusts ? settle(result, draft) : undefined;
  const ready = adjusts
    ? settled?.changes === true && settled.lower === undefined
    : draft.outcome === 'upheld' || draft.rerater !== undefined;
  return [
    ...(adjusts ? numberChoice(result, seen, view) : []),
    ...buttons([
      ready &&
        !draft.agreed.includes(reader) && {
          label: alone ? words.decide : words.agree,
          token: agreeDraft.token(seen),
          style: 'primary' as const,
          ...(alone && { confirm: words.decideSure }),
        },
      adjusts && { label: words.levels, token: changeLevels.token(seen) },
      draft.outcome === 're-rate' && { label: words.nameRerater, token: nameRerater.token(seen) },
      { label: words.redraft, token: draftDecision.token({ appeal: a._id }) },
      !alone && { label: words.discuss, token: discussDraft.token(seen) },
    ]),
  ];
}

function numberChoice(result: Result, seen: { appeal: string; seen: number }, { locale }: View): Block[] {
  const options: Option[] = result.goals.flatMap((goal, g) =>
    goal.keyResults.flatMap((kr, k): Option[] =>
      result.basis?.participant.goals[g]?.keyResults[k]
        ? [{ label: labelled(kr.title), value: `${g} ${k}` }]
        : [],
    ),
  );
  if (options.length === 0) return [];
  return [{ type: 'choices', label: hearing(locale).number, token: changeNumber.token(seen), options }];
}
