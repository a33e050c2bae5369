/** What an import would do to the people there are: pure, so that preview and application cannot differ. */
import { createHash } from 'node:crypto';
import type { Day } from '../core/calendar.ts';
import { type Fields, type Finding, type Line, readLine } from './cells.ts';
import type { Column } from './columns.ts';
import type { Row } from './csv.ts';
import { checked, type Known, type Matched } from './import-checks.ts';
import { isActive, type Person, usualQuiet } from './model.ts';
import { folded, searchOf } from './search.ts';

export type Settable = Omit<Fields, 'manager'> & { email?: string; manager?: string | null };

export interface Change {
  line: number;
  /** Person id; `new:<e-mail>` for somebody who is not there yet. A manager is named the same way. */
  key: string;
  name: string;
  kind: 'new' | 'change' | 'leave';
  set: Settable;
  /** For reading; managers by name. */
  shown: { column: Column; from: string; to: string }[];
}

export interface Figures {
  lines: number;
  added: number;
  changed: number;
  leaving: number;
  same: number;
  /** Lines with findings. */
  wrong: number;
  findings: number;
  /** Active people before the import. */
  active: number;
  /** Of them, those who get another manager or none. */
  moved: number;
  /** Of them, those who leave or move. */
  touched: number;
  /** Those who keep a manager who leaves. */
  orphaned: number;
}

export interface Plan {
  changes: Change[];
  findings: Finding[];
  figures: Figures;
  /** New people who have the name of somebody who is not in the file: perhaps an address changed. */
  namesakes: string[];
  /** Afterwards nobody active would have the role HR. */
  noHr: boolean;
  /** Of all that would change: the same plan has the same. */
  digest: string;
}

/** More than a tenth of the people would be removed or get another manager. */
export const asksTwice = (f: Pick<Figures, 'touched' | 'active'>): boolean => f.touched * 10 > f.active;

export function plan(rows: readonly Row[], known: Known): Plan {
  const read = rows.map((row) => readLine(row, known.calendars));
  const lines = read.map((r) => r.line).filter((line): line is Line => line !== undefined);
  const { good, findings } = checked(
    lines,
    read.flatMap((r) => r.findings),
    known,
  );
  const nameOf = namesIn(good, known.people);
  const all = good.map((m) => change(m, nameOf, known.today));
  const changes = all.filter((c) => c.kind === 'new' || c.shown.length > 0);
  return {
    changes,
    findings,
    figures: figures(rows, all, findings, known),
    namesakes: namesakes(good, known.people),
    noHr: !afterwards(changes, known).some(
      (p) => isActive(p, known.today) && p.roles.some((r) => r === 'hr' || r === 'hrHead'),
    ),
    digest: createHash('sha256').update(JSON.stringify(changes)).digest('base64url'),
  };
}

function namesIn(good: readonly Matched[], people: readonly Person[]): (key: string) => string {
  const names = new Map(people.map((p) => [p._id, p.name]));
  for (const m of good) names.set(m.key, m.line.fields.name ?? m.person?.name ?? m.line.email);
  return (key) => names.get(key) ?? key;
}

const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : (value ?? null));
const differs = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) !== JSON.stringify(sorted(b));

/** What the line would set that is not so already. */
export function difference({ line, person, manager }: Matched): Settable {
  const { manager: _, ...fields } = line.fields;
  const next: Settable = { ...fields, email: line.email, ...(manager !== undefined && { manager }) };
  const now = (person ?? {}) as Record<string, unknown>;
  const entries = Object.entries(next).filter(([field, value]) => differs(now[field], value));
  return Object.fromEntries(entries) as Settable;
}

function change(m: Matched, nameOf: (key: string) => string, today: Day): Change {
  const set = difference(m);
  const wasActive = m.person !== undefined && m.person.left === undefined && isActive(m.person, today);
  const stays = wasActive && set.left ? 'leave' : 'change';
  const now = (m.person ?? {}) as Record<string, unknown>;
  return {
    line: m.line.line,
    key: m.key,
    name: nameOf(m.key),
    kind: m.person ? stays : 'new',
    set,
    shown: m.person
      ? Object.entries(set).map(([field, value]) => ({
          column: field === 'leave' ? 'leaveFrom' : (field as Column),
          from: readable(field, now[field], nameOf),
          to: readable(field, value, nameOf),
        }))
      : [],
  };
}

function readable(field: string, value: unknown, nameOf: (key: string) => string): string {
  if (value === undefined || value === null) return '–';
  if (field === 'manager') return nameOf(value as string);
  if (Array.isArray(value)) return value.join(', ') || '–';
  if (typeof value === 'string') return value;
  const { from, to = '' } = value as { from: Day; to?: Day };
  return `${from} – ${to}`.trim();
}

function figures(
  rows: readonly Row[],
  all: readonly Change[],
  findings: readonly Finding[],
  known: Known,
): Figures {
  const active = new Set(known.people.filter((p) => isActive(p, known.today)).map((p) => p._id));
  const of = (kind: Change['kind']) =>
    all.filter((c) => c.kind === kind && (kind === 'new' || c.shown.length > 0));
  const moved = all.filter((c) => active.has(c.key) && c.set.manager !== undefined);
  const leaving = of('leave');
  const gone = new Set(leaving.map((c) => c.key));
  const led = afterwards(all, known).filter((p) => isActive(p, known.today) && !gone.has(p._id));
  return {
    lines: rows.length,
    added: of('new').length,
    changed: of('change').length,
    leaving: leaving.length,
    same: all.filter((c) => c.kind === 'change' && c.shown.length === 0).length,
    wrong: new Set(findings.map((f) => f.line)).size,
    findings: findings.length,
    active: active.size,
    moved: moved.length,
    touched: new Set([...moved, ...leaving].map((c) => c.key)).size,
    orphaned: led.filter((p) => p.manager !== undefined && gone.has(p.manager)).length,
  };
}

function namesakes(good: readonly Matched[], people: readonly Person[]): string[] {
  const mentioned = new Set(good.map((m) => m.key));
  const others = new Set(people.filter((p) => !mentioned.has(p._id) && !p.left).map((p) => folded(p.name)));
  return good.flatMap(({ person, line }) => {
    const { name } = line.fields;
    return !person && name && others.has(folded(name)) ? [name] : [];
  });
}

/** Everybody as they would be; new people under their key. */
function afterwards(changes: readonly Change[], known: Known): Person[] {
  const byId = new Map(known.people.map((p) => [p._id, p]));
  for (const c of changes) {
    const person = byId.get(c.key);
    byId.set(c.key, merged(person ?? blank(c.key, known.usual), c.set));
  }
  return [...byId.values()];
}

/** The person with what the import sets; `null` takes a field away. */
function merged(person: Person, set: Settable): Person {
  const entries = Object.entries({ ...person, ...set });
  return Object.fromEntries(entries.filter(([, value]) => value !== null)) as unknown as Person;
}

const blank = (id: string, usual: Known['usual']): Person => ({
  name: '',
  unit: '',
  title: '',
  hired: '',
  email: '',
  roles: [],
  ...usual,
  _id: id,
  quiet: usualQuiet,
  accounts: [],
  rev: 0,
});

export function changed(person: Person, set: Settable): Person {
  const next = merged(person, set);
  return { ...next, search: searchOf(next) };
}

export function newcomer(id: string, set: Settable, usual: Known['usual']): Omit<Person, 'rev'> {
  const { rev: _, ...person } = changed(blank(id, usual), set);
  return person;
}
