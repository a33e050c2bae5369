/** Sending on a bad day: unknown outcomes, limits, stale tokens, locked cards; and rooms, files, members, the doctor. */
import type { Card } from '../../src/core/card.ts';
import { md } from '../../src/core/md.ts';
import { type Address, PlatformError } from '../../src/core/platform.ts';
import { connect } from '../kit/database.ts';
import { contactRoutes } from '../kit/fake-feishu/api-contact.ts';
import { Refused } from '../kit/fake-feishu/codes.ts';
import type { Fault } from '../kit/fake-feishu/server.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-send');
let d: Desk;
beforeAll(async () => {
  const many = Array.from({ length: 130 }, (_, i) => ({ name: `P ${i}`, openId: `ou_p${i}` }));
  d = await desk(connection, {
    people: [{ name: 'Ann', openId: 'ou_ann', email: 'Ann@Example.com', title: 'Lead' }, ...many],
  });
});
afterAll(() => d.end());
afterEach(() => {
  d.feishu.faults(() => undefined);
});

const tenant = 'tenant1';
const card = (title: string): Card => ({ title, blocks: [{ type: 'text', text: md`Hello` }] });
const to = (account = 'ou_ann'): Promise<Address> => d.adapter.direct(account, tenant);
const messagesPath = '/open-apis/im/v1/messages';
/** This happens to the next call of that path. */
function once(path: string, fault: Fault): void {
  let left = 1;
  d.feishu.faults((call) => (call.path === path && left-- > 0 ? fault : undefined));
}
const trouble = async (run: Promise<unknown>): Promise<PlatformError> => {
  const e = await run.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(e instanceof PlatformError)) throw new Error(`no PlatformError: ${String(e)}`);
  return e;
};
const titled = (title: string) =>
  d.feishu.sent().filter((m) => JSON.stringify(m.card ?? {}).includes(title)).length;

test.each([
  ['accepted', true],
  ['not accepted', false],
])('an answer that was lost, %s: asked again it is one message', async (title, accepted) => {
  once(messagesPath, { kind: 'reset', accepted });
  const e = await trouble(d.adapter.send(await to(), card(`Lost ${title}`), `lost-${title}`));
  expect(e.kind).toBe('unknown');
  const receipt = await d.adapter.send(await to(), card(`Lost ${title}`), `lost-${title}`, true);
  expect(titled(`Lost ${title}`)).toBe(1);
  expect(d.feishu.sent().at(-1)?.id).toBe(receipt.messageId);
  expect(receipt.at.channel).toMatch(/^oc_/);
});

test('after 55 minutes nobody knows any more, and it is not sent a second time', async () => {
  once(messagesPath, { kind: 'error', accepted: true });
  expect((await trouble(d.adapter.send(await to(), card('Old'), 'old'))).kind).toBe('unknown');
  await connection
    .collection('feishu_tries')
    .updateMany({}, { $set: { at: new Date(Date.now() - 56 * 60_000) } });
  expect((await trouble(d.adapter.send(await to(), card('Old'), 'old', true))).kind).toBe('unsure');
  expect(titled('Old')).toBe(1);
});

test('what a killed process had in hands and never tried is sent: nothing can be there', async () => {
  await d.adapter.send(await to(), card('New'), 'never tried', true);
  await d.adapter.send(await to(), card('New'), 'never tried', true);
  expect(titled('New')).toBe(1);
});

test('a refused token is asked for anew and the call made once more, by many at once with one question', async () => {
  d.feishu.state.tokens.clear();
  const before = d.feishu.log.length;
  const all = Array.from({ length: 10 }, async (_, i) =>
    d.adapter.send(await to(`ou_p${i}`), card(`T${i}`), `token${i}`),
  );
  await Promise.all(all);
  const asked = d.feishu.log.slice(before).filter((c) => c.path.includes('tenant_access_token'));
  expect(asked.length).toBeLessThanOrEqual(2);
  expect(d.feishu.sent().filter((m) => /"T\d"/.test(m.content))).toHaveLength(10);
});

