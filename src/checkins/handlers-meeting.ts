/** Meeting instead of writing, and comments: what the two say to each other around a record. */
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Handler, on } from '../core/module.ts';
import { people } from '../people/model.ts';
import { acceptMeeting, comment, meet, openComment, openMeet, openRecord } from './actions.ts';
import { coachCard } from './cards-line.ts';
import { meetingCard, remarkCard } from './cards-told.ts';
import { meetingAgreed, meetingProposed, recordCommented, recordRead } from './facts.ts';
import { commentForm, meetForm } from './forms.ts';
import { momentOf } from './handlers.ts';
import { coachingOf, recordKey, showMeeting, showMine, showRecord } from './live.ts';
import { say } from './messages.ts';
import { type CheckIn, checkIns, type Meeting } from './model.ts';
import { bothOfThem, meets } from './policy.ts';
import { agreedToMeet, refuseUnlessOn, remarked, toMeet } from './rules.ts';
import { loadScene, obstacleOf, restTalk, type Scene } from './scene.ts';

const load = (_: Ctx, { checkIn }: { checkIn: string }) => loadScene(checkIn);
const loadBeside = async (_: Ctx, { checkIn }: { checkIn: string }) => {
  const scene = await loadScene(checkIn);
  return { ...scene, obstacle: await obstacleOf(scene.checkIn) };
};

/** The one whom the actor would meet. */
function otherOf({ checkIn, manager }: Scene, actor: string): string {
  if (actor !== checkIn.person) return checkIn.person;
  const { meeting } = checkIn;
  const other = meeting ? (meeting.from === actor ? meeting.to : meeting.from) : manager;
  if (!other) throw new Refusal((l) => say(l).meetNobody);
  return other;
}

export async function propose(ctx: Ctx, scene: Scene, meeting: Meeting): Promise<Scene> {
  const { manager } = scene;
  const checkIn = await checkIns.save(toMeet({ ...scene.checkIn, manager }, meeting, ctx.now));
  const next = { ...scene, checkIn };
  showMeeting(ctx, checkIn);
  await showMine(ctx, next);
  const data = { at: meeting.at.toISOString() };
  ctx.record(meetingProposed, { about: checkIn.person, ref: checkIn._id, data });
  return next;
}

const meeting = { touches: ['checkins:W'], load: loadBeside, allow: meets } as const;
const drawMeeting = ({ checkIn }: Scene, _: unknown, ctx: Ctx) =>
  checkIn.meeting && meetingCard(checkIn, ctx.actor.id);

export const meetingHandlers: readonly Handler[] = [
  on(openMeet, {
    ...meeting,
    redraw: drawMeeting,
    opens: true,
    async run(ctx, scene) {
      refuseUnlessOn(scene.cycle);
      const other = otherOf(scene, ctx.actor.id);
      return { open: meetForm(scene.checkIn._id, other, await ctx.view()) };
    },
  }),
  on(meet, {
    ...meeting,
    redraw: drawMeeting,
    async run(ctx, scene, _, { day, time, note }) {
      const { id } = ctx.actor;
      const moment = momentOf(ctx, day, time);
      await propose(ctx, scene, { from: id, to: otherOf(scene, id), at: moment, ...(note && { note }) });
      if (id === scene.checkIn.person) await restTalk(scene.checkIn);
      return { toast: say(ctx.actor.locale).sentOn };
    },
  }),
  on(acceptMeeting, {
    ...meeting,
    redraw: drawMeeting,
    async run(ctx, scene, { at }) {
      if (scene.checkIn.meeting?.at.toISOString() !== at) throw new Refusal((l) => say(l).meetingMoved);
      const checkIn = await checkIns.save(agreedToMeet(scene.checkIn, ctx.actor.id, ctx.now));
      showMeeting(ctx, checkIn);
      ctx.record(meetingAgreed, { about: checkIn.person, ref: checkIn._id, data: { at } });
    },
  }),
];

const record = { touches: ['checkins:W'], load, allow: bothOfThem } as const;

/** The manager opens the record: from now on they see it change. */
export async function openFor(ctx: Ctx, scene: Scene): Promise<void> {
  const { id } = ctx.actor;
  if (id === scene.checkIn.person) return showMine(ctx, scene, { anew: true });
  const { readers } = scene.checkIn;
  const checkIn = readers.includes(id)
    ? scene.checkIn
    : await checkIns.save({ ...scene.checkIn, readers: [...readers, id] });
  ctx.record(recordRead, { about: checkIn.person, ref: checkIn._id, data: {} });
  const drawn = coachCard(await coachingOf({ ...scene, checkIn }, id));
  // Asked for now, so it comes now, below; an older copy of it is history.
  ctx.show(recordKey(checkIn), { person: id }, drawn, { anew: true });
}

export const recordHandlers: readonly Handler[] = [
  on(openRecord, { ...record, run: (ctx, scene) => openFor(ctx, scene) }),
  on(openComment, {
    ...record,
    opens: true,
    async run(ctx, { checkIn, manager }) {
      const other = ctx.actor.id === checkIn.person ? manager : checkIn.person;
      return { open: commentForm(checkIn._id, other, ctx.actor) };
    },
  }),
  on(comment, {
    ...record,
    async run(ctx, scene, _, { text }) {
      const by = ctx.actor.id;
      const remark = { by, at: ctx.now, text };
      const checkIn = await checkIns.save(remarked(scene.checkIn, remark));
      await showRecord(ctx, { ...scene, checkIn });
      await tellOther(ctx, checkIn, by === checkIn.person ? scene.manager : checkIn.person, remark);
      ctx.record(recordCommented, { about: checkIn.person, ref: checkIn._id, data: {} });
      return { toast: say(ctx.actor.locale).sentOn };
    },
  }),
];

async function tellOther(
  ctx: Ctx,
  c: CheckIn,
  other: string | undefined,
  remark: CheckIn['remarks'][number],
): Promise<void> {
  if (!other) return;
  const name = (await people.get(remark.by))?.name ?? remark.by;
  ctx.tell(`checkins.remark:${c._id}:${c.remarks.length}`, { person: other }, remarkCard(c, remark, name));
}
