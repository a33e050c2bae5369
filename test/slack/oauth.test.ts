import { isFresh, newState } from '../../adapters/slack/oauth.ts';
import { scopes } from '../../adapters/slack/scopes.ts';
import { eventBody } from '../kit/fake-slack/payloads.ts';
import { ann, desk, team, until } from './kit/desk.ts';

const d = await desk('slack-oauth', 'oauth', {
  stateSecret: 'state-secret-for-this-test',
  teams: [team, 'T0SECOND'],
});
const { slack, adapter } = d;
const base = new URL(slack.delivery.to.url ?? '').origin;

async function begun(): Promise<{ to: string; cookie: string; attributes: string }> {
  const answer = await fetch(`${base}/slack/install`, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  const attributes = answer.headers.get('set-cookie') ?? '';
  return { to: answer.headers.get('location') ?? '', cookie: attributes.split(';')[0] ?? '', attributes };
}

const back = (url: string, cookie: string, language = 'en') =>
  fetch(url, { redirect: 'manual', headers: { cookie, 'accept-language': language } });

describe('installing', () => {
  test('asks for exactly our permissions, bound to this browser', async () => {
    const { to, attributes } = await begun();
    const query = new URL(to).searchParams;
    expect(query.get('scope')?.split(',')).toEqual([...scopes]);
    expect(query.get('redirect_uri')).toBe(`${base}/slack/oauth_redirect`);
    expect(attributes).toMatch(/HttpOnly/);
    expect(attributes).toMatch(/SameSite=Lax/);
  });

  test('another browser, an old or a forged state, a refusal: said in words, nothing is stored', async () => {
    const { to, cookie } = await begun();
    const url = slack.approve(to, team);
    expect((await back(url, '')).status).toBe(400);
    const forged = new URL(url);
    forged.searchParams.set('state', 'a.1.b');
    expect((await back(forged.href, 'growloop_slack_state=a.1.b')).status).toBe(400);
    const refused = new URL(url);
    refused.searchParams.delete('code');
    refused.searchParams.set('error', '<script>alert(1)</script>');
    const page = await back(refused.href, cookie, 'zh-CN');
    expect(page.status).toBe(400);
    const text = await page.text();
    expect(text).toContain('没有获得授权');
    expect(text).not.toContain('<script>');
    expect(await adapter.tenants()).toEqual([]);
  });

  test('the workspace is served from then on, its token is sealed', async () => {
    const { to, cookie } = await begun();
    const page = await back(slack.approve(to, team), cookie);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('growloop is installed')]);
    expect(await adapter.tenants()).toEqual([team]);
    // Nobody waits for a restart, or for tomorrow, to be known.
    expect(d.changed).toEqual([`install:${team}:1`]);
    await adapter.send(await adapter.direct(ann, team), { title: 'Welcome', blocks: [] }, 'w1');
    expect(slack.user(ann).sees()).toContain('Welcome');
    await slack.user(ann).says('hi');
    expect(d.last()).toMatchObject({ kind: 'message', where: { tenant: team } });
  });

  test('a second workspace has its own token', async () => {
    slack.workspace('T0SECOND', 'Second');
    slack.member('T0SECOND', { id: 'U0SEC' });
    const { to, cookie } = await begun();
    await back(slack.approve(to, 'T0SECOND'), cookie);
    await Promise.all(
      [team, 'T0SECOND'].map(async (tenant) =>
        adapter.send(
          await adapter.direct(tenant === team ? ann : 'U0SEC', tenant),
          { title: `for ${tenant}`, blocks: [] },
          `x-${tenant}`,
        ),
      ),
    );
    expect(slack.user('U0SEC').sees()).toContain('for T0SECOND');
    expect(slack.user('U0SEC').sees()).not.toContain(`for ${team}`);
    expect(await adapter.tenants()).toEqual(['T0SECOND', team].sort());
  });

  test('an old farewell that comes again takes no new installation away', async () => {
    const { T0SECOND } = Object.fromEntries(slack.state.installs.map((i) => [i.team, i]));
    const event = { type: 'app_uninstalled' };
    const body = eventBody(slack.core, { team: 'T0SECOND', user: '' }, event);
    const { cookie, to } = await begun();
    await back(slack.approve(to, 'T0SECOND'), cookie);
    expect(slack.core.installFor('T0SECOND').token).not.toBe(T0SECOND?.token);
    const hourAgo = Math.floor(Date.now() / 1000) - 3600;
    await slack.delivery.event({ ...body, event_time: hourAgo });
    expect(await adapter.tenants()).toContain('T0SECOND');
  });

  test('taken out, the workspace is forgotten, and who there is is looked at', async () => {
    const before = d.changed.length;
    await slack.uninstall('T0SECOND');
    await until(() => d.changed.length > before);
    await until(async () => !(await adapter.tenants()).includes('T0SECOND'));
    await expect(
      adapter.send(await adapter.direct('U0SEC', 'T0SECOND'), { title: 'x', blocks: [] }, 'y'),
    ).rejects.toMatchObject({ kind: 'denied' });
  });
});

test('a state lives ten minutes and belongs to its secret', () => {
  const at = Date.parse('2027-01-01T00:00:00Z');
  const state = newState('s', at);
  expect(isFresh('s', state, at + 599_000)).toBe(true);
  expect(isFresh('s', state, at + 601_000)).toBe(false);
  expect(isFresh('other', state, at)).toBe(false);
  expect(
    isFresh(
      's',
      state.replace(/^./, (c) => (c === 'a' ? 'b' : 'a')),
      at,
    ),
  ).toBe(false);
  expect(isFresh('s', '', at)).toBe(false);
});
