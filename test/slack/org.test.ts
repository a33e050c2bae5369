/** Installed for a whole organisation: the tenant is the organisation, and deliveries name no workspace, or several. */
import { slackAdapter } from '../../adapters/slack/index.ts';
import { silent } from '../../src/core/log.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { application, listen } from '../../src/server.ts';
import { connect } from '../kit/database.ts';
import { fakeSlack } from '../kit/fake-slack/index.ts';
import { until } from './kit/desk.ts';
import { testPorts } from './kit/ports.ts';

const connection = await connect('slack-org');
const slack = await fakeSlack();
const organisation = 'E0ORG';
slack.workspace('T0ONE', 'One', organisation);
slack.workspace('T0TWO', 'Two', organisation);
slack.member('T0ONE', { id: 'U0ONE' });
slack.member('T0TWO', { id: 'U0TWO' });
const install = slack.install('T0ONE', true);
const heard: Inbound[] = [];
const adapter = slackAdapter(
  { botToken: install.token, signingSecret: slack.app.signingSecret, apiUrl: slack.apiUrl },
  testPorts(connection, {}),
);
const server = await listen(
  application(adapter.routes, { ready: async () => [], metrics: async () => '' }, silent),
  '127.0.0.1',
  0,
);
slack.delivery.to.url = `http://127.0.0.1:${server.port}/slack/events`;
await adapter.start({
  async receive(e) {
    heard.push(e);
    return e.kind === 'home' ? { card: { title: 'Your page', blocks: [] } } : { toast: 'Heard.' };
  },
  opens: () => false,
  changed: async () => {},
  acked: () => {},
});
afterAll(async () => {
  await adapter.stop();
  await server.stop();
  await slack.stop();
});

test('everybody of every workspace is served as one tenant', async () => {
  await until(async () => (await adapter.tenants()).length > 0);
  expect(await adapter.tenants()).toEqual([organisation]);
  for (const id of ['U0ONE', 'U0TWO']) {
    const person = slack.user(id);
    await person.types('/perf help');
    await person.says('hello');
    await person.opensHome();
    await until(() => person.seesHome().includes('Your page'));
    expect(person.sees()).toContain('Heard.');
  }
  expect(new Set(heard.map((e) => e.where.tenant))).toEqual(new Set([organisation]));
});

test('a press that names no workspace is of the organisation', async () => {
  const body = {
    type: 'block_actions',
    team: null,
    enterprise: { id: organisation },
    is_enterprise_install: true,
    api_app_id: slack.app.id,
    user: { id: 'U0TWO', team_id: 'T0TWO' },
    container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'D0X' },
    channel: { id: 'D0X' },
    actions: [
      {
        type: 'button',
        action_id: 'press.0.0.0',
        block_id: 'a0.0',
        action_ts: '1700000001.000100',
        value: 'a.b {}',
      },
    ],
  };
  const came = await slack.delivery.post(new URLSearchParams({ payload: JSON.stringify(body) }).toString(), {
    type: 'application/x-www-form-urlencoded',
  });
  expect(came.status).toBe(200);
  expect(heard.at(-1)).toMatchObject({
    kind: 'press',
    token: 'a.b {}',
    from: 'U0TWO',
    where: { tenant: organisation, channel: 'D0X' },
  });
});
