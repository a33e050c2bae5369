/** Small records: when a key was first tried, rooms, who was welcomed, tenants and zones that were seen, the month's calls. */
import type { Connection } from 'mongoose';

export interface Room {
  _id: string;
  chat: string;
  members: string[];
  /** Nobody but the bot adds members. */
  closed?: boolean;
}

/** Longer than any outbox waits: a note that is missing means that there was no try. */
const trySeconds = 30 * 86_400;
const mostRemembered = 20_000;
export const isDuplicate = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 11000;
/** Feishu's month is Beijing's. */
const monthOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7);

function tryRecords(connection: Connection) {
  const tries = () => connection.collection<{ _id: string; at: Date }>('feishu_tries');
  return {
    async open(): Promise<void> {
      await tries().createIndex({ at: 1 }, { expireAfterSeconds: trySeconds });
    },
    /** Notes a try that nothing can have come of before. */
    async tried(uuid: string): Promise<void> {
      await tries().updateOne({ _id: uuid }, { $set: { at: new Date() } }, { upsert: true });
    },
    firstTry: async (uuid: string): Promise<Date | undefined> => (await tries().findOne({ _id: uuid }))?.at,
  };
}

function roomRecords(connection: Connection) {
  const rooms = () => connection.collection<Room>('feishu_rooms');
  return {
    room: async (key: string): Promise<Room | undefined> =>
      (await rooms().findOne({ _id: key })) ?? undefined,
    roomOf: async (chat: string): Promise<Room | undefined> => (await rooms().findOne({ chat })) ?? undefined,
    async keepRoom(key: string, chat: string, members: string[]): Promise<void> {
      await rooms().updateOne({ _id: key }, { $set: { chat, members } }, { upsert: true });
    },
    async closedRoom(key: string): Promise<void> {
      await rooms().updateOne({ _id: key }, { $set: { closed: true } });
    },
  };
}

/** An event of the calendar, and which change of it was told last; without `event` it was taken back. */
export interface Booked {
  _id: string;
  event?: string;
  sequence: number;
}

function bookRecords(connection: Connection) {
  const events = () => connection.collection<Booked>('feishu_events');
  return {
    booked: async (uid: string): Promise<Booked | undefined> =>
      (await events().findOne({ _id: uid })) ?? undefined,
    async keepBooked(booked: Booked): Promise<void> {
      await events().replaceOne({ _id: booked._id }, booked, { upsert: true });
    },
  };
}

function welcomeRecords(connection: Connection) {
  const welcomed = () => connection.collection<{ _id: string; event: string }>('feishu_welcomed');
  const eventOf = async (who: string) => (await welcomed().findOne({ _id: who }))?.event;
  return {
    /** True for the one event that welcomes this person, on each of its deliveries. */
    async welcomes(who: string, event: string): Promise<boolean> {
      const known = await eventOf(who);
      if (known) return known === event;
      try {
        await welcomed().insertOne({ _id: who, event });
        return true;
      } catch (e) {
        if (!isDuplicate(e)) throw e;
        return (await eventOf(who)) === event;
      }
    },
  };
}

function seenRecords(connection: Connection) {
  const tenants = () => connection.collection<{ _id: string; at: Date }>('feishu_tenants');
  const zones = () => connection.collection<{ _id: string; zone: string }>('feishu_zones');
  const met = new Set<string>();
  const zoned = new Map<string, string>();
  return {
    async met(tenant: string): Promise<void> {
      if (met.has(tenant)) return;
      await tenants().updateOne({ _id: tenant }, { $set: { at: new Date() } }, { upsert: true });
      met.add(tenant);
    },
    async onlyTenant(tenant: string): Promise<void> {
      await tenants().updateOne({ _id: tenant }, { $set: { at: new Date() } }, { upsert: true });
      await tenants().deleteMany({ _id: { $ne: tenant } });
      met.clear();
      met.add(tenant);
    },
    tenants: async (): Promise<string[]> => (await tenants().find().toArray()).map((t) => t._id),
    /** Feishu's address book has no time zones; who presses a button tells theirs. */
    async zone(account: string, zone: string): Promise<void> {
      if (zoned.get(account) === zone) return;
      await zones().updateOne({ _id: account }, { $set: { zone } }, { upsert: true });
      if (zoned.size < mostRemembered) zoned.set(account, zone);
    },
    zones: async (): Promise<ReadonlyMap<string, string>> =>
      new Map((await zones().find().toArray()).map((z) => [z._id, z.zone])),
  };
}

export const freeCalls = 10_000;

function callRecords(connection: Connection) {
  const calls = () => connection.collection<{ _id: string; n: number }>('feishu_calls');
  let unwritten = 0;
  const written = async (): Promise<number | undefined> =>
    (await calls().findOne({ _id: monthOf(new Date()) }))?.n;
  const callsThisMonth = async (): Promise<number> => ((await written()) ?? 0) + unwritten;
  return {
    counted(): void {
      unwritten += 1;
    },
    /** Writes down what was counted. */
    async flush(): Promise<void> {
      const n = unwritten;
      if (n === 0) return;
      unwritten = 0;
      await calls().updateOne({ _id: monthOf(new Date()) }, { $inc: { n } }, { upsert: true });
    },
    callsThisMonth,
    /** Was any call ever counted here this month? A store that is not the bot's own knows of none. */
    counts: async (): Promise<boolean> => unwritten > 0 || (await written()) !== undefined,
    /** As free editions count, for all own apps together: nothing tells which edition this is. */
    callsLeft: async (): Promise<number> => Math.max(0, freeCalls - (await callsThisMonth())),
  };
}

export const recording = (connection: Connection) => ({
  ...tryRecords(connection),
  ...roomRecords(connection),
  ...bookRecords(connection),
  ...welcomeRecords(connection),
  ...seenRecords(connection),
  ...callRecords(connection),
});

export type Recording = ReturnType<typeof recording>;
