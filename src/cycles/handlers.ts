/** The kick-off: from the form to the start. */
import { dayIn } from '../core/calendar.ts';
import type { Answer, Reply } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { momentWords, type Sentence } from '../core/i18n.ts';
import { say as core } from '../core/messages.ts';
import { type Handler, on } from '../core/module.ts';
import { openRoom, rooms } from '../core/room.ts';
import { calendarOf, isActive, namesOf, people, peopleById, settings } from '../people/model.ts';
import {
  changeDraft,
  discardDraft,
  draftCycle,
  keepDraft,
  lookAgain,
  lookAt,
  nameEvaluators,
  saveEvaluators,
  sendTest,
  startCycle,
} from './actions.ts';
import { audienceFilter, unitsOf } from './audience.ts';
import { announcementCard, welcomeCard } from './cards-announce.ts';
import { audienceOf, drafted, draftWrong, fromDraft, type Wanted } from './draft.ts';
import { cycleCancelled, cycleDrafted } from './facts.ts';
import { evaluatorsForm, kickoffForm, type Prefill } from './forms.ts';
import { checkLaunch, launch } from './launch.ts';
import { bringLive, liveCard, showLive } from './live.ts';
import { say } from './messages.ts';
import { check as checkWords } from './messages-check.ts';
import { form } from './messages-form.ts';
import { type Cycle, cycles } from './model.ts';
import { inStates } from './pick.ts';
import { type ForHr, mayRun, whoCan } from './policy.ts';
import { changeable, needsLook, start } from './rules.ts';
import { schemePairs } from './schemes.ts';

export interface OfCycle extends ForHr {
  cycle: Cycle;
}

export const loadCycle = async (ctx: Ctx, args: { cycle: string }): Promise<OfCycle> => ({
  cycle: await cycles.must(args.cycle),
  ...(await whoCan(ctx.actor)),
});

const steps = {
  touches: ['cycles:W'],
  load: loadCycle,
  allow: mayRun,
  redraw: (s: OfCycle, _: unknown, ctx: Ctx) => liveCard(ctx, s.cycle),
} as const;

/** The form with what can be chosen today. */
export async function openKickoff(ctx: Ctx, fill: Prefill): Promise<Reply> {
  const today = dayIn((await settings()).zone, ctx.now);
  return { open: kickoffForm(fill, { units: await unitsOf(today), today }, await ctx.view()) };
}

const current = (cycle: Cycle, rev: number | undefined): Cycle => {
  if (rev !== undefined && cycle.rev !== rev) throw new Refusal((l) => core(l).changed);
  return cycle;
};

async function saveDraft(ctx: Ctx, before: Cycle | undefined, wanted: Wanted): Promise<Cycle> {
  const own = await settings();
  const calendar = await calendarOf(own);
  const today = dayIn(own.zone, ctx.now);
  const others = (await inStates(['draft', 'scheduled', 'running', 'paused', 'closing'])).filter(
    (c) => c._id !== before?._id,
  );
  const names = others.map((c) => c.name);
  const audience = audienceOf(wanted);
  const n = await people.count(audienceFilter(audience, wanted.from, today));
  const wrong = draftWrong(wanted, { today, calendar, names, people: n });
  if (Object.keys(wrong).length > 0) throw new Refusal((l) => core(l).formWrong, wrong);
  const content = drafted(wanted, today, calendar);
  if (before) {
    const { check: _, kept: __, message: ___, ...rest } = before;
    return cycles.save({ ...rest, ...content });
  }
  const start = { state: 'draft' as const, opened: [], extensions: [], by: ctx.actor.id, at: ctx.now };
  const made = await cycles.insert({ _id: ctx.id('cycle'), ...content, ...start });
  ctx.record(cycleDrafted, { about: made._id, data: {} });
  return made;
}

async function look(ctx: Ctx, cycle: Cycle): Promise<void> {
  ctx.later(checkLaunch, { cycle: cycle._id });
  await showLive(ctx, cycle);
}

