/** News that wait behind a form: never for one that nobody sees, and not for ever. */
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../kit/database.ts';
import { cutOff } from './kit/cut.ts';
import { type FormDesk, form, formDesk, goalCard } from './kit/form-desk.ts';

const connection = await connect('feishu-behind');
let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk(connection);
});
afterAll(() => desk.d.end());

const asked = form([{ name: 'what', label: 'What', type: 'text', max: 300 }]);
const rows = connection.collection<{ _id: string }>('feishu_cards');
const newer = (title: string) => ({ ...goalCard, title });
async function until(there: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300 && !(await there()); i += 1) await wait(20);
  expect(await there()).toBe(true);
}
const shows = async (title: string) =>
  desk.d.adapter.send(await desk.d.adapter.direct('ou_ann', 'tenant1'), newer(title), title);

test('a form whose answer was cut keeps nothing back', async () => {
  const sent = await shows('Cut');
  let editing = Promise.resolve();
  desk.d.bot.answer = async () => {
    await wait(400);
    // News that come right after the form was kept, before anybody can know that it did not arrive.
    setTimeout(() => {
      editing = desk.d.adapter.edit(sent, newer('Cut, newer'));
    }, 60);
    return { open: asked };
  };
  const button = desk.ann().find((e) => e.tag === 'button', 'Cut');
  if (!button) throw new Error('no button');
  await cutOff(desk.d, 'ou_ann', button, 'cut1');
  await until(async () => Boolean(desk.seen().includes('Cut, newer')));
  await editing;
  expect(await rows.findOne({ _id: sent.messageId })).not.toHaveProperty('form');
  await desk.d.adapter.edit(sent, newer('Cut, newest'));
  expect(desk.seen()).toContain('Cut, newest');
  desk.d.bot.answer = () => ({ open: asked });
  await desk.ann().clicks('Write', 'Cut');
  expect(desk.seen()).toContain('Write it');
});

test('a late form that could not be shown keeps nothing back either', async () => {
  const sent = await shows('Late');
  desk.d.bot.answer = async () => {
    await wait(2600);
    return { open: asked };
  };
  desk.d.feishu.faults(({ method }) => (method === 'PATCH' ? { kind: 'refuse', code: 'tooOld' } : undefined));
  await desk.ann().clicks('Write', 'Late');
  await until(async () => (await rows.findOne({ _id: sent.messageId, form: { $exists: true } })) !== null);
  await until(async () => (await rows.findOne({ _id: sent.messageId, form: { $exists: true } })) === null);
  desk.d.feishu.faults(() => undefined);
  await desk.d.adapter.edit(sent, newer('Late, newer'));
  expect(desk.seen()).toContain('Late, newer');
});

test('what waits for a day comes up', async () => {
  const sent = await shows('Patient');
  desk.d.bot.answer = () => ({ open: asked });
  await desk.ann().clicks('Write', 'Patient');
  await until(async () => (await rows.findOne({ _id: sent.messageId, shown: true })) !== null);
  await desk.d.adapter.edit(sent, newer('Patient, newer'));
  await desk.d.restarted();
  expect(desk.seen()).toContain('Write it');
  await rows.updateOne({ _id: sent.messageId }, { $set: { formAt: new Date(Date.now() - 25 * 3_600_000) } });
  await desk.d.restarted();
  await until(() => desk.seen().includes('Patient, newer'));
});

test('whoever turns its parts at once has the form: it is held for them', async () => {
  const sent = await shows('Quick');
  const fields = Array.from({ length: 24 }, (_, i) => ({
    name: `t${i}`,
    label: `Question ${i}`,
    type: 'text' as const,
    value: '答'.repeat(600),
  }));
  desk.d.bot.answer = () => ({ open: { ...asked, fields } });
  await desk.ann().clicks('Write', 'Quick');
  await desk.ann().submits({}, 'Next');
  await wait(400);
  expect(await rows.findOne({ _id: sent.messageId })).toMatchObject({ shown: true });
  await rows.updateOne({ _id: sent.messageId }, { $set: { formAt: new Date(Date.now() - 3_600_000) } });
  await desk.d.adapter.edit(sent, newer('Quick, newer'));
  expect(desk.seen()).toContain('Part 2');
});
