/** "Play the others": lets people do what they owe, through the same press and submit as everybody. Seeded. */
import { createHash, randomUUID } from 'node:crypto';
import type { Reply } from './card.ts';
import type { Parts } from './context.ts';
import type { Move } from './module.ts';
import type { Bot, Inbound } from './platform.ts';

export interface Deed {
  person: string;
  what: string;
}

/** More than that at once is a circle. */
const mostMoves = 40;
/** The longest way that a thing goes from hand to hand: an appeal, from its opening to the agreed decision. */
const mostRounds = 8;

/** `settle` does what follows by itself: what one does may become the next one's only after it. */
export async function play(
  parts: Parts,
  bot: Bot,
  people: readonly string[],
  seed: string,
  settle: () => Promise<unknown> = async () => undefined,
): Promise<Deed[]> {
  const deeds: Deed[] = [];
  // Once more around until nobody has anything to do.
  for (let round = 0; round < mostRounds; round += 1) {
    const before = deeds.length;
    for (const person of people) deeds.push(...(await playOne(parts, bot, person, `${seed}/${round}`)));
    await settle();
    if (deeds.length === before) break;
  }
  return deeds;
}

async function playOne(parts: Parts, bot: Bot, person: string, seed: string): Promise<Deed[]> {
  const deeds: Deed[] = [];
  const reached = await parts.store.within(() => parts.directory.reach([person]));
  const reach = reached.get(person);
  if (!reach) return deeds;
  let last = '';
  for (let n = 0; n < mostMoves; n += 1) {
    const move = await parts.store.within(() => nextMove(parts, person, `${seed}/${person}/${n}`));
    const token = move && JSON.stringify(move);
    if (!move || token === last) break;
    last = token ?? '';
    const reply = await bot.receive(eventOf(move, person, reach, parts.clock.now()));
    if (refused(reply)) break;
    deeds.push({ person, what: move.what(reach.locale) });
  }
  return deeds;
}

const refused = (reply: Reply) => Boolean(reply.errors && Object.keys(reply.errors).length > 0);

async function nextMove(parts: Parts, person: string, seed: string): Promise<Move | undefined> {
  let count = 0;
  const draw = (n: number) => {
    count += 1;
    return createHash('sha256').update(`${seed}/${count}`).digest().readUInt32BE() % n;
  };
  for (const m of parts.registry.modules) {
    const move = await m.player?.(person, parts.clock.now(), draw);
    if (move) return move;
  }
  return undefined;
}

function eventOf(
  move: Move,
  person: string,
  reach: { platform: string; tenant: string; account: string },
  at: Date,
): Inbound {
  const where = { platform: reach.platform, tenant: reach.tenant, channel: `dm:${person}` };
  const arrived = { id: `play:${randomUUID()}`, at, from: reach.account, where };
  if ('press' in move)
    return { ...arrived, kind: 'press', token: move.press, ...(move.value && { value: move.value }) };
  if ('submit' in move) return { ...arrived, kind: 'submit', token: move.submit, values: move.values };
  return { ...arrived, kind: 'command', name: 'perf', text: move.say };
}
