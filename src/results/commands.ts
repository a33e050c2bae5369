/** `/perf result`, `/perf release`, `/perf verify`, `/perf history`. */
import { anyone } from '../core/actor.ts';
import type { Answer, Reply } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Command, command } from '../core/module.ts';
import { cycles, participants } from '../cycles/model.ts';
import { oneNamed } from '../feedback/addressing.ts';
import { isHr } from '../people/policy.ts';
import { historyCard, historyKey } from './cards-team.ts';
import { noteReading } from './handlers.ts';
import { openForm, preview, releasable, unitsIn } from './handlers-release.ts';
import { say } from './messages.ts';
import { receipts, results } from './model.ts';
import { readsResult, runsRelease } from './policy.ts';
import { sceneOf, standingOf } from './scene.ts';
import { showOwn, showRead } from './shows.ts';
import { showTeam } from './teams.ts';
import { verified } from './verifying.ts';

const teamWords = /^(team|团队)$/i;

/** The newest cycle in which this person has a result. */
async function newestOf(person: string) {
  const [receipt] = await receipts.find({ person }, { sort: { releasedAt: -1, _id: 1 }, limit: 1 });
  const result = receipt && (await results.get(`${receipt._id}:${receipt.version}`));
  return receipt && result ? { receipt, result } : undefined;
}

async function ownResult(ctx: Ctx): Promise<Answer | undefined> {
  const found = await newestOf(ctx.actor.id);
  if (!found) throw new Refusal((l) => say(l).noResult);
  await showOwn(ctx, found.result, found.receipt, { anew: true });
  return undefined;
}

/** Whether there is anything to read is only for those who may. */
async function resultOfOther(ctx: Ctx, person: string, name: string): Promise<void> {
  const found = await newestOf(person);
  const at = found ? await sceneOf(ctx, found.result) : await standingOf(ctx.actor.id, '', person);
  const verdict = readsResult(ctx.actor, at);
  if (verdict !== true) throw new Refusal(verdict);
  if (!found) throw new Refusal((l) => say(l).noResultOf(name));
  noteReading(ctx, { result: found.result });
  await showRead(ctx, found.result, found.receipt, 0, { anew: true });
}

/** The newest cycle in which people who report to this one have come to their ratings. */
export async function ledCycle(manager: string) {
  const places = await participants.find({ manager });
  const found = await cycles.find(
    { _id: { $in: [...new Set(places.map((p) => p.cycle))] }, opened: 'assessment' },
    { sort: { at: -1, _id: 1 } },
  );
  return found.find((c) => c.state !== 'cancelled');
}

async function teamResults(ctx: Ctx): Promise<void> {
  const cycle = await ledCycle(ctx.actor.id);
  if (!cycle) throw new Refusal((l) => say(l).noTeam);
  await showTeam(ctx, cycle, ctx.actor.id, { anew: true });
}

async function releaseBy(ctx: Ctx, text: string): Promise<Reply | undefined> {
  const found = await releasable();
  const [newest] = found;
  if (!newest) throw new Refusal((l) => say(l).noCycle);
  if (text === '') return openForm(ctx, found);
  const units = await unitsIn(newest._id);
  const unit = units.find((u) => u.toLowerCase() === text.toLowerCase());
  const named = [...text].slice(0, 60).join('');
  if (unit === undefined)
    throw new Refusal((l) => say(l).noSuchUnit(named, units.slice(0, 12).join(l === 'zh' ? '、' : ', ')));
  await preview(ctx, newest, [unit]);
  return undefined;
}

export const resultCommands: readonly Command[] = [
  command('result', {
    aliases: ['结果', '绩效结果', 'results'],
    help: (l) => say(l).help,
    touches: ['results:R'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx, _, { text }) {
      if (teamWords.test(text.trim())) return teamResults(ctx);
      const named = text.trim() === '' ? undefined : await oneNamed(ctx, text);
      if (!named || named.person._id === ctx.actor.id) return ownResult(ctx);
      return resultOfOther(ctx, named.person._id, named.person.name);
    },
  }),
  command('release', {
    aliases: ['发布', '发布结果'],
    help: (l) => say(l).helpRelease,
    listed: isHr,
    touches: ['results:W'],
    load: async () => undefined,
    allow: runsRelease,
    opens: true,
    run: (ctx, _, { text }) => releaseBy(ctx, text.trim()),
  }),
  command('verify', {
    aliases: ['验证', '核验'],
    help: (l) => say(l).helpVerify,
    touches: ['results:R'],
    load: async () => undefined,
    allow: anyone,
    run: (ctx, _, { text, files }) => verified(ctx, text, files),
  }),
  command('history', {
    aliases: ['档案', '绩效档案'],
    help: (l) => say(l).helpHistory,
    touches: ['results:R'],
    load: (ctx) => results.find({ person: ctx.actor.id }, { sort: { at: -1 } }),
    allow: anyone,
    async run(ctx, all) {
      ctx.show(historyKey, { person: ctx.actor.id }, historyCard(all), { anew: true });
    },
  }),
];
