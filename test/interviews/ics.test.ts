/** The file as a calendar program reads it back. */
import fc from 'fast-check';
import { type CalendarEvent, folded, icsOf } from '../../src/interviews/ics.ts';

const event: CalendarEvent = {
  uid: 'q1:ann:1@growloop',
  sequence: 0,
  stamp: new Date('2027-04-26T07:00:00.123Z'),
  start: new Date('2027-04-28T08:00:00Z'),
  end: new Date('2027-04-28T08:45:00Z'),
  title: 'Conversation: Ann and Bo',
  organizer: { name: 'Bo Larsen', email: 'bo@example.com' },
};

/** §3.1: unfold, then name, parameters and value of each line. */
function parsed(file: string): Map<string, { params: string; value: string }> {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-1)).toBe('END:VCALENDAR');
  return new Map(
    lines.map((line) => {
      const [, name = '', params = '', value = ''] =
        /^([A-Z-]+)((?:;[A-Z]+=(?:"[^"]*"|[^":;]*))*):(.*)$/s.exec(line) ?? [];
      expect(name).not.toBe('');
      return [name === 'BEGIN' || name === 'END' ? `${name} ${value}` : name, { params, value }];
    }),
  );
}

/** §3.3.11 */
const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, c) => (/n/i.test(c) ? '\n' : c));

test('a conversation in UTC, published, private, by its organizer', () => {
  const at = parsed(icsOf(event));
  expect(Object.fromEntries([...at].map(([name, { value }]) => [name, value]))).toMatchObject({
    VERSION: '2.0',
    METHOD: 'PUBLISH',
    UID: 'q1:ann:1@growloop',
    DTSTAMP: '20270426T070000Z',
    DTSTART: '20270428T080000Z',
    DTEND: '20270428T084500Z',
    SEQUENCE: '0',
    STATUS: 'CONFIRMED',
    CLASS: 'PRIVATE',
    SUMMARY: 'Conversation: Ann and Bo',
    ORGANIZER: 'mailto:bo@example.com',
  });
  expect(at.has('LOCATION') || at.has('DESCRIPTION') || at.has('ATTENDEE')).toBe(false);
});

test('taken back: the same event, a higher sequence, cancelled', () => {
  const at = parsed(icsOf({ ...event, sequence: 2, cancelled: true }));
  expect(at.get('METHOD')?.value).toBe('CANCEL');
  expect(at.get('STATUS')?.value).toBe('CANCELLED');
  expect(at.get('UID')?.value).toBe(event.uid);
  expect(at.get('SEQUENCE')?.value).toBe('2');
});

test('what looks like another line stays text', () => {
  const evil = 'Room 5\r\nATTENDEE:mailto:all@example.com\nEND:VEVENT; \\n, "x"';
  const at = parsed(
    icsOf({ ...event, location: evil, organizer: { name: `Bo "B"\r\nX`, email: 'bo@example.com' } }),
  );
  expect(unescaped(at.get('LOCATION')?.value ?? '')).toBe(evil.replace('\r\n', '\n'));
  expect(at.has('ATTENDEE')).toBe(false);
  expect(at.get('ORGANIZER')?.params).toBe(';CN="Bo ’B’  X"');
});

test('any text comes back as it was; no line is longer than 75 octets, no character is torn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const clean = text
        .replace(/[\p{Cs}]/gu, '')
        .replace(/\r\n?|\u2028|\u2029/g, '\n')
        .replace(/[^\P{Cc}\t\n]/gu, '');
      const file = icsOf({ ...event, title: clean });
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(line).toString()).toBe(line);
      }
      expect(unescaped(parsed(file).get('SUMMARY')?.value ?? '')).toBe(clean);
    }),
  );
});

test('folding is undone by taking out the break and one space', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '面', '🧗', ' '), maxLength: 300 }), (text) => {
      expect(folded(text).replace(/\r\n /g, '')).toBe(text);
    }),
  );
});
