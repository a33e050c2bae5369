/** What people say, press in the menu and change: received once, strangers answered, the welcome said once. */
import { connect } from '../kit/database.ts';
import { addChat } from '../kit/fake-feishu/state.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-events');
let d: Desk;
const changed: string[] = [];
beforeAll(async () => {
  d = await desk(connection, {
    people: [
      { name: 'Ann', openId: 'ou_ann' },
      { name: 'Bo', openId: 'ou_bo' },
    ],
  });
  d.bot.changed = async (of, id) => void changed.push(`${of.platform}:${of.tenant}:${id}`);
});
afterAll(() => d.end());
beforeEach(() => {
  d.bot.answer = () => ({});
  d.bot.heard.length = 0;
});
const ann = () => d.feishu.as('ou_ann');

test('a message in the own conversation is direct; a reply names what it replies to', async () => {
  const first = await ann().says('绩效 目标');
  expect(first?.delivered).toBe(true);
  const own = d.feishu.as('ou_ann').messages().at(-1);
  await ann().says('yes', own ? { replyTo: own } : {});
  expect(d.bot.heard).toMatchObject([
    { kind: 'message', text: '绩效 目标', direct: true, from: 'ou_ann', where: { tenant: 'tenant1' } },
    { kind: 'message', text: 'yes', replyTo: own?.id },
  ]);
  expect(d.bot.ackedIds).toContain(d.bot.heard[0]?.id);
});

test('in a group only what mentions the bot, and not as said to it alone', async () => {
  const chat = addChat(d.feishu.state, { name: 'Team', members: new Set(['ou_ann', 'ou_bo']) });
  await ann().says('/perf kudos', { chat, mention: true });
  expect(d.bot.heard).toMatchObject([{ text: '/perf kudos', direct: false, where: { channel: chat.id } }]);
});

test('one message under two event ids is one message', async () => {
  await ann().says('twice');
  const [sent] = d.feishu.push.events.slice(-1);
  const message = d.feishu.as('ou_ann').messages().at(-1);
  await d.feishu.push.event('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_ann' }, sender_type: 'user' },
    message: {
      message_id: message?.id,
      chat_id: message?.chat,
      chat_type: 'p2p',
      message_type: 'text',
      content: message?.content,
    },
  });
  expect(sent?.id).not.toBe(d.feishu.push.events.at(-1)?.id);
  expect(d.bot.heard).toHaveLength(1);
});

test('a menu entry is the command it stands for', async () => {
  await ann().menu('goals');
  await ann().menu('home');
  expect(d.bot.heard).toMatchObject([
    { kind: 'message', text: '/perf goals', direct: true, from: 'ou_ann' },
    { text: '/perf' },
  ]);
});

test('the first entry is a welcome, on each of its deliveries; the next ones are not', async () => {
  await ann().enters();
  await ann().enters();
  expect(d.bot.heard).toMatchObject([{ kind: 'message', text: '/perf', direct: true }]);
  await d.restarted();
  await ann().enters();
  expect(d.bot.heard).toHaveLength(1);
});

test('a stranger is told so, once and only to them; in a group nothing is said', async () => {
  d.bot.answer = () => ({ toast: 'I do not know you yet.' });
  await d.feishu.as('ou_bo').says('hello');
  expect(d.feishu.as('ou_bo').sees()).toContain('I do not know you yet.');
  const before = d.feishu.sent().length;
  const chat = addChat(d.feishu.state, { members: new Set(['ou_bo']) });
  await d.feishu.as('ou_bo').says('hello', { chat, mention: true });
  expect(d.feishu.sent()).toHaveLength(before);
});

test('apps and empty messages are not passed on', async () => {
  const message = {
    message_id: 'om_app',
    chat_id: 'oc_1',
    chat_type: 'p2p',
    message_type: 'text',
    content: '{"text":"x"}',
  };
  await d.feishu.push.event('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_bot' }, sender_type: 'app' },
    message,
  });
  await d.feishu.push.event('im.message.receive_v1', {
    sender: { sender_id: { open_id: 'ou_ann' }, sender_type: 'user' },
    message: { ...message, message_id: 'om_sticker', message_type: 'sticker', content: '{}' },
  });
  expect(d.feishu.push.events.slice(-2).every((e) => e.delivered)).toBe(true);
  expect(d.bot.heard).toEqual([]);
});

test('a file that no form waits for comes with the message', async () => {
  await ann().sendsFile('proof.pdf', Buffer.from('%PDF-1'));
  const [e] = d.bot.heard;
  const [file] = e?.kind === 'message' ? (e.files ?? []) : [];
  expect(file).toMatchObject({ name: 'proof.pdf', type: 'application/pdf' });
  expect((await d.adapter.fetchFile(file as never)).toString()).toBe('%PDF-1');
});

test('who changes, comes or goes is news of the tenant, the same on each delivery', async () => {
  await d.feishu.changes('ou_bo', { title: 'Lead' });
  await d.feishu.changes('ou_bo', { resigned: true });
  const ids = d.feishu.push.events.slice(-2).map((e) => `feishu:tenant1:feishu:${e.id}`);
  expect(changed).toEqual(ids);
  expect(await d.adapter.tenants()).toEqual(['tenant1']);
});
