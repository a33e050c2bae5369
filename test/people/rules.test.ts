import { dayInCell, emailIn } from '../../src/people/cells.ts';
import type { Column } from '../../src/people/columns.ts';
import type { Known } from '../../src/people/import-checks.ts';
import type { Person } from '../../src/people/model.ts';
import { asksTwice, changed, plan } from '../../src/people/rules.ts';
import { samplePeople } from '../../src/people/sample.ts';
import { searchOf, wanted } from '../../src/people/search.ts';
import { zoneNamed, zonesLike } from '../../src/people/zones.ts';

const today = '2027-01-04';
const people: Person[] = samplePeople(today).map((p) => ({ ...p, rev: 1 }));
const known: Known = {
  people,
  calendars: new Set(['cn', 'de', 'us']),
  today,
  by: 'hanna',
  usual: { zone: 'Europe/Berlin', locale: 'en', calendar: 'de' },
};

type Cells = Partial<Record<Column, string>>;
const planned = (cells: Cells[], more: Partial<Known> = {}) =>
  plan(
    cells.map((c, i) => ({ line: i + 2, cells: c })),
    { ...known, ...more },
  );
const mail = (id: string) => `${id}@example.com`;
const reasons = (cells: Cells[], more?: Partial<Known>) =>
  planned(cells, more).findings.map((f) => `${f.line} ${f.reason} ${f.column}${f.word ? ` ${f.word}` : ''}`);
const newcomer: Cells = {
  email: 'eve@example.com',
  name: 'Eve',
  unit: 'Sales',
  title: 'Clerk',
  hired: '2027-01-11',
};

test('what is so already is no change; a missing column stays as it is', () => {
  const { changes, figures, findings } = planned([
    { email: mail('ann'), name: 'Ann Miller', title: 'Product designer' },
  ]);
  expect([changes, findings]).toEqual([[], []]);
  expect(figures).toMatchObject({
    lines: 1,
    same: 1,
    added: 0,
    changed: 0,
    leaving: 0,
    wrong: 0,
    active: 14,
  });
});

test('new, changed and leaving are told apart; the file’s silence removes nobody', () => {
  const { changes, figures } = planned([
    { ...newcomer, manager: mail('carla') },
    { email: mail('ann').toUpperCase(), title: 'Lead designer' },
    { email: mail('tom'), left: '2027/1/31' },
  ]);
  expect(changes.map((c) => [c.kind, c.key, c.shown])).toEqual([
    ['new', 'new:eve@example.com', []],
    ['change', 'ann', [{ column: 'title', from: 'Product designer', to: 'Lead designer' }]],
    ['leave', 'tom', [{ column: 'left', from: '–', to: '2027-01-31' }]],
  ]);
  expect(figures).toMatchObject({ added: 1, changed: 1, leaving: 1, touched: 1, moved: 0 });
});

test('an empty cell takes away; a manager may come from the same file and is shown by name', () => {
  const { changes } = planned([
    { email: mail('mei'), leaveFrom: '', leaveTo: '' },
    newcomer,
    { email: mail('nina'), manager: newcomer.email ?? '' },
    { email: mail('wang'), manager: '' },
  ]);
  expect(changes[0]?.set).toEqual({ leave: null });
  expect(changes[2]).toMatchObject({
    set: { manager: 'new:eve@example.com' },
    shown: [{ column: 'manager', from: 'Carla Gómez', to: 'Eve' }],
  });
  expect(changes[3]?.set).toEqual({ manager: null });
  const mei = people.find((p) => p._id === 'mei');
  expect(mei && 'leave' in changed(mei, { leave: null })).toBe(false);
});

