import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCase } from '../../src/ratings/score-file.ts';

const vectors = fileURLToPath(new URL('../../../test/ratings/scores.json', import.meta.url));
const program = fileURLToPath(new URL('../../src/ratings/score-main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'growloop-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function runOn(text: string) {
  const file = join(folder, 'cases.json');
  writeFileSync(file, text);
  return run(file);
}

const good = JSON.parse(readFileSync(vectors, 'utf8'))[0];
const plain = { scheme: good.scheme, participant: good.participant };

/** The case with one thing replaced: 'scheme.k' → 2. */
function broken(path: string, value: unknown): unknown {
  const copy = structuredClone({ id: 'odd', ...plain });
  const keys = path.split('.');
  const last = keys.pop()!;
  let at: unknown = copy;
  for (const key of keys) at = (at as Record<string, unknown>)[key];
  (at as Record<string, unknown>)[last] = value;
  return copy;
}

const kr = 'participant.goals.0.keyResults.0';

describe('a case is refused', () => {
  test.each<[string, unknown, string]>([
    ['scheme.k', 2, 'scheme.k must be 3 or more'],
    ['scheme.cap', 0, 'scheme.cap must be a number above 0'],
    ['scheme.dimensions.0.weight', 0, 'scheme.dimensions.0.weight must be a number above 0'],
    ['scheme.dimensions.0.sources', {}, 'scheme.dimensions.0.sources must name at least one source'],
    [
      'scheme.dimensions.0.sources.manager',
      '-1',
      'scheme.dimensions.0.sources.manager must be a number above 0',
    ],
    ['scheme.dimensions.0.name', 'competencies', 'scheme.dimensions must have different names'],
    ['participant.goals.0.weight', 0, 'participant.goals.0.weight must be above 0'],
    ['participant.goals.0.weight', 0.5, 'participant.goals.0.weight must be whole basis points'],
    [`${kr}.target`, 0, `${kr}.target must differ from the baseline`],
    [`${kr}.target`, '1,5', `${kr}.target must be a decimal number`],
    [kr, { kind: 'rated', level: 6 }, `${kr}.level must be 1, 2, 3, 4 or 5`],
    [kr, { kind: 'atLeast', target: 0, actual: 1 }, `${kr}.target must be above 0`],
    [kr, { kind: 'atMost', target: 1, actual: -1 }, `${kr}.actual must not be below 0`],
    ['participant.answers.results.manager', [6], 'participant.answers.results.manager.0 must be 1 to 5'],
    [
      'participant.answers.results.manager',
      [3.5],
      'participant.answers.results.manager.0 must be a whole number',
    ],
    ['participant.answers.results.manager', [4, 4], 'participant.answers.results.manager takes one answer'],
    [
      'participant.cycles',
      [{ score: '5.01', days: 90 }],
      'participant.cycles.0.score must be a score of 1 to 5',
    ],
  ])('%s = %j', (path, value, reason) => {
    expect(readCase(broken(path, value), 1)).toEqual({ id: 'odd', reason });
  });

  test('when a source is misspelt, rather than lose its weight or its answers', () => {
    for (const path of ['scheme.dimensions.0.sources.peers', 'participant.answers.results.peers'])
      expect(readCase(broken(path, [4]), 1)).toMatchObject({ reason: expect.stringContaining('peers') });
  });

  test('by its number when it has no id', () => {
    expect(readCase(plain, 7)).toMatchObject({ id: '#7' });
    expect(readCase(null, 8)).toMatchObject({ id: '#8' });
  });

  test('but not for fields that the format does not know, or for null', () => {
    const found = readCase({ ...(broken(`${kr}.excluded`, null) as object), published: {}, why: 'x' }, 1);
    expect(found).toMatchObject({ id: 'odd', scheme: {}, participant: {} });
  });
});

describe('npm run score', () => {
  test('prints what the worked cases expect', () => {
    const { status, stdout, stderr } = run(vectors);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const expected = JSON.parse(readFileSync(vectors, 'utf8')).map((one: { id: string; expect: object }) => ({
      id: one.id,
      ...one.expect,
    }));
    expect(JSON.parse(stdout)).toEqual(expected);
  });

  test('names the broken case, answers the others, ends with 1', () => {
    const { status, stdout, stderr } = runOn(
      JSON.stringify([{ id: 'fine', ...plain }, broken('scheme.k', 1)]),
    );
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'case odd: scheme.k must be 3 or more\n' });
    expect(JSON.parse(stdout).map(({ id }: { id: string }) => id)).toEqual(['fine']);
  });

  test('takes decimals as they are written, also those that no double holds', () => {
    const sources = { attainment: 1, manager: 1 };
    const scheme = { ...plain.scheme, dimensions: [{ name: 'results', weight: 1, sources }] };
    const keyResults = [{ kind: 'increase', baseline: 0, target: 100, actual: 'HERE' }];
    const goals = [{ weight: 10_000, agreed: true, keyResults }];
    const text = JSON.stringify([{ id: 'x', scheme, participant: { ...plain.participant, goals } }]);
    const final = (actual: string) =>
      JSON.parse(runOn(`\uFEFF${text.replace('"HERE"', actual)}`).stdout)[0].final;
    expect(final('104.9')).toBe('3.75');
    expect(final('104.8999999999999999999999')).toBe('3.74');
  });

  test('says on which line the text is not JSON', () => {
    const { status, stdout, stderr } = runOn('[\n {"id": "a",\n  "scheme": oops\n }\n]');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/cases\.json line 3: not JSON\n$/);
  });

  test('wants an array', () => {
    expect(runOn('{}')).toMatchObject({ status: 1, stderr: expect.stringContaining('array') });
    expect(runOn('[]')).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  test('ends with 2 on wrong usage', () => {
    expect(run()).toMatchObject({ status: 2, stderr: 'usage: npm run score -- FILE\n' });
    expect(run('a', 'b').status).toBe(2);
    expect(run(join(folder, 'none.json'))).toMatchObject({ status: 2, stdout: '' });
  });
});
