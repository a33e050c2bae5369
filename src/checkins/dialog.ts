/** The GROW talk in the core's engine, and what happens with its answers. */
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import type { Dialog } from '../core/dialog.ts';
import { agreedGoals } from '../goals/model.ts';
import { recordProgress } from '../goals/progress.ts';
import { titleOf } from './cards.ts';
import { checkInChanged, checkInDone, obstacleTold } from './facts.ts';
import { announceObstacle } from './jobs-obstacle.ts';
import { showObstacle, showRecord } from './live.ts';
import { say } from './messages.ts';
import { ask } from './messages-talk.ts';
import { checkIns, type GoalRecord, lastHeld, obstacles } from './model.ts';
import { toTell } from './obstacles.ts';
import { questions, type Topic } from './questions.ts';
import { recordOf, ticksOf, updatesOf } from './record.ts';
import { held, refuseUnlessOn } from './rules.ts';
import { growTalk, loadScene, obstacleOf, type Scene } from './scene.ts';

interface Subject extends Topic {
  scene: Scene;
}

async function load(id: string): Promise<Subject> {
  const scene = await loadScene(id);
  const { checkIn, manager } = scene;
  return { scene, checkIn, manager, goals: await agreedGoals(checkIn.cycle, checkIn.person) };
}

export const grow: Dialog<Subject> = {
  name: growTalk,
  load,
  title:
    ({ checkIn, scene }) =>
    (locale) =>
      titleOf(checkIn, { locale, zone: scene.person.zone, now: checkIn.askedAt }),
  intro: ({ manager }, { locale }) => ask(locale).intro(manager),
  questions,
  done,
  thanks: ({ manager }, { locale }) => ask(locale).thanks(manager),
  closed: ({ checkIn }) =>
    checkIn.state === 'done' && !checkIn.newest ? (l) => say(l).nextIsOpen : undefined,
};

async function done(ctx: Ctx, subject: Subject, answers: Readonly<Record<string, string>>): Promise<void> {
  const { scene, checkIn } = subject;
  refuseUnlessOn(scene.cycle);
  const again = checkIn.state === 'done';
  // "Friday" means the Friday after the day on which it was sent first.
  const day = dayIn(scene.person.zone, again ? (checkIn.doneAt ?? ctx.now) : ctx.now);
  const record = recordOf(subject, answers, day);
  const before = await lastHeld(checkIn);
  const decided = held(
    { ...checkIn, manager: scene.manager },
    record,
    ticksOf(subject, answers),
    before,
    ctx.now,
  );
  const saved = await checkIns.save(decided);
  await passNumbers(ctx, subject, record, checkIn.record);
  await tellObstacle(ctx, { ...scene, checkIn: saved });
  await showRecord(ctx, { ...scene, checkIn: saved });
  const about = { about: checkIn.person, ref: checkIn._id };
  if (again) ctx.record(checkInChanged, { ...about, data: { cycle: checkIn.cycle } });
  else ctx.record(checkInDone, { ...about, data: { cycle: checkIn.cycle, confidence: record.confidence } });
}

async function passNumbers(
  ctx: Ctx,
  { goals }: Subject,
  record: GoalRecord,
  before: GoalRecord | undefined,
): Promise<void> {
  let goal = goals.find((g) => g._id === record.goal);
  if (!goal) return;
  for (const update of updatesOf(goal, record, before)) goal = await recordProgress(ctx, goal, update);
}

async function tellObstacle(ctx: Ctx, scene: Scene): Promise<void> {
  const { checkIn, manager } = scene;
  const known = await obstacleOf(checkIn);
  const next = toTell(checkIn, known, known?.to ?? manager, ctx.now);
  if (!next) return;
  const saved = 'rev' in next ? await obstacles.save(next) : await obstacles.insert(next);
  await showObstacle(ctx, saved);
  if (saved.state !== 'open') return;
  await announceObstacle(ctx, saved);
  ctx.record(obstacleTold, { about: checkIn.person, ref: checkIn._id, data: { to: saved.to } });
}
