/** What the adapter itself keeps: installations, rooms, whose conversation is whose, and what is too long for a button. */
import type { Connection, mongo } from 'mongoose';

/** The native collections: these documents are plain. */
export type Rows<T extends { _id: string }> = mongo.Collection<T>;

export interface InstallRow {
  /** Team id; the organisation's id for an installation in all of its workspaces. */
  _id: string;
  appId?: string;
  botUserId?: string;
  org: boolean;
  /** The organisation that the workspace belongs to, where it belongs to one. */
  enterprise?: string;
  /** Of the bot, sealed, as is the one that renews it. */
  token: string;
  refresh?: string;
  expires?: Date;
  scopes: string[];
  at: Date;
  /** Grows with every renewal. */
  rev: number;
  /** Somebody renews it until then: a renewing token counts once. */
  renewing?: Date;
}

export interface GateRow {
  _id: string;
  tenant: string;
}

export interface RoomRow {
  _id: string;
  channel: string;
  members: string[];
}

export interface ConversationRow {
  /** `tenant:channel` of a direct conversation. */
  _id: string;
  account: string;
}

export interface KeptRow {
  _id: string;
  subject: string;
  sealed: string;
  until: Date;
}

export interface TryRow {
  /** `tenant:key` of a message that may be there. */
  _id: string;
  /** When it was tried first. */
  at: Date;
  until: Date;
  waits: number;
  /** Where the search for it goes on. */
  cursor?: string;
}

export interface FileRow {
  /** What was uploaded: the digest of a picture, or the key of an attachment. */
  _id: string;
  file: string;
  until: Date;
}

export interface ManagerRow {
  _id: string;
  manager?: string;
  /** When the profile changed last. */
  updated: number;
}

export interface Collections {
  installs: Rows<InstallRow>;
  gate: Rows<GateRow>;
  rooms: Rows<RoomRow>;
  conversations: Rows<ConversationRow>;
  kept: Rows<KeptRow>;
  tries: Rows<TryRow>;
  files: Rows<FileRow>;
  managers: Rows<ManagerRow>;
}

export const collectionsOf = (connection: Connection): Collections => {
  const rows = <T extends { _id: string }>(name: string) =>
    connection.collection(`slack_${name}`) as unknown as Rows<T>;
  return {
    installs: rows('installs'),
    gate: rows('gate'),
    rooms: rows('rooms'),
    conversations: rows('conversations'),
    kept: rows('kept'),
    tries: rows('tries'),
    files: rows('files'),
    managers: rows('managers'),
  };
};

export async function createIndexes({ kept, files, tries }: Collections): Promise<void> {
  await tries.createIndex({ until: 1 }, { expireAfterSeconds: 0 });
  await kept.createIndex({ until: 1 }, { expireAfterSeconds: 0 });
  await files.createIndex({ until: 1 }, { expireAfterSeconds: 0 });
}

export const duplicate = (e: unknown): boolean => (e as { code?: unknown } | null)?.code === 11000;
export const later = (days: number): Date => new Date(Date.now() + days * 86_400_000);
