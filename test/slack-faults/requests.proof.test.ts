/** What is not Slack's, or not for us: refused without effect; what is bent: never a broken bot. */
import { outbox } from '../../src/core/outbox.ts';
import { encoded, type PostHow } from '../kit/fake-slack/deliver.ts';
import type { Json } from '../kit/fake-slack/state.ts';
import { type SlackWorld, slackWorld } from '../slack-journey/slack-world.ts';
import { fuzz } from './fuzz.ts';
import { type Request, recorded } from './requests.ts';

const seed = Number(process.env.SEED ?? 20_272);
const many = Number(process.env.FUZZ ?? 5000);
let w: SlackWorld;
beforeAll(async () => {
  w = await slackWorld({ database: 'slack-requests', mode: 'http' });
  // Who it is, the bot asks Slack once.
  await w.as('hanna').types('/perf help');
}, 60_000);
afterAll(() => w.end(), 60_000);

/** Everything that a delivery could have left behind. */
async function traces(): Promise<Record<string, number>> {
  const { connection } = w.store;
  const names = ['inbox', 'outbox', 'jobs', 'facts', 'dialogs', 'slack_kept'];
  const counts = await Promise.all(
    names.map(async (n) => [n, await connection.collection(n).countDocuments()] as const),
  );
  return { ...Object.fromEntries(counts), calls: w.slack.calls().length, events: w.heard.events.length };
}

const asIs = ({ kind, body }: Request) => encoded(kind, body);
const with_ = (more: (body: Json) => Json) => (request: Request) =>
  encoded(request.kind, more(structuredClone(request.body)));
const elsewhere = (body: Json): Json => ({
  ...body,
  team_id: 'T0OTHER',
  ...(body.team !== undefined && { team: { id: 'T0OTHER', domain: 'other' } }),
  ...(body.user !== undefined && { user: { ...(body.user as Json), team_id: 'T0OTHER' } }),
  ...(body.view !== undefined && {
    view: { ...(body.view as Json), team_id: 'T0OTHER', app_installed_team_id: 'T0OTHER' },
  }),
  ...(body.authorizations !== undefined && {
    authorizations: [{ team_id: 'T0OTHER', is_enterprise_install: false }],
  }),
});

const wrong: [string, (r: Request) => { raw: string; type: string }, PostHow][] = [
  ['unsigned', asIs, { unsigned: true }],
  ['signed by another', asIs, { secret: 'another-secret' }],
  ['of six minutes ago', asIs, { off: -360 }],
  ['of six minutes ahead', asIs, { off: 360 }],
  ['of a day ahead', asIs, { off: 86_400 }],
  ['with a timestamp that is none', asIs, { headers: { 'x-slack-request-timestamp': 'now' } }],
  ['another app’s', with_((body) => ({ ...body, api_app_id: 'A0OTHER' })), {}],
  ['another workspace’s', with_(elsewhere), {}],
  ['too large', with_((body) => ({ ...body, padding: 'x'.repeat(1_100_000) })), {}],
  ['of a wrong type', asIs, { type: 'text/plain' }],
  ['cut off', (r) => ({ ...asIs(r), raw: r.kind === 'event' ? '{"type":' : 'payload={"type":' }), {}],
  ['a list', (r) => ({ ...asIs(r), raw: r.kind === 'event' ? '[]' : 'payload=[]' }), {}],
  ['nothing', (r) => ({ ...asIs(r), raw: '' }), {}],
];

test.each(wrong)('%s: 4xx and no effect, whatever it is', async (_, make, how) => {
  const before = await traces();
  for (const request of recorded(w.slack, 'ann')) {
    const { raw, type } = make(request);
    const { status } = await w.slack.delivery.post(raw, { type, ...how });
    expect([request.body.type ?? request.body.command, Math.floor(status / 100)]).toEqual([
      request.body.type ?? request.body.command,
      4,
    ]);
  }
  expect(await traces()).toEqual(before);
});

test('a captured request sent again within five minutes has no second effect', async () => {
  for (const request of recorded(w.slack, 'bo')) {
    const { raw, type } = encoded(request.kind, request.body);
    await w.slack.delivery.post(raw, { type });
    await w.quiet();
    const before = await w.inside(() => outbox.count({}));
    for (let n = 0; n < 3; n += 1) await w.slack.delivery.post(raw, { type });
    await w.quiet();
    expect(await w.inside(() => outbox.count({}))).toBe(before);
  }
});

test(`${many} bent requests: nothing uncaught, no 5xx`, async () => {
  const figures = await fuzz(w, many, seed);
  const { statuses, uncaught, broken } = figures;
  process.stdout.write(
    `slack fuzz: seed ${seed}, ${many} requests, ${JSON.stringify(statuses)}, uncaught ${uncaught.length}, 5xx ${broken.length}\n`,
  );
  expect(uncaught.slice(0, 3)).toEqual([]);
  expect(broken.slice(0, 3)).toEqual([]);
  expect(statuses['200'] ?? 0).toBeGreaterThan(many / 20);
  // And it still works.
  expect((await w.slack.user('UANN').types('/perf help')) as { status: number }).toMatchObject({
    status: 200,
  });
}, 600_000);
