/** From kick-off to a manager's answer to an obstacle, on Feishu, by webhook and by long connection. */
import { quarter } from '../journey/quarter.ts';
import { type FeishuWorld, feishuWorld } from './feishu-world.ts';

const people = ['ann', 'bo', 'chen', 'dev', 'hanna', 'wang', 'zhao'];
const worlds: FeishuWorld[] = [];
afterAll(async () => {
  for (const w of worlds) await w.end();
});

async function lived(database: string, mode: 'webhook' | 'socket', again: readonly number[] = []) {
  const w = await feishuWorld({ database, mode, again, start: '2027-01-04T08:02:00Z' });
  worlds.push(w);
  await quarter(w);
  return w;
}

const ledger = (w: FeishuWorld) => Object.fromEntries(people.map((p) => [p, w.as(p).sees()]));

let clean: FeishuWorld;
test('by webhook', async () => {
  clean = await lived('feishu-quarter', 'webhook');
  expect(clean.as('ann').sees()).toContain('I have asked them');
  for (const person of people) expect(clean.feishu.as(clean.account(person)).errors).toEqual([]);
});

test('every event once more, at once, 15 s and 6 h later: everybody sees the same', async () => {
  const rough = await lived('feishu-quarter-rough', 'webhook', [0, 15_000, 21_600_000]);
  expect(ledger(rough)).toEqual(ledger(clean));
});

test('by long connection', async () => {
  const socket = await lived('feishu-quarter-socket', 'socket', [0, 21_600_000]);
  expect(ledger(socket)).toEqual(ledger(clean));
});
