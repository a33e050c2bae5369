/** Naming colleagues in a form who are on the other platform. */
import { cycles } from '../../src/cycles/model.ts';
import { filled } from '../journey/quarter.ts';
import { type HalfWorld, halfWorld } from './half-world.ts';

let w: HalfWorld;
afterAll(() => w.end(), 60_000);

test.each(['ann', 'bo'])(
  'from the platform of %s',
  async (who) => {
    if (who === 'ann')
      w = await halfWorld({
        database: 'half-people',
        start: '2027-01-04T15:02:00Z',
        seed: 'half',
        slackers: new Set(['ann', 'chen', 'hanna', 'wang']),
        modes: { slack: 'socket', feishu: 'webhook' },
        again: { slack: [0, 3_600_000], feishu: [0, 21_600_000] },
      });
    const asks = w.as(who);
    const [other, own] = who === 'ann' ? ['bo', 'hanna'] : ['ann', 'dev'];
    await asks.types('/perf feedback');
    await asks.submits({ whom: [own, other], about: 'The handover in December' });
    for (const id of [own, other]) expect(w.as(id).sees()).toContain('The handover in December');
    expect(w.onSlack.slack.ledger.troubles).toEqual([]);
    expect(w.onSlack.slack.refused()).toEqual([]);
  },
  120_000,
);

test('one of both platforms at once, in a form that had them before', async () => {
  const hanna = w.as('hanna');
  await hanna.types('/perf kickoff');
  await hanna.submits({ ...filled(hanna.form()), audience: 'people', people: ['ann', 'bo', 'zhao'] });
  await hanna.presses('Change');
  expect(JSON.stringify(w.onSlack.slack.user('UHANNA').modal()?.view)).toContain('Bo Larsen');
  await hanna.submits({ name: 'Again' });
  const [cycle] = await w.inside(() => cycles.find({}));
  expect(cycle?.audience).toEqual({ kind: 'people', ids: ['ann', 'bo', 'zhao'] });
}, 120_000);

test('what comes late on either platform comes at its moment, and has no effect', async () => {
  const { slack } = w.onSlack;
  const { feishu } = w.onFeishu;
  // Presses and forms come once; what is said is an event.
  for (const who of ['ann', 'bo']) await w.as(who).says('/perf help');
  expect(slack.ledger.events.length).toBeGreaterThan(0);
  expect(feishu.push.events.length).toBeGreaterThan(0);
  const late = () => [
    slack.ledger.deliveries.filter((d) => d.retry > 1).length,
    feishu.push.events.filter((e) => e.tries.length > 2).length,
  ];
  const before = { posts: slack.posts().size, sent: feishu.sent().length };
  expect(late()).toEqual([0, 0]);
  await w.until('2027-01-04T17:30:00Z');
  expect(late()).toEqual([slack.ledger.events.length, 0]);
  await w.until('2027-01-04T22:00:00Z');
  expect(late()).toEqual([slack.ledger.events.length, feishu.push.events.length]);
  expect({ posts: slack.posts().size, sent: feishu.sent().length }).toEqual(before);
}, 120_000);