export const kickoffHandlers: readonly Handler[] = [
  on(draftCycle, {
    ...steps,
    async load(ctx, args): Promise<{ cycle?: Cycle } & ForHr> {
      const cycle = args.cycle === undefined ? undefined : await cycles.must(args.cycle);
      return { ...(cycle && { cycle }), ...(await whoCan(ctx.actor)) };
    },
    async run(ctx, { cycle }, { rev }, values) {
      await look(ctx, await saveDraft(ctx, cycle && current(changeable(cycle), rev), values as Wanted));
    },
    redraw: async ({ cycle }, _, ctx) => cycle && liveCard(ctx, cycle),
  }),
  on(changeDraft, {
    ...steps,
    opens: true,
    run: async (ctx, { cycle }) => openKickoff(ctx, fromDraft(changeable(cycle))),
  }),
  on(lookAgain, {
    ...steps,
    async run(ctx, { cycle }) {
      const { check: _, ...rest } = changeable(cycle);
      await look(ctx, await cycles.save(rest));
    },
  }),
  on(lookAt, {
    ...steps,
    async run(ctx, { cycle }) {
      const { kept: _, check: __, ...rest } = changeable(cycle);
      const next = await cycles.save(rest);
      ctx.later(checkLaunch, { cycle: next._id });
      await bringLive(ctx, next);
    },
  }),
  on(keepDraft, {
    ...steps,
    async run(ctx, { cycle }) {
      await showLive(ctx, await cycles.save({ ...changeable(cycle), kept: true }));
    },
  }),
  on(discardDraft, {
    ...steps,
    async run(ctx, { cycle }, { rev }) {
      const gone = await cycles.save({ ...current(changeable(cycle), rev), state: 'cancelled' });
      ctx.record(cycleCancelled, { about: cycle._id, data: {} });
      await showLive(ctx, gone);
    },
  }),
  on(sendTest, { ...steps, run: testRun }),
  on(nameEvaluators, {
    ...steps,
    opens: true,
    run: async (ctx, { cycle }) => ({ open: await evaluators(ctx, changeable(cycle)) }),
  }),
  on(saveEvaluators, { ...steps, run: assign }),
  on(startCycle, { ...steps, run: begin }),
];

/** The announcement and the personal card as they will be, to the one who asked. */
async function testRun(ctx: Ctx, { cycle }: OfCycle): Promise<Answer> {
  const me = (await peopleById([ctx.actor.id])).get(ctx.actor.id);
  const names = await namesOf([cycle.by, ...(me?.manager ? [me.manager] : [])]);
  const leads = (await people.count({ manager: ctx.actor.id })) > 0;
  const place = { person: ctx.actor.id, unit: me?.unit ?? '', leads, state: 'invited' as const };
  const to = { person: ctx.actor.id };
  const key = ctx.id(`cycles.test:${cycle._id}`);
  ctx.tell(`${key}:room`, to, announcementCard(cycle, names(cycle.by)));
  ctx.tell(`${key}:own`, to, welcomeCard(cycle, place, me?.manager && names(me.manager)));
  return { toast: checkWords(ctx.actor.locale).testSent };
}

/** Those for whom somebody can be named: never oneself. */
function lackingIn(cycle: Cycle, but: string): string[] {
  const lacking = cycle.check?.findings.find((f) => f.code === 'noManager');
  const named = (cycle.evaluators ?? []).map((e) => e.person);
  return [...new Set([...named, ...(lacking && 'ids' in lacking ? lacking.ids : [])])].filter(
    (id) => id !== but,
  );
}

async function evaluators(ctx: Ctx, cycle: Cycle) {
  const ids = lackingIn(cycle, ctx.actor.id);
  if (ids.length === 0) throw new Refusal((l) => say(l).notOwn);
  const named = cycle.evaluators ?? [];
  const names = await namesOf(ids);
  const persons = ids.map((id) => {
    const evaluator = named.find((e) => e.person === id)?.manager;
    return { id, name: names(id), ...(evaluator && { evaluator }) };
  });
  return evaluatorsForm(cycle, persons, await ctx.view());
}

