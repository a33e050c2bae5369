/** Every card at its shortest and at its longest, for those who check that it fits every platform. */
import { type CardSample, sample } from '../core/module.ts';
import { findHowCard, foundCard, welcomeHrCard } from './cards.ts';
import { howCard, overCard, previewCard, readingCard, rowsOnPage } from './import-cards.ts';
import type { Import } from './import-model.ts';
import type { Person } from './model.ts';
import type { Change, Figures } from './rules.ts';
import { settingsCard } from './settings-cards.ts';

/** 300 characters with all that a platform might take for its own. */
const long = `<!channel> *_~\`&lt; مرحبا 👩‍👩‍👧 \\ [x](y) ${'名'.repeat(300)}`.slice(0, 300);

const person = (name: string): Person => ({
  _id: 'ann',
  rev: 1,
  name,
  email: 'ann@example.com',
  unit: name,
  title: name,
  manager: 'bo',
  hired: '2024-01-01',
  zone: 'America/Argentina/ComodRivadavia',
  locale: 'en',
  calendar: 'de',
  roles: [],
  quiet: { from: '21:30', to: '06:15' },
  accounts: [],
});

const few: Figures = {
  lines: 1,
  added: 1,
  changed: 0,
  leaving: 0,
  same: 0,
  wrong: 0,
  findings: 0,
  active: 14,
  moved: 0,
  touched: 0,
  orphaned: 0,
};
const many: Figures = {
  lines: 199_999,
  added: 40_000,
  changed: 40_000,
  leaving: 40_000,
  same: 39_999,
  wrong: 40_000,
  findings: 50_000,
  active: 159_999,
  moved: 80_000,
  touched: 99_999,
  orphaned: 12_345,
};

const base: Import = {
  _id: 'import_1',
  rev: 2,
  by: 'hanna',
  at: new Date(0),
  state: 'ready',
  fileName: 'p.csv',
  encoding: 'utf-8',
  ignored: [],
  figures: few,
};
const full: Import = {
  ...base,
  fileName: long,
  encoding: 'gb18030',
  ignored: Array.from({ length: 20 }, () => long.slice(0, 60)),
  figures: many,
  namesakes: Array.from({ length: 20 }, () => long),
  renewed: true,
};

const added: Change = {
  line: 2,
  key: 'new:a@b.c',
  name: 'A',
  kind: 'new',
  set: { unit: 'U', title: 'T' },
  shown: [],
};
const altered: Change = {
  line: 3,
  key: 'ann',
  name: long,
  kind: 'change',
  set: {},
  shown: (['name', 'unit', 'title', 'manager'] as const).map((column) => ({ column, from: long, to: long })),
};
const longList = {
  pages: { changes: 1, findings: 1 },
  changes: Array.from({ length: rowsOnPage }, () => altered),
  findings: Array.from({ length: rowsOnPage }, () => ({
    line: 199_999,
    reason: 'circle' as const,
    column: 'manager' as const,
    word: Array.from({ length: 8 }, () => long).join(' → '),
  })),
};
const shortList = { pages: { changes: 0, findings: 0 }, changes: [added], findings: [] };
const name = (id: string) => id;

export const cardSamples: CardSample[] = [
  sample('welcomeHr', welcomeHrCard, ['slack', 1], ['feishu', 123_456]),
  sample('how to import', howCard, [], []),
  sample('import, reading', readingCard, [base, 1], [full, 199_999]),
  sample('import, preview', previewCard, [base, shortList], [full, longList]),
  sample(
    'import, asked twice',
    previewCard,
    [{ ...base, state: 'asking' }, shortList],
    [{ ...full, state: 'asking' }, longList],
  ),
  sample('import, over', overCard, [{ ...base, state: 'discarded' }], [{ ...full, state: 'applied' }]),
  sample('import, applying', overCard, [{ ...base, state: 'applying' }], [{ ...full, state: 'applying' }]),
  sample('how to find people', findHowCard, [], []),
  sample(
    'people found',
    foundCard,
    ['x', [], false, name],
    [long, Array.from({ length: 10 }, () => person(long)), true, () => long],
  ),
  sample('settings', settingsCard, [person('A'), false], [person(long), true]),
];
