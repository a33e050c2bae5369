/** What the doctor says where it could not look, and which tenant is served after a change of app. */
import { connect } from '../kit/database.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-doctor');
let d: Desk;
beforeAll(async () => {
  d = await desk(connection, { people: [{ name: 'Ann', openId: 'ou_ann' }] });
});
afterAll(() => d.end());
afterEach(() => {
  d.feishu.faults(() => undefined);
  d.feishu.state.scopes = new Set(['*']);
});

const ill = async () =>
  (await d.adapter.examine())
    .filter((f) => !f.well)
    .map((f) => f.text)
    .join('\n');

test('each permission of the manifest that can be tried is tried', async () => {
  for (const scope of ['im:resource:upload', 'im:message:readonly', 'tenant:tenant:readonly']) {
    d.feishu.state.scopes = new Set(['contact:contact.base:readonly']);
    expect(await ill()).toContain(scope);
  }
});

test('people who could not be looked at are not seen', async () => {
  d.feishu.faults(({ path }) =>
    path.endsWith('/users/find_by_department') ? { kind: 'refuse', code: 'busy' } : undefined,
  );
  expect(await ill()).toContain('could not find out what the app sees of people');
  d.feishu.faults(() => undefined);
  const { departments } = d.feishu.state.users.get('ou_ann') ?? {};
  Object.assign(d.feishu.state.users.get('ou_ann') ?? {}, { departments: [] });
  expect(await ill()).toContain('the app sees nobody');
  Object.assign(d.feishu.state.users.get('ou_ann') ?? {}, { departments });
  expect(await ill()).toBe('');
});

test('the tenant of an app that was used before is not served any more', async () => {
  await connection.collection<{ _id: string }>('feishu_tenants').insertOne({ _id: 'of_another_app' });
  d.feishu.state.scopes = new Set(['contact:contact.base:readonly']);
  expect(await d.adapter.tenants()).toContain('of_another_app');
  d.feishu.state.scopes = new Set(['*']);
  expect(await d.adapter.tenants()).toEqual(['tenant1']);
  d.feishu.state.scopes = new Set(['contact:contact.base:readonly']);
  expect(await d.adapter.tenants()).toEqual(['tenant1']);
});
