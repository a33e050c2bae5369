/** The console's API as the page sees it; cards and forms are the core's own types. */
import type { Card, Form, Reply } from '../../../src/core/card.ts';

export type { Card, Form, Reply };
export type Lang = 'en' | 'zh';

export interface Person {
  id: string;
  name: string;
  unit: string;
  title: string;
  locale: string;
  timeZone: string;
  roles: string[];
  managerId?: string | null;
  unread: number;
}

export type FileRef = string | { file: string; name?: string };

export interface Item {
  seq: number;
  at: string;
  key: string;
  from: string;
  room?: string;
  text?: string;
  card?: Card;
  files?: FileRef[];
  edited?: boolean;
}

export interface Room {
  id: string;
  name: string;
  members: string[];
}

export interface Feed {
  seq: number;
  items: Item[];
  rooms: Room[];
}

export interface Clock {
  now: string;
  next?: string | null;
}

export interface Deed {
  person: string;
  what: string;
}

export const langOf = (locale: string | undefined): Lang =>
  locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** A token is a string that starts with its action's name, then a space. */
export const actionOf = (token: string): string => token.split(' ', 1)[0] ?? token;
