/** `/perf …`, and the shortcuts that stand for a command. */
import type { z } from 'zod';
import { type Away, admitted, turnedAway } from './admitted.ts';
import { type Place, whisper } from './answers.ts';
import { ask } from './asking.ts';
import { keyOf } from './kept.ts';
import { say } from './messages.ts';
import { escaped, typed } from './mrkdwn.ts';
import { command, shortcut, tenantOf } from './payload.ts';
import { type Handler, handler, Unwanted } from './receiver.ts';
import { arrived, type Parts, type Turn } from './turn.ts';

const wordsFor = async (parts: Parts, place: Place, why: Away): Promise<string> =>
  say((await parts.drawing.draw(place, 'view')).locale)[why];

export function commands(parts: Parts): Handler {
  return handler(command, async (body, turn) => {
    const tenant = tenantOf(body.is_enterprise_install, body.enterprise_id, body.team_id);
    const install = await admitted(parts, tenant, body.api_app_id);
    const [team, account, text] = [tenant as string, body.user_id, typed(body.text)];
    const place: Place = { tenant: team, account, trigger: body.trigger_id, responseUrl: body.response_url };
    const away = turnedAway(install);
    if (away)
      return turn.ack({ response_type: 'ephemeral', text: escaped(await wordsFor(parts, place, away)) });
    const id = keyOf(
      'command',
      team,
      account,
      body.command,
      body.text,
      body.channel_id ?? '',
      body.trigger_id ?? '',
    );
    const e = {
      ...arrived(id, parts.ports.now(), account, team, body.channel_id ?? account),
      kind: 'command' as const,
      name: body.command.replace(/^\//, ''),
      text,
    };
    await ask(parts, turn, { place, e, opens: parts.bot().opens({ command: text }), inAck: true });
  });
}

/** By callback id: what would have been typed. */
export const shortcutCommands: Readonly<Record<string, string>> = {
  give_feedback: 'feedback',
  give_kudos: 'kudos',
  feedback_on_message: 'feedback',
  kudos_on_message: 'kudos',
};

type Shortcut = z.infer<typeof shortcut>;

export function shortcuts(parts: Parts): Handler {
  async function take(body: Shortcut, turn: Turn): Promise<void> {
    const tenant = tenantOf(
      body.is_enterprise_install,
      body.enterprise?.id,
      body.team?.id,
      body.user.team_id,
    );
    const install = await admitted(parts, tenant, body.api_app_id);
    const name = shortcutCommands[body.callback_id];
    if (!name) throw new Unwanted('no such shortcut');
    const [team, account] = [tenant as string, body.user.id];
    const place: Place = { tenant: team, account, trigger: body.trigger_id, responseUrl: body.response_url };
    const away = turnedAway(install, body);
    if (away) {
      await turn.ack();
      return turn.after(async () => whisper(parts, place, await wordsFor(parts, place, away)));
    }
    // On a message it is about whoever wrote it.
    const about = body.message?.user && body.message.user !== account ? ` <@${body.message.user}>` : '';
    const text = `${name}${about}`;
    const e = {
      ...arrived(
        keyOf('shortcut', team, account, body.callback_id, body.action_ts ?? '', body.trigger_id ?? ''),
        parts.ports.now(),
        account,
        team,
        account,
      ),
      kind: 'command' as const,
      name: 'perf',
      text,
    };
    await ask(parts, turn, { place, e, opens: parts.bot().opens({ command: text }) });
  }
  return handler(shortcut, take);
}
