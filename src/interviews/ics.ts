/**
 * A conversation as a calendar file (RFC 5545). METHOD is PUBLISH (RFC 5546 §3.2.1): both open the file themselves and
 * have agreed already, so nobody is asked to answer by mail, as REQUEST would. What was published is moved by the same
 * UID with a higher SEQUENCE, and taken back by CANCEL. Neither grade nor score nor occasion stands in it: calendars are
 * read by many.
 */
export interface CalendarEvent {
  /** The same for every change of one conversation. */
  uid: string;
  sequence: number;
  /** When the file was written. */
  stamp: Date;
  start: Date;
  end: Date;
  title: string;
  description?: string | undefined;
  location?: string | undefined;
  organizer: { name: string; email: string };
  cancelled?: boolean | undefined;
}

const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');

/** TEXT (§3.3.11): a line break is `\n`; other control characters have no place in it. */
export const escaped = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** A quoted parameter value can hold anything but quotes and control characters (§3.2). */
const quoted = (text: string): string => `"${text.replace(/"/g, '’').replace(/\p{Cc}/gu, ' ')}"`;

const mostOctets = 75;

/** Lines of 75 octets at most, never cut inside a character; what follows begins with a space (§3.1). */
export function folded(line: string): string {
  const out: string[] = [];
  let [part, octets] = ['', 0];
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > mostOctets) {
      out.push(part);
      [part, octets] = [' ', 1];
    }
    part += letter;
    octets += size;
  }
  return [...out, part].join('\r\n');
}

const line = (name: string, value: string | undefined): string[] =>
  value === undefined || value === '' ? [] : [`${name}:${escaped(value)}`];

export function icsOf(e: CalendarEvent): string {
  const all = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//growloop//conversations//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${e.cancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT',
    ...line('UID', e.uid),
    `DTSTAMP:${utc(e.stamp)}`,
    `SEQUENCE:${e.sequence}`,
    `DTSTART:${utc(e.start)}`,
    `DTEND:${utc(e.end)}`,
    ...line('SUMMARY', e.title),
    ...line('DESCRIPTION', e.description),
    ...line('LOCATION', e.location),
    `ORGANIZER;CN=${quoted(e.organizer.name)}:mailto:${e.organizer.email.replace(/[\p{Cc}\s]/gu, '')}`,
    `STATUS:${e.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${all.map(folded).join('\r\n')}\r\n`;
}