test('a limit names when to go on; nothing was accepted, and nothing goes there before', async () => {
  const { close } = d.feishu.limits;
  d.feishu.limits.close = (_, seconds) =>
    new Refused('rate', '', { 'x-ogw-ratelimit-reset': String(seconds) });
  once(messagesPath, { kind: 'storm', seconds: 4 });
  const from = Date.now();
  const e = await trouble(d.adapter.send(await to(), card('Storm'), 'storm'));
  const reopens = performance.now() + 4000;
  d.feishu.limits.close = close;
  expect(e.kind).toBe('retry');
  expect(e.retryAt?.getTime()).toBeGreaterThanOrEqual(from + 4000);
  const calls = d.feishu.log.length;
  const early = await trouble(d.adapter.send(await to(), card('Storm'), 'storm'));
  expect([early.kind, d.feishu.log.length]).toEqual(['retry', calls]);
  await new Promise((done) => setTimeout(done, reopens + 100 - performance.now()));
  await d.adapter.send(await to(), card('Storm'), 'storm');
  expect(titled('Storm')).toBe(1);
});

test.each([
  ['blocked', 'denied'],
  ['available', 'denied'],
  ['resigned', 'gone'],
] as const)('a person who is %s: %s', async (what, kind) => {
  d.feishu.user({ name: what, openId: `ou_${what}x`, [what]: what !== 'available' });
  const e = await trouble(d.adapter.send(await to(`ou_${what}x`), card('x'), `p-${what}`));
  expect(e.kind).toBe(kind);
  expect(e.message).not.toContain('Hello');
});

test('a card that is being pressed is edited later; one too old is sent anew', async () => {
  const sent = await d.adapter.send(await to(), card('Locked'), 'locked');
  const message = d.feishu.state.messages.get(sent.messageId);
  if (!message) throw new Error('no message');
  message.pending = 1;
  expect((await trouble(d.adapter.edit(sent, card('Locked, new')))).kind).toBe('retry');
  message.pending = 0;
  await d.adapter.edit(sent, card('Locked, new'));
  expect(titled('Locked, new')).toBe(1);
  message.createdAt -= 15 * 86_400_000;
  expect((await trouble(d.adapter.edit(sent, card('Too late')))).kind).toBe('gone');
  message.recalled = true;
  expect((await trouble(d.adapter.edit(sent, card('Recalled')))).kind).toBe('gone');
});

test('what does not fit is refused without saying what it says', async () => {
  const huge: Card = { title: 'Huge', blocks: [{ type: 'text', text: md`${'秘密'.repeat(20_000)}` }] };
  const e = await trouble(d.adapter.send(await to(), huge, 'huge'));
  expect(e.kind).toBe('broken');
  expect(e.message).not.toMatch(/秘密|Huge/);
});

test('a room of many is made once, members in portions one after another', async () => {
  const members = Array.from({ length: 120 }, (_, i) => `ou_p${i}`);
  const [a, b] = await Promise.all([
    d.adapter.room(tenant, 'big', 'R'.repeat(90), members),
    d.adapter.room(tenant, 'big', 'R'.repeat(90), members),
  ]);
  expect(a).toEqual(b);
  const chat = d.feishu.state.chats.get(a.channel);
  expect(chat?.members.size).toBe(120);
  expect([...(chat?.name ?? '')].length).toBe(60);
  chat?.members.delete('ou_p1');
  await Promise.all([d.adapter.invite(a, ['ou_p1', 'ou_p121']), d.adapter.invite(a, ['ou_p122'])]);
  // Who left is not fetched back.
  expect([chat?.members.has('ou_p1'), chat?.members.has('ou_p121'), chat?.members.has('ou_p122')]).toEqual([
    false,
    true,
    true,
  ]);
  expect((await trouble(d.adapter.invite({ ...a, channel: 'oc_other' }, ['ou_p1']))).kind).toBe('gone');
});

test('who cannot be added keeps nobody out of a room, and the room is closed to others', async () => {
  d.feishu.user({ name: 'Far', openId: 'ou_far', available: false });
  const calls = d.feishu.log.length;
  const room = await d.adapter.room(tenant, 'mixed', 'Appeal', ['ou_far', 'ou_p1']);
  expect([...(d.feishu.state.chats.get(room.channel)?.members ?? [])]).toEqual(['ou_p1']);
  const closed = d.feishu.log.slice(calls).find((c) => c.method === 'PUT');
  expect(closed).toMatchObject({ status: 200, code: 0 });
  const far = d.feishu.state.users.get('ou_far');
  if (far) far.available = true;
  await d.adapter.invite(room, ['ou_far', 'ou_p1']);
  expect(d.feishu.state.chats.get(room.channel)?.members.has('ou_far')).toBe(true);
});

