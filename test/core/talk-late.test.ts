import { z } from 'zod';
import { action } from '../../src/core/action.ts';
import { anyone } from '../../src/core/actor.ts';
import { begin, type Dialog } from '../../src/core/dialog.ts';
import { md } from '../../src/core/md.ts';
import { command, module } from '../../src/core/module.ts';
import { asForm } from '../../src/core/talk.ts';
import { number } from '../../src/core/values.ts';
import { people } from '../../src/people/model.ts';
import { type World, world } from '../kit/world.ts';

void z;
void action;
const sent: string[] = [];
const closed = { over: false };
const both = (s: string) => () => s;
const talk: Dialog<string> = {
  name: 'walk',
  load: async (subject) => subject,
  title: () => both('A walk'),
  questions: (_, answers) => [
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
    ...(answers.dog === 'yes'
      ? [{ name: 'breed', label: both('Breed'), ask: () => md`Which breed?`, type: 'text' as const }]
      : []),
  ],
  closed: () => (closed.over ? both('Too late') : undefined),
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
      run: async (ctx, _, { text }) => {
        await begin(ctx, talk, text || 'w1', ctx.actor.id);
      },
    }),
    command('walkform', {
      help: both('walk'),
      touches: ['talk:W'],
      load: async () => undefined,
      allow: anyone,
      opens: true,
      run: async (ctx, _, { text }) => ({ open: await asForm(ctx, talk, text, ctx.actor.id) }),
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
  w = await world({
    database: 'talk-late',
    more: [walks],
    arrange: async () => void (await people.insert(ann)),
  });
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
  await a.presses('No');
  expect(a.sees()).toContain('You said: To the lake');
  await a.presses('Send');
  expect(sent).toEqual(['["w1",{"where":"To the lake","far":"12","dog":"no"},false]']);
  expect(a.sees()).toContain('Thank you.');
});

test('an answer on its way when an earlier one is edited finds its question', async () => {
  const a = w.as('ann');
  await a.types('walk w2');
  await a.sends({ kind: 'message', text: 'To the hill', messageId: 'm1', edited: false });
  w.clock.moveTo(new Date('2027-01-04T01:05:00Z'));
  const said = w.clock.now();
  w.clock.moveTo(new Date('2027-01-04T01:10:00Z'));
  await a.says('To the wood', { edits: 'm1' });
  await a.says('7', { at: said });
  await a.presses('No', 'A walk');
  await a.presses('Send');
  expect(sent.at(-1)).toBe('["w2",{"where":"To the wood","far":"7","dog":"no"},false]');
});

test('a change after Send counts, shows, and ends when the dialog closes', async () => {
  const a = w.as('ann');
  await a.says('To the wood and back', { edits: 'm1' });
  expect(sent.at(-1)).toContain('"To the wood and back"');
  expect(sent.at(-1)).toContain('true]');
  expect(a.sees()).toContain('To the wood and back');
  await a.presses('Change');
  expect(a.form().fields.map((f) => f.value)).toEqual(['To the wood and back', '7', 'no']);
  await a.submits({ where: 'Home', far: '7', dog: 'yes' });
  expect(a.form().fields.map((f) => f.name)).toEqual(['where', 'far', 'dog', 'breed']);
  await a.submits({ where: 'Home', far: '7', dog: 'yes', breed: 'Spitz' });
  expect(sent.at(-1)).toContain('"breed":"Spitz"');
  closed.over = true;
  expect((await a.presses('Change')).toast).toBe('Too late');
  const before = sent.length;
  expect((await a.says('Nowhere', { edits: 'm1' })).toast).toBe('Too late');
  expect(sent).toHaveLength(before);
  closed.over = false;
});

test('a form that makes more questions necessary has them asked before anything is sent', async () => {
  const a = w.as('ann');
  await a.types('walkform w3');
  const before = sent.length;
  await a.submits({ where: 'Sea', far: '3', dog: 'yes' });
  expect(sent).toHaveLength(before);
  expect(a.sees()).toContain('Which breed?');
  await a.says('Collie');
  await a.presses('Send');
  expect(sent.at(-1)).toBe('["w3",{"where":"Sea","far":"3","dog":"yes","breed":"Collie"},false]');
});

test('starting again brings the waiting question to the bottom', async () => {
  const a = w.as('ann');
  await a.types('walk w5');
  await a.says('To the mill');
  await a.types('walk w6');
  const before = a.messages().length;
  await a.types('walk w5');
  expect(a.messages()).toHaveLength(before + 1);
  expect(a.messages().at(-1)?.card.blocks).toContainEqual({ type: 'text', text: 'How many km?' });
  await a.says('stop');
});

test('a word of the engine steers the talk when it comes as a reply, too', async () => {
  const a = w.as('ann');
  await a.types('walk w4');
  const prompt = a.messages().findLast((m) => JSON.stringify(m.card).includes('Where to?'));
  await a.says('later', { replyTo: prompt?.id ?? '' });
  expect(a.sees()).toContain('What you wrote is kept');
});
