import mongoose from 'mongoose';
import { connect } from '../../kit/database.ts';

const db = await connect('smoke');

test('mongoose works on the embedded store', async () => {
  const Thing = db.model('Thing', new mongoose.Schema({ name: { type: String, unique: true }, at: Date }));
  await Thing.init();
  await Thing.create({ name: 'a', at: new Date(5) });
  await expect(Thing.create({ name: 'a' })).rejects.toMatchObject({ code: 11000, keyPattern: { name: 1 } });
  await db.transaction(async (session) => {
    await Thing.create([{ name: 'b' }], { session });
  });
  expect(await Thing.find().sort({ name: 1 }).lean()).toMatchObject([
    { name: 'a', at: new Date(5) },
    { name: 'b' },
  ]);
});
