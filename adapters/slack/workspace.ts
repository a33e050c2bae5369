/** The one workspace of SLACK_BOT_TOKEN. Which one it is, Slack says when it is first asked. */
import type { Log } from '../../src/core/log.ts';
import { type Client, newClient } from './clients.ts';
import { codeOf } from './errors.ts';
import type { Install, Installs } from './installs.ts';

const firstWaitMs = 1000;
const longestWaitMs = 60_000;

async function whoIs(client: Client): Promise<Install | undefined> {
  const who = await client.auth.test();
  const org = who.is_enterprise_install === true;
  const tenant = org ? who.enterprise_id : who.team_id;
  if (!tenant) return undefined;
  // Only to notice what another app sent here; without the permission it goes unnoticed.
  const bot = who.bot_id && (await client.bots.info({ bot: who.bot_id }).catch(() => undefined));
  const appId = bot ? bot.bot?.app_id : undefined;
  return {
    tenant,
    org,
    letIn: true,
    ...(who.user_id && { botUserId: who.user_id }),
    ...(appId && { appId }),
  };
}

export function oneWorkspace(token: string, apiUrl: string | undefined, log: Log): Installs {
  const client = newClient(token, apiUrl);
  let install: Install | undefined;
  let asking: Promise<Install | undefined> | undefined;
  let taken = false;
  let timer: NodeJS.Timeout | undefined;

  /** Taken out it stays unknown until its token works again; a token that is only mistyped says nothing about that. */
  const ask = async () => {
    install = await whoIs(client).catch((e) => {
      if (taken && codeOf(e)) return undefined;
      throw e;
    });
    return install;
  };

  const asked = () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  function persist(wait = firstWaitMs): void {
    asked().catch((e) => {
      log.error({ code: codeOf(e) ?? 'no answer' }, 'Slack does not answer auth.test; asked again soon');
      timer = setTimeout(() => persist(Math.min(wait * 2, longestWaitMs)), wait);
      timer.unref();
    });
  }

  const known = async () => install ?? (await asked());
  return {
    async of(tenant) {
      const found = await known();
      return found?.tenant === tenant ? found : undefined;
    },
    tenants: async () =>
      await known()
        .catch(() => undefined)
        .then((found) => (found ? [found.tenant] : [])),
    waiting: async () => [],
    tokenOf: async () => token,
    keep: async () => undefined,
    async remove(tenant) {
      log.warn({ tenant }, 'the app was taken out of the workspace of SLACK_BOT_TOKEN');
      taken = true;
      install = undefined;
      return true;
    },
    start: () => persist(),
    stop: () => clearTimeout(timer),
  };
}
