import { nextFaults } from '../kit/fake-slack/faults.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';
import { usualLimits } from '../kit/fake-slack/limits.ts';
import { manualTime } from '../kit/fake-slack/time.ts';
import { client, opened, refusal } from './clients.ts';

const time = manualTime();
let slack: FakeSlack;
let api: ReturnType<typeof client>;
beforeEach(async () => {
  slack = await opened({ time });
  api = client(slack);
});
afterEach(() => slack.stop());

describe('messages', () => {
  test('a user’s id stands for the conversation with them when posting, never when editing', async () => {
    const sent = await api.chat.postMessage({ channel: 'UANN', text: 'hello <@UBO> &amp; <!channel>' });
    expect(sent.channel).toMatch(/^D/);
    expect(slack.user('UANN').sees()).toBe('hello @Bo Larsen & !!CHANNEL!!');
    const edit = (channel: string) => api.chat.update({ channel, ts: sent.ts as string, text: 'hi' });
    expect(await refusal(edit('UANN'))).toBe('channel_not_found');
    await edit(sent.channel as string);
    expect(slack.user('UANN').sees()).toBe('hi');
    expect(slack.user('UBO').sees()).toBe('');
  });

  test.each([
    ['UNOBODY', 'channel_not_found'],
    ['UGONE', 'account_inactive'],
    ['UT1BOT', 'cannot_dm_bot'],
    ['CNONE', 'channel_not_found'],
  ])('nothing goes to %s', async (channel, error) => {
    expect(await refusal(api.chat.postMessage({ channel, text: 'x' }))).toBe(error);
  });

  test('private rooms, invites, archives', async () => {
    const { channel } = await api.conversations.create({ name: 'appeal-1', is_private: true });
    const room = channel?.id as string;
    expect(await refusal(api.conversations.create({ name: 'appeal-1' }))).toBe('name_taken');
    expect(await refusal(api.conversations.create({ name: 'Appeal 2' }))).toBe('invalid_name_specials');
    await api.conversations.invite({ channel: room, users: 'UANN' });
    expect(await refusal(api.conversations.invite({ channel: room, users: 'UANN' }))).toBe(
      'already_in_channel',
    );
    expect(await refusal(api.conversations.invite({ channel: room, users: 'UGONE,UBO' }))).toBe(
      'user_not_found',
    );
    await api.conversations.invite({ channel: room, users: 'UGONE,UBO', force: true });
    await api.chat.postMessage({ channel: room, text: 'in the room' });
    expect([slack.user('UANN').sees(), slack.user('UBO').sees()]).toEqual(['in the room', 'in the room']);
    const { members } = await api.conversations.members({ channel: room, limit: 2 });
    expect(members).toHaveLength(2);
    await api.conversations.archive({ channel: room });
    expect(await refusal(api.chat.postMessage({ channel: room, text: 'x' }))).toBe('is_archived');
  });

  test('what only one person sees is not in the history, metadata is', async () => {
    const channel = slack.user('UANN').direct();
    const metadata = { event_type: 'outbox', event_payload: { key: 'k1' } };
    await api.chat.postMessage({ channel, text: 'kept', metadata });
    await api.chat.postEphemeral({ channel, user: 'UANN', text: 'seen once' });
    expect(slack.user('UANN').sees()).toContain('seen once');
    const { messages } = await api.conversations.history({ channel, include_all_metadata: true });
    expect(messages?.map((m) => [m.text, m.metadata])).toEqual([['kept', metadata]]);
    const bare = await api.conversations.history({ channel });
    expect(bare.messages?.[0]?.metadata).toBeUndefined();
  });

  test('a missing scope, a wrong and a missing token are told apart', async () => {
    slack.state.installs[0]!.scopes = ['im:write'];
    expect(await refusal(api.chat.postMessage({ channel: 'UANN', text: 'x' }))).toBe('missing_scope');
    expect(await refusal(client(slack, 'xoxb-wrong').auth.test())).toBe('invalid_auth');
    expect(await refusal(client(slack, '').auth.test())).toBe('not_authed');
    expect((await api.auth.test()).team_id).toBe('T1');
  });

  test('blocks without words to fall back on are taken with a warning that tests see', async () => {
    await api.chat.postMessage({ channel: 'UANN', text: '', blocks: [{ type: 'divider' }] });
    expect(slack.ledger.warnings).toEqual(['missing_text_in_message']);
  });

  test('people come in pages', async () => {
    const first = await api.users.list({ limit: 2, include_locale: true });
    const second = await api.users.list({ limit: 3, cursor: first.response_metadata?.next_cursor as string });
    const ids = [...(first.members ?? []), ...(second.members ?? [])].map((m) => m.id);
    expect(ids).toEqual(['UT1BOT', 'UANN', 'UBO', 'UGONE', 'UGUEST']);
    expect(await refusal(api.users.list({ limit: 2, cursor: 'bad' }))).toBe('invalid_cursor');
  });

  test('files: asked for, brought, shared; people’s ids are no place for them', async () => {
    const channel = slack.user('UANN').direct();
    const done = await api.filesUploadV2({
      channel_id: channel,
      filename: 'a.csv',
      file: Buffer.from('1,2'),
    });
    expect(done.ok).toBe(true);
    expect(slack.user('UANN').sees()).toContain('(file: a.csv)');
    const early = await api.files.getUploadURLExternal({ filename: 'b.png', length: 3 });
    const files = [{ id: early.file_id as string, title: 'b' }] as [{ id: string; title: string }];
    expect(await refusal(api.files.completeUploadExternal({ files }))).toBe('file_upload_error');
    const short = await fetch(early.upload_url as string, { method: 'POST', body: 'ab' });
    expect(short.status).toBe(400);
    await fetch(early.upload_url as string, { method: 'POST', body: 'abc' });
    expect(await refusal(api.files.completeUploadExternal({ files, channel_id: 'UANN' }))).toBe(
      'channel_not_found',
    );
  });
});

