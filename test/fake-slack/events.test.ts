import { setTimeout as sleep } from 'node:timers/promises';
import { formOf } from '../kit/fake-slack/deliver.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';
import { manualTime } from '../kit/fake-slack/time.ts';
import { type SmallApp, smallApp } from './bolt.ts';
import { client, opened, refusal } from './clients.ts';

const time = manualTime();
let slack: FakeSlack;
let app: SmallApp | undefined;
const retries = () => slack.ledger.deliveries.map(({ status, retry }) => [status, retry]);
beforeEach(async () => {
  slack = await opened({ time });
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  await slack.stop();
});

describe('events over HTTP', () => {
  test('come again at once, after one minute and after five, then never', async () => {
    app = await smallApp(slack, 'http', async () => {
      throw new Error('broken');
    });
    await slack.user('UANN').says('hello');
    for (const ms of [1, 60_000, 300_000, 3_600_000]) {
      await time.advance(ms);
      await sleep(50);
    }
    expect(retries()).toEqual([
      [500, 0],
      [500, 1],
      [500, 2],
      [500, 3],
    ]);
    const bodies = app.came as { event_id: string }[];
    expect(new Set(bodies.map((b) => b.event_id)).size).toBe(1);
  });

  test('what was taken does not come again, unless the answer is lost', async () => {
    app = await smallApp(slack, 'http', async () => {});
    await slack.user('UANN').says('hello');
    slack.delivery.disturb.eventsAgain = [0, 300_000];
    await slack.user('UANN').says('hello again');
    await time.advance(300_000);
    await slack.idle();
    await time.advance(600_000);
    expect(retries()).toEqual([
      [200, 0],
      [200, 0],
      [200, 1],
      [200, 2],
    ]);
  });

  test('an address is taken when it answers the challenge', async () => {
    app = await smallApp(slack, 'http', async () => {});
    expect(await slack.delivery.verifies()).toBe(true);
    slack.app.signingSecret = 'another';
    expect(await slack.delivery.verifies()).toBe(false);
  });

  test('signed: wrong, old and missing signatures are for the app to refuse', async () => {
    app = await smallApp(slack, 'http', async ({ ack }) => ack?.());
    const raw = formOf({ command: '/perf', team_id: 'T1', user_id: 'UANN' });
    const type = 'application/x-www-form-urlencoded';
    const status = async (how: object) => (await slack.delivery.post(raw, { type, ...how })).status;
    expect(await status({})).toBe(200);
    expect(await status({ secret: 'another' })).toBe(401);
    expect(await status({ unsigned: true })).toBe(401);
    expect(await status({ off: -400 })).toBe(401);
  });
});

describe('Socket Mode', () => {
  test('envelopes go down, acknowledgements with answers come up', async () => {
    app = await smallApp(slack, 'socket', async ({ ack }) => ack?.({ text: 'by socket' }));
    expect(slack.delivery.sockets.count()).toBe(1);
    await slack.user('UANN').types('/perf');
    expect(slack.user('UANN').sees()).toBe('by socket');
    await slack.user('UANN').says('hi');
    expect(slack.ledger.deliveries.map((d) => d.kind)).toEqual(['command', 'event']);
    expect(slack.delivery.sockets.strange()).toBe(0);
  });

  test('asked to come back the app does, with a new ticket', async () => {
    app = await smallApp(slack, 'socket', async ({ ack }) => ack?.());
    slack.delivery.sockets.disconnect('refresh_requested');
    for (let n = 0; n < 100 && slack.calls('apps.connections.open').length < 2; n += 1) await sleep(100);
    for (let n = 0; n < 100 && slack.delivery.sockets.count() === 0; n += 1) await sleep(50);
    await slack.user('UANN').types('/perf');
    expect(slack.ledger.troubles).toEqual([]);
  });

  test('what nobody acknowledges in three seconds comes again under its id', async () => {
    let hold = true;
    app = await smallApp(slack, 'socket', () => (hold ? new Promise<void>(() => {}) : Promise.resolve()));
    const said = slack.user('UANN').says('hello');
    await sleep(100);
    await time.advance(3001);
    await said;
    hold = false;
    await time.advance(1);
    await sleep(100);
    // Bolt acknowledges events before it handles them.
    expect(retries()[0]?.[1]).toBe(0);
    expect(slack.ledger.deliveries.every((d) => d.kind === 'event')).toBe(true);
  });
});

describe('installing', () => {
  test('a code counts once; tokens end after twelve hours and are refreshed by what counts once', async () => {
    await slack.stop();
    slack = await opened({ time, app: { rotation: true } });
    const { clientId, clientSecret } = slack.app;
    const back = slack.approve(
      'https://slack.com/oauth/v2/authorize?redirect_uri=https%3A%2F%2Fbot.test%2Fback&state=s1',
      'T1',
    );
    const code = new URL(back).searchParams.get('code') as string;
    expect(new URL(back).searchParams.get('state')).toBe('s1');
    const exchange = (more: object) =>
      client(slack, '').oauth.v2.access({
        client_id: clientId,
        client_secret: clientSecret,
        ...more,
      } as never);
    const granted = await exchange({ code });
    expect(await refusal(exchange({ code }))).toBe('invalid_code');
    const works = (token: string) => refusal(client(slack, token).auth.test());
    expect(await works(granted.access_token as string)).toBe('taken');
    await time.advance(43_200_001);
    expect(await works(granted.access_token as string)).toBe('token_expired');
    const refresh = () => exchange({ grant_type: 'refresh_token', refresh_token: granted.refresh_token });
    const renewed = await refresh();
    expect(await refusal(refresh())).toBe('invalid_refresh_token');
    expect(await works(renewed.access_token as string)).toBe('taken');
    expect(slack.ledger.oauth).toEqual({ refreshed: 1, spentTwice: 1 });
  });

  test('an org’s token serves its workspaces when told which; others not', async () => {
    slack.workspace('T2', 'East', 'E1');
    slack.workspace('T3', 'West', 'E1');
    slack.member('T3', { id: 'UWEST', realName: 'West' });
    const org = client(slack, slack.install('T2', true).token);
    expect(await refusal(org.users.list({ limit: 10 }))).toBe('missing_argument');
    expect((await org.users.list({ limit: 10, team_id: 'T3' })).members).toHaveLength(2);
    await org.chat.postMessage({ channel: 'UWEST', text: 'to the west' });
    expect(slack.user('UWEST').sees()).toBe('to the west');
    expect(await refusal(org.chat.postMessage({ channel: 'UANN', text: 'x' }))).toBe(
      'team_access_not_granted',
    );
  });

  test('gone is the token with the installation', async () => {
    app = await smallApp(slack, 'http', async () => {});
    const api = client(slack);
    await slack.uninstall('T1');
    expect(await refusal(api.auth.test())).toBe('invalid_auth');
  });
});
