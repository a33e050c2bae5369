/** The access table has the shape of the registry: every kind of data that is touched, and every collection, stands in it. */
import { registry } from '../src/core/module.ts';
import { phases } from '../src/cycles/model.ts';
import { modules } from '../src/modules.ts';
import { type Moment, roles } from './access/cells.ts';
import { marks } from './access/life.ts';
import { organisation } from './access/rows-around.ts';
import { table } from './access.table.ts';
import { traffic } from './kit/trials.ts';

const all = [...table, ...organisation];
const { handlers, commands, entities } = registry(modules);
const pressed = [...handlers.values()].map((h) => ({ name: h.action.name, touches: h.touches }));
const typed = [...new Set(commands.values())].map((c) => ({ name: `/perf ${c.name}`, touches: c.touches }));

test('every action and command declares what it touches, in the words of the table', () => {
  const kinds = new Set(all.flatMap((row) => row.kinds));
  for (const { name, touches } of [...pressed, ...typed]) {
    const unknown = touches.filter((t) => !kinds.has(t.replace(/:[RW]$/, '')));
    expect({ name, declares: touches.length > 0, unknown }).toEqual({ name, declares: true, unknown: [] });
  }
});

test('every kind of the table is touched by something, and no row is there twice', () => {
  const touched = new Set(
    [...pressed, ...typed].flatMap((d) => d.touches.map((t) => t.replace(/:[RW]$/, ''))),
  );
  expect(all.flatMap((row) => row.kinds).filter((kind) => !touched.has(kind))).toEqual([]);
  expect(new Set(all.map((row) => row.data)).size).toBe(all.length);
});

test('every collection belongs to one row, or is traffic', () => {
  const rows = all.flatMap((row) => row.collections);
  expect([...rows].sort()).toEqual(
    entities
      .map((e) => e.name)
      .filter((name) => !traffic.includes(name))
      .sort(),
  );
});

test('what is recognised in texts belongs to a row', () => {
  const rows = table.flatMap((row) => row.marks);
  expect(marks.filter((mark) => !rows.includes(mark))).toEqual([]);
});

/** Every moment there can be. */
const moments: Moment[] = phases.flatMap((phase) =>
  [false, true].flatMap((released) =>
    (['none', 'submitted', 'approved'] as const).map((outcome) => ({
      phase,
      sent: true,
      rated: true,
      released,
      outcome,
      appeal: released,
    })),
  ),
);

const reading = (role: (typeof roles)[number], m: Moment) =>
  table.map((row) => row.cells[role].read(m)).filter((cell) => cell === 'R' || cell === 'W');

test('a guest reads nothing, a colleague and an executive of another line no more than their own', () => {
  for (const m of moments) {
    expect(reading('guest', m)).toEqual([]);
    expect(reading('colleague', m)).toEqual([]);
  }
});

test('before the release nobody reads their own rating or result, and nobody’s answers are ever read one by one', () => {
  const cell = (data: string, m: Moment, role: (typeof roles)[number]) =>
    table.find((row) => row.data === data)?.cells[role].read(m);
  for (const m of moments) {
    if (!m.released) {
      expect(cell('manager rating', m, 'self')).toBe('own');
      expect(cell('result', m, 'self')).toBe('none');
      expect(cell('peer/report/customer answers', m, 'self')).toBe('none');
    }
    for (const role of roles)
      expect(cell('peer/report/customer answers', m, role)).toMatch(/^(none|aggregate|own)$/);
  }
});

test('what domain.md says in a word is what is read: a dash is nothing', () => {
  for (const row of table)
    for (const role of roles)
      if (row.cells[role].words === '–')
        for (const m of moments) expect(row.cells[role].read(m)).toBe('none');
});
