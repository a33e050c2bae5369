/** The manifest: each permission with its reason, and enough of them for everything the adapter does. */
import { readFileSync } from 'node:fs';
import { handled, homeKey } from '../../adapters/feishu/events.ts';
import { registry } from '../../src/core/module.ts';
import { modules } from '../../src/modules.ts';
import { connect } from '../kit/database.ts';
import { desk } from './kit/desk.ts';

interface Manifest {
  import: { scopes: { tenant: string[]; user: string[] } };
  why: Record<string, string>;
  bot: { menu: { items: { event_key: string }[] } };
  events: Record<string, string>;
  callbacks: Record<string, string>;
}
const manifest = JSON.parse(
  readFileSync(new URL('../../../manifests/feishu.json', import.meta.url), 'utf8'),
) as Manifest;
const connection = await connect('feishu-manifest');

test('each permission has its reason, each event somebody who hears it, each menu entry a command', () => {
  const { tenant, user } = manifest.import.scopes;
  expect(Object.keys(manifest.why).sort()).toEqual([...tenant].sort());
  expect(user).toEqual([]);
  expect(Object.keys(manifest.events).sort()).toEqual([...handled].sort());
  expect(Object.keys(manifest.callbacks)).toEqual(['card.action.trigger']);
  const { commands } = registry(modules);
  for (const { event_key } of manifest.bot.menu.items) {
    expect(event_key.length).toBeLessThanOrEqual(30);
    expect([event_key, commands.has(event_key === homeKey ? '' : event_key)]).toEqual([event_key, true]);
  }
});

test('with these permissions and no others everything works', async () => {
  const d = await desk(connection, { people: [{ name: 'Ann', openId: 'ou_ann', email: 'ann@example.com' }] });
  d.feishu.state.scopes = new Set(manifest.import.scopes.tenant);
  const card = { title: 'Hello', blocks: [] };
  const to = await d.adapter.direct('ou_ann', 'tenant1');
  await d.adapter.edit(await d.adapter.send(to, card, 'k1'), card);
  const room = await d.adapter.room('tenant1', 'r', 'Room', []);
  await d.adapter.invite(room, ['ou_ann']);
  for (const type of ['text/csv', 'image/png'])
    await d.adapter.attach(room, { name: 'a.x', type, bytes: Buffer.from('x') }, type);
  const hours = { start: new Date('2027-04-01T08:00:00Z'), end: new Date('2027-04-01T08:45:00Z') };
  const talk = { uid: 'u', title: 'Conversation', ...hours };
  for (const [sequence, cancelled] of [false, false, true].entries())
    await d.adapter.book?.('tenant1', { ...talk, sequence, cancelled }, ['ou_ann']);
  await d.feishu.as('ou_ann').sendsFile('a.pdf', Buffer.from('%PDF'));
  const [e] = d.bot.heard;
  expect(e?.kind === 'message' && (await d.adapter.fetchFile(e.files?.[0] as never)).toString()).toBe('%PDF');
  expect(await d.adapter.members('tenant1')).toMatchObject([{ name: 'Ann', email: 'ann@example.com' }]);
  expect((await d.adapter.examine()).filter((f) => !f.well)).toEqual([]);
  await connection.collection('feishu_tenants').deleteMany({});
  expect(await d.adapter.tenants()).toEqual(['tenant1']);
  await d.end();
});