test.each<[string, Cells, string]>([
  ['no address', { email: '' }, '2 missing email'],
  ['no e-mail', { email: 'ann at example' }, '2 email email'],
  ['two in one cell', { email: 'a@b.de; c@d.de' }, '2 email email'],
  ['a date', { email: mail('ann'), hired: '31.12.2026' }, '2 date hired'],
  ['no such day', { email: mail('ann'), left: '2027-02-30' }, '2 date left'],
  ['a zone', { email: mail('ann'), zone: 'Shanghai' }, '2 zone zone Asia/Shanghai'],
  ['a language', { email: mail('ann'), locale: 'fr' }, '2 locale locale'],
  ['a calendar', { email: mail('ann'), calendar: 'fr' }, '2 calendar calendar cn, de, us'],
  ['a role', { email: mail('ann'), roles: 'hr; king' }, '2 role roles'],
  ['a unit', { email: mail('ann'), partnerOf: 'Sales; Moon' }, '2 unit partnerOf Moon'],
  ['a manager', { email: mail('ann'), manager: 'x@example.com' }, '2 manager manager x@example.com'],
  ['their own manager', { email: mail('ann'), manager: mail('ann') }, `2 self manager ${mail('ann')}`],
  [
    'an end before the start',
    { email: mail('ann'), hired: '2026-01-02', left: '2026-01-01' },
    '2 leftBeforeHired left',
  ],
  ['leave without a start', { email: mail('ann'), leaveTo: '2027-02-01' }, '2 leaveStart leaveFrom'],
  [
    'leave that ends first',
    { email: mail('ann'), leaveFrom: '2027-02-01', leaveTo: '2027-01-01' },
    '2 leaveOrder leaveTo',
  ],
  ['a former address', { ...newcomer, formerEmail: 'old@example.com' }, '2 former formerEmail'],
  ['an address of somebody else', { email: mail('bo'), formerEmail: mail('ann') }, '2 taken email'],
  ['a name too long', { email: mail('ann'), name: 'x'.repeat(10_000) }, '2 tooLong name'],
  ['somebody new without a title', { ...newcomer, title: '' }, '2 missing title'],
])('a line is left out for %s', (_, cells, reason) => {
  const { findings, changes } = planned([cells]);
  expect(findings.map((f) => `${f.line} ${f.reason} ${f.column}${f.word ? ` ${f.word}` : ''}`)).toContain(
    reason,
  );
  expect(changes).toEqual([]);
});

test('the same address twice: neither line is taken, each names the other', () => {
  expect(
    reasons([{ email: mail('ann'), title: 'A' }, newcomer, { email: ` ${mail('ann')} `, title: 'B' }]),
  ).toEqual(['2 duplicate email 4', '4 duplicate email 2']);
  expect(
    reasons([
      { email: 'a.m@example.com', formerEmail: mail('ann') },
      { email: mail('ann'), title: 'B' },
    ]),
  ).toEqual(['2 duplicate email 3', '3 duplicate email 2']);
});

test('who reports to a line with an error waits for it; a whole branch falls together', () => {
  const branch = ['a', 'b', 'c'].map((n, i) => ({
    ...newcomer,
    email: mail(`x${n}`),
    manager: i === 0 ? 'gone@example.com' : mail(`x${'abc'[i - 1]}`),
  }));
  expect(reasons(branch).map((r) => r.split(' ').slice(0, 2).join(' '))).toEqual([
    '2 manager',
    '3 managerLine',
    '4 managerLine',
  ]);
});

test('a circle is refused at the lines that would close it', () => {
  expect(reasons([{ email: mail('bo'), manager: mail('ann') }])).toEqual([
    '2 circle manager Ann Miller → Bo Larsen → Ann Miller',
  ]);
  const swap = [
    { email: mail('bo'), manager: mail('ann') },
    { email: mail('ann'), manager: mail('chen') },
  ];
  expect(reasons(swap)).toEqual([]);
});

test('a manager who left is refused for those who stay', () => {
  const left = people.map((p) => (p._id === 'bo' ? { ...p, left: '2026-12-31' } : p));
  const lines = [{ email: mail('tom'), manager: mail('bo') }];
  expect(reasons(lines, { people: left })).toEqual(['2 managerLeft manager bo@example.com']);
  expect(reasons([{ ...lines[0], left: '2026-12-01' }], { people: left })).toEqual([]);
});

test('an import that would leave nobody with the role HR is refused as a whole', () => {
  expect(planned([{ email: mail('hanna'), roles: '' }], { by: 'lin' }).noHr).toBe(true);
  expect(planned([{ email: mail('hanna'), left: '2027-01-03' }]).noHr).toBe(true);
  const handedOver = [
    { email: mail('hanna'), roles: '' },
    { email: mail('lin'), roles: 'HR负责人, hrbp' },
  ];
  expect(planned(handedOver, { by: 'lin' }).findings).toMatchObject([{ reason: 'own', column: 'roles' }]);
  expect(planned(handedOver, { by: 'chen' }).noHr).toBe(false);
});

test('nobody changes their own roles, manager or units', () => {
  expect(reasons([{ email: mail('hanna'), roles: 'hr; hrHead; executive' }])).toEqual(['2 own roles']);
  expect(reasons([{ email: mail('hanna'), manager: '' }])).toEqual(['2 own manager']);
  expect(reasons([{ email: mail('hanna'), roles: 'hrHead; hr', manager: mail('chen') }])).toEqual([]);
});

