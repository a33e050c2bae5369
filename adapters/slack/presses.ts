/** Buttons and menus: on messages, on answers that only one person sees, on Home, in windows. */
import type { z } from 'zod';
import type { Card } from '../../src/core/card.ts';
import { type Away, admitted, turnedAway } from './admitted.ts';
import { type Place, replace, whisper } from './answers.ts';
import { ask } from './asking.ts';
import type { Homes } from './homes.ts';
import { keyOf, released } from './kept.ts';
import { receiptAt } from './looking.ts';
import { say } from './messages.ts';
import { pageIn } from './pages.ts';
import { type action, pressed, tenantOf } from './payload.ts';
import { type Handler, handler } from './receiver.ts';
import { readPress, readTurn } from './tokens.ts';
import { arrived, type Parts, type Turn } from './turn.ts';

type Pressed = z.infer<typeof pressed>;
type Action = z.infer<typeof action>;

function placeOf(body: Pressed, tenant: string): Place {
  const { user, view, container, message, channel, trigger_id: trigger, response_url: responseUrl } = body;
  const ephemeral = container?.is_ephemeral === true;
  const ts = message?.ts ?? container?.message_ts;
  const where = channel?.id ?? container?.channel_id;
  return {
    tenant,
    account: user.id,
    trigger,
    responseUrl,
    mark: body.actions[0]?.action_ts,
    page: pageIn(body.actions[0]?.action_id ?? ''),
    ...(view && { view: { id: view.id, type: view.type } }),
    ...(ephemeral && { ephemeral }),
    ...(!ephemeral && !view && ts && where && { on: receiptAt(tenant, where, ts) }),
  };
}

/** What the button or the chosen option stands for; nothing for what we never made. */
async function meaning(
  { kept }: Parts,
  given: Action,
): Promise<{ token: string; value?: string } | undefined> {
  if (given.type === 'button' && /^(press|turn)\./.test(given.action_id)) {
    const text = await released(kept, given.value ?? '');
    return text ? readPress(text) : undefined;
  }
  const token = /^c\d+(?:-[\w-]+)?\.(.*)$/s.exec(given.block_id)?.[1];
  if (!given.action_id.startsWith('choose.') || !token || !given.selected_option) return undefined;
  const [whole, value] = [await released(kept, token), await released(kept, given.selected_option.value)];
  return whole && value !== undefined ? { token: whole, value } : undefined;
}

interface Desk {
  parts: Parts;
  homes: Homes;
}

async function turned(
  { parts, homes }: Desk,
  place: Place,
  { id, page }: { id: string; page: number },
): Promise<void> {
  const kept = await parts.kept.get(id);
  if (!kept) return refused(parts, place, 'pageGone');
  const card = JSON.parse(kept) as Card;
  if (place.view?.type === 'home') await homes.publish(place.tenant, place.account, card, page);
  else await replace(parts, place, card, page);
}

async function refused(parts: Parts, place: Place, why: 'pageGone' | 'notOurs' | Away): Promise<void> {
  const { locale } = await parts.drawing.draw(place, 'view');
  await whisper(parts, place, say(locale)[why]);
}

interface Meant {
  body: Pressed;
  place: Place;
  given: Action;
  means: { token: string; value?: string };
}

async function pressedOn(
  { parts, homes }: Desk,
  { body, place, given, means }: Meant,
  turn: Turn,
): Promise<void> {
  const { tenant, account, on, view } = place;
  const about = body.message?.ts ?? body.container?.message_ts ?? view?.id ?? '';
  const id = keyOf('press', tenant, account, given.action_ts, given.action_id, about);
  const channel = on?.at.channel ?? body.channel?.id ?? account;
  const e = {
    ...arrived(id, parts.ports.now(), account, tenant, channel, body.message?.thread_ts),
    kind: 'press' as const,
    ...means,
    ...(on && { on }),
  };
  turn.after(() => parts.conversations.note(tenant, channel, account));
  await ask(parts, turn, { place, e, opens: parts.bot().opens({ token: means.token }) });
  if (view?.type === 'home') turn.after(() => homes.refresh(tenant, account, place.page));
}

export function presses(parts: Parts, homes: Homes): Handler {
  const desk: Desk = { parts, homes };
  return handler(pressed, async (body, turn) => {
    const tenant = tenantOf(
      body.is_enterprise_install,
      body.enterprise?.id,
      body.team?.id,
      body.user.team_id,
    );
    const install = await admitted(parts, tenant, body.api_app_id);
    const given = body.actions[0] as Action;
    const place = placeOf(body, tenant as string);
    const means = turnedAway(install, body) ?? (await meaning(parts, given)) ?? 'notOurs';
    const turning = typeof means === 'object' ? readTurn(means.token) : undefined;
    if (typeof means === 'object' && !turning) return pressedOn(desk, { body, place, given, means }, turn);
    await turn.ack();
    turn.after(() => (turning ? turned(desk, place, turning) : refused(parts, place, means as 'notOurs')));
  });
}
