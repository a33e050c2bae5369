/** A platform that remembers: what everybody sees now, in order, edits applied. Idempotent by key, as real ones are made. */
import type { Button, Card, Choices, Reply } from '../../src/core/card.ts';
import type { Clock } from '../../src/core/clock.ts';
import type { Adapter, FileRef, Inbound, NamedFile, Receipt } from '../../src/core/platform.ts';

export interface Message {
  id: string;
  to: string;
  card: Card;
  receipt: Receipt;
  edits: number;
  file?: NamedFile;
}

export interface FakePlatform extends Adapter {
  seenBy(person: string): Message[];
  /** The ack reached the platform: a replaced card stands there now. */
  answered(e: Inbound, reply: Reply): void;
  heard(person: string, text: string): string;
  find(
    person: string,
    label: string,
    on?: string,
  ): { button: Button | Choices; value?: string; message: Message };
  upload(file: NamedFile): string;
  file(id: string): FileRef;
  count(): number;
  all(): Message[];
}

export function fakePlatform(clock: Clock, name = 'web'): FakePlatform {
  const messages = new Map<string, Message>();
  const rooms = new Map<string, Set<string>>();
  const files = new Map<string, NamedFile>();
  let count = 0;
  const seenBy = (person: string) =>
    [...messages.values()].filter((m) => m.to === `dm:${person}` || rooms.get(m.to)?.has(person));
  const put = (to: string, card: Card, key: string, file?: NamedFile): Receipt => {
    const known = messages.get(key);
    if (known) return known.receipt;
    count += 1;
    const receipt = {
      at: { platform: name, tenant: 'local', channel: to },
      messageId: key,
      sentAt: clock.now(),
    };
    messages.set(key, { id: key, to, card, receipt, edits: 0, ...(file && { file }) });
    return receipt;
  };
  return {
    name,
    can: {
      forms: 'page',
      editableDays: Number.POSITIVE_INFINITY,
      hearsEdits: true,
      answersMessages: true,
      perMinute: Number.POSITIVE_INFINITY,
      learnsPace: false,
      gapMs: 0,
      atOnce: 1,
      limits: { cardBytes: 500_000, elements: 400, text: 12_000, buttons: 25, options: 500, token: 4000 },
    },
    start: async () => {},
    stop: async () => {},
    send: async (to, card, key) => put(to.channel, card, key),
    async edit(sent, card) {
      const message = messages.get(sent.messageId);
      if (message) messages.set(message.id, { ...message, card, edits: message.edits + 1 });
    },
    direct: async (account) => ({ platform: name, tenant: 'local', channel: `dm:${account}` }),
    tenants: async () => ['local'],
    members: async () => [],
    examine: async () => [],
    callsLeft: async () => undefined,
    async room(_, key, __, members) {
      const channel = `room:${key}`;
      rooms.set(channel, new Set([...(rooms.get(channel) ?? []), ...members]));
      return { platform: name, tenant: 'local', channel };
    },
    async invite(room, members) {
      for (const m of members) rooms.get(room.channel)?.add(m);
    },
    async remove(room, members) {
      for (const m of members) rooms.get(room.channel)?.delete(m);
    },
    attach: async (to, file, key) => put(to.channel, { title: file.name, blocks: [] }, key, file),
    async fetchFile(ref) {
      const file = files.get(ref.id);
      if (!file) throw new Error(`no file ${ref.id}`);
      return file.bytes;
    },
    seenBy,
    answered(e, reply) {
      if ((e.kind === 'press' || e.kind === 'submit') && e.on && reply.card) {
        const message = messages.get(e.on.messageId);
        if (message) messages.set(message.id, { ...message, card: reply.card, edits: message.edits + 1 });
      } else if (reply.card && e.kind !== 'home') put(e.where.channel, reply.card, `answer:${e.id}`);
    },
    heard: (person) => {
      count += 1;
      return `said:${person}:${count}`;
    },
    find(person, label, on) {
      for (const message of seenBy(person).reverse()) {
        if (on && !message.card.title.includes(on)) continue;
        const found = buttonIn(message.card, label);
        if (found) return { ...found, message };
      }
      throw new Error(`${person} sees no button “${label}”${on ? ` on “${on}”` : ''}`);
    },
    upload(file) {
      count += 1;
      files.set(`file${count}`, file);
      return `file${count}`;
    },
    file(id) {
      const file = files.get(id);
      if (!file) throw new Error(`no file ${id}`);
      return { id, name: file.name, type: file.type, size: file.bytes.length };
    },
    count: () => count,
    all: () => [...messages.values()],
  };
}

function buttonIn(card: Card, label: string): { button: Button | Choices; value?: string } | undefined {
  for (const block of card.blocks) {
    if (block.type === 'actions') {
      const button = block.items.find((b) => b.label === label);
      if (button) return { button };
    }
    if (block.type === 'choices') {
      const option = block.options.find((o) => o.label === label || `${block.label}: ${o.label}` === label);
      if (option) return { button: block, value: option.value };
    }
  }
  return undefined;
}
