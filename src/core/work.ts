/**
 * One event = one transaction. The inbox row, the documents, the messages to send, the jobs and the facts are written
 * together or not at all; a redelivery finds the inbox row and gets the answer that is kept there, sealed. That makes
 * retries, restarts, duplicates and races boring. A refusal keeps only its answer: the same event later is refused too.
 */
import { system } from './actor.ts';
import type { Reply } from './card.ts';
import { systemClock as machineClock } from './clock.ts';
import { type Ctx, type Draw, newContext, type Parts } from './context.ts';
import { type Doc, entity } from './entity.ts';
import { Refusal, Stale } from './errors.ts';
import type { JobRow } from './job.ts';
import { md } from './md.ts';
import { say } from './messages.ts';
import type { Inbound, Tenant } from './platform.ts';
import { backOff, claim, finish } from './queue.ts';
import { redrawn, route, typedAgain } from './router.ts';
import { type Shown, shown } from './shown.ts';
import { duplicate } from './store.ts';

interface Arrival extends Doc {
  /** The event's id: the same on every redelivery. */
  _id: string;
  from: string;
  reply: string;
  /** By the machine's clock: the index forgets rows after three days. */
  at: Date;
}

export const inbox = entity<Arrival>('inbox', {
  fields: { from: String, reply: String, at: Date },
  sealed: { paths: ['reply'], subject: (row) => row.from },
  indexes: [{ keys: { at: 1 }, ttlSeconds: 3 * 86_400 }],
});

/** Handles an event once; a redelivery gets the first answer. */
export async function receive(parts: Parts, e: Inbound): Promise<Reply> {
  try {
    return await repeated((nth) => parts.store.transact(() => handled(parts, e, nth)));
  } catch (no) {
    if (no instanceof Refusal) return repeated(() => parts.store.transact(() => refused(parts, e, no)));
    throw no;
  }
}

/** Two deliveries at once, or two events that queue the same job: the loser runs again and sees the winner's rows. */
async function repeated<R>(run: (nth: number) => Promise<R>, nth = 1): Promise<R> {
  try {
    return await run(nth);
  } catch (e) {
    if (nth < mostTries && (duplicate(e) || e instanceof Stale)) return repeated(run, nth + 1);
    throw e;
  }
}

const mostTries = 5;

/** The first time nobody asks whether it was here before: if it was, its inbox row clashes and the second run finds it. */
async function handled(parts: Parts, e: Inbound, nth: number): Promise<Reply> {
  const before = nth > 1 ? await inbox.get(e.id) : undefined;
  if (before) return JSON.parse(before.reply) as Reply;
  const actor = await parts.directory.actor(e.where.platform, e.where.tenant, e.from);
  const live = await pressedCard(e);
  const cause = { id: e.id, actor, now: parts.clock.now(), event: e, pressed: live?._id };
  const { ctx, flush } = newContext(parts, cause);
  const routed = await route(ctx, e);
  const list = await listAt(ctx, live);
  if (list) ctx.show(list.key, { person: ctx.actor.id }, list.draw);
  const reply = await flush(spoken(parts, e) ? byMessage(parts, ctx, e, routed) : routed);
  // Home is only looked at: nothing to keep.
  if (e.kind !== 'home') await keepReply(e, reply);
  return reply;
}

const spoken = (parts: Parts, e: Inbound): e is Inbound & { kind: 'message' } =>
  e.kind === 'message' && parts.adapters.get(e.where.platform)?.can.answersMessages === false;

/** Where a message has no answer of its own, what is to be said goes out like every other message. */
function byMessage(parts: Parts, ctx: Ctx, e: Inbound & { kind: 'message' }, reply: Reply): Reply {
  const { card, open, toast } = reply;
  const words = say(ctx.actor.locale);
  const press = {
    label: words.openForm,
    token: typedAgain.token({ text: e.text }),
    style: 'primary' as const,
  };
  // The button carries what was typed, and a platform's buttons carry only so much.
  const most = parts.adapters.get(e.where.platform)?.can.limits.token;
  if (open && press.token.length > (most ?? 0)) throw new Refusal((l) => say(l).typedTooLong);
  const drawn =
    card ??
    (open && { title: open.title, blocks: [{ type: 'actions' as const, items: [press] }] }) ??
    (toast && { title: words.bot, blocks: [{ type: 'text' as const, text: md`${toast}` }] });
  if (drawn) ctx.tell(`answer:${e.id}`, { person: ctx.actor.id }, () => drawn);
  return {};
}

/** The live card that a press came from. */
async function pressedCard(e: Inbound): Promise<Shown | undefined> {
  if ((e.kind !== 'press' && e.kind !== 'submit') || !e.on) return undefined;
  const { messageId, at } = e.on;
  const found = await shown.find({ 'receipt.messageId': messageId });
  return found.find(({ receipt }) => receipt.at.channel === at.channel);
}

