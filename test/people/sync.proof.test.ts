/** People as their platform knows them: the first look, later ones, and what is never done without HR. */
import { queueDaily } from '../../src/core/daily.ts';
import { type Member, PlatformError } from '../../src/core/platform.ts';
import { accounts, linkAccounts, ownerOf } from '../../src/people/accounts.ts';
import { imports } from '../../src/people/import-model.ts';
import { people, settings } from '../../src/people/model.ts';
import { syncPeople } from '../../src/people/sync.ts';
import { rowsOf, unwritable, usual } from '../../src/people/sync-rules.ts';
import { type World, world } from '../kit/world.ts';

const member = (account: string, more: Partial<Member> = {}): Member => ({
  account,
  name: account.toUpperCase(),
  email: `${account.toLowerCase()}@example.com`,
  gone: false,
  ...more,
});
const slack = { platform: 'slack', tenant: 'T1' };

describe('what members mean as lines of an import', () => {
  const known = (people_: object[] = []) => ({
    people: people_ as never,
    keyOf: (account: string) => `slack:T1:${account}`,
    today: '2027-01-05',
    organisation: 'Acme',
  });
  test('somebody new: what the platform does not know is filled in plainly', () => {
    expect(rowsOf([member('u1', { zone: 'Asia/Shanghai' })], known())).toEqual([
      {
        line: 1,
        cells: {
          email: 'u1@example.com',
          name: 'U1',
          unit: 'Acme',
          title: '–',
          hired: '2027-01-05',
          zone: 'Asia/Shanghai',
        },
      },
    ]);
  });
  test('who has no address gets one that nobody can write to', () => {
    const { email: _, ...bare } = member('ou_A');
    expect(rowsOf([bare], known())[0]?.cells.email).toBe('ou_a@t1.slack.invalid');
    expect(unwritable('feishu:T1:ou_x')).toBe('ou_x@t1.feishu.invalid');
  });
  test('a new address of a known account is the same person', () => {
    const ann = { _id: 'ann', email: 'old@example.com', accounts: ['slack:T1:u1'], zone: 'UTC' };
    expect(rowsOf([member('u1', { zone: 'Asia/Tokyo' })], known([ann]))).toEqual([
      { line: 1, cells: { email: 'u1@example.com', formerEmail: 'old@example.com' } },
    ]);
  });
  test('who is gone there has left, unless they are reached elsewhere', () => {
    const of = (more: string[]) => [
      { _id: 'ann', email: 'u1@example.com', accounts: ['slack:T1:u1', ...more] },
    ];
    const gone = [member('u1', { gone: true })];
    expect(rowsOf(gone, known(of([])))).toEqual([
      { line: 1, cells: { email: 'u1@example.com', left: '2027-01-05' } },
    ]);
    expect(rowsOf(gone, known(of(['feishu:F:ou_1'])))).toEqual([]);
    expect(rowsOf([member('nobody', { gone: true })], known())).toEqual([]);
  });
  test('a manager is named by address; whoever runs the workspace is HR at the first look only', () => {
    const all = [member('boss', { admin: true }), member('u1', { manager: 'boss' })];
    expect(rowsOf(all, known()).map((r) => [r.cells.manager, r.cells.roles])).toEqual([
      [undefined, undefined],
      ['boss@example.com', undefined],
    ]);
    expect(rowsOf(all, { ...known(), first: [] })[0]?.cells.roles).toBe('hr; hrHead');
  });
  test('the most common wins, of equals the first by name', () => {
    expect(usual(['b', 'a', undefined, 'b', 'a', 'c'])).toBe('a');
    expect(usual([])).toBeUndefined();
  });
});

