/** The app can be installed by anybody, from its page: a workspace that nobody vouched for changes nothing. */
import { slackAdapter } from '../../adapters/slack/index.ts';
import { ann, desk, team, until } from './kit/desk.ts';
import { testPorts } from './kit/ports.ts';

const d = await desk('slack-gate', 'oauth');
const listed = await desk('slack-gate-listed', 'oauth', { teams: [team] });
const { slack, adapter } = d;
slack.workspace('T0EVIL', 'Evil');
slack.member('T0EVIL', { id: 'U0EVE', email: 'ann@example.com', admin: true });

async function installs(of: typeof d, where: string): Promise<Response> {
  const base = new URL(of.slack.delivery.to.url ?? '').origin;
  const begun = await fetch(`${base}/slack/install`, { redirect: 'manual' });
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const back = of.slack.approve(begun.headers.get('location') ?? '', where);
  return fetch(back, { redirect: 'manual', headers: { cookie } });
}

describe('without a list', () => {
  beforeAll(async () => {
    expect((await installs(d, team)).status).toBe(200);
    const page = await installs(d, 'T0EVIL');
    expect(await page.text()).toContain('adding T0EVIL to SLACK_TEAMS');
  });

  test('the first workspace is served, the second is not', async () => {
    expect(await adapter.tenants()).toEqual([team]);
    await expect(adapter.members('T0EVIL')).rejects.toMatchObject({ kind: 'gone' });
    expect((await adapter.members(team)).map((m) => m.account)).toContain(ann);
  });

  test('news of its members are none', async () => {
    const before = d.changed.length;
    await slack.changes('U0EVE', { email: 'boss@example.com' });
    await slack.joins('T0EVIL', { id: 'U0MALLORY', email: 'boss@example.com' });
    expect(d.changed).toHaveLength(before);
    await slack.changes(ann, { title: 'CTO' });
    expect(d.changed).toHaveLength(before + 1);
  });

  test('its people read why, and nothing of theirs reaches the bot', async () => {
    const before = d.heard.length;
    const eve = slack.user('U0EVE');
    await eve.says('hello');
    await until(() => eve.sees().includes('not served here yet'));
    slack.state.messages.length = 0;
    await eve.types('/perf help');
    expect(eve.sees()).toContain('not served here yet');
    await eve.opensHome();
    await until(() => eve.seesHome().includes('not served here yet'));
    await eve.shortcut('give_feedback');
    await until(() => eve.seesModal().includes('not served here yet'));
    expect(d.heard).toHaveLength(before);
  });

  test('nobody moves up when the first goes', async () => {
    await slack.uninstall(team);
    await until(async () => (await adapter.tenants()).length === 0);
    expect(await adapter.tenants()).toEqual([]);
  });

  test('doctor names who waits, and the list lets it in', async () => {
    const found = (await adapter.examine()).map((f) => f.text).join('\n');
    expect(found).toContain('T0EVIL has the app, but is not let in');
    const { app } = slack;
    const options = { apiUrl: slack.apiUrl, clientId: app.clientId, clientSecret: app.clientSecret };
    const { connection } = d;
    const open = slackAdapter({ ...options, teams: ['T0EVIL'] }, testPorts(connection, {}));
    expect(await open.tenants()).toEqual(['T0EVIL']);
  });
});

test('with a list nobody else can install, and no token stays', async () => {
  listed.slack.workspace('T0EVIL', 'Evil');
  const page = await installs(listed, 'T0EVIL');
  expect([page.status, await page.text()]).toEqual([403, expect.stringContaining('not on its list')]);
  expect(listed.slack.state.installs).toEqual([]);
  expect((await installs(listed, team)).status).toBe(200);
  expect(await listed.adapter.tenants()).toEqual([team]);
});