test('files and pictures are attached, once per key', async () => {
  const png = { name: 'chart.png', type: 'image/png', bytes: Buffer.from('png') };
  const csv = { name: 'sums.csv', type: 'text/csv', bytes: Buffer.from('a,b') };
  await d.adapter.attach(await to(), png, 'png');
  once(messagesPath, { kind: 'reset', accepted: true });
  expect((await trouble(d.adapter.attach(await to(), csv, 'csv'))).kind).toBe('unknown');
  await d.adapter.attach(await to(), csv, 'csv', true);
  const types = d.feishu
    .as('ou_ann')
    .messages()
    .slice(-2)
    .map((m) => m.type);
  expect(types).toEqual(['image', 'file']);
});

test('everybody of the company, page by page; a page that is refused is no empty company', async () => {
  d.feishu.state.departments.set('od_1', { id: 'od_1', parent: '0', name: 'Engineering' });
  d.feishu.user({ name: 'Dev', openId: 'ou_dev', departments: ['od_1'], leader: 'ou_ann' });
  const members = await d.adapter.members(tenant);
  expect(members.length).toBeGreaterThan(130);
  expect(members.find((m) => m.account === 'ou_ann')).toMatchObject({
    name: 'Ann',
    email: 'ann@example.com',
    title: 'Lead',
    gone: false,
  });
  expect(members.find((m) => m.account === 'ou_dev')).toMatchObject({
    unit: 'Engineering',
    manager: 'ou_ann',
  });
  let pages = 0;
  d.feishu.faults((call) =>
    call.path.includes('find_by_department') && ++pages === 2 ? { kind: 'refuse', code: 'rate' } : undefined,
  );
  expect((await trouble(d.adapter.members(tenant))).kind).toBe('retry');
});

test('an app that may see some of the company sees those', async () => {
  d.feishu.faults((call) => {
    if (call.path.includes('/departments/') || call.path.includes('find_by_department')) seen.push(call.path);
    return undefined;
  });
  const seen: string[] = [];
  const range = contactRoutes.find((r) => r.path.endsWith('/contact/v3/scopes'));
  if (!range) throw new Error('no such route');
  const { run } = range;
  range.run = () => ({ department_ids: ['od_1'], user_ids: ['ou_p7'], has_more: false });
  const members = await d.adapter.members(tenant);
  range.run = run;
  expect(members.map((m) => m.account).sort()).toEqual(['ou_dev', 'ou_p7']);
  expect(members.find((m) => m.account === 'ou_dev')?.unit).toBe('Engineering');
  expect(seen).toHaveLength(3);
});

test('the doctor finds out by calling', async () => {
  expect((await d.adapter.examine()).filter((f) => !f.well)).toEqual([]);
  d.feishu.state.scopes = new Set(['contact:contact.base:readonly']);
  const missing = (await d.adapter.examine()).filter((f) => !f.well).map((f) => f.text);
  expect(missing.join('\n')).toContain('im:message:send_as_bot');
  for (const scope of [
    'im:chat:create',
    'im:chat:update',
    'im:message:update',
    'contact:user.email:readonly',
  ])
    expect(missing.join('\n')).toContain(scope);
  d.feishu.state.scopes = new Set(['*']);
  d.feishu.state.botOn = false;
  expect(
    (await d.adapter.examine())
      .filter((f) => !f.well)
      .map((f) => f.text)
      .join(),
  ).toContain('bot ability is off');
  d.feishu.state.botOn = true;
  d.feishu.app.secret = 'changed';
  const [only, ...more] = await d.adapter.examine();
  expect([only?.well, more]).toEqual([false, []]);
  d.feishu.app.secret = 'fake-secret-of-32-characters-long';
});

test('calls that the monthly quota counts are counted', async () => {
  const n = async () =>
    Number(/(\d+) API calls/.exec((await d.adapter.examine()).map((f) => f.text).join('\n'))?.[1]);
  const first = await n();
  await d.adapter.send(await to(), card('Counted'), 'counted');
  const probes = (await n()) - first - 1;
  expect(probes).toBeGreaterThan(0);
  expect((await n()) - first).toBe(2 * probes + 1);
});
