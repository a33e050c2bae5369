/**
 * Holidays of the sample, as published: China by the State Council's notice of 4 November 2025 for 2026 (with its make-up
 * workdays); Germany by law, for Berlin; the United States by 5 U.S.C. 6103, with the days on which they are observed.
 * For 2027 China stands here with the days of the law (revised in 2024) alone: which weekdays are joined to them, and which
 * weekends are worked instead, the State Council publishes each November for the year after; HR adds it then.
 */
import { addDays, type Day } from '../core/calendar.ts';

export interface NamedDay {
  day: Day;
  name: string;
}

/** `n` days in a row from `day` on. */
const run = (day: Day, n: number, name: string): NamedDay[] =>
  Array.from({ length: n }, (_, i) => ({ day: addDays(day, i), name }));

const each = (year: string, days: Record<string, string>): NamedDay[] =>
  Object.entries(days).map(([day, name]) => ({ day: `${year}-${day}`, name }));

const china: NamedDay[] = [
  ...run('2026-01-01', 3, '元旦'),
  ...run('2026-02-15', 9, '春节'),
  ...run('2026-04-04', 3, '清明节'),
  ...run('2026-05-01', 5, '劳动节'),
  ...run('2026-06-19', 3, '端午节'),
  ...run('2026-09-25', 3, '中秋节'),
  ...run('2026-10-01', 7, '国庆节'),
  ...run('2027-01-01', 1, '元旦'),
  // New Year's Eve and three days: the new moon of 6 February 2027 comes at 23:56 in Beijing, where ICU's calendar says the 7th.
  ...run('2027-02-05', 4, '春节'),
  ...run('2027-04-05', 1, '清明节'),
  ...run('2027-05-01', 2, '劳动节'),
  ...run('2027-06-09', 1, '端午节'),
  ...run('2027-09-15', 1, '中秋节'),
  ...run('2027-10-01', 3, '国庆节'),
];

const chinaWorks: NamedDay[] = each('2026', {
  '01-04': '元旦调休',
  '02-14': '春节调休',
  '02-28': '春节调休',
  '05-09': '劳动节调休',
  '09-20': '国庆节调休',
  '10-10': '国庆节调休',
});

const germanyFixed = {
  '01-01': 'Neujahr',
  '03-08': 'Internationaler Frauentag',
  '05-01': 'Tag der Arbeit',
  '10-03': 'Tag der Deutschen Einheit',
  '12-25': '1. Weihnachtstag',
  '12-26': '2. Weihnachtstag',
};

const germanyOfEaster = (sunday: Day): NamedDay[] => [
  { day: addDays(sunday, -2), name: 'Karfreitag' },
  { day: addDays(sunday, 1), name: 'Ostermontag' },
  { day: addDays(sunday, 39), name: 'Christi Himmelfahrt' },
  { day: addDays(sunday, 50), name: 'Pfingstmontag' },
];

const germany: NamedDay[] = [
  ...each('2026', germanyFixed),
  ...germanyOfEaster('2026-04-05'),
  ...each('2027', germanyFixed),
  ...germanyOfEaster('2027-03-28'),
];

const unitedStates: NamedDay[] = [
  ...each('2026', {
    '01-01': 'New Year’s Day',
    '01-19': 'Birthday of Martin Luther King, Jr.',
    '02-16': 'Washington’s Birthday',
    '05-25': 'Memorial Day',
    '06-19': 'Juneteenth',
    '07-03': 'Independence Day (observed)',
    '09-07': 'Labor Day',
    '10-12': 'Columbus Day',
    '11-11': 'Veterans Day',
    '11-26': 'Thanksgiving Day',
    '12-25': 'Christmas Day',
  }),
  ...each('2027', {
    '01-01': 'New Year’s Day',
    '01-18': 'Birthday of Martin Luther King, Jr.',
    '02-15': 'Washington’s Birthday',
    '05-31': 'Memorial Day',
    '06-18': 'Juneteenth (observed)',
    '07-05': 'Independence Day (observed)',
    '09-06': 'Labor Day',
    '10-11': 'Columbus Day',
    '11-11': 'Veterans Day',
    '11-25': 'Thanksgiving Day',
    '12-24': 'Christmas Day (observed)',
    '12-31': 'New Year’s Day 2028 (observed)',
  }),
];

export const publicHolidays = [
  { _id: 'cn', name: '中国', off: china, work: chinaWorks },
  { _id: 'de', name: 'Deutschland (Berlin)', off: germany, work: [] as NamedDay[] },
  { _id: 'us', name: 'United States', off: unitedStates, work: [] as NamedDay[] },
];
