/** What the product hands the adapter, for tests of the adapter alone: people are named like their accounts. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Option } from '../../../src/core/card.ts';
import type { Locale } from '../../../src/core/i18n.ts';
import { silent } from '../../../src/core/log.ts';
import type { PlatformPorts } from '../../../src/core/platform.ts';

export interface Known {
  /** Persons by account. */
  [account: string]: { id: string; name: string; locale?: Locale };
}

const nameOf = ({ label }: Option) => ({ name: label });
const keyOf = (subject: string, about: string) => createHash('sha256').update(`${subject}|${about}`).digest();

/** `others`: persons without an account, who may become more. */
export function testPorts(
  connection: Connection,
  known: Known,
  others: readonly Option[] = [],
): PlatformPorts {
  const byId = new Map(Object.entries(known).map(([account, p]) => [p.id, { name: p.name, account }]));
  const named = (id: string) => byId.get(id) ?? others.filter((o) => o.value === id).map(nameOf)[0];
  return {
    connection,
    log: silent,
    now: () => new Date(),
    sealing: {
      async seal(subject, about, text) {
        const iv = randomBytes(12);
        const cipher = createCipheriv('aes-256-gcm', keyOf(subject, about), iv);
        const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
        return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
      },
      async open(subject, about, sealed) {
        const bytes = Buffer.from(sealed, 'base64');
        const opening = createDecipheriv('aes-256-gcm', keyOf(subject, about), bytes.subarray(0, 12));
        opening.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([opening.update(bytes.subarray(28)), opening.final()]).toString('utf8');
      },
    },
    persons: async (_, ids) => new Map(ids.flatMap((id) => (named(id) ? [[id, named(id)!] as const] : []))),
    personIds: async (_, accounts) =>
      new Map(accounts.flatMap((a) => (known[a] ? [[a, known[a].id] as const] : []))),
    elsewhere: async (_, typed) => others.filter((o) => o.label.includes(typed)),
    localeOf: async (_, account) => known[account ?? '']?.locale ?? 'en',
  };
}
