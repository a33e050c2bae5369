/** `/perf review`, `/perf nominate`, and HR's `/perf review comments`. */
import { anyone } from '../core/actor.ts';
import type { Ctx } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { type Command, command } from '../core/module.ts';
import { type Cycle, participantId, participants } from '../cycles/model.ts';
import { findPeople } from '../people/find.ts';
import { people } from '../people/model.ts';
import { hrOnly, isHr } from '../people/policy.ts';
import { listingOf } from './circle.ts';
import { showSubject } from './handlers-read.ts';
import { assessed, type Place, placeIn } from './home.ts';
import { say } from './messages.ts';
import { said } from './messages-answer.ts';
import { read } from './messages-read.ts';
import { reader } from './policy.ts';
import { readOf, showCheck } from './reading.ts';
import { selfSceneOf } from './scene.ts';
import { showList, showNominate, showSelf, showTeam } from './shows.ts';

const anew = { anew: true } as const;
const known = ['running', 'paused', 'closing'];

async function places(ctx: Ctx): Promise<Place[]> {
  const all: Place[] = [];
  for (const cycle of await assessed(known)) all.push(await placeIn(cycle, ctx.actor.id));
  return all;
}

const noCycle = (): never => {
  throw new Refusal((l) => said(l).noCycle);
};

/** The newest cycle in which there is something. */
async function mine(ctx: Ctx): Promise<void> {
  const place = (await places(ctx)).find((p) => p.given > 0 || p.self);
  if (!place) return noCycle();
  const { _id } = place.cycle;
  if (place.self) await showSelf(ctx, await selfSceneOf(_id, ctx.actor.id), anew);
  if (place.given > 0) await showList(ctx, ctx.actor.id, _id, anew);
}

/** Somebody by name or id, of whom the person may read; the newest cycle first. */
async function others(ctx: Ctx, typed: string, cycles: readonly Cycle[]): Promise<void> {
  const plain = typed.replace(/^@/, '');
  const byId = await people.get(plain);
  const found = byId ? [byId] : await findPeople(plain, ctx.now);
  const ids = cycles.flatMap((cycle) => found.map((person) => participantId(cycle._id, person._id)));
  for (const id of ids) if (await shownTo(ctx, id)) return;
  throw new Refusal((l) => read(l).noSuchReport(typed.slice(0, 60)));
}

/** @throws Refusal for one's own: it comes with the result */
async function shownTo(ctx: Ctx, id: string): Promise<boolean> {
  if (!(await participants.get(id))) return false;
  const found = await readOf(ctx, id);
  const verdict = reader(ctx.actor, found, ctx.now);
  if (verdict === true) await showSubject(ctx, found, 0);
  else if (found.participant.person === ctx.actor.id) throw new Refusal(verdict);
  return verdict === true;
}

export const commands: readonly Command[] = [
  command('review', {
    aliases: ['reviews', '评价', '自评', '互评'],
    help: (l) => read(l).reviewHelp,
    touches: ['reviews:R'],
    load: async () => undefined,
    // One's own without a name; with one, whose reviews may be read is decided person by person.
    allow: anyone,
    async run(ctx, _, { text }) {
      if (text === '') await mine(ctx);
      else await others(ctx, text, await assessed([...known, 'closed']));
    },
  }),
  command('nominate', {
    aliases: ['提名', '评价人'],
    help: (l) => say(l).nominateHelp,
    touches: ['nominations:W'],
    load: async () => undefined,
    allow: anyone,
    async run(ctx) {
      const place = (await places(ctx)).find((p) => p.nomination || p.team > 0);
      if (!place) return noCycle();
      if (place.team > 0) await showTeam(ctx, place.cycle._id, ctx.actor.id, anew);
      if (place.nomination) showNominate(ctx, await listingOf(place.nomination._id, ctx.now), anew);
    },
  }),
  command('review comments', {
    aliases: ['评价 评语', '评语'],
    help: (l) => read(l).checkHelp,
    listed: isHr,
    touches: ['reviews:R'],
    load: () => assessed(known),
    allow: hrOnly,
    async run(ctx, found) {
      const [cycle] = found;
      if (!cycle) return noCycle();
      await showCheck(ctx, cycle._id);
    },
  }),
];
