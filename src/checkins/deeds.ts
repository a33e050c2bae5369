/**
 * "Send the draft to Li — by Friday", one a line: what somebody wants to do, and the day as far as it can be read. The
 * words are always kept; a day that cannot be read costs nothing but the day.
 */
import { addDays, addMonths, type Day, isDay, monthEnd, weekday } from '../core/calendar.ts';
import type { Deed } from './model.ts';

/** More lines than this become part of the last one: nothing is lost, and a card stays a card. */
export const mostDeeds = 7;

const bullet = /^\s*(?:[-*•·–—]\s*|\d{1,2}\s*[.)、）]\s*(?!\d)|[(（]\d{1,2}[)）]\s*)/;

export function deedsIn(text: string, today: Day): Deed[] {
  const lines = text
    .split(/[\n;；]+/)
    .map((line) => line.replace(bullet, '').trim())
    .filter(Boolean);
  const kept = lines.slice(0, mostDeeds);
  if (lines.length > mostDeeds) kept[mostDeeds - 1] = lines.slice(mostDeeds - 1).join(' · ');
  return kept.map((line) => deedOf(line, today));
}

/** What may stand between the deed and its day. */
const marks = /(?:—+|–+|--|[,，、:：]|\s-\s|\b(?:by|until|till|before|due|on)\b)/giu;
const bracketed = /^(.*\S)\s*[(（]([^()（）]{2,40})[)）][.。]?$/u;
/** 「周五前发给李」: Chinese says when first. */
const ahead = /^((?:在)?[^，,。]{1,12}?)(?:之前|以前|前|内)\s*[，,:：]?\s*(\S.*)$/u;

function deedOf(line: string, today: Day): Deed {
  const last = bracketed.exec(line) ?? undefined;
  const day = last?.[2] && readDay(last[2], today);
  if (last?.[1] && day) return { what: last[1], by: day };
  const first = ahead.exec(line);
  const early = first?.[1] && readDay(first[1].replace(/^在/, ''), today);
  if (early) return { what: first?.[2] ?? line, by: early };
  return marked(line, today) ?? { what: line, ...dayWithin(line, today) };
}

/** The last mark behind which a day stands. */
function marked(line: string, today: Day): Deed | undefined {
  for (const mark of [...line.matchAll(marks)].reverse()) {
    const by = readDay(line.slice(mark.index + mark[0].length).trim(), today);
    const what = line.slice(0, mark.index).replace(/[\s—–,，、:：-]+$/u, '');
    if (by && what) return { what, by };
  }
  return undefined;
}

/** A day somewhere in the line, when nothing marks it off. */
function dayWithin(line: string, today: Day): { by?: Day } {
  const found =
    /\d{4}-\d{1,2}-\d{1,2}|(?:\d{1,2}月)\d{1,2}[日号]|(?:下周|本周|这周|周|星期|礼拜)[一二三四五六日天]|明天|后天|月底/.exec(
      line,
    ) ??
    /\b(?:today|tomorrow|(?:next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|next week|end of (?:the )?(?:week|month))\b/i.exec(
      line,
    );
  const by = found && readDay(found[0], today);
  return by ? { by } : {};
}

type Reader = (text: string, today: Day) => Day | undefined;

/** A day as people write it, seen from today. `undefined` for what is none. */
export function readDay(text: string, today: Day): Day | undefined {
  const said = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.。!]+$/, '')
    .replace(/(?:之前|以前|前|截止)$/, '')
    .replace(/^(?:by|until|till|before|due|on|the|截止到?|在|到)\s*/, '')
    .trim();
  for (const read of readers) {
    const day = read(said, today);
    if (day) return day;
  }
  return undefined;
}

