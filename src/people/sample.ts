/** A small company to try things out with: fourteen people in three zones and two languages. Tests begin with it, too. */
import { addDays, addMonths, type Day } from '../core/calendar.ts';
import { openRoom } from '../core/room.ts';
import { publicHolidays } from './holidays.ts';
import {
  calendars,
  type Organisation,
  organisations,
  type Person,
  people,
  type Role,
  usualQuiet,
} from './model.ts';
import { searchOf } from './search.ts';

const places = {
  shanghai: { zone: 'Asia/Shanghai', locale: 'zh', calendar: 'cn' },
  berlin: { zone: 'Europe/Berlin', locale: 'en', calendar: 'de' },
  newYork: { zone: 'America/New_York', locale: 'en', calendar: 'us' },
} as const;

interface Line {
  name: string;
  unit: string;
  title: string;
  manager?: string;
  lives: keyof typeof places;
  /** How long here. */
  months: number;
  roles?: Role[];
  partnerOf?: string[];
}

const lines: Record<string, Line> = {
  chen: {
    name: '陈伟 Chen Wei',
    unit: 'People',
    title: 'CEO',
    lives: 'shanghai',
    months: 96,
    roles: ['executive'],
  },
  hanna: {
    name: 'Hanna Berg',
    unit: 'People',
    title: 'Head of HR',
    manager: 'chen',
    lives: 'berlin',
    months: 61,
    roles: ['hr', 'hrHead'],
  },
  lin: {
    name: '林悦',
    unit: 'People',
    title: 'HR business partner',
    manager: 'hanna',
    lives: 'shanghai',
    months: 30,
    roles: ['hrbp'],
    partnerOf: ['Support', 'Product'],
  },
  bo: {
    name: 'Bo Larsen',
    unit: 'Product',
    title: 'Product lead',
    manager: 'chen',
    lives: 'berlin',
    months: 52,
  },
  ann: {
    name: 'Ann Miller',
    unit: 'Product',
    title: 'Product designer',
    manager: 'bo',
    lives: 'berlin',
    months: 27,
  },
  dev: { name: 'Dev Patel', unit: 'Product', title: 'Engineer', manager: 'bo', lives: 'newYork', months: 19 },
  mei: { name: '梅雪', unit: 'Product', title: '工程师', manager: 'bo', lives: 'shanghai', months: 40 },
  zhao: {
    name: '赵敏',
    unit: 'Support',
    title: '客服负责人',
    manager: 'chen',
    lives: 'shanghai',
    months: 66,
  },
  wang: { name: '王磊', unit: 'Support', title: '客服专员', manager: 'zhao', lives: 'shanghai', months: 25 },
  sun: { name: '孙丽', unit: 'Support', title: '客服专员', manager: 'zhao', lives: 'shanghai', months: 0 },
  li: {
    name: '李娜',
    unit: 'Support',
    title: '高级客服专员',
    manager: 'zhao',
    lives: 'shanghai',
    months: 37,
  },
  carla: {
    name: 'Carla Gómez',
    unit: 'Sales',
    title: 'Head of Sales',
    manager: 'chen',
    lives: 'newYork',
    months: 44,
  },
  tom: {
    name: 'Tom Becker',
    unit: 'Sales',
    title: 'Account manager',
    manager: 'carla',
    lives: 'berlin',
    months: 33,
  },
  nina: {
    name: 'Nina Rossi',
    unit: 'Sales',
    title: 'Account manager',
    manager: 'carla',
    lives: 'newYork',
    months: 14,
  },
};

/** The people of the sample as they stand on a day: 孙丽 came two weeks ago, 梅雪 is on leave for some months. */
export function samplePeople(today: Day): Omit<Person, 'rev'>[] {
  return Object.entries(lines).map(([_id, { lives, months, roles = [], ...line }]) => {
    const email = `${_id}@example.com`;
    return {
      _id,
      ...line,
      ...places[lives],
      email,
      hired: months === 0 ? addDays(today, -14) : addMonths(today, -months),
      ...(_id === 'mei' && { leave: { from: addDays(today, -40), to: addMonths(today, 5) } }),
      roles,
      quiet: usualQuiet,
      accounts: [],
      search: searchOf({ name: line.name, email }),
    };
  });
}

/** An organisation that nobody described yet: its holidays are known, its people come. */
export async function createOrganisation(
  of: Omit<Organisation, '_id' | 'rev' | 'announce'>,
): Promise<Organisation> {
  await calendars.insertAll(publicHolidays);
  const announce = { room: 'company', name: 'company' };
  return organisations.insert({ _id: 'organisation', ...of, announce });
}

/** Where a real platform brings the people: something to begin with, until they come. */
export async function createEmpty(firstHr: readonly string[]): Promise<void> {
  if (await organisations.get('organisation')) return;
  await createOrganisation({
    name: 'Our company',
    locale: 'en',
    zone: 'UTC',
    calendar: 'us',
    firstHr: [...firstHr],
  });
}

/** Does nothing where an organisation exists already. Runs inside the store's `within` or `transact`. */
export async function createSample(today: Day): Promise<void> {
  if (await organisations.get('organisation')) return;
  const everybody = samplePeople(today);
  await people.insertAll(everybody);
  await openRoom(
    'company',
    'company',
    everybody.map((p) => p._id),
    'web:local',
  );
  await createOrganisation({
    name: 'Growloop Sample Company',
    locale: 'en',
    zone: 'Europe/Berlin',
    calendar: 'de',
  });
}
