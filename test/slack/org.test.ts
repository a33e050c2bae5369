/** Installed for a whole organisation: the tenant is the organisation, and deliveries name no workspace, or several. */
import { slackAdapter } from '../../adapters/slack/index.ts';
import { silent } from '../../src/core/log.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { application, listen } from '../../src/server.ts';
import { connect } from '../kit/database.ts';
import { nextFaults } from '../kit/fake-slack/faults.ts';
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

test('members of every workspace, with managers', async () => {
  for (const id of ['T0ONE', 'T0TWO'])
    slack.state.workspaces.get(id)?.profileFields.push({ id: 'Xf1', label: 'Manager', type: 'user' });
  slack.member('T0TWO', { id: 'U0THREE', fields: { Xf1: { value: 'U0ONE', alt: '' } } });
  const members = await adapter.members(organisation);
  expect(members.map((m) => m.account).sort()).toEqual(['U0ONE', 'U0THREE', 'U0TWO']);
  expect(members.find((m) => m.account === 'U0THREE')?.manager).toBe('U0ONE');
});

test('a room is made where most of its members are, is found again, and takes messages', async () => {
  const members = ['U0ONE', 'U0TWO', 'U0THREE'];
  slack.faults(nextFaults('conversations.create', { kind: 'reset', accepted: true }));
  await expect(adapter.room(organisation, 'appeals.case:1', 'Case', members)).rejects.toThrow();
  slack.faults(undefined);
  const room = await adapter.room(organisation, 'appeals.case:1', 'Case', members);
  const channel = slack.state.conversations.get(room.channel);
  expect(channel?.team).toBe('T0TWO');
  // Who is only in the other workspace cannot come; the others do, and what is said goes out.
  expect([...(channel?.members ?? [])]).toEqual(expect.arrayContaining(['U0TWO', 'U0THREE']));
  await adapter.send(room, { title: 'In the room', blocks: [] }, 'room-1');
  expect(slack.user('U0TWO').sees()).toContain('In the room');
});
