/** What Slack tells of by itself: messages, Home being opened, members who change, the app being taken away. */
import type { z } from 'zod';
import type { Inbound } from '../../src/core/platform.ts';
import { admitted } from './admitted.ts';
import type { Homes } from './homes.ts';
import type { Install } from './installs.ts';
import { say } from './messages.ts';
import { escaped } from './mrkdwn.ts';
import { event, homeOpened, message, revoked, tenantOf } from './payload.ts';
import { type Handler, handler, Unwanted } from './receiver.ts';
import { inboundOf } from './said.ts';
import type { Parts, Turn } from './turn.ts';

interface Told {
  parts: Parts;
  body: z.infer<typeof event>;
  install: Install;
  turn: Turn;
}

async function hear({ parts, body, install, turn }: Told): Promise<void> {
  const read = message.safeParse(body.event);
  const e = read.success ? await inboundOf(parts, install, body.event_id, read.data) : undefined;
  if (!e) return;
  if (!install.letIn)
    return turn.after(async () => {
      if (e.direct) await toStranger(parts, e, await notLetIn(parts, install, e.from));
    });
  const reply = await parts.bot().receive(e);
  turn.after(async () => {
    parts.bot().acked(e);
    if (reply.toast && e.direct) await toStranger(parts, e, reply.toast);
  });
}

const notLetIn = async ({ ports }: Parts, { tenant }: Install, account: string): Promise<string> =>
  say(await ports.localeOf({ platform: 'slack', tenant }, account)).notLetIn;

const mostGreeted = 10_000;

/** The outbox knows no address of somebody it does not know; said once, and not again when that fails. */
async function toStranger(
  { clients, greeted }: Parts,
  { where, from }: Inbound,
  text: string,
): Promise<void> {
  const key = `${where.tenant}:${from}`;
  // While Slack wants us to wait nothing is said beside the outbox; the next word of theirs is answered.
  if (greeted.has(key) || clients.isBlocked(where.tenant)) return;
  if (greeted.size >= mostGreeted) greeted.clear();
  greeted.add(key);
  await clients.call(where.tenant, 'chat.postMessage', (client) =>
    client.chat.postMessage({
      channel: where.channel,
      text: escaped(text),
      unfurl_links: false,
      unfurl_media: false,
    }),
  );
}

async function membersChanged({ parts, body, install }: Told): Promise<void> {
  if (!install.letIn) return;
  await parts.bot().changed({ platform: 'slack', tenant: install.tenant }, `slack:${body.event_id}`);
}

/** Told again after minutes, it must not take away what was installed since. Slack tells the second, so all of it counts. */
async function uninstalled({ parts, body, install: { tenant, letIn } }: Told): Promise<void> {
  const toldAt = body.event_time === undefined ? undefined : new Date((body.event_time + 1) * 1000);
  if (!(await parts.installs.remove(tenant, toldAt))) return;
  parts.clients.forget(tenant);
  parts.log.info({ tenant }, 'the app was taken out of a Slack workspace');
  // Its accounts reach nobody any more.
  if (letIn) await parts.bot().changed({ platform: 'slack', tenant }, `slack:${body.event_id}`);
}

/** Somebody's own token is none of ours. */
async function tokensRevoked(told: Told): Promise<void> {
  const read = revoked.safeParse(told.body.event);
  if (read.success && (read.data.tokens?.bot?.length ?? 0) > 0) await uninstalled(told);
}

/** The second of the two that an uninstallation sends comes to nobody. */
const leaving = new Set(['app_uninstalled', 'tokens_revoked']);

export function events(parts: Parts, homes: Homes): Handler {
  async function openedHome({ parts, body, install, turn }: Told): Promise<void> {
    const read = homeOpened.safeParse(body.event);
    if (!read.success || read.data.tab !== 'home') return;
    const { user } = read.data;
    if (!install.letIn)
      return turn.after(async () => {
        const title = await notLetIn(parts, install, user);
        await homes.publish(install.tenant, user, { title, blocks: [] });
      });
    turn.after(() => homes.refresh(install.tenant, user));
  }

  const routes = new Map<string, (told: Told) => Promise<void>>([
    ['message', hear],
    ['app_home_opened', openedHome],
    ['user_change', membersChanged],
    ['team_join', membersChanged],
    ['app_uninstalled', uninstalled],
    ['tokens_revoked', tokensRevoked],
  ]);

  return handler(event, async (body, turn) => {
    const by = body.authorizations?.[0];
    const tenant = tenantOf(by?.is_enterprise_install, by?.enterprise_id, by?.team_id, body.team_id);
    const install = await admitted(parts, tenant, body.api_app_id).catch((e) => {
      if (leaving.has(body.event.type) && e instanceof Unwanted) return undefined;
      throw e;
    });
    if (install) await routes.get(body.event.type)?.({ parts, body, install, turn });
    await turn.ack();
  });
}
