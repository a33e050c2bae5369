/** What those who decide do: draft, correct, agree, discuss. */
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import type { Level } from '../ratings/model.ts';
import { isLevel } from '../ratings/scene.ts';
import type { Result } from '../results/model.ts';
import {
  agreeDraft,
  changeLevels,
  changeNumber,
  discussDraft,
  draftDecision,
  gradeChoice,
  nameRerater,
  saveDiscussion,
  saveDraft,
  saveLevels,
  saveNumber,
  saveRerater,
} from './actions.ts';
import { candidates } from './barred.ts';
import { draftCard } from './cards-draft.ts';
import { appealAgreed } from './facts.ts';
import { discussForm, reraterForm } from './forms.ts';
import { type AtNumber, draftForm, levelsForm, numberForm, rateable } from './forms-decide.ts';
import { about } from './handlers-case.ts';
import { say } from './messages.ts';
import { type Correction, checks, type Draft, type Ruling } from './model.ts';
import { decides, namesRerater } from './policy.ts';
import { caseOf, refuse } from './rules.ts';
import { agree, discuss, draft, mayDecide, renameRerater } from './rules-decide.ts';
import { actOf, resultAt, type Scene, saved, theirs, whyNot } from './scene.ts';
import { settle } from './settle.ts';
import { bringDraft, refresh, showDraft, showRate } from './shows.ts';
import { carryOut } from './steps.ts';

async function redraw(at: Scene, _: unknown, ctx: Ctx): Promise<Draw> {
  return draftCard({ ...at, result: await resultAt(at), reader: ctx.actor.id });
}

const onDraft = { touches: ['appeals:W'], load: theirs, allow: decides, redraw } as const;

const self = (ctx: Ctx, at: Scene, also: readonly string[] = []) => whyNot(ctx, at, [ctx.actor.id, ...also]);

/** The draft that the press was about. @throws Refusal when it has changed since */
function seenDraft(at: Scene, seen: number): Draft {
  const { draft: now } = at.appeal;
  if (now?.n !== seen) throw new Refusal((l) => say(l).draftChanged);
  return now;
}

/** Stored and shown; whoever has it before them sees the new one. */
async function drafted(ctx: Ctx, at: Scene, ruling: Ruling): Promise<void> {
  const no = await self(ctx, at, ruling.rerater ? [ruling.rerater] : []);
  const now = await saved(ctx, draft(at.appeal, ruling, no, actOf(ctx, at)));
  await refresh(ctx, now);
  await showDraft(ctx, now, ctx.actor.id);
}

const writing: Handler[] = [
  on(draftDecision, {
    ...onDraft,
    opens: true,
    async run(ctx, at) {
      mayDecide(at.appeal, await self(ctx, at), actOf(ctx, at));
      return { open: draftForm(at.appeal, ctx.actor.locale) };
    },
  }),
  on(saveDraft, {
    ...onDraft,
    async run(ctx, at, _, { outcome, reasons, ...answers }) {
      const checklist = checks.map((name) => ({
        name,
        ok: answers[`ok_${name}`] === 'yes',
        word: answers[`word_${name}`],
      }));
      const { levels = {}, numbers = [], grade, rerater } = at.appeal.draft ?? {};
      const kept = { levels, numbers, ...(grade && { grade }), ...(rerater !== undefined && { rerater }) };
      await drafted(ctx, at, { outcome, reasons, checklist, ...kept });
    },
  }),
];

function levelsIn(result: Result, values: Record<string, unknown>): Record<string, Level> {
  const given: [string, Level][] = [];
  for (const [i, name] of rateable(result).entries()) {
    const raw = values[`level_${i}`];
    if (raw === undefined || raw === '' || raw === null) continue;
    const level = Number(raw);
    if (!isLevel(level)) refuse((l) => say(l).numberOrState, `level_${i}`);
    // The level that stands already is no correction.
    else if (result.basis?.participant.answers[name]?.manager?.[0] !== level) given.push([name, level]);
  }
  return Object.fromEntries(given);
}