/** A live list that was pressed on: which key it has, and how it is drawn. */
async function listAt(ctx: Ctx, live: Shown | undefined): Promise<{ key: string; draw: Draw } | undefined> {
  if (!live) return undefined;
  const { key } = live;
  const draw = await ctx.registry.lists.find(({ prefix }) => key.startsWith(prefix))?.draw(ctx, key);
  return draw && { key, draw };
}

const keepReply = (e: Inbound, reply: Reply) =>
  inbox.insert({ _id: e.id, from: e.from, reply: JSON.stringify(reply), at: machineClock.now() });

async function refused(parts: Parts, e: Inbound, no: Refusal): Promise<Reply> {
  const before = await inbox.get(e.id);
  if (before) return JSON.parse(before.reply) as Reply;
  const reply = await inWords(parts, e, no);
  await keepReply(e, reply);
  return reply;
}

async function inWords(parts: Parts, e: Inbound, no: Refusal): Promise<Reply> {
  const actor = await parts.directory.actor(e.where.platform, e.where.tenant, e.from).catch(() => undefined);
  const locale = actor?.locale ?? (await parts.directory.organisation()).locale;
  const errors = Object.fromEntries(
    Object.entries(no.fields).map(([field, words]) => [field, words(locale)]),
  );
  const beside = Object.keys(errors).length > 0;
  const reply: Reply = {
    toast: no.sentence(locale),
    ...(beside && { errors }),
    ...(!beside && e.kind === 'submit' && { refused: true }),
  };
  if (!actor) return reply;
  const { ctx, flush } = newContext(parts, { id: e.id, actor, now: parts.clock.now(), event: e });
  if (spoken(parts, e)) return flush(byMessage(parts, ctx, e, reply));
  const list = await listAt(ctx, await pressedCard(e)).catch(() => undefined);
  const draw = list?.draw ?? (await redrawn(ctx, e).catch(() => undefined));
  return draw ? { ...reply, card: draw(await ctx.view()) } : reply;
}

/** What the platform gets when something broke: nothing was kept, so a redelivery runs again. */
export async function sorry(parts: Parts): Promise<Reply> {
  const { locale } = await parts.store.within(() => parts.directory.organisation());
  return { toast: say(locale).trouble };
}

/** Changes among a tenant's members come in flocks: one job looks at all that came within ten seconds. */
export async function noteMembers(parts: Parts, { platform, tenant }: Tenant, id: string): Promise<void> {
  const now = parts.clock.now();
  const at = new Date(Math.ceil((now.getTime() + 1) / 10_000) * 10_000);
  const wanted = parts.registry.modules.flatMap((m) => m.members ?? []);
  await repeated(() =>
    parts.store.transact(async () => {
      const { ctx, flush } = newContext(parts, { id, actor: system, now });
      for (const job of wanted)
        ctx.later(
          job,
          { platform, tenant },
          { at, key: `${job.name}:${platform}:${tenant}:${at.toISOString()}` },
        );
      await flush({});
    }),
  );
}

const mostAtOnce = 50;

/** Runs what is due, one job a transaction; returns how many ran. */
export async function runDueJobs(parts: Parts, owner: string): Promise<number> {
  for (let n = 0; n < mostAtOnce; n += 1) {
    const row = await parts.store.within(() => claim<JobRow>('jobs', owner, parts.clock.now()));
    if (!row) return n;
    await runJob(parts, row);
  }
  return mostAtOnce;
}

class Fenced extends Error {}

async function runJob(parts: Parts, row: JobRow): Promise<void> {
  const log = parts.log.child({ job: row.job, id: row._id });
  try {
    const job = parts.registry.jobs.get(row.job);
    const before = await job?.before?.(parts, job.args.parse(row.args));
    await repeated(() => parts.store.transact(() => jobStep(parts, row, before)));
  } catch (e) {
    if (e instanceof Fenced) return log.warn('lost its lease; somebody else runs it');
    const { tries } = parts.registry.jobs.get(row.job) ?? { tries: 0 };
    const dead = row.tries >= tries;
    log.error({ err: e, tries: row.tries, dead }, 'a job failed');
    const runAt = new Date(parts.clock.now().getTime() + backOff(row.tries));
    const error = e instanceof Error ? e.message : String(e);
    await parts.store.within(() =>
      finish('jobs', row, dead ? { state: 'dead', error } : { state: 'ready', runAt, error }),
    );
  }
}

async function jobStep(parts: Parts, row: JobRow, before: unknown): Promise<void> {
  const job = parts.registry.jobs.get(row.job);
  if (!job) throw new Error(`There is no job named ${row.job}.`);
  const now = parts.clock.now();
  const { ctx, flush } = newContext(parts, { id: `${row._id}#${row.rev}`, actor: system, now });
  const late = now.getTime() - row.runAt.getTime() > job.worthMs;
  const next = late ? undefined : await job.run(ctx, job.args.parse(row.args), row.runAt, before);
  await flush({});
  const ended = next
    ? { state: 'ready' as const, args: next.again, rev: row.rev + 1, tries: 0 }
    : { state: 'done' as const, doneAt: now };
  if (!(await finish('jobs', row, ended, next ? {} : { tries: '' }))) throw new Fenced();
}
