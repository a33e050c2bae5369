import { talks } from '../../src/core/dialog.ts';
import { small } from '../kit/someone.ts';
import { type World, world } from '../kit/world.ts';
import { sent, walks } from './walk.ts';

let w: World;
beforeEach(async () => {
  sent.length = 0;
  w = await world({
    database: 'talk',
    more: [walks],
    twice: true,
    abortEvery: 3,
    arrange: () => small({ _id: 'ann' }, { _id: 'bo' }),
  });
});
afterEach(() => w.end());

const last = () => JSON.parse(sent.at(-1) ?? '{}');
const answers = async () => {
  const [talk] = await w.inside(() => talks.find({}));
  return Object.fromEntries(talk?.answers.map((a) => [a.name, a.text]) ?? []);
};
const tick = (seconds: number) => w.clock.moveTo(new Date(w.clock.now().getTime() + seconds * 1000));

test('one question at a time, a summary, and nothing is passed on before Send', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  expect(ann.sees()).toContain('Where to?');
  await ann.says('To the lake');
  expect((await ann.says('far')).toast).toContain('number');
  await ann.says('12');
  await ann.says('Bread');
  await ann.presses('Yes');
  expect(ann.sees()).toContain('You said: To the lake');
  expect(sent).toEqual([]);
  await ann.presses('Send');
  expect(last()).toEqual({
    subject: '1',
    where: 'To the lake',
    far: '12',
    food: 'Bread',
    dog: 'yes',
    again: false,
  });
  expect(ann.sees()).toContain('Thank you.');
});

test('an answer that is changed on the summary changes what is asked', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  await ann.says('Lake');
  await ann.says('5');
  await ann.says('skip');
  await ann.presses('How far', 'A walk');
  await ann.says('30');
  await ann.says('Soup');
  await ann.presses('Send');
  expect(last()).toMatchObject({ far: '30', food: 'Soup', dog: '' });
});

test('a message said before the next question was asked belongs to the one before', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  tick(10);
  const early = w.clock.now();
  await ann.says('To the');
  tick(10);
  await ann.says('lake', { at: new Date(early.getTime() - 1) });
  expect(await answers()).toEqual({ where: 'To the\nlake' });
});

test('a reply to an older question corrects it, an edit too, also after Send', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  await ann.says('Lake');
  const [first] = ann.messages();
  await ann.says('5');
  await ann.says('Hill', { replyTo: first?.receipt.messageId ?? '' });
  expect(await answers()).toEqual({ where: 'Hill', far: '5' });
  const [talk] = await w.inside(() => talks.find({}));
  const said = talk?.answers.find((a) => a.name === 'far')?.message ?? '';
  await ann.says('7', { edits: said });
  expect(await answers()).toMatchObject({ far: '7' });
  await ann.presses('No');
  await ann.presses('Send');
  await ann.says('8', { edits: said });
  expect(new Set(sent).size).toBe(2);
  expect(last()).toMatchObject({ far: '8', again: true });
});

test('later, back, stop and going on', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  await ann.says('Lake');
  await ann.says('back');
  await ann.says('Hill');
  expect(await answers()).toEqual({ where: 'Hill' });
  await ann.says('later.');
  expect(ann.sees()).toContain('press Continue');
  expect((await ann.says('later')).card?.blocks.length).toBeGreaterThan(0);
  expect(await answers()).toEqual({ where: 'Hill' });
  await ann.presses('Continue');
  await ann.says('4');
  await ann.says('stop');
  expect(ann.sees()).toContain('Nothing was passed on');
  expect(sent).toEqual([]);
});

test('of two talks one waits behind a button', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  await ann.types('walk 2');
  expect(ann.sees()).toContain('A walk 2 waits');
  await ann.presses('Continue', 'A walk 2');
  await ann.says('Hill');
  const found = await w.inside(() => talks.find({}, { sort: { _id: 1 } }));
  expect(found.map((t) => [t.subject, t.state, t.answers.length])).toEqual([
    ['1', 'parked', 0],
    ['2', 'asking', 1],
  ]);
});

test('the same as one form, with what is wrong beside its field', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  await ann.presses('All at once, as a form');
  const form = ann.form();
  expect(form.fields.map((f) => f.name)).toEqual(['where', 'far', 'dog']);
  const wrong = await ann.submits({ where: '', far: 'x', dog: 'yes' }, form);
  expect(Object.keys(wrong.errors ?? {})).toEqual(['where', 'far']);
  await ann.submits({ where: 'Lake', far: 3 }, form);
  expect(last()).toMatchObject({ where: 'Lake', far: '3', dog: '' });
});

test('others cannot press, a finished talk says so, a long answer is kept whole, a too long one is not lost in silence', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  const { button, message } = w.platform.find('ann', 'Later');
  expect(
    (await w.as('bo').sends({ kind: 'press', token: button.token, on: message.receipt } as never)).toast,
  ).toContain('not open to you');
  const long = '很长的回答 *with* <!channel> '.repeat(400);
  await ann.says(long);
  expect((await answers()).where).toBe(long.trim());
  await ann.says('4');
  await ann.says('no');
  await ann.presses('Send');
  expect((await ann.sends({ kind: 'press', token: button.token } as never)).toast).toContain(
    'already closed',
  );
  await ann.types('walk 2');
  expect((await ann.says('x'.repeat(20_000))).toast).toContain('12000');
});