const correcting: Handler[] = [
  on(changeLevels, {
    ...onDraft,
    opens: true,
    async run(ctx, at, { seen }) {
      return { open: levelsForm(at.appeal, seenDraft(at, seen), await resultAt(at), ctx.actor.locale) };
    },
  }),
  on(saveLevels, {
    ...onDraft,
    async run(ctx, at, { seen }, values) {
      const { grade: _, ...now } = seenDraft(at, seen);
      const result = await resultAt(at);
      const grade = gradeChoice.safeParse(values.grade);
      if (!grade.success) refuse((l) => say(l).lookAtFields, 'grade');
      const levels = result.basis ? levelsIn(result, values) : {};
      await drafted(ctx, at, { ...now, levels, ...(grade.data && { grade: grade.data }) });
    },
  }),
  on(changeNumber, {
    ...onDraft,
    opens: true,
    async run(ctx, at, { seen }, { value }) {
      const [goal = '', keyResult = ''] = value.split(' ');
      const now = seenDraft(at, seen);
      const place = numberAt(await resultAt(at), now, Number(goal), Number(keyResult));
      return { open: numberForm(at.appeal, now, place, ctx.actor.locale) };
    },
  }),
  on(saveNumber, {
    ...onDraft,
    async run(ctx, at, { seen, goal, keyResult }, { actual, state, level }) {
      const now = seenDraft(at, seen);
      numberAt(await resultAt(at), now, goal, keyResult);
      const others = now.numbers.filter((n) => n.goal !== goal || n.keyResult !== keyResult);
      const given: Omit<Correction, 'goal' | 'keyResult'> = {
        ...(actual !== undefined && { actual }),
        ...(state !== undefined && { state }),
        ...(level !== undefined && { level: Number(level) as Level }),
      };
      const empty = Object.keys(given).length === 0;
      await drafted(ctx, at, {
        ...now,
        numbers: empty ? others : [...others, { goal, keyResult, ...given }],
      });
    },
  }),
];

function numberAt(result: Result, { numbers }: Draft, goal: number, keyResult: number): AtNumber {
  const kr = result.basis?.participant.goals[goal]?.keyResults[keyResult];
  const title = result.goals[goal]?.keyResults[keyResult]?.title;
  if (!kr || title === undefined) throw new Refusal((l) => say(l).movedOn);
  const now = numbers.find((n) => n.goal === goal && n.keyResult === keyResult);
  return { goal, keyResult, title, kr, ...(now && { now }) };
}

const naming: Handler[] = [
  on(nameRerater, {
    ...onDraft,
    allow: namesRerater,
    opens: true,
    async run(ctx, at, { seen }) {
      const { appeal: a } = at;
      if (a.state !== 'decided') seenDraft(at, seen);
      const free = await candidates(a, ctx.now, caseOf(a));
      return { open: reraterForm(at, seen, free, ctx.actor.locale) };
    },
  }),
  on(saveRerater, {
    ...onDraft,
    allow: namesRerater,
    async run(ctx, at, { seen }, { who, other }) {
      const rerater = other[0] ?? who;
      if (rerater === undefined) return refuse((l) => say(l).reraterNeeded, 'who');
      if (at.appeal.state !== 'decided') return drafted(ctx, at, { ...seenDraft(at, seen), rerater });
      const before = at.appeal.decision?.rerater;
      const no = await whyNot(ctx, at, [rerater]);
      const now = await saved(ctx, renameRerater(at.appeal, rerater, no, actOf(ctx, at)));
      await refresh(ctx, now);
      await showRate(ctx, now, rerater, { proactive: true, anew: true });
      if (before && before !== rerater) await showRate(ctx, now, before);
      return { toast: say(ctx.actor.locale).kept };
    },
  }),
];

const agreeing: Handler[] = [
  on(agreeDraft, {
    ...onDraft,
    async run(ctx, at, { seen }) {
      const { draft: now } = at.appeal;
      const settled = now?.outcome === 'adjusted' ? settle(await resultAt(at), now) : undefined;
      const no = await self(ctx, at, now?.rerater ? [now.rerater] : []);
      const done = agree(at.appeal, seen, settled, no, actOf(ctx, at));
      ctx.record(appealAgreed, { ...about(at.appeal), data: { appeal: at.appeal._id, draft: seen } });
      if (done.decided) {
        await carryOut(ctx, at, done.decided);
        return { toast: say(ctx.actor.locale).decidedToast };
      }
      const next = await saved(ctx, done.appeal);
      await refresh(ctx, next);
      await bringDraft(ctx, next);
      return { toast: say(ctx.actor.locale).agreedToast };
    },
  }),
  on(discussDraft, {
    ...onDraft,
    opens: true,
    async run(ctx, at, { seen }) {
      seenDraft(at, seen);
      return { open: discussForm(at.appeal, seen, ctx.actor.locale) };
    },
  }),
  on(saveDiscussion, {
    ...onDraft,
    async run(ctx, at, { seen }, { word }) {
      const next = discuss(at.appeal, seen, word, await self(ctx, at), actOf(ctx, at));
      const now = await saved(ctx, next);
      await refresh(ctx, now);
      await bringDraft(ctx, now);
      return { toast: say(ctx.actor.locale).sent };
    },
  }),
];

export const decideHandlers: readonly Handler[] = [...writing, ...correcting, ...naming, ...agreeing];