test('more than a tenth removed or re-parented is asked twice; a tenth is not', () => {
  const move = (ids: string[]) =>
    planned(ids.map((id) => ({ email: mail(id), manager: mail('chen') }))).figures;
  expect(asksTwice(move(['ann']))).toBe(false);
  expect(asksTwice(move(['ann', 'dev']))).toBe(true);
  expect(asksTwice({ touched: 1, active: 10 })).toBe(false);
  const both = planned([{ email: mail('ann'), manager: mail('chen'), left: '2027-02-01' }]).figures;
  expect(both).toMatchObject({ moved: 1, leaving: 1, touched: 1 });
});

test('those who keep a manager who leaves are counted; a namesake is pointed out', () => {
  const { figures, namesakes } = planned([
    { email: mail('bo'), left: '2027-03-31' },
    { email: mail('dev'), manager: mail('chen') },
    { ...newcomer, name: 'carla gomez' },
  ]);
  expect(figures.orphaned).toBe(2);
  expect(namesakes).toEqual(['carla gomez']);
});

test('a new address by the former one keeps the person', () => {
  const { changes } = planned([{ email: 'ann.miller@example.com', formerEmail: mail('ann') }]);
  expect(changes).toMatchObject([{ key: 'ann', kind: 'change', set: { email: 'ann.miller@example.com' } }]);
});

test('names are text: formulas, markup, prototypes', () => {
  const odd = ['=cmd()', '<!channel>', '__proto__', 'constructor', '👩‍👩‍👧 مرحبا'];
  const { findings, changes } = planned(
    odd.map((name, i) => ({ ...newcomer, email: `x${i}@example.com`, name, unit: '__proto__' })),
  );
  expect(findings).toEqual([]);
  expect(changes.map((c) => c.name)).toEqual(odd);
  expect(reasons([{ email: mail('ann'), roles: '__proto__' }])).toEqual(['2 role roles']);
});

test('the same file against the same people is the same plan, whatever their order', () => {
  const file = [newcomer, { email: mail('ann'), manager: mail('chen') }];
  expect(planned(file, { people: [...people].reverse() }).digest).toBe(planned(file).digest);
  expect(planned([newcomer]).digest).not.toBe(planned(file).digest);
});

test('days and addresses as people write them', () => {
  expect(['2027-01-05', '2027/1/5', '2027.1.5', '2027年1月5日', '２０２７-０１-０５'].map(dayInCell)).toEqual(
    Array(5).fill('2027-01-05'),
  );
  expect(['05/01/2027', '2027-13-01', '1899-01-01', '44931', ''].map(dayInCell)).toEqual(
    Array(5).fill(undefined),
  );
  expect(emailIn(' Ann.Miller@Example.COM ')).toBe('ann.miller@example.com');
});

test('zones: the tz database’s names, case aside; a mistyped one is guessed', () => {
  expect(zoneNamed('asia/shanghai')).toBe('Asia/Shanghai');
  expect(zoneNamed('America/New York')).toBe('America/New_York');
  expect(zoneNamed('utc')).toBe('UTC');
  for (const bad of ['Shanghai', 'CET', '+08:00', '', 'constructor']) expect(zoneNamed(bad)).toBeUndefined();
  expect(zonesLike('Shanghai')[0]).toBe('Asia/Shanghai');
  expect(zonesLike('上海')).toEqual(['Asia/Shanghai']);
  expect(zonesLike('Europe/Berln')[0]).toBe('Europe/Berlin');
  expect(zonesLike('new york')[0]).toBe('America/New_York');
  expect(zonesLike('constructor')).toEqual([]);
});

test('people are found by any piece of three letters, by beginnings, and by any Chinese character', () => {
  const found = (name: string, query: string) => {
    const person = { name, email: 'x.y@example.com' };
    const { pieces, meets } = wanted(query);
    const has = searchOf(person);
    return pieces.length > 0 && pieces.every((p) => has.includes(p)) && meets(person);
  };
  expect(found('Carla Gómez', 'gomez')).toBe(true);
  expect(found('Carla Gómez', 'OME')).toBe(true);
  expect(found('Carla Gómez', 'gómez carla')).toBe(true);
  expect(found('Carla Gómez', 'c')).toBe(true);
  expect(found('陈伟 Chen Wei', '伟')).toBe(true);
  expect(found('Carla Gómez', 'carlos')).toBe(false);
  expect(found('Carla', 'arl car')).toBe(true);
  expect(wanted('  ').pieces).toEqual([]);
  expect(searchOf({ name: '名'.repeat(10_000), email: 'a@b.c' }).length).toBeLessThan(10);
});
