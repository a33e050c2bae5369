import fc from 'fast-check';
import type mongoose from 'mongoose';
import { onEachBackend } from '../../kit/database.ts';
import type { Doc } from './cases/case.ts';
import { matches, sorted, updated } from './model.ts';

/** `d` never holds an array: no index goes over two. */
const field = fc.constantFrom('a', 'b', 'c.x', 'd');
const anyField = fc.constantFrom('a', 'b', 'c.x');
const scalar = fc.constantFrom<unknown>(null, 0, 1, 2, 2.5, 'p', 'q', true, new Date(0), new Date(1000));
const content = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const doc = fc.record(
  { a: content, b: content, d: scalar, c: fc.oneof(fc.record({ x: content }, { requiredKeys: [] }), scalar) },
  { requiredKeys: [] },
);

const comparison = fc.tuple(fc.constantFrom('$ne', '$gt', '$gte', '$lt', '$lte'), scalar);
const operator = fc.oneof(
  comparison.map(([name, value]) => ({ [name]: value })),
  fc.tuple(comparison, comparison).map(([[x, v], [y, w]]) => ({ [x]: v, [y]: w })),
  fc.tuple(fc.constantFrom('$in', '$nin'), fc.array(scalar, { maxLength: 3 })).map(([x, v]) => ({ [x]: v })),
  fc.boolean().map((there) => ({ $exists: there })),
  fc.array(scalar, { maxLength: 2 }).map((values) => ({ $all: values })),
  comparison.map(([name, value]) => ({ $not: { [name]: value } })),
);
const condition = fc
  .tuple(field, fc.oneof(scalar, operator))
  .map(([name, value]): Doc => ({ [name]: value }));
const filter = fc.oneof(
  fc.constant<Doc>({}),
  condition,
  fc
    .tuple(fc.constantFrom('$and', '$or'), fc.array(condition, { minLength: 1, maxLength: 3 }))
    .map(([name, parts]): Doc => ({ [name]: parts })),
  fc.tuple(condition, condition).map(([x, y]): Doc => ({ ...x, ...y })),
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const sort = fc.uniqueArray(fc.tuple(field, direction), { maxLength: 2, selector: ([name]) => name });

const update = fc.oneof(
  fc.tuple(anyField, content).map(([name, value]) => ({ $set: { [name]: value } })),
  field.map((name) => ({ $unset: { [name]: '' } })),
  fc
    .tuple(fc.constantFrom('$inc'), field, fc.constantFrom(1, -2, 0.5))
    .map(([name, at, n]) => ({ [name]: { [at]: n } })),
  fc.tuple(anyField, scalar).map(([at, value]) => ({ $addToSet: { [at]: value } })),
);

/** More of it when asked for: FUZZ=20. */
const effort = Number(process.env.FUZZ ?? 1);

type Rows = mongoose.mongo.Collection<Doc>;
const indexes: Record<string, 1 | -1>[] = [{ a: 1 }, { d: -1, a: 1 }, { 'c.x': 1 }];
const byId = (a: Doc, b: Doc): number => Number(a._id) - Number(b._id);

await onEachBackend('contract_random', (connection) => {
  const db = connection.db as mongoose.mongo.Db;
  const plain = db.collection<Doc>('plain') as Rows;
  const indexed = db.collection<Doc>('indexed') as Rows;
  beforeAll(() => Promise.all(indexes.map((index) => indexed.createIndex(index))));

  async function fill(docs: readonly Doc[]): Promise<Doc[]> {
    const rows = docs.map((one, _id) => ({ _id: _id as never, ...one }));
    for (const collection of [plain, indexed]) {
      await collection.deleteMany({});
      if (rows.length) await collection.insertMany(rows);
    }
    return rows;
  }

  test(
    'filters and sorts find what a model finds, with and without indexes',
    async () => {
      const questions = fc.array(fc.tuple(filter, sort), { minLength: 25, maxLength: 25 });
      await fc.assert(
        fc.asyncProperty(fc.array(doc, { maxLength: 12 }), questions, async (docs, asked) => {
          const rows = await fill(docs);
          for (const [where, order] of asked) {
            const wanted = sorted(
              rows.filter((row) => matches(row, where)),
              [...order, ['_id', 1]],
            );
            const spec = Object.fromEntries([...order, ['_id', 1] as const]);
            for (const collection of [plain, indexed]) {
              expect(await collection.find(where).sort(spec).toArray()).toEqual(wanted);
              expect((await collection.find(where).toArray()).sort(byId)).toEqual([...wanted].sort(byId));
            }
          }
        }),
        { numRuns: 20 * effort },
      );
    },
    120_000 * effort,
  );

  test(
    'a transaction finds what it wrote over what was there',
    async () => {
      const questions = fc.array(fc.tuple(filter, sort), { minLength: 8, maxLength: 8 });
      const docs = fc.array(doc, { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(docs, docs, update, questions, async (stored, added, change, asked) => {
          const rows = await fill(stored);
          const session = await connection.startSession();
          session.startTransaction();
          const more = added.map((one, i) => ({ _id: (100 + i) as never, ...one }));
          await indexed.insertMany(more, { session });
          await indexed.deleteOne({ _id: 0 as never }, { session });
          const view = [...rows.slice(1), ...more];
          const wanted = view.map((row) => updated(row, change as never));
          if (wanted.every((row) => row !== undefined)) {
            await indexed.updateMany({}, change as never, { session });
            for (const [where, order] of asked) await compare(wanted, where, order, session);
          }
          await session.abortTransaction();
          await session.endSession();
          expect(await indexed.find().sort({ _id: 1 }).toArray()).toEqual(rows);
        }),
        { numRuns: 20 * effort },
      );
    },
    120_000 * effort,
  );

  async function compare(
    rows: readonly Doc[],
    where: Doc,
    order: readonly (readonly [string, 1 | -1])[],
    session: mongoose.ClientSession,
  ): Promise<void> {
    const all = [...order, ['_id', 1] as const];
    const found = await indexed.find(where, { session }).sort(Object.fromEntries(all)).toArray();
    expect(found).toEqual(
      sorted(
        rows.filter((row) => matches(row, where)),
        all,
      ),
    );
  }

  /** Whether the update was possible, on both collections. */
  async function updateBoth(rows: readonly Doc[], one: object): Promise<Doc[] | undefined> {
    const wanted = rows.map((row) => updated(row, one as never));
    const possible = wanted.every((row) => row !== undefined);
    for (const collection of [plain, indexed]) {
      const work = collection.updateMany({}, one as never);
      if (!possible) await expect(work).rejects.toMatchObject({ code: expect.any(Number) });
      else expect(await work.then(() => collection.find().sort({ _id: 1 }).toArray())).toEqual(wanted);
    }
    return possible ? wanted : undefined;
  }

  test(
    'updates do what a model does',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(doc, { minLength: 1, maxLength: 5 }),
          fc.array(update, { maxLength: 8 }),
          async (docs, list) => {
            let rows: Doc[] | undefined = await fill(docs);
            for (const one of list) rows = rows && (await updateBoth(rows, one));
          },
        ),
        { numRuns: 30 * effort },
      );
    },
    120_000 * effort,
  );
});
