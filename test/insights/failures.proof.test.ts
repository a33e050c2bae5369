import { jobs } from '../../src/core/job.ts';
import { outbox } from '../../src/core/outbox.ts';
import { PlatformError } from '../../src/core/platform.ts';
import { people } from '../../src/people/model.ts';
import { type World, world } from '../kit/world.ts';
import { praise } from './praise.ts';

const token = (what: string, subject: string, to = 'person') =>
  `insights.${what} ${JSON.stringify({ to, subject, reason: 'gone' })}`;

/** A platform on which some accounts are gone. */
function deaf(w: World, accounts: Set<string>): void {
  const { send } = w.platform;
  w.platform.send = async (to, card, key) => {
    if (accounts.has(to.channel)) throw new PlatformError('gone', `no user ${to.channel}`);
    return send(to, card, key);
  };
}

let w: World;
const gone = new Set(['dm:ann', 'dm:chen', 'dm:tom']);
beforeAll(async () => {
  w = await world({ database: 'insights-failures', more: [praise] });
  deaf(w, gone);
  for (const who of ['ann', 'ann', 'chen', 'tom']) await w.as('bo').types(`/perf praise ${who}`);
});
afterAll(() => w.end());

const presses = (what: string, subject: string) =>
  w.as('hanna').sends({ kind: 'press', token: token(what, subject) });

test('is HR’s', async () => {
  expect((await w.as('bo').types('/perf failures')).toast).toBe('HR can do this.');
  for (const what of ['retry', 'reroute', 'close']) {
    const reply = await w.as('ann').sends({ kind: 'press', token: token(what, 'ann') });
    expect(reply).toEqual({ toast: 'HR can do this.' });
  }
});

test('Home says that something did not arrive, to HR alone', async () => {
  expect(JSON.stringify(await w.as('hanna').home())).toContain('4 messages');
  expect(JSON.stringify(await w.as('bo').home())).not.toContain('did not arrive');
});

test('says who, what about, why and since when, and nothing of the content', async () => {
  await w.as('hanna').types('/perf failures');
  const seen = w.as('hanna').sees();
  expect(seen).toContain('Ann Miller: 2 messages (goals)');
  expect(seen).toContain('The account or the conversation no longer exists. Since 2027-01-04T01:00:00.000Z.');
  expect(seen).not.toContain('praised');
});

test('try again: they arrive once the account is back', async () => {
  gone.delete('dm:ann');
  expect((await presses('retry', 'ann')).toast).toBe('On its way once more.');
  expect(w.as('ann').messages()).toHaveLength(2);
});

test('a stale button shows how it stands, and nothing arrives twice', async () => {
  const reply = await presses('retry', 'ann');
  expect(reply.toast).toContain('dealt with this already');
  expect(JSON.stringify(reply.card)).toContain('Chen Wei');
  expect(JSON.stringify(reply.card)).not.toContain('Ann Miller');
  expect(w.as('ann').messages()).toHaveLength(2);
});

test('still gone: it is on the list again', async () => {
  await presses('retry', 'chen');
  await w.as('hanna').types('/perf 未送达');
  expect(w.as('hanna').messages().at(-1)?.card.blocks).toHaveLength(5);
});

test('without another account and without a manager there is no other way', async () => {
  expect((await presses('reroute', 'chen')).toast).toContain('no other account and no manager');
});

test('another way: the manager hears that something waits, not what', async () => {
  expect((await presses('reroute', 'tom')).toast).toContain('Carla');
  const seen = w.as('carla').sees();
  expect(seen).toContain('I could not reach @tom in chat.');
  expect(seen).not.toContain('praised');
});

test('another way: the other account gets the message itself', async () => {
  await w.inside(() =>
    people.change({ _id: 'nina' }, { $set: { accounts: ['slack:T1:U7', 'web:local:nina'] } }),
  );
  await w.as('bo').types('/perf praise nina');
  await w.inside(() =>
    outbox.change({ subject: 'nina', state: 'ready' }, { $set: { state: 'dead', error: 'gone: x' } }),
  );
  expect((await presses('reroute', 'nina')).toast).toContain('other account');
  expect(w.as('nina').sees()).toContain('praised');
});

test('done: it leaves the list, and what it said is forgotten', async () => {
  expect(JSON.stringify((await presses('close', 'chen')).card)).toContain('Everything arrived');
  const rows = await w.inside(() => outbox.find({ subject: 'chen' }));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.card === undefined && row.state === 'done')).toBe(true);
});

test('jobs that gave up run once more, or are taken off', async () => {
  const row = { job: 'praise.none', args: {}, state: 'dead' as const, runAt: w.clock.now(), tries: 8 };
  await w.inside(() => jobs.insert({ _id: 'j', ...row }));
  await w.as('hanna').types('/perf failures');
  expect(w.as('hanna').sees()).toContain('The bot’s own work: one task (other)');
  await w.as('hanna').presses('Done');
  expect(await w.inside(() => jobs.count({ state: 'dead' }))).toBe(0);
});

test('what HR did stands in the audit', async () => {
  await w.as('ann').types('/perf audit');
  expect(w.as('ann').sees()).toContain('Hanna Berg sent 2 messages to Ann Miller once more.');
});
