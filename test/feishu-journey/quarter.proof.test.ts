/** From kick-off to a manager's answer to an obstacle, on Feishu, by webhook and by long connection. */
import { quarter } from '../journey/quarter.ts';
import { dump } from '../kit/dump.ts';
import { difference, ledger, leftovers, refusals } from './compare.ts';
import { type FeishuWorld, feishuWorld } from './feishu-world.ts';

const worlds: FeishuWorld[] = [];
afterAll(async () => {
  for (const w of worlds) await w.end();
});

async function lived(database: string, mode: 'webhook' | 'socket', again: readonly number[] = []) {
  const w = await feishuWorld({ database, mode, again, start: '2027-01-04T08:02:00Z' });
  worlds.push(w);
  await quarter(w);
  // The last event comes again, too.
  await w.until('2027-02-17T08:00:00Z');
  return w;
}

let clean: FeishuWorld;
test('by webhook: every card valid, every call taken, nothing left over', async () => {
  clean = await lived('feishu-quarter', 'webhook');
  expect(clean.as('ann').sees()).toContain('I have asked them');
  expect(refusals(clean)).toEqual({ calls: [], events: [] });
  expect(await leftovers(clean)).toEqual({ doubled: 0, dead: 0, jobs: 0 });
}, 300_000);

test.each<['webhook' | 'socket', readonly number[]]>([
  ['webhook', [0, 15_000, 21_600_000]],
  ['socket', [0, 21_600_000]],
])(
  'by %s, every event again after %j ms: the same to the byte',
  async (mode, again) => {
    const rough = await lived(`feishu-quarter-${mode}`, mode, again);
    expect(rough.feishu.push.events.every((e) => e.tries.length === again.length + 1)).toBe(true);
    expect(difference(ledger(clean), ledger(rough))).toEqual([]);
    expect(difference(await dump(clean), await dump(rough))).toEqual([]);
  },
  300_000,
);
