/** A press whose answer reaches nobody: the connection is cut while the core is at work. */

import type { Control } from '../../kit/fake-feishu/hands.ts';
import { encrypted, signed } from '../../kit/fake-feishu/seal.ts';
import type { Desk } from './desk.ts';

export async function cutOff(
  d: Desk,
  from: string,
  { message, element }: Control,
  id: string,
): Promise<void> {
  const [behaviour] = element.behaviors as { value: unknown }[];
  const payload = {
    schema: '2.0',
    header: {
      event_id: id,
      event_type: 'card.action.trigger',
      token: d.feishu.app.verificationToken,
      tenant_key: 'tenant1',
    },
    event: {
      operator: { open_id: from },
      action: { tag: 'button', value: behaviour?.value },
      context: { open_message_id: message.id, open_chat_id: message.chat },
    },
  };
  const body = JSON.stringify({ encrypt: encrypted(d.feishu.app.encryptKey, JSON.stringify(payload)) });
  const cut = new AbortController();
  const headers = signed(d.feishu.app.encryptKey, body, Date.now() / 1000);
  const request = fetch(`${d.url}/feishu/cards`, { method: 'POST', body, headers, signal: cut.signal });
  setTimeout(() => cut.abort(), 150);
  await expect(request).rejects.toThrow();
}
