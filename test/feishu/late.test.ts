/** A core that takes its time, a client that is gone, a form that was forgotten: nothing is lost, nothing done twice. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Card, Form } from '../../src/core/card.ts';
import { connect } from '../kit/database.ts';
import { drawCard } from '../kit/fake-feishu/draw.ts';
import { cutOff } from './kit/cut.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-late');
let d: Desk;
beforeAll(async () => {
  d = await desk(connection, {
    people: [
      { name: 'Ann', openId: 'ou_ann' },
      { name: 'Bo', openId: 'ou_bo' },
    ],
  });
});
afterAll(() => d.end());
beforeEach(() => {
  d.bot.answer = () => ({});
});

const card = (title: string): Card => ({
  title,
  blocks: [{ type: 'actions', items: [{ label: 'Write', token: 'goals.write {}' }] }],
});
const form: Form = {
  title: 'Write it',
  submit: 'Send',
  token: 'goals.save {}',
  fields: [{ name: 'what', label: 'What', type: 'text', max: 300 }],
};
const ann = () => d.feishu.as('ou_ann');
const seen = () => drawCard(ann().messages().at(-1)?.card ?? {}, 'en_us');
const shows = async (title: string, to = 'ou_ann') =>
  d.adapter.send(await d.adapter.direct(to, 'tenant1'), card(title), title);
async function until(there: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !there(); i += 1) await wait(20);
  expect(there()).toBe(true);
}

test('what takes longer than Feishu waits is said so, and its form stands in the message a moment later', async () => {
  await shows('Slow');
  d.bot.answer = async () => {
    await wait(2800);
    return { open: form };
  };
  const clicked = await ann().clicks('Write');
  expect(clicked.error).toBeUndefined();
  expect(clicked.toast).toContain('a little longer');
  await until(() => seen().includes('Write it'));
  d.bot.answer = () => ({ toast: 'Saved.' });
  await ann().submits({ v0_what: 'mine' });
  expect(d.bot.heard.at(-1)).toMatchObject({ kind: 'submit', values: { what: 'mine' } });
});

test('an answer that nobody waited for is not acknowledged: the outbox brings it', async () => {
  await shows('Gone');
  let answered = false;
  d.bot.answer = async () => {
    await wait(400);
    answered = true;
    return { card: card('Gone, pressed') };
  };
  const pressed = ann().find((e) => e.tag === 'button', 'Gone');
  if (!pressed) throw new Error('no button');
  await cutOff(d, 'ou_ann', pressed, 'cut');
  await until(() => answered);
  await wait(400);
  expect(d.bot.heard.at(-1)).toMatchObject({ kind: 'press', from: 'ou_ann' });
  expect(d.bot.ackedIds).not.toContain(d.bot.heard.at(-1)?.id);
});

test('of a form that nobody knows any more the client keeps what was written', async () => {
  await shows('Forgotten');
  d.bot.answer = () => ({ open: form });
  await ann().clicks('Write', 'Forgotten');
  await connection.collection('feishu_cards').updateMany({}, { $unset: { form: '' } });
  d.bot.answer = () => ({ errors: { what: 'Too short.' } });
  const clicked = await ann().submits({ v0_what: 'x' });
  expect(clicked).toEqual({ toast: 'Too short.' });
  expect(d.bot.heard.at(-1)).toMatchObject({ values: { what: 'x' } });
  expect(seen()).toContain('Write it');
});

test('a card that was there before its answer came: the form that stands on it stays known', async () => {
  let left = 1;
  d.feishu.faults(({ path }) =>
    path === '/open-apis/im/v1/messages' && left-- > 0 ? { kind: 'reset', accepted: true } : undefined,
  );
  const to = await d.adapter.direct('ou_ann', 'tenant1');
  await expect(d.adapter.send(to, card('Early'), 'early')).rejects.toThrow();
  d.bot.answer = () => ({ open: form });
  await ann().clicks('Write', 'Early');
  await d.adapter.send(to, card('Early'), 'early', true);
  d.bot.answer = () => ({ errors: { what: 'Too short.' } });
  await ann().submits({ v0_what: 'x' });
  expect(seen()).toContain('Too short.');
  d.bot.answer = () => ({ toast: 'Saved.' });
  await ann().submits({ v0_what: 'longer' });
  expect(seen()).toContain('Early');
});

test('the form of a group’s card can be asked for again', async () => {
  const room = await d.adapter.room('tenant1', 'again', 'Room', ['ou_ann', 'ou_bo']);
  await d.adapter.send(room, card('For all'), 'again-card');
  d.bot.answer = () => ({ open: form });
  const mine = () =>
    ann()
      .messages()
      .filter((m) => JSON.stringify(m.card ?? {}).includes('"Write it"')).length;
  const before = mine();
  await ann().clicks('Write', 'For all');
  await until(() => mine() === before + 1);
  await ann().clicks('Write', 'For all');
  await until(() => mine() === before + 2);
});

test('however long the core takes, the same press is under way once', async () => {
  await shows('Double');
  let asked = 0;
  const { receive } = d.bot;
  d.bot.receive = (e) => {
    asked += 1;
    return receive(e);
  };
  d.bot.answer = async () => {
    await wait(5200);
    return { card: card('Double, pressed') };
  };
  const button = ann().find((e) => e.tag === 'button', 'Double');
  if (!button) throw new Error('no button');
  const first = ann().presses(button);
  await wait(2600);
  const [one, two] = await Promise.all([first, ann().presses(button)]);
  expect([one?.toast, two?.toast].join()).toMatch(/a little longer.*a little longer/);
  await until(() => seen().includes('Double, pressed'));
  d.bot.receive = receive;
  expect(asked).toBe(1);
});

test('an edit on its way does not erase the form that is opened meanwhile', async () => {
  const sent = await shows('Crossing');
  d.feishu.faults(({ method }) => (method === 'PATCH' ? { kind: 'late', ms: 600 } : undefined));
  d.bot.answer = () => ({ open: form });
  const editing = d.adapter.edit(sent, card('Crossing, newer'));
  await wait(200);
  await ann().clicks('Write', 'Crossing');
  await editing;
  d.feishu.faults(() => undefined);
  expect(seen()).toContain('Write it');
  d.bot.answer = () => ({ errors: { what: 'Too short.' } });
  await ann().submits({ v0_what: 'x' });
  expect(seen()).toContain('Too short.');
  await ann().clicks('Back');
  expect(seen()).toContain('Crossing, newer');
});

test('the form cannot be put back: its button opens it anew, and nothing hides', async () => {
  const sent = await shows('Crossed');
  let patches = 0;
  d.feishu.faults(({ method }) => {
    if (method !== 'PATCH') return undefined;
    patches += 1;
    return patches === 1 ? { kind: 'late', ms: 600 } : { kind: 'refuse', code: 'beingSent' };
  });
  d.bot.answer = () => ({ open: form });
  const editing = d.adapter.edit(sent, card('Crossed, newer'));
  await wait(200);
  await ann().clicks('Write', 'Crossed');
  await editing;
  d.feishu.faults(() => undefined);
  expect(seen()).toContain('Crossed, newer');
  await d.adapter.edit(sent, card('Crossed, newest'));
  expect(seen()).toContain('Crossed, newest');
  await ann().clicks('Write', 'Crossed');
  expect(seen()).toContain('Write it');
});

test('whom was picked is told too of a form that nobody knows any more', async () => {
  await shows('Whom');
  const who = { name: 'who', label: 'Who', type: 'person' as const };
  const options = [{ label: 'Bo', value: 'bo' }];
  const fields = [
    { ...who, options },
    { ...who, name: 'all', many: true, options },
  ];
  d.bot.answer = () => ({ open: { ...form, fields } });
  await ann().clicks('Write', 'Whom');
  await connection.collection('feishu_cards').updateMany({}, { $unset: { form: '' } });
  d.bot.answer = () => ({ errors: {} });
  await ann().submits({ a0_who: 'ou_bo', a0_all: ['ou_bo'] });
  expect(d.bot.heard.at(-1)).toMatchObject({ values: { who: 'bo', all: ['bo'] } });
});

test('late news in the card and in words both come, also when the card is just being pressed', async () => {
  await shows('Both');
  let patches = 0;
  d.feishu.faults(({ method }) => {
    if (method !== 'PATCH') return undefined;
    patches += 1;
    return patches === 1 ? { kind: 'refuse', code: 'beingSent' } : undefined;
  });
  d.bot.answer = async () => {
    await wait(2600);
    return { toast: 'It counts.', card: card('Both, pressed') };
  };
  await ann().clicks('Write', 'Both');
  await until(() => ann().sees().includes('Both, pressed') && ann().sees().includes('It counts.'));
  d.feishu.faults(() => undefined);
  expect(patches).toBe(2);
});

test('a store that hangs: the word comes in time all the same, in the client’s language', async () => {
  await shows('Hanging');
  const { localeOf } = d.ports;
  let free: () => void = () => undefined;
  const hanging = new Promise<void>((done) => {
    free = done;
  });
  d.ports.localeOf = async (...asked) => {
    await hanging;
    return localeOf(...asked);
  };
  d.bot.answer = () => ({ card: card('Hanging, pressed') });
  const clicked = await ann().clicks('Write', 'Hanging');
  expect(clicked).toMatchObject({ toast: expect.stringContaining('a little longer') });
  free();
  d.ports.localeOf = localeOf;
  await until(() => seen().includes('Hanging, pressed'));
});

test('what goes wrong late is said, too', async () => {
  await shows('Wrong');
  d.bot.answer = async () => {
    await wait(2600);
    throw Object.assign(new Error('no store'), { reply: { toast: 'Please try again.' } });
  };
  await ann().clicks('Write', 'Wrong');
  await until(() => ann().sees().includes('Please try again.'));
});
