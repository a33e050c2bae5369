/** What is read from the fake afterwards: where it is found, what was posted, what everybody sees. */
import type { Core } from './core.ts';
import { messageText } from './seen.ts';
import type { User } from './user.ts';

/** The variables with which the product finds this Slack. */
export function envOf(core: Core, mode: 'http' | 'socket' | 'oauth'): Record<string, string> {
  const { app, state } = core;
  const common = { SLACK_API_URL: `${core.base()}/api/` };
  const token = { SLACK_BOT_TOKEN: state.installs[0]?.token ?? '' };
  if (mode === 'socket') return { ...common, ...token, SLACK_APP_TOKEN: app.appToken };
  const signed = { ...common, SLACK_SIGNING_SECRET: app.signingSecret };
  if (mode === 'http') return { ...signed, ...token };
  return {
    ...signed,
    SLACK_CLIENT_ID: app.clientId,
    SLACK_CLIENT_SECRET: app.clientSecret,
    SLACK_STATE_SECRET: 'state-secret-of-the-fake',
  };
}

/** Accepted messages of the app by what their metadata says, with how often. */
export function postsOf(core: Core): Map<string, number> {
  const counts = new Map<string, number>();
  for (const m of core.state.messages) {
    if (!m.byApp || !m.metadata) continue;
    const key = `${m.team} ${JSON.stringify(m.metadata.event_payload)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What everybody sees in the end, conversation by conversation. */
export function ledgerText(core: Core): string {
  const rooms = [...core.state.conversations.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return rooms
    .map((room) => {
      const said = core.state.messages.filter((m) => m.channel === room.id && !m.deleted);
      const who = [...room.members].sort().join(' ');
      const lines = said.map(
        (m) => `${m.byApp ? 'bot' : m.user}${m.only ? ` to ${m.only}` : ''}: ${messageText(core, m)}`,
      );
      return `== ${room.kind} ${room.name} ${who}\n${lines.join('\n')}`;
    })
    .join('\n\n');
}

/**
 * What lasts of what one person sees. Words for their eyes only are gone with the next reload, and stand in a window
 * instead where an answer took long.
 */
export const lasting = (core: Core, user: User): string =>
  user
    .messages()
    .filter((m) => m.only === undefined)
    .map((m) => `${m.byApp ? '' : '> '}${messageText(core, m)}`)
    .join('\n\n');

/** Everything in one person's sight. */
export function seen(core: Core, user: User): string {
  const kept = user
    .messages()
    .map((m) => `${m.byApp ? '' : '> '}${m.only ? '(only you) ' : ''}${messageText(core, m)}`);
  return kept.join('\n\n');
}
