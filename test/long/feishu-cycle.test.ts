/** A whole cycle on Feishu, from the kick-off to a decided appeal and the close: by webhook, and by long connection with redeliveries. */
import { verifyFacts } from '../../src/core/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { results } from '../../src/results/model.ts';
import { type Lived, lived, type Opening } from '../cycle/lived.ts';
import { difference, ledger, leftovers, refusals } from '../feishu-journey/compare.ts';
import { type FeishuWorld, feishuWorld } from '../feishu-journey/feishu-world.ts';
import { dump } from '../kit/dump.ts';

const worlds: FeishuWorld[] = [];
afterAll(async () => {
  for (const w of worlds) await w.end();
});

async function onFeishu(database: string, mode: 'webhook' | 'socket', again: readonly number[] = []) {
  const open = async (opening: Opening): Promise<FeishuWorld> => {
    const w = await feishuWorld({ ...opening, mode, again });
    worlds.push(w);
    return w;
  };
  return lived(database, {}, open);
}

let clean: Lived<FeishuWorld>;

test('by webhook it goes from the kick-off to a decided appeal, exported outcomes and the close', async () => {
  clean = await onFeishu('feishu-cycle', 'webhook');
  const { w, did } = clean;
  expect((await w.inside(() => cycles.find({}))).map((c) => c.state)).toEqual(['closed']);
  expect(await w.inside(() => participants.tally({ state: { $ne: 'final' } }, ['state']))).toEqual([]);
  expect(await w.inside(() => results.count({ source: 'appeal' }))).toBe(1);
  const deeds = did.map((d) => d.split(': ')[1]);
  for (const deed of ['appealed the result', 'agreed to the decision', 'exports the outcomes'])
    expect(deeds).toContain(deed);
  expect(refusals(w)).toEqual({ calls: [], events: [] });
  expect(await leftovers(w)).toEqual({ doubled: 0, dead: 0, jobs: 0 });
  const { real, forged } = w.found;
  process.stdout.write(
    `feishu cycle: ${did.length} deeds, ${w.feishu.log.length} calls, ${w.feishu.sent().length} messages, ${real} on buttons that were seen, ${forged.length} without\n`,
  );
}, 900_000);

test('by long connection, every event again at once and 6 h later: the same to the byte', async () => {
  const rough = await onFeishu('feishu-cycle-socket', 'socket', [0, 21_600_000]);
  expect(rough.did).toEqual(clean.did);
  expect(difference(ledger(clean.w), ledger(rough.w))).toEqual([]);
  expect(difference(await dump(clean.w), await dump(rough.w))).toEqual([]);
  expect(await rough.w.inside(() => verifyFacts())).toMatchObject({ whole: true, unsealed: 0 });
}, 900_000);