describe('pace', () => {
  test('a conversation takes a burst, then one a second; who does not wait is counted', async () => {
    slack.limiter.set({ ...usualLimits, channelBurst: 2 });
    const post = () => refusal(api.chat.postMessage({ channel: 'UANN', text: 'x' }));
    expect([await post(), await post(), await post()]).toEqual(['taken', 'taken', 'wait 1']);
    expect(await post()).toBe('wait 1');
    expect(slack.limiter.inWindow()).toBe(1);
    await time.advance(1000);
    expect(await post()).toBe('taken');
  });

  test('a workspace takes so many a minute, whatever the conversation', async () => {
    slack.limiter.set({ ...usualLimits, postsPerMinute: 60, burstSeconds: 1, retryAfter: () => 7 });
    const post = (channel: string) => refusal(api.chat.postMessage({ channel, text: 'x' }));
    expect([await post('UANN'), await post('UBO')]).toEqual(['taken', 'wait 7']);
    await time.advance(7000);
    expect(await post('UBO')).toBe('taken');
  });

  test('methods have tiers', async () => {
    slack.limiter.set(usualLimits);
    const calls = [];
    for (let n = 0; n < 21; n += 1) calls.push(await refusal(api.users.list({ limit: 5 })));
    expect(calls.filter((c) => c === 'taken')).toHaveLength(20);
    expect(calls.at(-1)).toMatch(/^wait \d+$/);
  });
});

describe('faults', () => {
  test.each([
    [{ kind: 'reset', accepted: true } as const, 1],
    [{ kind: 'reset', accepted: false } as const, 0],
    [{ kind: 'status', status: 503, accepted: true } as const, 1],
    [{ kind: 'hang', accepted: true } as const, 1],
    [{ kind: 'limited', seconds: 30 } as const, 0],
  ])('%j', async (fault, arrived) => {
    slack.faults(nextFaults('chat.postMessage', fault));
    const impatient = client(slack, undefined, 200);
    expect(await refusal(impatient.chat.postMessage({ channel: 'UANN', text: 'x' }))).not.toBe('taken');
    expect(slack.user('UANN').messages()).toHaveLength(arrived);
  });
});
