import { z } from 'zod';
import { action } from '../../src/core/action.ts';
import { anyone } from '../../src/core/actor.ts';
import { begin, type Dialog } from '../../src/core/dialog.ts';
import { md } from '../../src/core/md.ts';
import { command, module } from '../../src/core/module.ts';
import { number } from '../../src/core/values.ts';
import { people } from '../../src/people/model.ts';
import { type World, world } from '../kit/world.ts';

void z;
void action;
const sent: string[] = [];
const both = (s: string) => () => s;
const talk: Dialog<string> = {
  name: 'walk',
  load: async (subject) => subject,
  title: () => both('A walk'),
  questions: () => [
    { name: 'where', label: both('Where'), ask: () => md`Where to?`, type: 'text' },
    {
      name: 'far',
      label: both('How far'),
      ask: () => md`How many km?`,
      type: 'number',
      reads: number(0, 100),
    },
    {
      name: 'dog',
      label: both('Dog'),
      ask: () => md`With the dog?`,
      type: 'choice',
      options: [
        { label: both('Yes'), value: 'yes' },
        { label: both('No'), value: 'no' },
      ],
      optional: true,
    },
  ],
  done: async (_ctx, subject, answers, again) => {
    sent.push(JSON.stringify([subject, answers, again]));
  },
  thanks: () => md`Thank you.`,
};
const walks = module('walks', {
  dialogs: [talk as never],
  commands: [
    command('walk', {
      help: both('walk'),
      touches: ['talk:W'],
      load: async () => undefined,
      allow: anyone,
      run: async (ctx) => {
        await begin(ctx, talk, 'w1', ctx.actor.id);
      },
    }),
  ],
});

const ann = {
  _id: 'ann',
  name: 'Ann',
  email: 'ann@x',
  unit: 'u',
  title: 't',
  hired: '2020-01-01',
  zone: 'UTC',
  locale: 'en' as const,
  calendar: 'none',
  roles: [],
  quiet: { from: '20:00', to: '08:00' },
  accounts: [],
};

let w: World;
beforeAll(async () => {
  w = await world({ database: 'talk', more: [walks], arrange: async () => void (await people.insert(ann)) });
});
afterAll(() => w.end());

test('a talk is asked one question at a time, and sent when the person says so', async () => {
  const a = w.as('ann');
  await a.types('walk');
  expect(a.sees()).toContain('Where to?');
  await a.says('To the lake');
  await a.says('far');
  expect(a.reply().toast).toContain('number');
  await a.says('12');
  await a.presses('Yes');
  expect(a.sees()).toContain('You said: To the lake');
  await a.presses('Send');
  expect(sent).toEqual(['["w1",{"where":"To the lake","far":"12","dog":"yes"},false]']);
  expect(a.sees()).toContain('Thank you.');
});
