/** From kick-off to a manager's answer to an obstacle, on Slack, over HTTP and over a socket. */
import { quarter } from '../journey/quarter.ts';
import { accountOf } from '../kit/fake-slack/company.ts';
import { lasting } from '../kit/fake-slack/ledger.ts';
import { type SlackWorld, slackWorld } from './slack-world.ts';

const people = ['ann', 'bo', 'chen', 'dev', 'hanna', 'wang', 'zhao'];
const worlds: SlackWorld[] = [];
afterAll(async () => {
  for (const w of worlds) await w.end();
}, 120_000);

async function lived(
  database: string,
  mode: 'http' | 'socket',
  again: readonly number[] = [],
  abortEvery?: number,
) {
  const w = await slackWorld({
    database,
    mode,
    again,
    start: '2027-01-04T08:02:00Z',
    ...(abortEvery && { abortEvery }),
  });
  worlds.push(w);
  await quarter(w);
  expect(w.slack.refused()).toEqual([]);
  expect(w.slack.ledger.warnings).toEqual([]);
  expect(w.slack.ledger.troubles).toEqual([]);
  return w;
}

const ledger = (w: SlackWorld) =>
  Object.fromEntries(people.map((p) => [p, lasting(w.slack.core, w.slack.user(accountOf(p)))]));

let clean: SlackWorld;
test('over HTTP', async () => {
  clean = await lived('slack-quarter', 'http');
  expect(clean.as('ann').sees()).toContain('I have asked them');
}, 400_000);

test('every event again at once, a minute, five minutes and an hour later; every tenth run aborted: everybody sees the same', async () => {
  const rough = await lived('slack-quarter-rough', 'http', [0, 60_000, 300_000, 3_600_000], 10);
  expect(ledger(rough)).toEqual(ledger(clean));
}, 400_000);

test('over a socket', async () => {
  const socket = await lived('slack-quarter-socket', 'socket', [0, 3_600_000]);
  expect(ledger(socket)).toEqual(ledger(clean));
}, 400_000);
