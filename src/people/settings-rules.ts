/** What may stand in the settings. */
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import { saySettings } from './messages-settings.ts';
import type { Person } from './model.ts';
import { zoneNamed, zonesLike } from './zones.ts';

type Quiet = Person['quiet'];

const badZone =
  (typed: string): Sentence =>
  (l) => {
    const near = zonesLike(typed).join(', ');
    return near ? saySettings(l).zoneLike(near) : saySettings(l).badZone;
  };

/** 'H:MM' and full-width signs are taken, too. */
function timeIn(typed: string): string | undefined {
  const found = /^(\d{1,2}):(\d\d)$/.exec(typed.normalize('NFKC').trim());
  const time = found && `${(found[1] ?? '').padStart(2, '0')}:${found[2]}`;
  return time && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : undefined;
}

/** @throws Refusal with a sentence beside each field that is wrong. */
export function readZone(typed: string): string {
  const zone = zoneNamed(typed);
  if (!zone) throw new Refusal((l) => saySettings(l).lookAgain, { zone: badZone(typed) });
  return zone;
}

/** Both empty: no quiet hours, kept as a span of no length. */
export function readQuiet(from: string | undefined, to: string | undefined): Quiet {
  if (from === undefined && to === undefined) return { from: '00:00', to: '00:00' };
  const quiet = { from: timeIn(from ?? ''), to: timeIn(to ?? '') };
  const wrong: { from?: Sentence; to?: Sentence } = {};
  const missing = from === undefined || to === undefined;
  const why: Sentence = (l) => (missing ? saySettings(l).bothTimes : saySettings(l).badTime);
  if (!quiet.from) wrong.from = why;
  if (!quiet.to) wrong.to = why;
  if (!quiet.from || !quiet.to) throw new Refusal((l) => saySettings(l).lookAgain, wrong);
  return { from: quiet.from, to: quiet.to };
}

const mostValues = 10;
const longestValue = 60;

/** One a line, `Name` or `English | 中文`. @throws Refusal beside the field for too many or too long ones. */
export function readValues(typed: string): string[] {
  const lines = [...new Set(typed.split('\n').map((line) => line.trim()))].filter(Boolean);
  const long = lines.find((line) => line.split('|').some((name) => [...name.trim()].length > longestValue));
  const why: Sentence | undefined =
    long === undefined ? undefined : (l) => saySettings(l).valueLong([...long].slice(0, 40).join(''));
  const many: Sentence | undefined = lines.length > mostValues ? (l) => saySettings(l).valuesMany : undefined;
  const wrong = many ?? why;
  if (wrong) throw new Refusal((l) => saySettings(l).lookAgain, { values: wrong });
  return lines;
}
