/** Whose direct conversation a channel is: learned where both are known, so that an edit is drawn for its reader. */
import type { Collections } from './model.ts';

export interface Conversations {
  accountOf(tenant: string, channel: string): Promise<string | undefined>;
  note(tenant: string, channel: string, account: string): Promise<void>;
}

const mostKnown = 20_000;
/** Of a person, not of a conversation: a message may be sent to either. */
export const isAccount = (channel: string): boolean => /^[UW]/.test(channel);

export function conversing({ conversations }: Collections): Conversations {
  const known = new Map<string, string>();
  const remember = (id: string, account: string) => {
    if (known.size >= mostKnown) known.clear();
    known.set(id, account);
  };
  return {
    async accountOf(tenant, channel) {
      if (isAccount(channel)) return channel;
      if (!channel.startsWith('D')) return undefined;
      const id = `${tenant}:${channel}`;
      const account = known.get(id) ?? (await conversations.findOne({ _id: id }))?.account;
      if (account) remember(id, account);
      return account;
    },
    async note(tenant, channel, account) {
      const id = `${tenant}:${channel}`;
      if (!channel.startsWith('D') || known.get(id) === account) return;
      remember(id, account);
      try {
        await conversations.updateOne({ _id: id }, { $set: { account } }, { upsert: true });
      } catch (e) {
        known.delete(id);
        throw e;
      }
    },
  };
}