async function assign(
  ctx: Ctx,
  { cycle }: OfCycle,
  { rev }: { rev: number },
  values: Record<string, unknown>,
) {
  current(changeable(cycle), rev);
  const given = Object.entries(values).flatMap(([person, v]) => {
    const manager = String((Array.isArray(v) ? v[0] : v) ?? '').trim();
    return manager ? [{ person, manager }] : [];
  });
  const asked = lackingIn(cycle, ctx.actor.id);
  const known = await peopleById(given.map((g) => g.manager));
  const wrong: Record<string, Sentence> = {};
  for (const { person, manager } of given) {
    const by = known.get(manager);
    if (person === ctx.actor.id) wrong[person] = (l) => say(l).notOwn;
    else if (person === manager) wrong[person] = (l) => form(l).notThemselves;
    else if (!by || !asked.includes(person)) wrong[person] = (l) => form(l).unknownPerson;
    else if (!isActive(by, dayIn(by.zone, ctx.now))) wrong[person] = (l) => form(l).notHere;
  }
  if (Object.keys(wrong).length > 0) throw new Refusal((l) => core(l).formWrong, wrong);
  const { check: _, ...rest } = cycle;
  // Whom a colleague named for the one who writes stays named.
  const own = (cycle.evaluators ?? []).filter((e) => e.person === ctx.actor.id);
  await look(ctx, await cycles.save({ ...rest, evaluators: [...own, ...given] }));
}

async function begin(ctx: Ctx, { cycle }: OfCycle, { rev }: { rev: number }): Promise<Answer | undefined> {
  if (cycle.startedBy && cycle.startedAt)
    throw await startedAlready(ctx, cycle, cycle.startedBy, cycle.startedAt);
  current(changeable(cycle), rev);
  if (needsLook(cycle, ctx.now)) {
    const { check: _, ...rest } = cycle;
    await look(ctx, await cycles.save(rest));
    return { toast: say(ctx.actor.locale).checkAgain };
  }
  const schemes = schemePairs[cycle.schemeName] ?? cycle.schemes;
  const next = await cycles.save(start(cycle, ctx.actor.id, schemes, ctx.now));
  await announceIt(ctx, next);
  ctx.later(launch, { cycle: next._id, after: '' }, { key: `cycles.launch:${next._id}` });
  await showLive(ctx, next);
  return undefined;
}

async function startedAlready(ctx: Ctx, cycle: Cycle, by: string, at: Date): Promise<Refusal> {
  const who = (await namesOf([by]))(by);
  return new Refusal((l) => say(l).alreadyStarted(cycle.name, who, momentWords(l, ctx.actor.zone, at)));
}

/** More members than that are the room's own business: a company's channel has them already. */
const mostInvited = 1000;

/** Once, in the organisation's room, at once. */
async function announceIt(ctx: Ctx, cycle: Cycle): Promise<void> {
  const own = await settings();
  const names = await namesOf([ctx.actor.id]);
  if (!(await rooms.get(own.announce.room))) {
    const filter = audienceFilter(cycle.audience, cycle.period.from, dayIn(own.zone, ctx.now));
    const all =
      (cycle.check?.people ?? 0) <= mostInvited ? await people.find(filter, { sort: { _id: 1 } }) : [];
    const members = [...new Set([ctx.actor.id, ...all.map((p) => p._id)])];
    const lane = `${ctx.where?.platform ?? 'web'}:${ctx.where?.tenant ?? 'local'}`;
    await openRoom(own.announce.room, own.announce.name, members, lane);
  }
  ctx.tell(
    `cycles.announce:${cycle._id}`,
    { room: own.announce.room },
    announcementCard(cycle, names(ctx.actor.id)),
    { priority: 'approval' },
  );
}
