/** A form in the card's place: values kept, errors beside the fields, parts, persons, files, and the card comes back. */
import type { Card, Form, Reply } from '../../src/core/card.ts';
import { md } from '../../src/core/md.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { connect } from '../kit/database.ts';
import { drawCard } from '../kit/fake-feishu/draw.ts';
import { type Desk, desk } from './kit/desk.ts';

const connection = await connect('feishu-forms');
let d: Desk;
beforeAll(async () => {
  const many = Array.from({ length: 45 }, (_, i) => ({ name: `Lee ${i}`, openId: `ou_lee${i}` }));
  d = await desk(connection, {
    people: [
      { name: 'Ann', openId: 'ou_ann' },
      { name: 'Bo Chen', openId: 'ou_bo', email: 'bo@example.com' },
      { name: '陈晨', openId: 'ou_chen' },
      ...many,
    ],
  });
});
afterAll(() => d.end());

const tenant = 'tenant1';
const card: Card = {
  title: 'Your goal',
  blocks: [{ type: 'actions', items: [{ label: 'Write', token: 'goals.write {}' }] }],
};
let n = 0;
let submits: (Inbound & { kind: 'submit' })[] = [];
let judge: (e: Inbound & { kind: 'submit' }) => Reply = () => ({});

async function opened(form: Form): Promise<void> {
  n += 1;
  submits = [];
  judge = () => ({ toast: 'Saved.' });
  d.bot.answer = (e) => {
    if (e.kind !== 'submit') return e.kind === 'press' ? { open: form } : {};
    submits.push(e);
    return judge(e);
  };
  await d.adapter.send(await d.adapter.direct('ou_ann', tenant), card, `form${n}`);
  await ann().clicks('Write');
}
const ann = () => d.feishu.as('ou_ann');
const seen = () => drawCard(ann().messages().at(-1)?.card ?? {}, 'en_us');
const form = (fields: Form['fields'], more: Partial<Form> = {}): Form => ({
  title: 'Write it',
  intro: md`Take your **time**.`,
  submit: 'Send',
  token: 'goals.save {"g":1}',
  fields,
  ...more,
});

const every: Form['fields'] = [
  { name: 'what', label: 'What', type: 'text', required: true, max: 300 },
  {
    name: 'kind',
    label: 'Kind',
    type: 'choice',
    options: [{ label: 'One', value: 'one', hint: 'the first' }],
  },
  {
    name: 'some',
    label: 'Some',
    type: 'choice',
    many: true,
    options: ['a', 'b'].map((v) => ({ label: v, value: v })),
  },
  { name: 'rate', label: 'Rate', type: 'rating', min: 1, max: 5 },
  { name: 'weight', label: 'Weight', type: 'number', min: 0, max: 100, value: '20' },
  { name: 'due', label: 'Due', type: 'date', value: '2027-03-31' },
];

test('every kind of field comes back as the core asks for it; then the card is back', async () => {
  await opened(form(every));
  expect(seen()).toContain('Write it');
  const clicked = await ann().submits({
    v0_what: 'Ship it',
    v0_kind: 'one',
    v0_some: ['a', 'b'],
    v0_rate: '4',
    d0_due: '2027-04-30',
  });
  expect(clicked).toMatchObject({ toast: 'Saved.' });
  expect(submits).toMatchObject([
    {
      token: 'goals.save {"g":1}',
      from: 'ou_ann',
      values: { what: 'Ship it', kind: 'one', some: ['a', 'b'], rate: '4', weight: '20', due: '2027-04-30' },
    },
  ]);
  expect(seen()).toContain('Your goal');
});

test('a wrong answer keeps what was written and says what is wrong beside it, also after a restart', async () => {
  await opened(form(every));
  judge = () => ({ toast: 'Please look again.', errors: { weight: 'At most 100.' } });
  await ann().submits({ v0_what: 'Ship it', v0_weight: '900' });
  expect(seen()).toContain('At most 100.');
  expect(ann().find((e) => e.name === 'v0_what')?.element.default_value).toBe('Ship it');
  await d.restarted();
  judge = () => ({ card: { title: 'Saved goal', blocks: [] } });
  await ann().submits({ v0_weight: '90' });
  expect(submits.at(-1)?.values).toMatchObject({ what: 'Ship it', weight: '90' });
  expect(new Set(submits.map((s) => s.id)).size).toBe(2);
  expect(seen()).toContain('Saved goal');
});

