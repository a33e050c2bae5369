/** Time zones as people type them. */
import { isZone } from '../core/calendar.ts';
import { distance } from '../core/command.ts';
import { folded } from './search.ts';

/** What a city or a country's people call their time, where the tz database has no such name. */
const known: Record<string, string> = {
  上海: 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  中国: 'Asia/Shanghai',
  beijing: 'Asia/Shanghai',
  china: 'Asia/Shanghai',
  shenzhen: 'Asia/Shanghai',
  深圳: 'Asia/Shanghai',
  广州: 'Asia/Shanghai',
  香港: 'Asia/Hong_Kong',
  台北: 'Asia/Taipei',
  东京: 'Asia/Tokyo',
  新加坡: 'Asia/Singapore',
  india: 'Asia/Kolkata',
  柏林: 'Europe/Berlin',
  munich: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  germany: 'Europe/Berlin',
  巴黎: 'Europe/Paris',
  伦敦: 'Europe/London',
  纽约: 'America/New_York',
  boston: 'America/New_York',
  washington: 'America/New_York',
  洛杉矶: 'America/Los_Angeles',
  'san francisco': 'America/Los_Angeles',
  seattle: 'America/Los_Angeles',
};

const names = Intl.supportedValuesOf('timeZone');
const byLower = new Map(names.map((name) => [name.toLowerCase(), name]));

/** The zone's own spelling, or `undefined` for what is none. Abbreviations (CET, EST) and offsets are not taken: they know no summer time. */
export function zoneNamed(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, '_');
  if (text.toUpperCase() === 'UTC') return 'UTC';
  const listed = byLower.get(text.toLowerCase());
  if (listed) return listed;
  return text.includes('/') && isZone(text) ? text : undefined;
}

const city = (zone: string) => folded(zone.split('/').at(-1) ?? '').replace(/_/g, ' ');

/** What somebody may have meant, nearest first; at most three. */
export function zonesLike(typed: string): string[] {
  const text = folded(typed.normalize('NFKC')).trim().slice(0, 60);
  const last = (text.split('/').at(-1) ?? '').replace(/_/g, ' ').trim();
  if (last === '') return [];
  const alias = Object.hasOwn(known, last) ? known[last] : undefined;
  const most = Math.max(1, Math.floor(last.length / 4));
  const near = names
    .map((zone) => ({ zone, away: distance(city(zone), last) }))
    .filter(({ zone, away }) => away <= most || (last.length > 3 && city(zone).startsWith(last)))
    .sort((a, b) => a.away - b.away || (a.zone < b.zone ? -1 : 1));
  return [...new Set([...(alias ? [alias] : []), ...near.map((n) => n.zone)])].slice(0, 3);
}
