/** The long connection: the same events and presses, reconnects, and no connection with an id that the SDK dislikes. */
import { feishuAdapter } from '../../adapters/feishu/index.ts';
import { redacting } from '../../adapters/feishu/socket.ts';
import type { Log } from '../../src/core/log.ts';
import { connect } from '../kit/database.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-socket');
let d: Desk;
beforeAll(async () => {
  d = await desk(connection, { mode: 'socket', people: [{ name: 'Ann', openId: 'ou_ann' }] });
});
afterAll(() => d.end());
beforeEach(() => {
  d.bot.answer = () => ({});
  d.bot.heard.length = 0;
});
const ann = () => d.feishu.as('ou_ann');

test('there is no webhook', () => expect(d.adapter.routes).toBeUndefined());

test('a message is received, a press answered in its frame', async () => {
  const said = await ann().says('/perf goals');
  expect(said?.delivered).toBe(true);
  expect(d.bot.heard).toMatchObject([{ kind: 'message', text: '/perf goals', direct: true }]);
  const to = await d.adapter.direct('ou_ann', 'tenant1');
  const items = [{ label: 'Agree', token: 'goals.agree {}' }];
  await d.adapter.send(to, { title: 'Goal', blocks: [{ type: 'actions', items }] }, 'ws1');
  d.bot.answer = () => ({ toast: 'Agreed.', card: { title: 'Agreed goal', blocks: [] } });
  expect(await ann().clicks('Agree')).toMatchObject({ toast: 'Agreed.' });
  expect(ann().sees()).toContain('Agreed goal');
});

test('an answer that the connection did not carry any more is not acknowledged', async () => {
  const to = await d.adapter.direct('ou_ann', 'tenant1');
  const items = [{ label: 'Agree', token: 'goals.agree {}' }];
  await d.adapter.send(to, { title: 'Goal 2', blocks: [{ type: 'actions', items }] }, 'ws2');
  d.bot.answer = async () => {
    d.feishu.sockets.drop();
    await new Promise((done) => setTimeout(done, 100));
    return { toast: 'Agreed.' };
  };
  await ann().clicks('Agree', 'Goal 2');
  expect(d.bot.ackedIds).not.toContain(d.bot.heard.at(-1)?.id);
  for (let i = 0; i < 300 && d.feishu.sockets.connected() === 0; i += 1)
    await new Promise((done) => setTimeout(done, 20));
  d.bot.answer = () => ({});
  await ann().clicks('Agree', 'Goal 2');
  for (let i = 0; i < 100 && !d.bot.ackedIds.includes(d.bot.heard.at(-1)?.id ?? ''); i += 1)
    await new Promise((done) => setTimeout(done, 20));
  expect(d.bot.ackedIds).toContain(d.bot.heard.at(-1)?.id);
});

test('an event that was not kept is repeated, a misshapen one is not', async () => {
  d.bot.answer = () => {
    throw new Error('the store is away');
  };
  const failed = await ann().says('first try');
  expect([failed?.delivered, failed?.tries[0]?.status]).toEqual([false, 500]);
  const odd = await d.feishu.push.event('im.message.receive_v1', { message: 7 });
  expect(odd.delivered).toBe(true);
});

test('an app id that the SDK would pass over in silence stops the start', async () => {
  const { secret: appSecret } = d.feishu.app;
  const adapter = feishuAdapter({ appId: 'cli_x', appSecret, domain: d.feishu.url, mode: 'socket' }, d.ports);
  await expect(adapter.start(d.bot)).rejects.toThrow('FEISHU_APP_ID');
  await adapter.stop();
});

test('what the SDK says may hold secrets and texts: only its first words are logged', () => {
  const lines: string[] = [];
  const log = { error: (o: object) => lines.push(JSON.stringify(o)) } as never as Log;
  redacting(log).error(['[ws]', `invoke event failed; token=${'s3cret'.repeat(20)}`, { text: '很私密' }]);
  expect(lines.join()).not.toMatch(/s3crets3cret|很私密/);
});
