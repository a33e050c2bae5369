/** Contacts, groups, files, the calendar, the delayed update: as Feishu answers them, and as it refuses them. */
import { machineClock } from '../kit/fake-feishu/clock.ts';
import { type FakeFeishu, fakeFeishu } from '../kit/fake-feishu/index.ts';
import { addMessage, p2pOf } from '../kit/fake-feishu/state.ts';

type Json = Record<string, unknown>;
interface Answer {
  code: number;
  msg: string;
  data: Json & { items: Json[]; has_more: boolean; page_token?: string };
}

let feishu: FakeFeishu;
beforeEach(async () => {
  feishu = await fakeFeishu({ clock: machineClock() });
  feishu.state.tokens.set('t', { until: Number.POSITIVE_INFINITY });
});
afterEach(() => feishu.close());

async function call(method: string, path: string, body?: Json | FormData): Promise<Answer> {
  const json = body && !(body instanceof FormData);
  const res = await fetch(`${feishu.url}/open-apis${path}`, {
    method,
    headers: { authorization: 'Bearer t', ...(json && { 'content-type': 'application/json' }) },
    ...(body && { body: json ? JSON.stringify(body) : (body as FormData) }),
  });
  return (await res.json()) as Answer;
}

test('people of a department come 50 a page, whoever left not at all; who leads them is said', async () => {
  const { state } = feishu;
  state.departments.set('od-1', { id: 'od-1', parent: '0', name: 'One' });
  state.departments.set('od-2', { id: 'od-2', parent: 'od-1', name: 'Two' });
  const boss = feishu.user({ name: 'Boss', departments: ['od-1'], email: 'boss@example.com' });
  for (let n = 0; n < 60; n += 1) feishu.user({ name: `p${n}`, departments: ['od-1'], leader: boss.openId });
  feishu.user({ name: 'gone', departments: ['od-1'], resigned: true });
  const path = '/contact/v3/users/find_by_department?department_id=od-1&page_size=50';
  const first = await call('GET', path);
  const second = await call('GET', `${path}&page_token=${first.data.page_token}`);
  expect([
    first.data.items.length,
    first.data.has_more,
    second.data.items.length,
    second.data.has_more,
  ]).toEqual([50, true, 11, false]);
  expect(first.data.items[0]).toMatchObject({ name: 'Boss', email: 'boss@example.com', leader_user_id: '' });
  expect(second.data.items[0]).toMatchObject({ leader_user_id: boss.openId, status: { is_resigned: false } });
  expect((await call('GET', path.replace('=50', '=51'))).code).toBe(99992402);
  const below = (q: string) =>
    call('GET', `/contact/v3/departments/0/children?page_size=50${q}`).then((r) =>
      r.data.items.map((d) => d.name),
    );
  expect(await below('')).toEqual(['One']);
  expect(await below('&fetch_child=true')).toEqual(['One', 'Two']);
});

test('a field without its scope is missing', async () => {
  const { state } = feishu;
  const ann = feishu.user({ name: 'Ann', email: 'ann@example.com' });
  state.scopes = new Set(['contact:contact.base:readonly', 'contact:user.base:readonly']);
  const { data } = await call('GET', `/contact/v3/users/${ann.openId}`);
  expect(data.user).toMatchObject({ name: 'Ann', open_id: ann.openId });
  expect(data.user).not.toHaveProperty('email');
  expect(data.user).not.toHaveProperty('leader_user_id');
});

test('a group is made once for a uuid; members come one call after the other', async () => {
  const [ann, bo, gone] = [
    feishu.user({ name: 'Ann' }),
    feishu.user({ name: 'Bo' }),
    feishu.user({ name: 'G', resigned: true }),
  ];
  const make = () => call('POST', '/im/v1/chats?uuid=room1', { name: 'Appeal', user_id_list: [ann.openId] });
  const first = await make();
  expect((await make()).data.chat_id).toBe(first.data.chat_id);
  const add = () =>
    call('POST', `/im/v1/chats/${first.data.chat_id}/members`, { id_list: [bo.openId, gone.openId] });
  const both = await Promise.all([add(), add()]);
  expect(both.map((r) => r.code).sort()).toEqual([0, 232019]);
  expect(both.find((r) => r.code === 0)?.data.invalid_id_list).toEqual([gone.openId]);
  const sent = await call('POST', '/im/v1/messages?receive_id_type=chat_id', {
    receive_id: first.data.chat_id,
    msg_type: 'text',
    content: '{"text":"hello"}',
  });
  expect(sent.code).toBe(0);
  expect([ann.sees(), bo.sees(), gone.sees()]).toEqual(['hello', 'hello', '']);
  expect((await call('POST', '/im/v1/chats', { name: 'x'.repeat(61) })).code).toBe(99992402);
});

