/** A whole cycle on Slack, from the kick-off to its close: over HTTP, and disturbed over a socket. */
import { verifyFacts } from '../../src/core/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { results } from '../../src/results/model.ts';
import { type Lived, lived } from '../cycle/lived.ts';

import { accountOf } from '../kit/fake-slack/company.ts';
import { lasting } from '../kit/fake-slack/ledger.ts';
import { type SlackWorld, slackWorld } from '../slack-journey/slack-world.ts';

const people = ['ann', 'bo', 'chen', 'dev', 'hanna', 'wang', 'zhao'];
const open: Lived<SlackWorld>[] = [];
afterAll(async () => {
  for (const { w } of open) await w.end();
}, 120_000);

/** The first lines that differ: a whole diff of two such texts takes minutes. */
function difference(a: string, b: string): (string | undefined)[] {
  const [x, y] = [a.split('\n'), b.split('\n')];
  const at = x.findIndex((line, i) => line !== y[i]);
  return at < 0 && x.length === y.length ? [] : [x[Math.max(at, 0)], y[Math.max(at, 0)]];
}

async function through(
  database: string,
  how: { mode: 'http' | 'socket'; again?: readonly number[]; abortEvery?: number },
): Promise<Lived<SlackWorld>> {
  const whole = await lived(database, {}, (opening) => slackWorld({ ...opening, ...how }));
  open.push(whole);
  const { w, did } = whole;
  const { ledger } = w.slack;
  const posts = [...w.slack.posts().values()];
  process.stdout.write(
    `slack cycle over ${how.mode}: ${did.length} deeds, ${ledger.deliveries.length} deliveries, ${ledger.calls.length} calls, ${posts.length} messages; ${w.found.real} pressed in sight, ${w.found.forged.length} by hand\n`,
  );
  expect(w.slack.refused().map(({ method, error, messages }) => ({ method, error, messages }))).toEqual([]);
  expect(ledger.warnings).toEqual([]);
  expect(ledger.troubles).toEqual([]);
  expect(posts.filter((n) => n !== 1)).toEqual([]);
  expect((await w.inside(() => cycles.find({}))).map((c) => c.state)).toEqual(['closed']);
  expect(await w.inside(() => participants.tally({ state: { $ne: 'final' } }, ['state']))).toEqual([]);
  expect(await w.inside(() => results.count({ source: 'appeal' }))).toBe(1);
  for (const name of ['jobs', 'outbox'])
    expect(
      await w.store.connection.collection(name).countDocuments({ state: { $in: ['dead', 'unsure'] } }),
    ).toBe(0);
  expect(await w.inside(() => verifyFacts())).toMatchObject({ whole: true, unsealed: 0 });
  return whole;
}

const ledger = ({ w }: Lived<SlackWorld>) =>
  people.map((p) => `## ${p}\n${lasting(w.slack.core, w.slack.user(accountOf(p)))}`).join('\n');

let calm: Lived<SlackWorld>;
test('over HTTP', async () => {
  calm = await through('slack-cycle', { mode: 'http' });
  expect(ledger(calm)).not.toContain('!!CHANNEL!!');
}, 1_200_000);

test('over a socket, every event again at once and an hour later, every tenth run aborted: everybody sees the same', async () => {
  const rough = await through('slack-cycle-rough', { mode: 'socket', again: [0, 3_600_000], abortEvery: 10 });
  expect(difference(ledger(calm), ledger(rough))).toEqual([]);
}, 1_200_000);