/** The order is the number: Monday 1 … Sunday 7. Maps, because people also write "constructor". */
const weekdays = new Map(
  [
    ['mon', 'monday', '一'],
    ['tue', 'tues', 'tuesday', '二'],
    ['wed', 'wednesday', '三'],
    ['thu', 'thur', 'thurs', 'thursday', '四'],
    ['fri', 'friday', '五'],
    ['sat', 'saturday', '六'],
    ['sun', 'sunday', '日', '天'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const amounts = new Map([
  ['a', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['一', 1],
  ['两', 2],
  ['二', 2],
  ['三', 3],
  ['四', 4],
]);

const readers: readonly Reader[] = [
  (t) => whole(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(t), 1, 2, 3),
  (t, today) => nearest(today, /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(t), 1, 2),
  (t, today) => named(t, today),
  (t, today) => slashed(t, today),
  (t, today) => ofMonth(t, today),
  (t, today) => relative(t, today),
  (t, today) => onWeekday(t, today),
  (t, today) => fromNow(t, today),
];

const pad = (n: number) => String(n).padStart(2, '0');
const made = (year: number, month: number, date: number): Day | undefined => {
  const day = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(date)}`;
  return isDay(day) ? day : undefined;
};

function whole(m: RegExpExecArray | null, y: number, mo: number, d: number): Day | undefined {
  return m ? made(Number(m[y]), Number(m[mo]), Number(m[d])) : undefined;
}

/** Without a year: this one, or the next when it lies more than a month back. */
function soon(today: Day, month: number, date: number): Day | undefined {
  const year = Number(today.slice(0, 4));
  const day = made(year, month, date);
  if (day && day >= addMonths(today, -1)) return day;
  return made(year + 1, month, date);
}

function nearest(today: Day, m: RegExpExecArray | null, mo: number, d: number): Day | undefined {
  return m ? soon(today, Number(m[mo]), Number(m[d])) : undefined;
}

/** "15 Jan", "January 15th, 2027". */
function named(text: string, today: Day): Day | undefined {
  const m =
    /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]{3,9})\.?,? ?(\d{4})?$/.exec(text) ??
    /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})?$/.exec(text);
  if (!m) return undefined;
  const [date, word] = /^\d/.test(m[1] ?? '') ? [m[1], m[2]] : [m[2], m[1]];
  const month = months.indexOf((word ?? '').slice(0, 3)) + 1;
  if (month === 0) return undefined;
  return m[3] ? made(Number(m[3]), month, Number(date)) : soon(today, month, Number(date));
}

/** "15/1", "15.1.", "1/15": day first unless that cannot be. */
function slashed(text: string, today: Day): Day | undefined {
  const m = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4})?)?$/.exec(text);
  if (!m) return undefined;
  const [a, b] = [Number(m[1]), Number(m[2])];
  const [date, month] = b > 12 ? [b, a] : [a, b];
  return m[3] ? made(Number(m[3]), month, date) : soon(today, month, date);
}

/** "15号": of this month, or of the next when it is over. */
function ofMonth(text: string, today: Day): Day | undefined {
  const m = /^(\d{1,2})[日号]$/.exec(text) ?? /^(\d{1,2})(?:st|nd|rd|th)$/.exec(text);
  if (!m) return undefined;
  const day = made(Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(m[1]));
  if (day && day >= today) return day;
  const next = addMonths(`${today.slice(0, 8)}01`, 1);
  return made(Number(next.slice(0, 4)), Number(next.slice(5, 7)), Number(m[1]));
}

const fridayOf = (day: Day) => addDays(day, 5 - weekday(day));
const thisFriday = (today: Day) => (weekday(today) > 5 ? addDays(fridayOf(today), 7) : fridayOf(today));

function relative(text: string, today: Day): Day | undefined {
  if (/^(?:today|tonight|eod|今天|今日)$/.test(text)) return today;
  if (/^(?:tomorrow|明天|明日)$/.test(text)) return addDays(today, 1);
  if (/^(?:the day after tomorrow|后天)$/.test(text)) return addDays(today, 2);
  if (/^(?:this week|end of (?:the |this )?week|eow|本周|这周|本周内|这周内|周末|本周末)$/.test(text))
    return thisFriday(today);
  if (/^(?:next week|end of next week|下周|下周内|下周末)$/.test(text)) return addDays(fridayOf(today), 7);
  if (/^(?:this month|end of (?:the |this )?month|month end|eom|本月|月底|本月底|这个月)$/.test(text))
    return monthEnd(today);
  if (/^(?:next month|end of next month|下月|下个月|下月底|下个月底)$/.test(text))
    return monthEnd(addMonths(`${today.slice(0, 8)}01`, 1));
  return undefined;
}

/** "Friday": the next one, today included; "next Friday", 「下周五」: that of next week. */
function onWeekday(text: string, today: Day): Day | undefined {
  const m =
    /^(next |this )?([a-z]+)$/.exec(text) ??
    /^(下个?|本|这)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text);
  const wanted = m?.[2] ? weekdays.get(m[2]) : undefined;
  if (!m || wanted === undefined) return undefined;
  const monday = addDays(today, 1 - weekday(today));
  if (m[1] === '下' || m[1] === '下个' || m[1] === 'next ') return addDays(monday, 7 + wanted - 1);
  const day = addDays(monday, wanted - 1);
  return day >= today ? day : addDays(day, 7);
}

/** "in two weeks", 「3天内」. */
function fromNow(text: string, today: Day): Day | undefined {
  const m =
    /^(?:in|within) (\d{1,3}|a|one|two|three|four) (day|week|month)s?$/.exec(text) ??
    /^(\d{1,3}|一|两|二|三|四)个?(天|日|周|星期|月)(?:之内|以内|内|后|之后)?$/.exec(text);
  if (!m?.[1]) return undefined;
  const n = amounts.get(m[1]) ?? Number(m[1]);
  if (m[2] === 'month' || m[2] === '月') return addMonths(today, n);
  return addDays(today, m[2] === 'day' || m[2] === '天' || m[2] === '日' ? n : 7 * n);
}
