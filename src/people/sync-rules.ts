/** What a platform's members mean as lines of an import: the same preview, the same checks, the same application. */
import type { Day } from '../core/calendar.ts';
import type { Member } from '../core/platform.ts';
import type { Column } from './columns.ts';
import type { Row } from './csv.ts';
import type { Person } from './model.ts';

interface Known {
  people: readonly Person[];
  /** The person's account in this tenant belongs to `platform:tenant:account`. */
  keyOf(account: string): string;
  today: Day;
  /** The organisation's name: where the platform knows no units, everybody is in one. */
  organisation: string;
  /** Nobody is HR yet: these are, and whoever runs the workspace, until they name somebody else. */
  first?: readonly string[] | undefined;
}

const unknownTitle = '–';

export function rowsOf(members: readonly Member[], known: Known): Row[] {
  const byAccount = new Map(known.people.flatMap((p) => p.accounts.map((a) => [a, p] as const)));
  const byEmail = new Map(known.people.map((p) => [p.email, p]));
  const emails = new Map(members.map((m) => [m.account, m.email ?? unwritable(known.keyOf(m.account))]));
  const rows = members.map((m) => {
    const email = emails.get(m.account) ?? '';
    const person = byAccount.get(known.keyOf(m.account)) ?? byEmail.get(email);
    const manager = m.manager ? emails.get(m.manager) : undefined;
    if (m.gone) return person && leaver(person, known);
    if (person) return changed(m, person, manager);
    return { ...newcomer(m, manager, known), email };
  });
  return rows.filter((cells) => cells !== undefined).map((cells, i) => ({ line: i + 1, cells }));
}

/** Where a platform tells no address: one that can be written to nobody, until HR gives the real one. */
export function unwritable(key: string): string {
  const [platform = '', tenant = '', ...account] = key.toLowerCase().split(':');
  return `${account.join('.')}@${tenant}.${platform}.invalid`;
}

type Cells = Partial<Record<Column, string>>;

/** Only who is reached nowhere else has left: a second account may well be closed. */
function leaver(person: Person, { today }: Known): Cells | undefined {
  if (person.left !== undefined || person.accounts.length > 1) return undefined;
  return { email: person.email, left: today };
}

/** Zone and language are people's own settings; of the rest counts what the platform keeps. */
function changed(m: Member, person: Person, manager: string | undefined): Cells {
  const moved = m.email !== undefined && m.email !== person.email;
  return {
    email: m.email ?? person.email,
    ...(moved && { formerEmail: person.email }),
    ...(m.unit && { unit: m.unit }),
    ...(m.title && { title: m.title }),
    ...(manager && { manager }),
  };
}

function newcomer(m: Member, manager: string | undefined, { today, organisation, first }: Known): Cells {
  return {
    name: m.name,
    unit: m.unit || organisation,
    title: m.title || unknownTitle,
    hired: today,
    ...(manager && { manager }),
    ...(m.zone && { zone: m.zone }),
    ...(m.locale && { locale: m.locale }),
    ...(first && (m.admin || first.includes(m.email ?? '')) && { roles: 'hr; hrHead' }),
  };
}

/** The most common of what members say, for an organisation that nobody described yet. */
export function usual<T extends string>(said: readonly (T | undefined)[]): T | undefined {
  const counts = new Map<T, number>();
  for (const s of said) if (s !== undefined) counts.set(s, (counts.get(s) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0];
}
