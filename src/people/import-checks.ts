/** Checks of an import that need more than one line: who is who, who leads whom. A line that fails is left out, and the rest is checked again. */
import type { Day } from '../core/calendar.ts';
import type { Locale } from '../core/i18n.ts';
import type { Finding, Line } from './cells.ts';
import type { Column } from './columns.ts';
import { findCircles, type InLine } from './lines.ts';
import type { Reason } from './messages-reasons.ts';
import { isActive, type Person } from './model.ts';

/** How things stand when the file comes. */
export interface Known {
  people: readonly Person[];
  /** Ids of the holiday calendars. */
  calendars: ReadonlySet<string>;
  today: Day;
  /** Who imports. */
  by: string;
  /** What new people get where the file says nothing. */
  usual: { zone: string; locale: Locale; calendar: string };
}

/** A line and the person that it is about. */
export interface Matched {
  line: Line;
  key: string;
  person?: Person;
  /** Key of the manager that the line names; `null` for none. */
  manager?: string | null;
}

type Wrong = (line: Line, reason: Reason, column: Column, word?: string) => void;

export function checked(
  lines: readonly Line[],
  before: readonly Finding[],
  known: Known,
): { good: Matched[]; findings: Finding[] } {
  const findings = [...before];
  const said = new Set<string>();
  const wrong: Wrong = ({ line }, reason, column, word) => {
    const key = `${line} ${reason} ${column}`;
    if (said.has(key)) return;
    said.add(key);
    findings.push({ line, reason, column, ...(word !== undefined && { word }) });
  };
  let good = matched(lines, known, wrong);
  for (let count = -1; count !== findings.length; ) {
    count = findings.length;
    const bad = new Set(findings.map((f) => f.line));
    good = led(
      good.filter((m) => !bad.has(m.line.line)),
      lines,
      known,
      wrong,
    );
    if (count !== findings.length) continue;
    circles(good, known, wrong);
    units(good, known, wrong);
    own(good, known, wrong);
  }
  return { good, findings: findings.sort((a, b) => a.line - b.line) };
}

/** Who is meant by a line. */
function matched(lines: readonly Line[], known: Known, wrong: Wrong): Matched[] {
  const byEmail = new Map(known.people.map((p) => [p.email, p]));
  const found = lines.map((line): Matched => {
    const person = whose(line, byEmail, wrong);
    if (!person) complete(line, wrong);
    return { line, key: person?._id ?? `new:${line.email}`, ...(person && { person }) };
  });
  alone(found, (m) => m.line.email, wrong);
  alone(found, (m) => m.key, wrong);
  return found;
}

/** The person with the former address, else the one with the present. */
function whose(line: Line, byEmail: ReadonlyMap<string, Person>, wrong: Wrong): Person | undefined {
  const present = byEmail.get(line.email);
  if (!line.formerEmail) return present;
  const former = byEmail.get(line.formerEmail);
  if (!former && !present) wrong(line, 'former', 'formerEmail');
  if (former && present && former !== present) wrong(line, 'taken', 'email');
  return former ?? present;
}

/** Nothing may stand twice: neither of two such lines is taken. */
function alone(found: readonly Matched[], by: (m: Matched) => string, wrong: Wrong): void {
  const lines = new Map<string, Line[]>();
  for (const m of found) lines.set(by(m), [...(lines.get(by(m)) ?? []), m.line]);
  for (const same of lines.values()) {
    if (same.length < 2) continue;
    for (const line of same) {
      const others = same.filter((other) => other !== line).map((other) => other.line);
      wrong(line, 'duplicate', 'email', others.slice(0, 3).join(', '));
    }
  }
}

/** Somebody new needs more than an address. */
function complete(line: Line, wrong: Wrong): void {
  for (const column of ['name', 'unit', 'title', 'hired'] as const)
    if (line.fields[column] === undefined) wrong(line, 'missing', column);
}

/** Finds the manager that each line names. */
function led(good: readonly Matched[], lines: readonly Line[], known: Known, wrong: Wrong): Matched[] {
  const keys = new Map(known.people.map((p) => [p.email, p._id]));
  for (const m of good) keys.set(m.line.email, m.key);
  const named = new Set(lines.map((line) => line.email));
  const gone = whoIsGone(good, known);
  return good.map((m) => {
    const { manager } = m.line.fields;
    if (manager === undefined) return m;
    if (manager === null) return { ...m, manager };
    const key = keys.get(manager);
    const reason = managerTrouble(m.key, key, named.has(manager), gone);
    if (reason) wrong(m.line, reason, 'manager', manager);
    return key === undefined ? m : { ...m, manager: key };
  });
}

function managerTrouble(
  key: string,
  manager: string | undefined,
  inFile: boolean,
  gone: (key: string) => boolean,
): Reason | undefined {
  if (manager === undefined) return inFile ? 'managerLine' : 'manager';
  if (manager === key) return 'self';
  return gone(manager) && !gone(key) ? 'managerLeft' : undefined;
}

/** Whose last day is over, the file's last days included. */
function whoIsGone(good: readonly Matched[], { people, today }: Known): (key: string) => boolean {
  const lastDays = new Map<string, Day | null | undefined>(people.map((p) => [p._id, p.left]));
  for (const { key, line } of good) if (line.fields.left !== undefined) lastDays.set(key, line.fields.left);
  return (key) => (lastDays.get(key) ?? today) < today;
}

/** A circle is the fault of the lines that would close it; one that is there already is found by the launch check. */
function circles(good: readonly Matched[], known: Known, wrong: Wrong): void {
  const lines = new Map<string, InLine>(known.people.map((p) => [p._id, p]));
  const names = new Map(known.people.map((p) => [p._id, p.name]));
  for (const { key, line, person, manager } of good) {
    names.set(key, line.fields.name ?? person?.name ?? line.email);
    if (manager !== undefined) lines.set(key, { _id: key, ...(manager !== null && { manager }) });
  }
  const changed = new Map(good.filter((m) => m.manager !== m.person?.manager).map((m) => [m.key, m.line]));
  for (const circle of findCircles([...lines.values()])) {
    const shown = [...circle, circle[0] ?? ''].slice(0, 8).map((key) => names.get(key) ?? key);
    for (const key of circle) {
      const line = changed.get(key);
      if (line) wrong(line, 'circle', 'manager', shown.join(' → '));
    }
  }
}

function units(good: readonly Matched[], known: Known, wrong: Wrong): void {
  const there = new Set([
    ...known.people.filter((p) => isActive(p, known.today)).map((p) => p.unit),
    ...good.map((m) => m.line.fields.unit),
  ]);
  for (const { line } of good) {
    const missing = line.fields.partnerOf?.find((unit) => !there.has(unit));
    if (missing !== undefined) wrong(line, 'unit', 'partnerOf', missing);
  }
}

/** Nobody gives themself a role, another manager or more units. */
function own(good: readonly Matched[], known: Known, wrong: Wrong): void {
  const mine = good.find((m) => m.key === known.by);
  if (!mine?.person) return;
  const { roles, partnerOf = [], manager } = mine.person;
  const { fields } = mine.line;
  const other = (a: readonly string[], b: readonly string[]) =>
    [...a].sort().join('\n') !== [...b].sort().join('\n');
  if (fields.roles && other(fields.roles, roles)) wrong(mine.line, 'own', 'roles');
  if (fields.partnerOf !== undefined && other(fields.partnerOf ?? [], partnerOf))
    wrong(mine.line, 'own', 'partnerOf');
  if (mine.manager !== undefined && (mine.manager ?? undefined) !== manager)
    wrong(mine.line, 'own', 'manager');
}
