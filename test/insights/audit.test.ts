import { parse } from 'csv-parse/sync';
import { facts } from '../../src/core/facts.ts';
import { type World, world } from '../kit/world.ts';
import { praise } from './praise.ts';

let w: World;
beforeAll(async () => {
  w = await world({ database: 'insights-audit', more: [praise] });
  for (let i = 0; i < 14; i += 1) {
    w.clock.moveTo(new Date(Date.UTC(2027, 0, 4, 2, i)));
    await w.as('bo').types('/perf praise ann');
  }
  await w.as('carla').types('/perf praise tom');
});
afterAll(() => w.end());

test('everybody reads the entries about themselves, newest first, page by page', async () => {
  await w.as('ann').types('/perf audit');
  const seen = w.as('ann').sees();
  expect(seen).toContain('# Entries about you');
  expect(seen).toContain('2027-01-04T02:13:00.000Z: Bo Larsen, about Ann Miller (praise.given)');
  expect(seen).not.toContain('Tom');
  expect(seen).not.toContain('2027-01-04T02:00:00.000Z');
  await w.as('ann').presses('Older');
  expect(w.as('ann').sees()).toContain('2027-01-04T02:00:00.000Z');
  await w.as('ann').presses('Newer');
  expect(w.as('ann').sees()).toContain('2027-01-04T02:13:00.000Z');
});

test('nobody but HR reads about others; not even whether a name exists', async () => {
  const tried = await w.as('bo').types('/perf audit @ann');
  expect(tried.toast).toContain('entries about yourself');
  expect((await w.as('bo').types('/perf audit nobody-by-this-name')).toast).toBe(tried.toast);
  for (const about of ['ann', '', 'organisation', '__proto__']) {
    const token = `insights.audit ${JSON.stringify({ about, page: 0 })}`;
    expect(await w.as('bo').sends({ kind: 'press', token })).toEqual({ toast: tried.toast });
  }
});

test('an HR partner reads about people of the own units', async () => {
  await w.as('lin').types('/perf audit Ann');
  expect(w.as('lin').sees()).toContain('与 Ann Miller 有关的记录');
  expect((await w.as('lin').types('/perf audit tom')).toast).toContain('负责部门');
});

test('HR reads everything, and about a person by name; who read is an entry, too', async () => {
  await w.as('hanna').types('/perf audit');
  expect(w.as('hanna').sees()).toContain('Carla Gómez, about Tom Becker (praise.given)');
  await w.as('hanna').types('/perf audit Tom');
  expect(w.as('hanna').sees()).toContain('# Entries about Tom Becker');
  await w.as('tom').types('/perf audit');
  expect(w.as('tom').sees()).toContain('Hanna Berg read the entries about Tom Becker.');
  await w.as('ann').types('/perf audit');
  expect(w.as('ann').sees()).toContain('林悦 read the entries about Ann Miller.');
});

test('who cannot be found is said, and several are listed', async () => {
  const hanna = w.as('hanna');
  expect((await hanna.types(`/perf audit ${'x'.repeat(10_000)}`)).toast).toContain('I find neither');
  expect((await hanna.types('/perf audit <!channel> __proto__')).toast).toContain('I find neither');
  expect((await hanna.types('/perf audit be')).toast).toContain('Several fit');
});

test('the file has every entry, and only HR gets it', async () => {
  expect((await w.as('bo').types('/perf audit export')).toast).toBe('HR can do this.');
  await w.as('hanna').types('/perf audit export');
  const file = w.as('hanna').messages().at(-1)?.file;
  expect(file?.name).toBe('audit-2027-01-04-1.csv');
  const rows = parse(file?.bytes ?? Buffer.alloc(0), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect(rows[0]).toMatchObject({ seq: '1', kind: 'praise.given', by_name: 'Bo Larsen', about: 'ann' });
  expect(rows.at(-1)?.kind).toBe('insights.auditRead');
  expect(rows).toHaveLength((await w.inside(() => facts.count({ sealed: true }))) - 1);
});
