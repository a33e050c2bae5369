/** Conversations in calendars: one event for two, moved, taken back, agreed again; cut answers make no second one. */
import type { Appointment } from '../../src/core/platform.ts';
import { connect } from '../kit/database.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-calendar');
let d: Desk;
beforeAll(async () => {
  d = await desk(connection, {
    people: [
      { name: 'Ann', openId: 'ou_ann' },
      { name: 'Bo', openId: 'ou_bo' },
    ],
  });
});
afterAll(() => d.end());
afterEach(() => {
  d.feishu.faults(() => undefined);
});

const talk = (uid: string, sequence: number, more: Partial<Appointment> = {}): Appointment => ({
  uid,
  sequence,
  title: 'Conversation: Ann and Bo',
  start: new Date('2027-04-01T08:00:00Z'),
  end: new Date('2027-04-01T08:45:00Z'),
  cancelled: false,
  ...more,
});
const both = ['ou_ann', 'ou_bo'];
const book = async (appointment: Appointment, accounts = both) =>
  d.adapter.book?.('tenant1', appointment, accounts);
const events = () => [...d.feishu.state.events.values()];
const standing = () => events().filter((e) => !e.cancelled);

/** What is cut, once; the answer never comes, whether Feishu took it or not. */
function cut(path: RegExp, accepted: boolean): void {
  let left = 1;
  d.feishu.faults((call) => (path.test(call.path) && left-- > 0 ? { kind: 'reset', accepted } : undefined));
}

test('both have it, under a title that says nothing; it is moved, not doubled', async () => {
  await book(talk('one', 0));
  expect(standing()).toMatchObject([
    {
      attendees: both,
      body: { summary: 'Conversation: Ann and Bo', start_time: { timestamp: '1806566400' } },
    },
  ]);
  await book(talk('one', 1, { start: new Date('2027-04-02T08:00:00Z'), place: 'Room 4' }));
  await book(talk('one', 0));
  expect(standing()).toMatchObject([
    { body: { start_time: { timestamp: '1806652800' }, location: { name: 'Room 4' } } },
  ]);
  await book(talk('one', 2, { cancelled: true }));
  expect(standing()).toEqual([]);
  await book(talk('one', 3));
  expect(standing()).toHaveLength(1);
  await book(talk('one', 4, { cancelled: true }));
});

test.each([true, false])('an answer that was cut (done: %s) makes no second event', async (accepted) => {
  const uid = `cut-${accepted}`;
  cut(/\/events$/, accepted);
  await expect(book(talk(uid, 0))).rejects.toMatchObject({ kind: 'unknown' });
  cut(/\/attendees$/, accepted);
  await expect(book(talk(uid, 0))).rejects.toMatchObject({ kind: 'unknown' });
  await book(talk(uid, 0));
  expect(standing()).toMatchObject([{ attendees: both }]);
  await book(talk(uid, 1, { cancelled: true }));
});

test('taken back before anybody knew whether it was made: nothing stays behind', async () => {
  cut(/\/events$/, true);
  await expect(book(talk('gone', 0))).rejects.toMatchObject({ kind: 'unknown' });
  await book(talk('gone', 1, { cancelled: true }));
  expect(standing()).toEqual([]);
  await book(talk('never', 0, { cancelled: true }));
  expect(events().some((e) => e.body.summary === 'never')).toBe(false);
});

test('without the permission it is refused in words, so that files go out', async () => {
  const { scopes } = d.feishu.state;
  d.feishu.state.scopes = new Set(['im:message:send_as_bot']);
  await expect(book(talk('denied', 0))).rejects.toMatchObject({ kind: 'denied' });
  d.feishu.state.scopes = scopes;
});