describe('on the store', () => {
  let w: World;
  let members: Member[] = [];
  let served = ['T1'];
  beforeEach(async () => {
    w = await world({ database: 'sync' });
    const adapter = w.parts.adapters.get('web');
    (w.parts.adapters as Map<string, unknown>).set('slack', {
      ...adapter,
      name: 'slack',
      members: async () => {
        if (served.length === 0) throw new PlatformError('gone', 'users.list: not served');
        return members;
      },
      tenants: async () => served,
    });
  });
  afterEach(() => w.end());
  const sync = async (id: string) => {
    await w.bot.changed(slack, id);
    await w.until(new Date(w.clock.now().getTime() + 20_000).toISOString());
  };

  test('accounts are linked by address at once, and nobody is told', async () => {
    members = [member('U1', { email: 'ann@example.com', name: 'Ann Miller' })];
    await sync('e1');
    expect((await w.inside(() => people.must('ann'))).accounts).toEqual(['slack:T1:U1']);
    expect(await w.inside(() => imports.count({}))).toBe(0);
  });

  test('what would change people is a preview for HR, shown once, applied by HR alone', async () => {
    members = [
      member('U1', { email: 'ann@example.com', name: 'Ann Miller', unit: 'Sales' }),
      member('U9', { name: 'New Person', manager: 'U1', unit: 'Sales' }),
    ];
    await sync('e1');
    await sync('e2');
    expect(await w.inside(() => imports.count({}))).toBe(1);
    const hanna = w.as('hanna');
    expect(hanna.sees()).toContain('New Person');
    expect((await w.inside(() => people.must('ann'))).unit).not.toBe('Sales');
    await hanna.presses('Apply');
    expect((await w.inside(() => people.must('ann'))).unit).toBe('Sales');
    const fresh = await w.inside(() => people.one({ email: 'u9@example.com' }));
    expect(fresh).toMatchObject({ name: 'New Person', manager: 'ann', accounts: ['slack:T1:U9'] });
  });

  test('who comes later is known by the first press, without another look', async () => {
    members = [member('U1', { email: 'late@example.com' })];
    await sync('e1');
    await w.inside(() => people.change({ _id: 'ann' }, { $set: { email: 'late@example.com' } }));
    const found = await w.parts.store.transact(() => ownerOf('slack:T1:U1'));
    expect(found?._id).toBe('ann');
    expect(await w.inside(() => ownerOf('slack:T1:U2'))).toBeUndefined();
  });

  test('an account that is closed is written to no more', async () => {
    members = [member('U1', { email: 'ann@example.com' })];
    await sync('e1');
    members = [member('U1', { email: 'ann@example.com', gone: true })];
    await sync('e2');
    expect((await w.inside(() => people.must('ann'))).accounts).toEqual([]);
    expect(await w.inside(() => accounts.must('slack:T1:U1'))).toMatchObject({ gone: true });
    await w.inside(async () => linkAccounts([await people.must('ann')]));
    expect((await w.inside(() => people.must('ann'))).accounts).toEqual([]);
  });

  test('who is no longer listed has left, if HR says so', async () => {
    members = [member('U1', { email: 'ann@example.com' }), member('U2', { email: 'bo@example.com' })];
    await sync('e1');
    members = [member('U2', { email: 'bo@example.com' })];
    await sync('e2');
    expect((await w.inside(() => people.must('ann'))).accounts).toEqual(['slack:T1:U1']);
    await w.as('hanna').presses('Apply');
    expect((await w.inside(() => people.must('ann'))).left).toBeDefined();
  });

  test('a workspace that has no members here yet is looked at in the morning, too', async () => {
    members = [member('U1', { email: 'ann@example.com' })];
    await queueDaily(w.parts);
    await w.until(new Date(w.clock.now().getTime() + 30 * 3_600_000).toISOString());
    expect((await w.inside(() => people.must('ann'))).accounts).toEqual(['slack:T1:U1']);
  });

  test('where the app was taken out nobody is reached, and what came from there is proposed no more', async () => {
    members = [member('U1', { email: 'ann@example.com', name: 'Ann Miller' }), member('U9')];
    await sync('e1');
    expect(await w.inside(() => imports.count({ state: 'ready' }))).toBe(1);
    served = [];
    await sync('e2');
    served = ['T1'];
    expect((await w.inside(() => people.must('ann'))).accounts).toEqual([]);
    expect(await w.inside(() => accounts.count({}))).toBe(0);
    expect(await w.inside(() => imports.count({ state: 'ready' }))).toBe(0);
    expect(await w.inside(() => ownerOf('slack:T1:U1'))).toBeUndefined();
  });

  test('nobody is HR: the first look makes people, and HR of whoever runs the workspace', async () => {
    await w.inside(() => people.change({}, { $set: { roles: [] } }));
    members = [
      member('U1', { admin: true, zone: 'Asia/Shanghai', locale: 'zh' }),
      member('U2', { manager: 'U1', zone: 'Asia/Shanghai', locale: 'zh' }),
    ];
    await sync('e1');
    const boss = await w.inside(() => people.one({ email: 'u1@example.com' }));
    expect(boss).toMatchObject({ roles: ['hr', 'hrHead'], accounts: ['slack:T1:U1'], locale: 'zh' });
    expect(await w.inside(() => people.one({ email: 'u2@example.com' }))).toMatchObject({
      manager: boss?._id,
    });
    expect(await w.inside(settings)).toMatchObject({ zone: 'Asia/Shanghai', calendar: 'cn', locale: 'zh' });
    expect(syncPeople.name).toBe('people.sync');
  });
});