test('what was chosen before and is emptied now is empty', async () => {
  const options = [{ label: 'One', value: 'one' }];
  await opened(
    form([
      { name: 'kind', label: 'Kind', type: 'choice', options, value: 'one' },
      { name: 'some', label: 'Some', type: 'choice', many: true, options, value: ['one'] },
      { name: 'due', label: 'Due', type: 'date', value: '2027-03-31' },
      { name: 'who', label: 'Who', type: 'person', value: 'bo' },
      { name: 'kept', label: 'Kept', type: 'choice', options, value: 'one' },
    ]),
  );
  await ann().submits({ v0_kind: '', v0_some: [], d0_due: '', a0_who: '' });
  expect(submits[0]?.values).toEqual({ kind: '', some: [], due: '', who: '', kept: 'one' });
});

test('Back restores the card, and what came meanwhile stands there', async () => {
  await opened(form(every));
  const message = ann().messages().at(-1);
  const at = { platform: 'feishu', tenant, channel: message?.chat ?? '' };
  await d.adapter.edit(
    { at, messageId: message?.id ?? '', sentAt: new Date() },
    { ...card, title: 'Newer goal' },
  );
  expect(seen()).toContain('Write it');
  await ann().clicks('Back');
  expect(seen()).toContain('Newer goal');
  expect(submits).toEqual([]);
});

test('a long text is asked in parts and joined', async () => {
  await opened(form([{ name: 'text', label: 'Story', type: 'text', lines: 4, max: 3000 }]));
  await ann().submits({ v0_text: 'x'.repeat(1000) });
  expect(submits).toEqual([]);
  expect(seen()).toContain('There is more room');
  await ann().submits({ v1_text: `${'y'.repeat(10)} end` });
  expect(submits[0]?.values).toEqual({ text: `${'x'.repeat(1000)}${'y'.repeat(10)} end` });
  const whole = `${'长'.repeat(1500)} ${'b'.repeat(700)}`;
  await opened(form([{ name: 'text', label: 'Story', type: 'text', lines: 4, max: 3000, value: whole }]));
  await ann().submits();
  expect(submits[0]?.values).toEqual({ text: whole });
});

test('a form beyond one card is asked part by part; nothing written is lost on the way', async () => {
  const fields = Array.from({ length: 24 }, (_, i) => ({
    name: `t${i}`,
    label: `Question ${i}`,
    type: 'text' as const,
    lines: 3,
    max: 1000,
    value: '答'.repeat(600),
  }));
  await opened(form(fields));
  expect(seen()).toContain('Part 1');
  await ann().submits({ v0_t0: 'first' }, 'Next');
  expect(seen()).not.toContain('Question 0');
  await ann().submits({}, 'Previous');
  expect(seen()).toContain('Question 0');
  expect(ann().find((e) => e.name === 'v0_t0')?.element.default_value).toBe('first');
  judge = () => ({ errors: { t0: 'Too short.' } });
  for (let i = 0; i < 9 && submits.length === 0; i += 1) {
    const last = ann().find((e) => e.name === 'send');
    await ann().submits({}, JSON.stringify(last?.element).includes('"Next"') ? 'Next' : 'Send');
  }
  expect(submits[0]?.values).toMatchObject({ t0: 'first', t23: '答'.repeat(600) });
  expect(Object.keys(submits[0]?.values ?? {})).toHaveLength(24);
  expect(seen()).toContain('Too short.');
  expect(seen()).toContain('Question 0');
});