test('a file goes up, into a message, and down again from that message only', async () => {
  const ann = feishu.user({ name: 'Ann' });
  const form = new FormData();
  form.set('file_type', 'stream');
  form.set('file_name', '绩效.csv');
  form.set('file', new Blob(['a,b']), '绩效.csv');
  const { data } = await call('POST', '/im/v1/files', form);
  const sent = await call('POST', '/im/v1/messages?receive_id_type=open_id', {
    receive_id: ann.openId,
    msg_type: 'file',
    content: JSON.stringify({ file_key: data.file_key }),
  });
  const get = (message: unknown) =>
    fetch(`${feishu.url}/open-apis/im/v1/messages/${message}/resources/${data.file_key}?type=file`, {
      headers: { authorization: 'Bearer t' },
    });
  expect(await (await get(sent.data.message_id)).text()).toBe('a,b');
  expect((await get('om_other')).status).toBe(400);
  const empty = new FormData();
  empty.set('image_type', 'message');
  expect((await call('POST', '/im/v1/images', empty)).code).toBe(99992402);
});

test('an event of the calendar is made once for its key, people are invited by a second call', async () => {
  const ann = feishu.user({ name: 'Ann' });
  const { data } = await call('POST', '/calendar/v4/calendars/primary');
  const [{ calendar }] = data.calendars as [{ calendar: { calendar_id: string } }];
  const path = `/calendar/v4/calendars/${encodeURIComponent(calendar.calendar_id)}/events`;
  const at = { start_time: { timestamp: '1609430400' }, end_time: { timestamp: '1609434000' } };
  const make = () => call('POST', `${path}?idempotency_key=${'k'.repeat(32)}`, { summary: 'Talk', ...at });
  const [one, two] = [await make(), await make()];
  const { event_id: id } = one.data.event as { event_id: string };
  expect(two.data.event).toEqual(one.data.event);
  expect(
    (await call('POST', `${path}/${id}/attendees`, { attendees: [{ type: 'user', user_id: ann.openId }] }))
      .code,
  ).toBe(0);
  expect([...feishu.state.events.values()][0]?.attendees).toEqual([ann.openId]);
  expect((await call('POST', `${path}?idempotency_key=short`, { ...at })).code).toBe(99992402);
  await call('DELETE', `${path}/${id}`);
  expect((await call('GET', `${path}/${id}`)).code).toBe(193001);
});

test('a card is updated later with its token: after the answer, twice, for half an hour', async () => {
  const ann = feishu.user({ name: 'Ann' });
  const card = (content: string) => ({
    schema: '2.0',
    config: { update_multi: true },
    body: { elements: [{ tag: 'markdown', content }] },
  });
  const message = addMessage(feishu.state, {
    chat: p2pOf(feishu.state, ann.openId).id,
    from: 'bot',
    type: 'interactive',
    content: '',
    card: card('old'),
  });
  const token = { message: message.id, until: feishu.clock.now() + 1_800_000, uses: 0, answered: false };
  feishu.state.cardTokens.set('c-1', token);
  const update = (content: string) =>
    call('POST', '/interactive/v1/card/update', { token: 'c-1', card: card(content) }).then((r) => r.code);
  expect(await update('early')).toBe(230099);
  token.answered = true;
  expect([await update('one'), await update('two'), await update('three')]).toEqual([0, 0, 300090]);
  expect(ann.sees()).toContain('two');
});

test('a free tenant’s month is over: 99991403, but contacts go on', async () => {
  await feishu.close();
  feishu = await fakeFeishu({ quota: 2 });
  feishu.state.tokens.set('t', { until: Number.POSITIVE_INFINITY });
  const ann = feishu.user({ name: 'Ann' });
  const say = () =>
    call('POST', '/im/v1/messages?receive_id_type=open_id', {
      receive_id: ann.openId,
      msg_type: 'text',
      content: '{"text":"x"}',
    }).then((r) => r.code);
  expect([await say(), await say(), await say()]).toEqual([0, 0, 99991403]);
  expect((await call('GET', `/contact/v3/users/${ann.openId}`)).code).toBe(0);
});

test('faults: refused, cut before and after Feishu did it, 502 after it', async () => {
  const ann = feishu.user({ name: 'Ann' });
  const say = (text: string) =>
    call('POST', '/im/v1/messages?receive_id_type=open_id', {
      receive_id: ann.openId,
      msg_type: 'text',
      content: JSON.stringify({ text }),
    });
  const next: ReturnType<Parameters<FakeFeishu['faults']>[0]>[] = [
    { kind: 'storm', seconds: 1 },
    { kind: 'reset', accepted: false },
    { kind: 'reset', accepted: true },
    { kind: 'error', accepted: true },
  ];
  feishu.faults(() => next.shift());
  expect((await say('refused')).code).toBe(99991400);
  await new Promise((done) => setTimeout(done, 1050));
  await expect(say('lost')).rejects.toThrow();
  await expect(say('there')).rejects.toThrow();
  await expect(say('there too')).rejects.toThrow();
  expect(ann.sees()).toBe('there\n\nthere too');
  expect(feishu.log.map((l) => l.fault)).toEqual(['storm', 'reset', 'reset', 'error']);
});
