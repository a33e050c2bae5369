/** What the cells of an import mean: dates, zones, languages, roles. What is wrong becomes a finding, never an exception. */
import type { Day } from '../core/calendar.ts';
import { isDay } from '../core/calendar.ts';
import type { Locale } from '../core/i18n.ts';
import type { Column } from './columns.ts';
import type { Row } from './csv.ts';
import type { Reason } from './messages-reasons.ts';
import type { Role } from './model.ts';
import { zoneNamed, zonesLike } from './zones.ts';

export interface Finding {
  line: number;
  reason: Reason;
  column: Column;
  /** What the reason's sentence needs: a suggestion, another line's number. */
  word?: string;
}

/** What a line says. A field that is missing stays as it is; `null` takes away what was there. */
export interface Fields {
  name?: string;
  unit?: string;
  title?: string;
  /** E-mail of the manager. */
  manager?: string | null;
  hired?: Day;
  left?: Day | null;
  leave?: { from: Day; to?: Day } | null;
  zone?: string;
  locale?: Locale;
  calendar?: string;
  roles?: Role[];
  partnerOf?: string[] | null;
}

export interface Line {
  line: number;
  email: string;
  formerEmail?: string;
  fields: Fields;
}

const mostLetters = 300;
const wide = (text: string) => text.normalize('NFKC').trim();
const emails = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/;

export const emailIn = (cell: string): string | undefined => {
  const text = wide(cell).toLowerCase();
  return text.length <= 254 && emails.test(text) ? text : undefined;
};

/** 2027-01-05, 2027/1/5, 2027.1.5, 2027年1月5日. Day-first and month-first look alike, so neither is taken. */
export function dayInCell(cell: string): Day | undefined {
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?( 00?:00(:00)?)?$/.exec(
    wide(cell),
  );
  if (!found) return undefined;
  const [, year = '', month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) && year >= '1900' && year < '2200' ? day : undefined;
}

const plainWord = (text: string) =>
  wide(text)
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
const localeWords: Record<string, Locale> = {
  en: 'en',
  engb: 'en',
  enus: 'en',
  english: 'en',
  英文: 'en',
  英语: 'en',
  zh: 'zh',
  zhcn: 'zh',
  zhhans: 'zh',
  chinese: 'zh',
  中文: 'zh',
  简体中文: 'zh',
  汉语: 'zh',
};
const roleWords: Record<string, Role> = {
  hr: 'hr',
  人力资源: 'hr',
  人事: 'hr',
  人力: 'hr',
  hrhead: 'hrHead',
  headofhr: 'hrHead',
  hr负责人: 'hrHead',
  人力资源负责人: 'hrHead',
  hrbp: 'hrbp',
  hr业务伙伴: 'hrbp',
  executive: 'executive',
  高管: 'executive',
  高层: 'executive',
};
const listed = (cell: string) =>
  cell
    .split(/[;；,，、|/\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);
const own = <T>(table: Record<string, T>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** Reads the cells of a line; calls `wrong` for each that cannot be meant. */
interface Reading {
  cell(column: Column): string | undefined;
  wrong(reason: Reason, column: Column, word?: string): void;
  calendars: ReadonlySet<string>;
}

/** @returns the line without the fields that were wrong, or nothing without an address. */
export function readLine(row: Row, calendars: ReadonlySet<string>): { line?: Line; findings: Finding[] } {
  const findings: Finding[] = [];
  const at: Reading = {
    cell: (column) => row.cells[column],
    wrong: (reason, column, word) =>
      findings.push({ line: row.line, reason, column, ...(word !== undefined && { word }) }),
    calendars,
  };
  const email = emailIn(at.cell('email') ?? '');
  if (!email) {
    at.wrong(at.cell('email') ? 'email' : 'missing', 'email');
    return { findings };
  }
  const formerEmail = addressIn(at, 'formerEmail');
  const fields = { ...texts(at), ...dates(at), ...choices(at), ...lists(at) };
  return { line: { line: row.line, email, ...(formerEmail && { formerEmail }), fields }, findings };
}

function addressIn(at: Reading, column: Column): string | undefined {
  const cell = at.cell(column);
  if (!cell) return undefined;
  const email = emailIn(cell);
  if (!email) at.wrong('email', column);
  return email;
}

function texts(at: Reading): Fields {
  const fields: Fields = {};
  for (const column of ['name', 'unit', 'title'] as const) {
    const cell = at.cell(column);
    if (cell === undefined) continue;
    if (cell === '') at.wrong('missing', column);
    else if ([...cell].length > mostLetters) at.wrong('tooLong', column);
    else fields[column] = cell.replace(/\s+/g, ' ');
  }
  if (at.cell('manager') === '') fields.manager = null;
  const manager = addressIn(at, 'manager');
  if (manager) fields.manager = manager;
  return fields;
}

/** The date in a cell; `null` for an empty one, nothing for a wrong or missing one. */
function dateIn(at: Reading, column: Column): Day | null | undefined {
  const cell = at.cell(column);
  if (cell === undefined) return undefined;
  if (cell === '') return null;
  const day = dayInCell(cell);
  if (!day) at.wrong('date', column);
  return day;
}

function dates(at: Reading): Fields {
  const hired = dateIn(at, 'hired');
  const left = dateIn(at, 'left');
  if (hired === null) at.wrong('missing', 'hired');
  if (hired && left && left < hired) at.wrong('leftBeforeHired', 'left');
  return { ...(hired && { hired }), ...(left !== undefined && { left }), ...leave(at) };
}

function leave(at: Reading): Fields {
  const from = dateIn(at, 'leaveFrom');
  const to = dateIn(at, 'leaveTo');
  if (!from && to) at.wrong('leaveStart', 'leaveFrom');
  if (from && to && to < from) at.wrong('leaveOrder', 'leaveTo');
  if (from === undefined) return {};
  return { leave: from === null ? null : { from, ...(to && { to }) } };
}

function choices(at: Reading): Fields {
  const [zone, locale, calendar] = [at.cell('zone'), at.cell('locale'), at.cell('calendar')];
  const fields: Fields = {};
  const named = zone ? zoneNamed(zone) : undefined;
  if (named) fields.zone = named;
  else if (zone) at.wrong('zone', 'zone', zonesLike(zone).join(', '));
  const language = locale ? own(localeWords, plainWord(locale)) : undefined;
  if (language) fields.locale = language;
  else if (locale) at.wrong('locale', 'locale');
  const holidays = calendar ? wide(calendar).toLowerCase() : '';
  if (at.calendars.has(holidays)) fields.calendar = holidays;
  else if (calendar) at.wrong('calendar', 'calendar', [...at.calendars].sort().join(', '));
  return fields;
}

function lists(at: Reading): Fields {
  const [roles, units] = [at.cell('roles'), at.cell('partnerOf')];
  const fields: Fields = {};
  if (roles !== undefined) {
    const read = listed(roles).map((word) => own(roleWords, plainWord(word)));
    if (read.includes(undefined)) at.wrong('role', 'roles');
    else fields.roles = [...new Set(read as Role[])].sort();
  }
  if (units !== undefined) fields.partnerOf = units === '' ? null : [...new Set(listed(units))].sort();
  return fields;
}
