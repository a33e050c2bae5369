/** `/perf interview [@x]`: mine, my team's, for HR the numbers; with a name that one. */
import { anyone } from '../core/actor.ts';
import type { Answer } from '../core/card.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Command, command } from '../core/module.ts';
import { type Cycle, cycles } from '../cycles/model.ts';
import { oneNamed } from '../feedback/addressing.ts';
import { officeCard, officeKey } from './cards-office.ts';
import { opened } from './handlers.ts';
import { say } from './messages.ts';
import { interviews, ledBy, ofPerson } from './model.ts';
import { officeOf } from './office.ts';
import { reads, unitsFor } from './policy.ts';
import { sceneOf } from './scene.ts';
import { showTalk, showTeam } from './shows.ts';

const alive = { state: { $in: ['running', 'paused', 'closing', 'closed'] } };

const newest = (all: readonly Cycle[]): Cycle | undefined =>
  [...all].sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? -1 : 1))[0];

const cyclesOf = (ids: readonly string[]): Promise<Cycle[]> =>
  ids.length > 0 ? cycles.find({ _id: { $in: [...new Set(ids)] }, ...alive }) : Promise.resolve([]);

/** The newest cycle in which somebody has something to talk about. */
async function begun(): Promise<Cycle | undefined> {
  for (const cycle of await cycles.find(alive, { sort: { at: -1, _id: 1 } }))
    if (await interviews.one({ cycle: cycle._id })) return cycle;
  return undefined;
}

export const commands: readonly Command[] = [
  command('interview', {
    aliases: ['面谈', '绩效面谈', 'interviews'],
    help: (l) => say(l).help,
    touches: ['checkins:R'],
    load: (ctx, { text }) => oneNamed(ctx, text),
    allow: anyone,
    run: (ctx, named) => (named && named.person._id !== ctx.actor.id ? one(ctx, named.person) : all(ctx)),
  }),
];

/** Somebody else's, the newest. */
async function one(ctx: Ctx, { _id, name }: { _id: string; name: string }): Promise<Answer> {
  const [found] = await ofPerson(_id);
  if (found) {
    const scene = await sceneOf(found, ctx.actor.id);
    const verdict = reads(ctx.actor, scene);
    if (verdict !== true) throw new Refusal(verdict);
    return opened(ctx, scene);
  }
  // Whether there is one is told only to those who could read it.
  const led = await ledBy(ctx.actor.id);
  const office = await unitsFor(ctx.actor);
  throw new Refusal((l) =>
    led.length > 0 || office !== undefined ? say(l).notYetOf(name) : say(l).onlyTwo(name),
  );
}

async function all(ctx: Ctx): Promise<Answer> {
  const { id } = ctx.actor;
  let any = false;
  const units = await unitsFor(ctx.actor);
  const office = units && (await begun());
  if (units && office) {
    const numbers = await officeOf(office, ctx.now, { units, reader: id });
    ctx.show(officeKey(office._id), { person: id }, officeCard(numbers), { anew: true });
    any = true;
  }
  const led = newest(await cyclesOf((await ledBy(id)).map((l) => l.cycle)));
  if (led) {
    await showTeam(ctx, led, id, { anew: true });
    any = true;
  }
  const [mine] = await ofPerson(id);
  if (mine) {
    await showTalk(ctx, await sceneOf(mine, id), 'person', { anew: true });
    any = true;
  }
  return any ? {} : { toast: say(ctx.actor.locale).notYet };
}
