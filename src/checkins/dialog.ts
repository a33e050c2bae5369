/** The GROW talk in the core's engine, and what happens with its answers. */
import { dayIn } from '../core/calendar.ts';
import type { Ctx } from '../core/context.ts';
import type { Answers, Dialog, Said } from '../core/dialog.ts';
import { agreedGoals } from '../goals/model.ts';
import { notNow, recordProgress } from '../goals/progress.ts';
import { locks } from '../goals/sheet.ts';
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
import { growTalk, loadScene, obstacleOf, placeOf, type Scene } from './scene.ts';

interface Subject extends Topic {
  scene: Scene;
}

async function load(id: string, now: Date): Promise<Subject> {
  const scene = await loadScene(id);
  const { checkIn, manager, cycle, participant } = scene;
  const place = await placeOf(scene.person);
  return {
    scene,
    checkIn,
    manager,
    goals: await agreedGoals(checkIn.cycle, checkIn.person),
    numbersClosed: notNow(cycle, locks({ cycle, participant, place }), now) !== undefined,
  };
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
  closed: ({ checkIn: { state, newest } }) => {
    if (state === 'done') return newest ? undefined : (l) => say(l).nextIsOpen;
    return state === 'open' ? undefined : (l) => say(l).stands(state);
  },
};

async function done(ctx: Ctx, subject: Subject, answers: Answers): Promise<Said> {
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
  const passed = await passNumbers(ctx, subject, record, checkIn.record);
  await tellObstacle(ctx, { ...scene, checkIn: saved });
  await showRecord(ctx, { ...scene, checkIn: saved });
  const about = { about: checkIn.person, ref: checkIn._id };
  if (again) ctx.record(checkInChanged, { ...about, data: { cycle: checkIn.cycle } });
  else ctx.record(checkInDone, { ...about, data: { cycle: checkIn.cycle, confidence: record.confidence } });
  if (!passed) return { toast: say(ctx.actor.locale).numbersKept };
}

/** `false` when the goal takes no numbers any more: the talk counts all the same. */
async function passNumbers(
  ctx: Ctx,
  { goals, numbersClosed }: Subject,
  record: GoalRecord,
  before: GoalRecord | undefined,
): Promise<boolean> {
  let goal = goals.find((g) => g._id === record.goal);
  const updates = goal ? updatesOf(goal, record, before) : [];
  if (numbersClosed) return updates.length === 0;
  for (const update of updates) if (goal) goal = await recordProgress(ctx, goal, update);
  return true;
}

async function tellObstacle(ctx: Ctx, scene: Scene): Promise<void> {
  const { checkIn, manager } = scene;
  const known = await obstacleOf(checkIn);
  const next = toTell(checkIn, known, manager, ctx.now);
  if (!next) return;
  const saved = 'rev' in next ? await obstacles.save(next) : await obstacles.insert(next);
  await showObstacle(ctx, saved);
  if (saved.state !== 'open') return;
  await announceObstacle(ctx, saved);
  ctx.record(obstacleTold, { about: checkIn.person, ref: checkIn._id, data: { to: saved.to } });
}
