import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as supported from '../../../src/embedded/supported.ts';
import { aggregateCases } from './cases/aggregations.ts';
import { arrayCases } from './cases/arrays.ts';
import { filterCases } from './cases/filters.ts';
import { pipelineCases } from './cases/pipelines.ts';
import { resultCases } from './cases/results.ts';
import { updateCases } from './cases/updates.ts';
import { commandFields, otherFields, type Sender, senders } from './senders.ts';

/** The sources, from where the compiled test lies: dist/test/contract/store. */
const project = fileURLToPath(new URL('../../../../', import.meta.url));

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) return path.endsWith(join('src', 'embedded')) ? [] : sources(path);
    return /\.ts$/.test(entry.name) ? [path] : [];
  });
}

/** Operators as keys (`$set:`, `'$in':`, `['$in']:`), and variables in text (`'$$NOW'`). */
function used(text: string): Set<string> {
  const keys = [...text.matchAll(/(?:^|[{,\s['"`])(\$[a-zA-Z]+)['"`]?\]?\s*:/gm)].map(
    (match) => match[1] as string,
  );
  const variables = [...text.matchAll(/['"`](\$\$[a-zA-Z]+)/g)].map((match) => match[1] as string);
  return new Set([...keys, ...variables]);
}

/** Names with a dollar anywhere in a value. */
function dollars(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('$$') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(dollars);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key.startsWith('$') ? [key] : []),
    ...dollars(inner),
  ]);
}

const keysOf = (values: readonly object[]): string[] => values.flatMap((value) => Object.keys(value));
const filters = [...filterCases, ...arrayCases, ...resultCases].map(({ filter }) => filter);
const updates = updateCases.map(({ update }) => update as object);
const pipelines = pipelineCases.flatMap(({ update }) => update as object[]);
const stages = aggregateCases.flatMap(({ pipeline }) => pipeline);
const groups = stages.flatMap((stage) => Object.values((stage.$group as object | undefined) ?? {}));
const computed = [...pipelines, ...stages].flatMap((stage) => dollars(Object.values(stage)));

/** What the cases of the contract exercise, by where it stands. */
const exercised: Record<string, { listed: readonly string[]; seen: readonly string[] }> = {
  'field operators': { listed: supported.fieldOperators, seen: dollars(filters) },
  'filter operators': { listed: supported.filterOperators, seen: dollars(filters) },
  'update operators': { listed: supported.updateOperators, seen: keysOf(updates) },
  'array modifiers': { listed: supported.arrayModifiers, seen: dollars(updates) },
  'update stages': { listed: supported.updateStages, seen: keysOf(pipelines) },
  stages: { listed: supported.stages, seen: keysOf(stages) },
  accumulators: { listed: supported.accumulators, seen: dollars(groups) },
  expressions: { listed: supported.expressions, seen: [...computed, ...dollars(filters)] },
  variables: { listed: supported.variables, seen: dollars([filters, pipelines]) },
};

test.each(Object.entries(exercised))('every one of the %s has a case', (_, { listed, seen }) => {
  expect(listed.filter((name) => !seen.includes(name))).toEqual([]);
});

const files = ['src', 'adapters'].flatMap((dir) => sources(join(project, dir)));
const texts = files.map((file) => ({ file: relative(project, file), text: readFileSync(file, 'utf8') }));
const product = texts.map(({ text }) => text).join('\n');

test('the product uses no operator that the store does not support', () => {
  const known = new Set(Object.values(exercised).flatMap(({ listed }) => listed));
  const unknown = texts.flatMap(({ file, text }) =>
    [...used(text)].filter((name) => !known.has(name)).map((name) => `${file}: ${name}`),
  );
  expect(unknown).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
});

/** Operators whose names mean something else elsewhere, by what stands around them. */
const shapes: Record<string, (name: string) => RegExp> = {
  'update stages': (name) => new RegExp(`\\[\\s*\\{ \\${name}: `),
  stages: (name) => new RegExp(`[[,]\\s*\\{ \\${name}: `),
  accumulators: (name) => new RegExp(`\\b_id: .*\\{ \\${name}: `),
  expressions: (name) => new RegExp(`\\${name}: \\['\\$`),
};

test.each(Object.entries(exercised))('the product uses every one of the %s', (kind, { listed }) => {
  const names = used(product);
  const shape = shapes[kind];
  expect(listed.filter((name) => !(shape ? shape(name).test(product) : names.has(name)))).toEqual([]);
});

test('the product sends every command and field that is listed, or there is a reason', () => {
  const all: [string, Sender][] = [senders, commandFields, otherFields].flatMap((table) =>
    Object.entries<Sender>(table),
  );
  const unsent = all.filter(([, sender]) => sender instanceof RegExp && !sender.test(product));
  expect(unsent).toEqual([]);
});

test('the search finds operators however they are written', () => {
  const text = "{ $set: 1, '$lookup': [{ \"$unset\": 'a' }], ['$facet']: 1, a: '$$ROOT', b: '$path' }";
  expect([...used(text)].sort()).toEqual(['$$ROOT', '$facet', '$lookup', '$set', '$unset']);
});
