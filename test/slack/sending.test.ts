import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { channelName } from '../../adapters/slack/rooms.ts';
import { PlatformError } from '../../src/core/platform.ts';
import { nextFaults } from '../kit/fake-slack/faults.ts';
import { ann, bo, desk, pause, team } from './kit/desk.ts';

const d = await desk('slack-sending');
const { slack, adapter } = d;
const card = (title: string) => ({ title, blocks: [] });
const toAnn = () => adapter.direct(ann, team);
const shown = (title: string) =>
  slack
    .user(ann)
    .messages()
    .filter((m) => JSON.stringify(m.blocks).includes(title)).length;
const trouble = (run: Promise<unknown>): Promise<PlatformError> =>
  run.then(
    () => {
      throw new Error('nothing went wrong');
    },
    (e: PlatformError) => e,
  );

/** An address where nobody listens any more. */
async function nowhere(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}/`;
}

afterEach(() => slack.faults(undefined));

describe('a message is one, whatever becomes of the answer', () => {
  test.each([
    ['reset after it was taken', { kind: 'reset', accepted: true }, 1],
    ['reset before it was taken', { kind: 'reset', accepted: false }, 0],
    ['503 after it was taken', { kind: 'status', status: 503, accepted: true }, 1],
    ['503 before it was taken', { kind: 'status', status: 503, accepted: false }, 0],
  ] as const)('%s', async (name, fault, there) => {
    slack.faults(nextFaults('chat.postMessage', fault));
    const e = await trouble(adapter.send(await toAnn(), card(name), `once-${name}`));
    expect(e.kind).toBe('unknown');
    expect(shown(name)).toBe(there);
    const receipt = await adapter.send(await toAnn(), card(name), `once-${name}`, true);
    expect(shown(name)).toBe(1);
    expect(
      slack
        .user(ann)
        .messages()
        .some((m) => m.ts === receipt.messageId),
    ).toBe(true);
  });

  test('where nobody lets us look, it is not sent blindly', async () => {
    slack.faults(nextFaults('conversations.history', { kind: 'error', error: 'missing_scope' }));
    const e = await trouble(adapter.send(await toAnn(), card('unsure'), 'unsure', true));
    expect(e.kind).toBe('unsure');
    expect(shown('unsure')).toBe(0);
  });

  test('asked to wait while looking: later, not blindly', async () => {
    slack.faults(nextFaults('conversations.history', { kind: 'limited', seconds: 1 }));
    const from = Date.now();
    const e = await trouble(adapter.send(await toAnn(), card('wait'), 'wait', true));
    expect(e.kind).toBe('retry');
    expect(e.retryAt!.getTime() - from).toBeGreaterThanOrEqual(900);
    expect(shown('wait')).toBe(0);
    await pause(1100);
  });
});

describe('what Slack refuses', () => {
  test.each([
    ['ratelimited', 'retry'],
    ['user_not_found', 'gone'],
    ['is_archived', 'gone'],
    ['account_inactive', 'denied'],
    ['missing_scope', 'denied'],
    ['msg_blocks_too_long', 'broken'],
    ['something_new', 'broken'],
    ['internal_error', 'unknown'],
  ])('%s is %s', async (error, kind) => {
    slack.faults(nextFaults('chat.postMessage', { kind: 'error', error }));
    const e = await trouble(adapter.send(await toAnn(), card('secret words'), `refused-${error}`));
    expect(e).toBeInstanceOf(PlatformError);
    expect(e.kind).toBe(kind);
    expect(e.message).toBe(`chat.postMessage: ${error}`);
  });

  test.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    'an edit of %s is gone',
    async (error) => {
      const sent = await adapter.send(await toAnn(), card('edit me'), `edit-${error}`);
      slack.faults(nextFaults('chat.update', { kind: 'error', error }));
      expect((await trouble(adapter.edit(sent, card('edited')))).kind).toBe('gone');
    },
  );

  test('429 says until when', async () => {
    slack.faults(nextFaults('chat.postMessage', { kind: 'limited', seconds: 2 }));
    const from = Date.now();
    const e = await trouble(adapter.send(await toAnn(), card('x'), 'limited'));
    expect(e.kind).toBe('retry');
    expect(e.retryAt!.getTime() - from).toBeGreaterThanOrEqual(2000);
    await pause(2000);
  });

  test('nobody there: surely not accepted', async () => {
    const { platformError } = await import('../../adapters/slack/errors.ts');
    const refused = await fetch(await nowhere()).catch((e: unknown) => e);
    expect(
      platformError({ code: 'slack_webapi_request_error', original: refused }, 'm', () => new Date()).kind,
    ).toBe('retry');
    expect(
      platformError(
        { code: 'slack_webapi_request_error', original: new Error('aborted') },
        'm',
        () => new Date(),
      ).kind,
    ).toBe('unknown');
  });
});

describe('rooms', () => {
  test('are private channels under a name of their own, made once', async () => {
    const room = await adapter.room(team, 'appeals.case:7', 'Appeal of Ann', [ann]);
    expect(await adapter.room(team, 'appeals.case:7', 'Appeal of Ann', [ann])).toEqual(room);
    const other = await adapter.room(team, 'appeals.case:8', 'Appeal of Ann', [ann]);
    expect(other.channel).not.toBe(room.channel);
    const channel = slack.state.conversations.get(room.channel);
    expect(channel?.kind).toBe('private');
    expect(channel?.members.has(ann)).toBe(true);
    expect(channel?.members.has(bo)).toBe(false);
  });

  test('one whose making was not answered is found again', async () => {
    slack.faults(nextFaults('conversations.create', { kind: 'reset', accepted: true }));
    expect((await trouble(adapter.room(team, 'appeals.case:9', '申诉：李波', [bo]))).kind).toBe('unknown');
    const room = await adapter.room(team, 'appeals.case:9', '申诉：李波', [bo]);
    const named = [...slack.state.conversations.values()].filter(
      (c) => c.name === channelName('appeals.case:9', '申诉：李波'),
    );
    expect(named.map((c) => c.id)).toEqual([room.channel]);
  });

  test('whoever is there already, or cannot come, keeps nobody else out', async () => {
    slack.member(team, { id: 'U0LEFT', deleted: true });
    const room = await adapter.room(team, 'appeals.case:10', 'Case', [ann]);
    slack.state.conversations.get(room.channel)?.members.add(bo);
    await adapter.invite(room, [bo, ann]);
    // Alone, too: the room's next message must not fail for it.
    await adapter.invite(room, ['U0LEFT']);
    await adapter.send(room, card('goes on'), 'case-10');
    slack.member(team, { id: 'U0THIRD' });
    await adapter.invite(room, ['U0THIRD']);
    expect([...slack.state.conversations.get(room.channel)!.members]).toEqual(
      expect.arrayContaining([ann, bo, 'U0THIRD']),
    );
  });

  test('names fit Slack', () => {
    for (const name of ['A', '申诉：王芳 / 2027', 'x'.repeat(300), '!!!', 'Ünïcode ÀÉ']) {
      const made = channelName('k', name);
      expect(made).toMatch(/^[\p{Ll}\p{Lo}\p{N}-]+$/u);
      expect(made.length).toBeLessThanOrEqual(80);
      expect(made.endsWith(createHash('sha256').update('k').digest('hex').slice(0, 10))).toBe(true);
    }
  });
});

describe('files', () => {
  const file = { name: 'outcomes.csv', type: 'text/csv', bytes: Buffer.from('a,b\n1,2\n') };
  const shared = () =>
    slack
      .user(ann)
      .messages()
      .filter((m) => m.files.some((f) => f.name === file.name)).length;

  test('are given once, also when the answer was lost', async () => {
    slack.faults(nextFaults('files.completeUploadExternal', { kind: 'reset', accepted: true }));
    expect((await trouble(adapter.attach(await toAnn(), file, 'file-1'))).kind).toBe('unknown');
    await pause(50);
    await adapter.attach(await toAnn(), file, 'file-1', true);
    expect(shared()).toBe(1);
  });

  test('are read from Slack alone', async () => {
    await expect(
      adapter.fetchFile({ id: `${team}:F0NONE`, name: 'x', type: 'x', size: 1 }),
    ).rejects.toMatchObject({ kind: 'gone' });
  });
});

describe('people', () => {
  test('bots, guests and strangers are none; who left is marked; the manager comes from the profile', async () => {
    slack.member(team, { id: 'U0GUEST', guest: 'restricted' });
    slack.member(team, { id: 'U0ULTRA', guest: 'ultra' });
    slack.member(team, { id: 'U0STRANGE', guest: 'stranger' });
    slack.member(team, { id: 'U0GONE', deleted: true });
    slack.state.workspaces.get(team)!.profileFields.push({ id: 'Xf1', label: 'Manager', type: 'user' });
    slack.member(team, { id: 'U0REPORT', fields: { Xf1: { value: bo, alt: '' } } });
    for (let i = 0; i < 220; i += 1) slack.member(team, { id: `U0MANY${i}` });
    const members = await adapter.members(team);
    const ids = members.map((m) => m.account);
    expect(ids).toEqual(expect.arrayContaining([ann, bo, 'U0GONE', 'U0REPORT', 'U0MANY219']));
    for (const none of ['U0GUEST', 'U0ULTRA', 'U0STRANGE', `U${team}BOT`]) expect(ids).not.toContain(none);
    expect(members.find((m) => m.account === ann)).toMatchObject({
      name: 'Ann Ångström',
      email: 'ann@example.com',
      title: 'Engineer',
      locale: 'en',
      zone: 'Europe/Berlin',
      gone: false,
    });
    expect(members.find((m) => m.account === bo)).toMatchObject({ locale: 'zh', zone: 'Asia/Shanghai' });
    expect(members.find((m) => m.account === 'U0GONE')?.gone).toBe(true);
    expect(members.find((m) => m.account === 'U0REPORT')?.manager).toBe(bo);
    const read = slack.calls('users.profile.get').length;
    await adapter.members(team);
    expect(slack.calls('users.profile.get').length).toBe(read);
  });
});

describe('doctor', () => {
  test('says what works, and of what does not, where to click', async () => {
    const findings = await adapter.examine();
    expect(findings.find((f) => f.text.includes('HTTP'))?.well).toBe(true);
    expect(findings.find((f) => f.text.includes('SLACK_BOT_TOKEN works'))?.well).toBe(true);
    expect(findings.find((f) => f.text.includes('permissions'))?.well).toBe(true);
    expect(findings.find((f) => f.text.includes('BASE_URL is missing'))?.well).toBe(false);
    slack.faults(nextFaults('auth.test', { kind: 'error', error: 'invalid_auth' }));
    const broken = (await adapter.examine()).find((f) => f.text.includes('SLACK_BOT_TOKEN does not work'));
    expect(broken?.text).toMatch(/invalid_auth.*OAuth & Permissions/);
  });
});