test('a person is searched, seen, and only then sent', async () => {
  await opened(form([{ name: 'who', label: 'Who', type: 'person', required: true }]));
  await ann().submits({ q0_who: 'nobody at all' });
  expect(seen()).toContain('Nobody was found');
  await ann().submits({ q0_who: 'bo' });
  expect(submits).toEqual([]);
  expect(seen()).toContain('Found one');
  await ann().submits({ q0_who: '' });
  expect(submits[0]?.values).toEqual({ who: 'bo' });
});

test('a colleague who is not in Feishu is found, too', async () => {
  const { elsewhere } = d.ports;
  const eve = { label: 'Eve Elsewhere', value: 'eve' };
  d.ports.elsewhere = async (_, typed) => (eve.label.toLowerCase().includes(typed) ? [eve] : []);
  await opened(form([{ name: 'who', label: 'Who', type: 'person', many: true, value: ['chen'] }]));
  await ann().submits({ a0_who: ['ou_chen'], q0_who: 'eve' });
  expect(seen()).toContain('Found one');
  await ann().submits({ v0_who: ['chen', 'eve'], q0_who: '' });
  expect(submits[0]?.values).toEqual({ who: ['chen', 'eve'] });
  d.ports.elsewhere = elsewhere;
});

test('many candidates come page by page; several can be chosen', async () => {
  await opened(form([{ name: 'who', label: 'Who', type: 'person', many: true, value: ['chen'] }]));
  const options = () => ann().find((e) => e.name === 'a0_who')?.element.options as { value: string }[];
  expect(options()).toEqual([{ value: 'ou_chen' }]);
  await ann().submits({ q0_who: 'lee' });
  expect(seen()).toContain('Found 45');
  const first = options().map((o) => o.value);
  expect(first).toHaveLength(21);
  await ann().submits({ a0_who: ['ou_chen', first[3]] }, 'More people');
  expect(options().map((o) => o.value)).toContain(first[3]);
  expect(options().map((o) => o.value)).not.toContain(first[5]);
  await ann().submits({}, 'Send');
  expect(submits[0]?.values).toEqual({ who: ['chen', first[3]?.replace('ou_', '')] });
});

test('persons to choose from are offered with their pictures; without accounts by name', async () => {
  const person = (value: string) => ({ label: `The ${value}`, value });
  await opened(
    form([{ name: 'who', label: 'Who', type: 'person', options: [person('bo'), person('chen')] }]),
  );
  await ann().submits({ a0_who: 'ou_chen' });
  expect(submits[0]?.values).toEqual({ who: 'chen' });
  await opened(
    form([{ name: 'who', label: 'Who', type: 'person', options: [person('bo'), person('guest')] }]),
  );
  await ann().submits({ v0_who: 'guest' });
  expect(submits[0]?.values).toEqual({ who: 'guest' });
});

test('a file is sent in the conversation and goes along', async () => {
  await opened(form([{ name: 'proof', label: 'Proof', type: 'file' }]));
  expect(seen()).toContain('Send it to me here');
  const heard = d.bot.heard.length;
  await ann().sendsFile('report.pdf', Buffer.from('%PDF'));
  expect(d.bot.heard).toHaveLength(heard);
  expect(ann().sees()).toContain('report.pdf');
  await ann().submits();
  const id = String(submits[0]?.values.proof);
  const bytes = await d.adapter.fetchFile({ id, name: 'report.pdf', type: 'application/pdf', size: 0 });
  expect(bytes.toString()).toBe('%PDF');
});

test('a form asked for on a group’s card opens in the person’s own conversation', async () => {
  await opened(form(every));
  await ann().clicks('Back');
  const room = await d.adapter.room(tenant, 'forms', 'Room', ['ou_ann', 'ou_bo']);
  await d.adapter.send(room, { ...card, title: 'For all' }, 'room-card');
  const clicked = await ann().clicks('Write', 'For all');
  expect(clicked.toast).toContain('your own conversation');
  const until = Date.now() + 5000;
  while (!seen().includes('Write it') && Date.now() < until)
    await new Promise((done) => setTimeout(done, 20));
  expect(d.feishu.as('ou_bo').sees()).not.toContain('Write it');
  await ann().submits({ v0_what: 'mine' });
  expect(submits[0]?.values).toMatchObject({ what: 'mine' });
});
