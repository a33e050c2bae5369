/** Sending through Slack's troubles, an hour of them in no time: nothing lost, nothing doubled, nobody hurries Slack. */
import { outbox } from '../../src/core/outbox.ts';
import { people } from '../../src/people/model.ts';
import { accountOf } from '../kit/fake-slack/company.ts';
import { type Fault, random } from '../kit/fake-slack/faults.ts';
import { usualLimits } from '../kit/fake-slack/limits.ts';
import { type SlackWorld, slackWorld } from '../slack-journey/slack-world.ts';
import { type Counted, counted, fill } from './outgoing.ts';

const seed = Number(process.env.SEED ?? 20_271);
const many = 300;
let w: SlackWorld;
let persons: string[];
beforeEach(async () => {
  w = await slackWorld({ database: 'slack-faults', mode: 'http' });
  persons = (await w.inside(() => people.find({}, { sort: { _id: 1 } }))).map((p) => p._id);
}, 60_000);
afterEach(() => w.end(), 60_000);

/** Writes them, and lets time pass until none waits any more. */
async function sent(n = many): Promise<Counted> {
  await w.inside(() => fill({ persons, many: n, now: w.clock.now() }));
  await w.bot.settle();
  for (let hours = 0; hours < 200; hours += 1) {
    const waits = await w.inside(() => outbox.count({ state: { $in: ['ready', 'running'] } }));
    if (waits === 0) break;
    await w.until(new Date(w.clock.now().getTime() + 600_000).toISOString());
  }
  return w.inside(() => counted(w.slack, n));
}

const told = (what: string, figures: object) =>
  process.stdout.write(`slack ${what}: seed ${seed}, ${JSON.stringify(figures)}\n`);
const well = { wanted: many, once: many, lost: 0, doubled: 0, unsure: 0, dead: 0, inWindow: 0 };

/** Time for Slack is the product's own, so that what it asks to wait is waited. */
const following = () => Object.assign(w.slack.state.time, { now: () => w.clock.now().getTime() });

test('a storm of 429: a third of the calls, to wait from 1 to 60 s', async () => {
  following();
  const draw = random(seed);
  w.slack.limiter.set({ ...usualLimits, tiers: false });
  w.slack.faults(({ method }) =>
    method === 'chat.postMessage' && draw() < 0.33
      ? { kind: 'limited', seconds: 1 + Math.floor(draw() * 60) }
      : undefined,
  );
  const figures = await sent();
  const refused = w.slack
    .calls('chat.postMessage')
    .filter((c) => c.fault || c.error === 'ratelimited').length;
  told('429 storm', { ...figures, refused });
  expect(refused).toBeGreaterThan(50);
  expect(figures).toEqual(well);
}, 240_000);

const outcomes: Fault[] = [
  { kind: 'reset', accepted: true },
  { kind: 'reset', accepted: false },
  { kind: 'status', status: 503, accepted: true },
  { kind: 'status', status: 502, accepted: false },
  { kind: 'error', error: 'internal_error' },
];

test('a fifth of the outcomes unknown, the history may be read: each is looked up, none sent twice', async () => {
  const draw = random(seed);
  w.slack.faults(({ method }) =>
    (method === 'chat.postMessage' || method === 'conversations.history') && draw() < 0.2
      ? outcomes[Math.floor(draw() * outcomes.length)]
      : undefined,
  );
  const figures = await sent();
  const unknown = w.slack.calls('chat.postMessage').filter((c) => c.fault).length;
  const looked = w.slack.calls('conversations.history').length;
  told('unknown outcomes', { ...figures, unknown, looked });
  expect(unknown).toBeGreaterThan(30);
  expect(looked).toBeGreaterThanOrEqual(unknown / 2);
  expect(figures).toEqual(well);
}, 240_000);

test('the same where the history is closed to us: none sent twice, all that is unknown is on HR’s list', async () => {
  const install = w.slack.core.installFor('T1');
  install.scopes = install.scopes.filter((s) => !s.endsWith(':history'));
  const draw = random(seed + 1);
  const hit = new Set<string>();
  w.slack.faults(({ method, args }) => {
    if (method !== 'chat.postMessage' || draw() >= 0.2) return undefined;
    const fault = outcomes[Math.floor(draw() * outcomes.length)];
    hit.add(String(args.metadata));
    return fault;
  });
  const figures = await sent();
  told('no history', { ...figures, unknown: hit.size });
  expect(figures).toMatchObject({ lost: 0, doubled: 0, dead: 0, inWindow: 0, unsure: hit.size });
  // Some of those on the list arrived, some did not: nobody can know, so a person decides.
  expect(figures.once).toBeGreaterThanOrEqual(many - hit.size);
}, 240_000);

test('Slack takes a message and never answers; or does not take it and never answers', async () => {
  let n = 0;
  w.slack.faults(({ method }) => {
    n += method === 'chat.postMessage' ? 1 : 0;
    return method === 'chat.postMessage' && n <= 2 ? { kind: 'hang', accepted: n === 1 } : undefined;
  });
  const figures = await sent(10);
  told('hang', figures);
  expect(figures).toEqual({ ...well, wanted: 10, once: 10 });
}, 240_000);

test('who cannot be written to is on HR’s list at once, and keeps nobody else waiting', async () => {
  Object.assign(w.slack.state.workspaces.get('T1')?.members.get(accountOf('ann')) ?? {}, { deleted: true });
  const figures = await sent(persons.length * 2);
  told('deactivated', figures);
  expect(figures).toMatchObject({ dead: 2, doubled: 0, once: persons.length * 2 - 2 });
  const calls = w.slack.calls('chat.postMessage').filter((c) => c.error === 'account_inactive');
  expect(calls).toHaveLength(2);
}, 240_000);
