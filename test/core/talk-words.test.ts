/** Words that steer a talk or go on with it, when nothing is asked. */
import { talks } from '../../src/core/dialog.ts';
import { small } from '../kit/someone.ts';
import { type World, world } from '../kit/world.ts';
import { sent, walks } from './walk.ts';

let w: World;
beforeEach(async () => {
  sent.length = 0;
  w = await world({
    database: 'talk-words',
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

test('back walks back, question by question, and what was passed by stands', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  await ann.says('Lake');
  await ann.says('12');
  await ann.says('Bread');
  await ann.presses('Back');
  expect(ann.sees()).not.toContain('You said: Bread');
  await ann.says('back');
  expect(ann.sees()).toContain('You said: Bread');
  await ann.says('back');
  await ann.says('back');
  await ann.says('Hill');
  expect(await answers()).toEqual({ where: 'Hill', far: '12', food: 'Bread' });
  // From where one was: what is in between was answered.
  await ann.presses('Yes');
  await ann.says('back');
  await ann.presses('No');
  await ann.presses('Send');
  expect(last()).toMatchObject({ where: 'Hill', far: '12', food: 'Bread', dog: 'no' });
});

test('words after Later go on with the talk that rests; what is no answer brings its question', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  await ann.says('Lake');
  await ann.says('later');
  const before = ann.messages().length;
  expect((await ann.says('far away')).toast).toContain('number');
  expect(ann.messages()).toHaveLength(before + 1);
  expect(JSON.stringify(ann.messages().at(-1)?.card)).toContain('How many km?');
  expect(await answers()).toEqual({ where: 'Lake' });
  await ann.says('later');
  expect((await ann.says('12')).toast).toContain('How far');
  expect(await answers()).toEqual({ where: 'Lake', far: '12' });
  expect(ann.sees()).toContain('What to eat?');
  await ann.says('later');
  await ann.says('continue');
  expect(await answers()).toEqual({ where: 'Lake', far: '12' });
  await ann.says('Bread');
  expect(await answers()).toMatchObject({ food: 'Bread' });
});

test('of two that rest nobody can know which is meant', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  await ann.types('walk 2');
  await ann.says('later');
  expect(JSON.stringify((await ann.says('Lake')).card)).toContain('/perf');
  expect((await w.inside(() => talks.find({}))).flatMap((t) => t.answers)).toEqual([]);
});

test('a reply into a stopped talk is refused in words; one into a talk that rests goes on with it', async () => {
  const ann = w.as('ann');
  await ann.types('walk 1');
  const [first] = ann.messages();
  await ann.says('later');
  await ann.says('Lake', { replyTo: first?.receipt.messageId ?? '' });
  expect(ann.sees()).toContain('How many km?');
  await ann.says('stop');
  const reply = await ann.says('Hill', { replyTo: first?.receipt.messageId ?? '' });
  expect(reply.toast).toContain('already closed');
  expect(await answers()).toEqual({ where: 'Lake' });
});
