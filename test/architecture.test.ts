/** What design.md §2 says about who may know whom, read from the sources themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { registry } from '../src/core/module.ts';
import { modules } from '../src/modules.ts';

const root = process.cwd();
const src = join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();
const textOf = (file: string) => readFileSync(join(src, file), 'utf8');
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((m) => m[1] ?? '');

/** Capabilities from the bottom up: each may use those of the lines above its own, and the ones named beside it. */
const layers = [
  ['core'],
  ['people'],
  ['cycles'],
  ['goals', 'feedback'],
  ['checkins', 'reviews'],
  ['ratings'],
  ['calibration'],
  ['results'],
  ['interviews', 'appeals'],
  ['outcomes', 'plans'],
  ['reminders', 'insights'],
] as const;
const levelOf = (folder: string) =>
  layers.findIndex((layer) => (layer as readonly string[]).includes(folder));
const capabilities = layers.flat().filter((name) => name !== 'core');
/** Stands beside the product: speaks MongoDB's protocol and knows nothing else of ours. */
const apart = ['embedded'];

const folderOf = (file: string) => (file.includes('/') ? (file.split('/')[0] ?? '') : '');

/** The folder under src that a relative import leads to; empty for a file at the top. */
function target(file: string, to: string): string | undefined {
  if (!to.startsWith('.')) return undefined;
  const path = relative(src, join(src, file, '..', to));
  return path.startsWith('..') ? `outside: ${path}` : folderOf(path);
}

describe('who may know whom', () => {
  test.each(files.filter((file) => file.includes('/')))('%s', (file) => {
    const own = folderOf(file);
    const others = importsOf(file)
      .map((to) => target(file, to))
      .filter((to): to is string => to !== undefined && to !== own);
    if (apart.includes(own)) expect(others).toEqual([]);
    expect(apart.includes(own) || levelOf(own) >= 0 ? [] : [`${own} is in no layer`]).toEqual([]);
    expect(others.filter((to) => levelOf(to) < 0 || levelOf(to) >= levelOf(own))).toEqual([]);
  });

  test('the core knows nothing of ours', () => {
    const leaks = files
      .filter((file) => folderOf(file) === 'core')
      .filter((file) => importsOf(file).some((to) => (target(file, to) ?? 'core') !== 'core'));
    expect(leaks).toEqual([]);
  });

  test('no platform’s SDK and no adapter under src, but where main joins them', () => {
    const foreign = /^(@slack\/|@larksuiteoapi\/)|\/adapters\//;
    const leaks = files.filter(
      (f) =>
        !['main.ts', 'platforms.ts', 'console-ports.ts'].includes(f) &&
        importsOf(f).some((to) => foreign.test(to)),
    );
    expect(leaks).toEqual([]);
  });

  test('only reading: insights insert, save, change and remove nothing', () => {
    const written = files
      .filter((file) => folderOf(file) === 'insights')
      .filter((file) => /\b(\w+)\.(insert|insertAll|save|change|remove)\(/.test(textOf(file)));
    expect(written).toEqual([]);
  });
});

describe('files', () => {
  /** Longer ones, with the reason. */
  const longer: Record<string, string> = {};

  test('none is longer than 250 lines without a reason', () => {
    const long = files.filter(
      (file) =>
        textOf(file)
          .split('\n')
          .filter((l) => l.trim()).length > 250,
    );
    expect(long.filter((file) => longer[file] === undefined)).toEqual([]);
    expect(Object.keys(longer).filter((file) => !long.includes(file))).toEqual([]);
  });

  test('are named by what they are about', () => {
    const vague = /(^|[/-])(utils?|helpers?|common|manager|base|misc)\.ts$/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
  });

  test('neither clock nor dice of the machine, and nothing left for later', () => {
    const own = /^(core\/(clock|entropy|play|outbox|bot|dispatch|seal)\.ts|embedded\/)/;
    const found = files
      .filter((file) => file.includes('/') && !own.test(file))
      .filter((file) => /new Date\(\)|Date\.now\(\)|Math\.random\(\)/.test(textOf(file)));
    expect(found).toEqual([]);
    expect(files.filter((file) => /\b(TODO|FIXME|XXX|HACK)\b/.test(textOf(file)))).toEqual([]);
  });
});

describe('capabilities', () => {
  const there = capabilities.filter((name) => existsSync(join(src, name, 'index.ts')));

  test.each(there)('%s has its parts where everybody looks for them', (name) => {
    const has = (part: string) =>
      files.some((file) => new RegExp(`^${name}/([\\w-]+-)?${part}(-[\\w-]+)?\\.ts$`).test(file));
    const parts = ['model', 'rules', 'policy', 'cards', 'handlers', 'messages'];
    expect(parts.filter((part) => !has(part))).toEqual([]);
  });

  test('all of them are registered', () => {
    const registered = modules.map((m) => m.name);
    expect(there.filter((name) => !registered.includes(name))).toEqual([]);
  });
});

describe('the registry', () => {
  const all = registry(modules);
  const rows = [
    'goals',
    'contract',
    'checkins',
    'nominations',
    'reviews',
    'ratings',
    'calibration',
    'results',
    'outcomes',
    'plans',
    'feedback',
    'notes',
    'survey',
    'completion',
    'appeals',
    'audit',
    'people',
    'cycles',
    'settings',
    'talk',
  ];
  const touching = [
    ...[...all.handlers.values()].map((h) => [h.action.name, h.touches] as const),
    ...[...new Set(all.commands.values())].map((c) => [`/perf ${c.name}`, c.touches] as const),
  ];

  test.each(touching)('%s says what it touches', (_, touches) => {
    expect(touches.length).toBeGreaterThan(0);
    expect(touches.filter((t) => !rows.includes(t.slice(0, -2)))).toEqual([]);
  });

  test('every action is named capability.verb, by its own capability', () => {
    const wrong = modules
      .filter((m) => m.name !== 'core')
      .flatMap((m) => m.handlers.map((h) => h.action.name).filter((name) => !name.startsWith(`${m.name}.`)));
    expect(wrong).toEqual([]);
  });

  test('every job is named by its own capability', () => {
    const wrong = modules.flatMap((m) =>
      m.jobs.map((j) => j.name).filter((name) => !name.startsWith(`${m.name}.`)),
    );
    expect(wrong).toEqual([]);
  });

  test('every fact has a sentence', () => {
    const kinds = files
      .filter((file) => folderOf(file) !== 'core')
      .flatMap((file) =>
        [...textOf(file).matchAll(/\bfact(?:<[^>]*>)?\('([^']+)'\)/g)].map((m) => m[1] ?? ''),
      );
    expect(kinds.filter((kind) => !all.factWords.has(kind))).toEqual([]);
  });
});
