/** What every adapter must do, written once. Slack's and Feishu's run it too when they come. */
import { fitted } from '../../../src/core/fit.ts';
import type { Locale } from '../../../src/core/i18n.ts';
import { registry } from '../../../src/core/module.ts';
import type { Adapter } from '../../../src/core/platform.ts';
import { modules } from '../../../src/modules.ts';
import { cardShape, misshapen } from './shapes.ts';

export interface Tried {
  adapter: Adapter;
  /** Where the platform names them otherwise: the tenant, and a person's account. */
  tenant?: string;
  accounts?: Record<'ann' | 'bo' | 'chen', string>;
  /** Titles of what a person sees now, in order. */
  sees(person: string): Promise<string[]>;
  end(): Promise<void>;
}

const samples = registry(modules).modules.flatMap((m) =>
  m.cards.map((c) => ({ ...c, name: `${m.name}.${c.name}` })),
);
const views = (['en', 'zh'] as Locale[]).map((locale) => ({
  locale,
  zone: locale === 'en' ? 'America/New_York' : 'Asia/Shanghai',
  now: new Date('2027-01-06T02:00:00Z'),
}));

export function platformContract(open: () => Promise<Tried>): void {
  let t: Tried;
  const account = (person: 'ann' | 'bo' | 'chen') => t.accounts?.[person] ?? person;
  const tenant = () => t.tenant ?? 'local';
  const direct = (person: 'ann' | 'bo' | 'chen') => t.adapter.direct(account(person), tenant());
  beforeAll(async () => {
    t = await open();
  });
  afterAll(() => t.end());

  test.each(samples)('draws $name, shortest and longest, in both languages', async ({ name, draw }) => {
    for (const view of views)
      for (const which of ['shortest', 'longest'] as const) {
        const card = fitted(draw(which, view), t.adapter.can.limits);
        expect(cardShape.safeParse(JSON.parse(JSON.stringify(card))).error?.issues ?? []).toEqual([]);
        expect(misshapen(cardShape.parse(JSON.parse(JSON.stringify(card))))).toEqual([]);
        await t.adapter.send(await direct('bo'), card, `${name}:${which}:${view.locale}`);
      }
  });

  test('the same key again is the same message', async () => {
    const to = await direct('ann');
    const first = await t.adapter.send(to, { title: 'one', blocks: [] }, 'k1');
    const again = await t.adapter.send(to, { title: 'one', blocks: [] }, 'k1', true);
    expect(again.messageId).toBe(first.messageId);
    expect(await t.sees('ann')).toEqual(['one']);
  });

  test('an edit replaces what stands there', async () => {
    const sent = await t.adapter.send(await direct('ann'), { title: 'two', blocks: [] }, 'k2');
    await t.adapter.edit(sent, { title: 'two, edited', blocks: [] });
    expect(await t.sees('ann')).toEqual(['one', 'two, edited']);
  });

  test('a room is seen by its members only, a second opening adds nobody twice', async () => {
    const room = await t.adapter.room(tenant(), 'r1', 'A room', [account('ann')]);
    await t.adapter.send(room, { title: 'in the room', blocks: [] }, 'k3');
    expect(await t.adapter.room(tenant(), 'r1', 'A room', [account('ann')])).toEqual(room);
    expect(await t.sees('ann')).toContain('in the room');
    expect(await t.sees('chen')).not.toContain('in the room');
    await t.adapter.invite(room, [account('chen')]);
    expect(await t.sees('chen')).toContain('in the room');
    await t.adapter.remove(room, [account('chen')]);
    await t.adapter.send(room, { title: 'after chen left', blocks: [] }, 'k4');
    expect(await t.sees('chen')).not.toContain('after chen left');
    expect(await t.sees('ann')).toContain('after chen left');
    await t.adapter.remove(room, [account('chen')]);
    await t.adapter.invite(room, [account('chen')]);
    expect(await t.sees('chen')).toContain('after chen left');
  });
}
