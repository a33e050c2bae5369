/** Whom Slack itself does not know: offered while somebody types a name into a form. */
import { admitted, turnedAway } from './admitted.ts';
import { keeper } from './blocks.ts';
import { elsewhereId } from './fields.ts';
import { limits } from './limits.ts';
import { optionsOf } from './options.ts';
import { suggested, tenantOf } from './payload.ts';
import { type Handler, handler } from './receiver.ts';
import type { Parts } from './turn.ts';

export function suggestions(parts: Parts): Handler {
  return handler(suggested, async (body, turn) => {
    const tenant = tenantOf(
      body.is_enterprise_install,
      body.enterprise?.id,
      body.team?.id,
      body.user.team_id,
    ) as string;
    const install = await admitted(parts, tenant, body.api_app_id);
    if (turnedAway(install, body) || body.action_id !== elsewhereId) return turn.ack({ options: [] });
    const found = await parts.ports.elsewhere({ platform: 'slack', tenant }, body.value);
    const draw = await parts.drawing.draw({ tenant, account: body.user.id }, 'view');
    const options = optionsOf(found.slice(0, limits.options), keeper(draw));
    await parts.drawing.keep(draw);
    return turn.ack({ options });
  });
}
