/**
 * One thing that a person did and waits for: handed to the bot, answered in time. What is declared to open a form has its
 * window opened before the answer is there, because Slack lets us open one for three seconds only.
 */
import type { Reply } from '../../src/core/card.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { brought, ephemeral, type Place, show, whisper } from './answers.ts';
import type { Json } from './blocks.ts';
import { loadingView } from './forms.ts';
import { say } from './messages.ts';
import { escaped } from './mrkdwn.ts';
import { ackWithinMs, type Parts, pause, sorryOf, type Turn } from './turn.ts';

/** An answer that comes within that time needs no window that waits. */
const waitForFormMs = 700;

async function waitingWindow(parts: Parts, place: Place): Promise<string | undefined> {
  try {
    // Slack waits three seconds for it, and the store that could be asked for the language may take as long.
    return await show(parts, place, loadingView('growloop', parts.drawing.language(place)));
  } catch (e) {
    parts.log.warn({ err: (e as Error).message }, 'a window that waits did not open');
    return undefined;
  }
}

export interface Asked {
  place: Place;
  e: Inbound;
  /** It is declared that a form answers it. */
  opens: boolean;
  /** Slack shows the ack's body as the answer: commands. */
  inAck?: boolean;
}

export async function ask(parts: Parts, turn: Turn, { place, e, opens, inAck }: Asked): Promise<void> {
  const reply = parts.bot().receive(e);
  const settled = reply.then(
    () => true,
    () => true,
  );
  if (opens && place.trigger && !(await Promise.race([settled, pause(waitForFormMs - turn.spent())])))
    place.loading = waitingWindow(parts, { ...place });
  if (turn.hurried && !(await Promise.race([settled, pause(ackWithinMs - turn.spent())]))) await turn.ack();
  try {
    await answered(parts, turn, { place, e, opens, ...(inAck && { inAck }) }, await reply);
  } catch (error) {
    const words = sorryOf(error) ?? say('en').trouble;
    turn.after(() => whisper(parts, place, words));
    if (!turn.hurried) throw error;
    parts.log.error({ err: (error as Error).message, event: e.id }, 'an event was not taken');
    await turn.ack();
  }
}

async function answered(parts: Parts, turn: Turn, { place, e, inAck }: Asked, reply: Reply): Promise<void> {
  const body =
    inAck && !place.loading && turn.spent() < ackWithinMs ? await bodyOf(parts, place, reply) : undefined;
  await turn.ack(body);
  const { open } = reply;
  turn.after(() => brought(parts, place, e, body ? (open ? { open } : {}) : reply));
}

/** A chart takes its time, so a card with one follows the ack. */
async function bodyOf(parts: Parts, place: Place, { card, toast }: Reply): Promise<Json | undefined> {
  if (card?.blocks.some((block) => block.type === 'chart')) return undefined;
  if (card && !toast) return ephemeral(parts, place, card);
  if (!card && toast) return { response_type: 'ephemeral', text: escaped(toast) };
  return undefined;
}
