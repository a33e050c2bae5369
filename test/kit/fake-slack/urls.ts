/** Response URLs: five uses in thirty minutes, no token needed; an ephemeral message changes only through them. */
import { ApiError, flag, no } from './api.ts';
import type { Core } from './core.ts';
import { content, replace } from './methods-chat.ts';
import type { Json, Message } from './state.ts';

const mostUses = 5;
const lifeMs = 30 * 60_000;

interface Address {
  user: string;
  channel: string;
  /** The message whose button was pressed. */
  on?: Message;
  uses: number;
  until: number;
}

export interface Urls {
  make(core: Core, of: { user: string; channel: string; on?: Message }): string;
  /** Answers a post; the status and the body, as Slack's. */
  post(core: Core, id: string, args: Json): { status: number; body: Json | string };
  used(): number;
  /** Nothing is taken any more, as when all five uses are spent. */
  spent: boolean;
}

export function responseUrls(): Urls {
  const open = new Map<string, Address>();
  let uses = 0;
  const urls: Urls = {
    spent: false,
    make(core, of) {
      const id = core.state.id('r').toLowerCase();
      open.set(id, { ...of, uses: 0, until: core.state.time.now() + lifeMs });
      return `${core.base()}/response/${id}`;
    },
    post(core, id, args) {
      const url = open.get(id);
      if (!url) return { status: 404, body: { ok: false, error: 'invalid_url' } };
      if (core.state.time.now() > url.until)
        return { status: 404, body: { ok: false, error: 'expired_url' } };
      if (urls.spent || url.uses >= mostUses) return { status: 404, body: { ok: false, error: 'used_url' } };
      try {
        respond(core, url, args);
      } catch (e) {
        if (e instanceof ApiError) return { status: 500, body: { ok: false, error: e.message, ...e.extra } };
        throw e;
      }
      url.uses += 1;
      uses += 1;
      core.changed();
      return { status: 200, body: 'ok' };
    },
    used: () => uses,
  };
  return urls;
}

function respond(core: Core, url: Address, args: Json) {
  if (flag(args, 'delete_original')) {
    if (!url.on) return no('no_original');
    url.on.deleted = true;
    return;
  }
  const { version, warnings } = content(core, args);
  core.ledger.warnings.push(...warnings);
  if (flag(args, 'replace_original') && url.on) {
    replace(url.on, version);
    return;
  }
  answer(core, url, version, String(args.response_type ?? 'ephemeral'));
}

/** What a command or button is answered with: for that person's eyes unless it says `in_channel`. */
export function answer(
  core: Core,
  of: { user: string; channel: string },
  version: { text: string; blocks: Json[] },
  type: string,
) {
  const where = core.state.conversations.get(of.channel);
  if (!where) return no('channel_not_found');
  const install = core.installFor(where.team);
  core.state.messages.push({
    ...version,
    ts: core.state.ts(),
    channel: of.channel,
    team: where.team,
    user: install.botUser,
    byApp: true,
    files: [],
    before: [],
    deleted: false,
    ...(type !== 'in_channel' && { only: of.user }),
  });
}
