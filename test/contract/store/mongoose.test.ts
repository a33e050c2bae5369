import mongoose, { Schema } from 'mongoose';
import { onEachBackend } from '../../kit/database.ts';

const step = new Schema({ text: { type: String, required: true }, done: Boolean }, { _id: false });
const schema = new Schema(
  {
    _id: String,
    title: { type: String, required: true },
    owner: String,
    rev: { type: Number, default: 0 },
    steps: [step],
    answers: { type: Map, of: String },
    proof: Buffer,
    due: Date,
  },
  { timestamps: true, optimisticConcurrency: true },
);
schema.index({ owner: 1, title: 1 }, { unique: true });
schema.index({ due: 1 }, { partialFilterExpression: { due: { $exists: true } } });

interface Goal {
  _id: string;
  title: string;
  owner: string;
  rev: number;
  steps: mongoose.Types.DocumentArray<{ text: string; done?: boolean }>;
  answers?: Map<string, string>;
  proof?: Buffer;
  due?: Date;
}

/** What mongoose makes of the product's habits, all of it through models. */
await onEachBackend('contract_mongoose', (connection) => {
  const Goals = connection.model<Goal>('Goal', schema);
  beforeAll(() => Goals.init());
  afterEach(() => Goals.deleteMany({}));

  const aGoal = (id: string, more: object = {}): object => ({
    _id: id,
    title: `goal ${id}`,
    owner: 'ann',
    ...more,
  });

  test('a document comes back as it was', async () => {
    const given = aGoal('g1', { due: new Date(5), proof: Buffer.from('xy'), answers: { a: 'c' } });
    await Goals.create({ ...given, steps: [{ text: 'one' }] });
    const goal = await Goals.findById('g1');
    expect(goal?.due).toEqual(new Date(5));
    expect(goal?.proof?.toString()).toBe('xy');
    expect(goal?.answers?.get('a')).toBe('c');
    expect(goal?.toObject()).toMatchObject({ steps: [{ text: 'one' }], rev: 0 });
    expect((goal as unknown as { createdAt: Date }).createdAt).toBeInstanceOf(Date);
  });

  test('save writes what changed, and notices another save', async () => {
    await Goals.create(aGoal('g1', { steps: [{ text: 'one' }, { text: 'two' }] }));
    const [mine, theirs] = [await Goals.findById('g1').orFail(), await Goals.findById('g1').orFail()];
    mine.steps[1]?.set('done', true);
    mine.answers = new Map([['why', 'because']]);
    await mine.save();
    theirs.title = 'late';
    await expect(theirs.save()).rejects.toThrow(mongoose.Error.VersionError);
    expect(await Goals.findById('g1').lean()).toMatchObject({
      title: 'goal g1',
      steps: [{ text: 'one' }, { text: 'two', done: true }],
      answers: { why: 'because' },
    });
  });

  test('an update guarded by a revision', async () => {
    await Goals.create(aGoal('g1'));
    const change = { $set: { title: 'new' }, $inc: { rev: 1 } };
    expect(
      await Goals.findOneAndUpdate({ _id: 'g1', rev: 0 }, change, { returnDocument: 'after' }).lean(),
    ).toMatchObject({ title: 'new', rev: 1 });
    expect(await Goals.findOneAndUpdate({ _id: 'g1', rev: 0 }, change)).toBeNull();
  });

  test('a duplicate names the index', async () => {
    await Goals.create(aGoal('g1'));
    await expect(Goals.create({ ...aGoal('g2'), title: 'goal g1' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { owner: 1, title: 1 },
      keyValue: { owner: 'ann', title: 'goal g1' },
    });
  });

  test('insertMany goes on after a duplicate if it may', async () => {
    await Goals.create(aGoal('g1'));
    const work = Goals.insertMany([aGoal('g1'), aGoal('g2')], { ordered: false });
    await expect(work).rejects.toMatchObject({ code: 11000 });
    expect(await Goals.distinct('_id')).toEqual(['g1', 'g2']);
  });

  test('bulkWrite, exists, count, cursor, lean and select', async () => {
    await Goals.bulkWrite([
      { insertOne: { document: aGoal('g1') as never } },
      { insertOne: { document: aGoal('g2') as never } },
      { updateOne: { filter: { _id: 'g2' }, update: { $set: { due: new Date(9) } } as never } },
      { updateOne: { filter: { _id: 'g3' }, update: { $set: { title: 't' } } as never, upsert: true } },
      { deleteOne: { filter: { _id: 'g1' } } },
    ]);
    expect(await Goals.exists({ due: { $gt: new Date(1) } })).toEqual({ _id: 'g2' });
    expect(await Goals.countDocuments()).toBe(2);
    const seen: string[] = [];
    for await (const { _id } of Goals.find().sort({ _id: 1 }).cursor()) seen.push(String(_id));
    expect(seen).toEqual(['g2', 'g3']);
    expect(await Goals.findOne({ _id: 'g2' }).select('title -_id').lean()).toEqual({ title: 'goal g2' });
  });

  test('a transaction takes everything or nothing', async () => {
    const work = connection.transaction(async (session) => {
      await Goals.create([aGoal('g1')], { session });
      const goal = await Goals.findById('g1').session(session).orFail();
      goal.title = 'in a transaction';
      await goal.save({ session });
      expect(await Goals.countDocuments({}, { session })).toBe(1);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await Goals.countDocuments()).toBe(0);
  });

  test('indexes are what the schema says', async () => {
    const { toCreate, toDrop } = await Goals.diffIndexes();
    expect({ toCreate, toDrop }).toEqual({ toCreate: [], toDrop: [] });
    expect(await Goals.syncIndexes()).toEqual([]);
  });
});
