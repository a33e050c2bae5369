import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { type Backend, backends } from '../../kit/backend.ts';
import { connect, uriOf } from '../../kit/database.ts';

const { Long } = mongoose.mongo;
const program = fileURLToPath(new URL('../../../src/copy.js', import.meta.url));

async function copy(...args: string[]): Promise<{ code: unknown; lines: string[]; errors: string }> {
  const running = spawn(process.execPath, [program, ...args]);
  let [out, errors] = ['', ''];
  running.stdout.on('data', (text) => {
    out += text;
  });
  running.stderr.on('data', (text) => {
    errors += text;
  });
  const [code] = await once(running, 'close');
  return { code, lines: out.split('\n').filter(Boolean), errors };
}

const raw = { promoteValues: false } as const;

function suite(backend: Backend, from: mongoose.mongo.Db, copied: mongoose.mongo.Db): void {
  const uri = (db: mongoose.mongo.Db): string =>
    uriOf(backend).replace(/\/[^/?]*(\?|$)/, `/${db.databaseName}$1`);
  const dir = mkdtempSync(join(tmpdir(), 'growloop-copy-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('a store goes into an empty one and back', async () => {
    const people = from.collection<{ _id: number; name: string; n: unknown }>('people');
    await people.insertMany(
      Array.from({ length: 2500 }, (_, i) => ({
        _id: i,
        name: `p${i}`,
        n: i % 2 ? Long.fromNumber(i) : i + 0.5,
      })),
    );
    await people.createIndex({ name: 1 }, { unique: true, partialFilterExpression: { n: { $gt: 5 } } });
    await from.collection('events').insertOne({ at: new Date(5) });
    await from.collection('events').createIndex({ at: 1 }, { expireAfterSeconds: 2_000_000_000 });

    expect(await copy(uri(from), `embedded:${dir}`)).toEqual({
      code: 0,
      lines: ['events: 1 documents, 1 indexes', 'people: 2500 documents, 1 indexes'],
      errors: '',
    });
    const errors = `embedded:${dir} is not empty: it has events, people\n`;
    expect(await copy(uri(from), `embedded:${dir}`)).toEqual({ code: 1, lines: [], errors });
    expect(await copy(`embedded:${dir}`, uri(copied))).toMatchObject({ code: 0, errors: '' });
    for (const name of ['people', 'events']) {
      const [before, after] = [from.collection(name), copied.collection(name)];
      expect(await after.find({}, raw).toArray()).toEqual(await before.find({}, raw).toArray());
      expect(await after.indexes()).toEqual(await before.indexes());
    }
  }, 60_000);

  test('called wrongly it says how', async () => {
    expect(await copy('one')).toMatchObject({ code: 2, errors: expect.stringMatching(/^usage: /) });
  });
}

for (const backend of backends) {
  const from = await connect('contract_copy', backend);
  const copied = await connect('contract_copied', backend);
  describe(`on ${backend}`, () =>
    suite(backend, from.db as mongoose.mongo.Db, copied.db as mongoose.mongo.Db));
}
