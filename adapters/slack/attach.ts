/** Files that the bot gives: uploaded, noted under their key, and only then shown, so that a second try finds the first. */
import type { Address, NamedFile, Receipt } from '../../src/core/platform.ts';
import type { Clients } from './clients.ts';
import { isAccount } from './conversations.ts';
import { opened, receiptAt, searched } from './looking.ts';
import { type Collections, later } from './model.ts';
import type { Uploads } from './uploads.ts';

const keptDays = 30;

export function attaching({ files }: Collections, clients: Clients, uploads: Uploads) {
  return async (to: Address, file: NamedFile, key: string, again = false): Promise<Receipt> => {
    const { tenant, thread } = to;
    const channel = isAccount(to.channel) ? await opened(clients, tenant, to.channel) : to.channel;
    const place = { ...to, channel };
    const id = `attach:${tenant}:${key}`;
    const known = again ? await files.findOne({ _id: id }) : null;
    const before = known?.file;
    const since = known ? new Date(known.until.getTime() - keptDays * 86_400_000) : undefined;
    const there =
      before &&
      (await searched(clients, place, {
        since,
        isIt: (m) => m.files?.some((f) => f.id === before) ?? false,
      }));
    if (there) return there;
    const uploaded = await uploads.begin(tenant, file);
    await files.updateOne(
      { _id: id },
      { $set: { file: uploaded, until: later(keptDays) } },
      { upsert: true },
    );
    await uploads.complete(
      tenant,
      { id: uploaded, title: file.name },
      { channel, ...(thread && { thread }) },
    );
    // Slack shares it a moment later and tells nobody the message; a file is never edited, so its own id will do.
    return { ...receiptAt(tenant, channel, String(Date.now() / 1000), thread), messageId: uploaded };
  };
}
