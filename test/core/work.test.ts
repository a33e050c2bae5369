import { facts, sealFacts, verifyFacts } from '../../src/core/facts.ts';
import { jobs } from '../../src/core/job.ts';
import { outbox } from '../../src/core/outbox.ts';
import { claim, finish, reclaim } from '../../src/core/queue.ts';
import { notes, notesModule, write } from '../kit/notes.ts';
import { small } from '../kit/someone.ts';
import { type World, world } from '../kit/world.ts';

let w: World;
const open = async (given: { twice?: boolean; abortEvery?: number } = {}) => {
  w = await world({
    database: 'work',
    more: [notesModule],
    arrange: () => small({ _id: 'ann' }, { _id: 'bo', locale: 'zh' }),
    ...given,
  });
};
afterEach(() => w.end());

test.each([{}, { twice: true, abortEvery: 2 }])('an event has its effects once (%j)', async (given) => {
  await open(given);
  const ann = w.as('ann');
  await ann.types('jot 客户<!channel>');
  await ann.presses('Add');
  await ann.presses('Add');
  expect(ann.sees()).toContain('客户<!channel> ×2');
  expect(ann.messages()).toHaveLength(1);
  expect(
    w
      .as('bo')
      .messages()
      .map((m) => m.card.title),
  ).toEqual([expect.stringMatching(/^Bo hears of note_/), expect.stringMatching(/^Bo hears of note_/)]);
  expect(await w.inside(() => facts.count({}))).toBe(2);
  expect(await w.inside(() => verifyFacts())).toEqual({ whole: true, sealed: 2, unsealed: 0 });
});

test('two deliveries of one event at once: one effect, one answer', async () => {
  await open();
  const ann = w.as('ann');
  await ann.types('jot x');
  const { button, message } = w.platform.find('ann', 'Add');
  const e = {
    id: 'same',
    at: w.clock.now(),
    from: 'ann',
    where: { platform: 'web', tenant: 'local', channel: 'dm:ann' },
    kind: 'press' as const,
    token: 'token' in button ? button.token : '',
    on: message.receipt,
  };
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => w.bot.receive(e)));
  expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
  expect((await w.inside(() => notes.one({})))?.count).toBe(1);
});

test('ten people at once on one document: every press counts or is told that it changed', async () => {
  await open();
  await w.as('ann').types('jot x');
  const { button } = w.platform.find('ann', 'Add');
  const press = (n: number) =>
    w.bot.receive({
      id: `p${n}`,
      at: w.clock.now(),
      from: 'ann',
      where: { platform: 'web', tenant: 'local', channel: 'dm:ann' },
      kind: 'press',
      token: button.token,
    });
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => press(n)));
  expect(answers.filter((a) => a.toast === 'It changed.')).toHaveLength(9);
  expect((await w.inside(() => notes.one({})))?.count).toBe(1);
});

test('a stale press is refused in words and shows how things stand, also when it comes again later', async () => {
  await open();
  const ann = w.as('ann');
  await ann.types('jot x');
  const old = w.platform.find('ann', 'Add').button.token;
  await ann.presses('Add');
  const reply = await ann.sends({ kind: 'press', token: old, id: 'stale' } as never);
  expect(reply.toast).toBe('It changed.');
  expect(JSON.stringify(reply.card)).toContain('×1');
  expect(await ann.sends({ kind: 'press', token: old, id: 'stale' } as never)).toEqual(reply);
});

test('wrong person, forged token, unknown account and unknown command get a sentence in their language', async () => {
  await open();
  await w.as('ann').types('jot x');
  const { token } = w.platform.find('ann', 'Add').button;
  expect((await w.as('bo').sends({ kind: 'press', token } as never)).toast).toBe('Ann can do this.');
  expect((await w.as('bo').sends({ kind: 'press', token: 'notes.add {"note":1}' } as never)).toast).toContain(
    '认不出来',
  );
  expect(
    (await w.as('ann').sends({ kind: 'press', token: 'notes.add {"note":"none","rev":1}' } as never)).toast,
  ).toContain('no longer there');
  expect((await w.as('eve').types('jot y')).toast).toContain('I don’t know this account');
  expect((await w.as('bo').types('jott y')).toast).toContain('/perf jot');
});

test('a field that is wrong is answered beside the field and loses nothing', async () => {
  await open();
  await w.as('ann').types('jot x');
  const note = (await w.inside(() => notes.one({})))?._id ?? '';
  const submit = (values: Record<string, unknown>) =>
    w.as('ann').sends({ kind: 'submit', token: write.token({ note }), values } as never);
  expect(await submit({ text: 'x'.repeat(21) })).toEqual({
    toast: 'Please look at the marked fields.',
    errors: { text: 'Please stay within 20 characters. Your text is still here.' },
  });
  expect((await submit({ text: '__proto__' })).toast).toBe('written');
  expect(w.as('ann').sees()).toContain('__proto__ ×0');
});

test('sensitive text is sealed in the store', async () => {
  await open();
  await w.as('ann').types('jot my secret');
  const raw = await w.store.connection.collection('notes').findOne({});
  expect(raw?.text).toMatch(/^v1\./);
  expect(JSON.stringify(await w.store.connection.collection('inbox').find({}).toArray())).not.toContain(
    'my secret',
  );
});

test('a long job goes on step by step; one that keeps failing ends up dead, with its reason', async () => {
  await open({ abortEvery: 3 });
  await w.as('ann').types('count');
  expect(
    w
      .as('bo')
      .messages()
      .map((m) => m.card.title),
  ).toEqual(['3 left', '2 left', '1 left', '0 left']);
  await w.until('2027-01-04T02:00:00Z');
  const dead = await w.inside(() => jobs.get('failing'));
  expect([dead?.state, dead?.error]).toEqual(['dead', 'no luck']);
});

test('a worker that lost its lease changes nothing', async () => {
  await open();
  await w.inside(async () => {
    await jobs.insert({ _id: 'j', job: 'x', args: {}, state: 'ready', runAt: w.clock.now(), tries: 0 });
    const late = await claim('jobs', 'late', w.clock.now());
    await w.store.connection
      .collection('jobs')
      .updateOne({ _id: 'j' as never }, { $set: { 'lease.until': new Date(0) } });
    expect(await reclaim('jobs')).toBe(1);
    const second = await claim('jobs', 'second', w.clock.now());
    expect(await finish('jobs', late as never, { state: 'done' })).toBe(false);
    expect(await finish('jobs', second as never, { state: 'done' })).toBe(true);
  });
});

test('tampering with a fact is found', async () => {
  await open();
  const ann = w.as('ann');
  await ann.types('jot x');
  await ann.presses('Add');
  await ann.presses('Add');
  await sealFacts(w.store);
  const second = await w.inside(() => facts.one({ seq: 2 }));
  await w.store.connection
    .collection('facts')
    .updateOne({ _id: second?._id as never }, { $set: { 'data.count': 7 } });
  expect(await w.inside(() => verifyFacts())).toMatchObject({ whole: false, brokenAt: second?._id });
  await w.store.connection.collection('facts').deleteOne({ seq: 1 });
  expect(await w.inside(() => verifyFacts())).toMatchObject({ whole: false });
});

test('nothing waits in the outbox when all was sent', async () => {
  await open({ twice: true });
  await w.as('ann').types('jot x');
  await w.as('ann').presses('Add');
  expect(await w.inside(() => outbox.count({ state: { $ne: 'done' } }))).toBe(0);
});
