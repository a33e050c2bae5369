import { jest } from '@jest/globals';
import type { Form } from '../../src/core/card.ts';
import { facts } from '../../src/core/facts.ts';
import { outbox } from '../../src/core/outbox.ts';
import { broadcasts } from '../../src/cycles/broadcast.ts';
import { type Cycle, cycles, participants } from '../../src/cycles/model.ts';
import { people } from '../../src/people/model.ts';
import { type Disturbance, type Someone, type World, world } from '../kit/world.ts';

// Whole days of work on a busy machine.
jest.setTimeout(30_000);

let w: World;
const begin = async (how: Disturbance = {}) => {
  w = await world({ database: 'cycles-kickoff', start: '2027-01-04T08:02:00Z', ...how });
};
const filled = (form: Form) => Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
const kindsAbout = async (id: string) =>
  (await w.inside(() => facts.find({ about: id }, { sort: { seq: 1 } }))).map((f) => f.kind);

async function drafted(over: Record<string, unknown> = {}): Promise<Someone> {
  const hanna = w.as('hanna');
  await hanna.types('/perf kickoff');
  await hanna.submits({ ...filled(hanna.form()), ...over });
  return hanna;
}
const theCycle = async (): Promise<Cycle> => {
  const [cycle] = await w.inside(() => cycles.find({}, { sort: { at: -1 } }));
  if (!cycle) throw new Error('no cycle');
  return cycle;
};
/** The personal cards as far as they were sent. */
const sent = async () => {
  const { _id } = await theCycle();
  return w.inside(() => outbox.count({ key: `cycles.welcome:${_id}`, state: 'done' }));
};

describe('the start', () => {
  beforeEach(() => begin());
  afterEach(() => w.end());
  test('from the form to the start: a check, a confirmation, then everybody has their card', async () => {
    const hanna = await drafted();
    expect(hanna.sees()).toContain('2027 Q1 – ready to start?');
    expect(hanna.sees()).toContain('14 people');
    expect(hanna.sees()).toContain('1 on long leave → not eligible: 梅雪');
    expect(hanna.sees()).toContain('1 without a manager: 陈伟 Chen Wei');
    expect(w.as('ann').sees()).toBe('');

    await hanna.presses('Start');
    expect(w.as('ann').sees()).toContain('2027 Q1 begins');
    expect(w.as('ann').sees()).toContain('2027 Q1: what it means for you');
    expect(w.as('ann').sees()).toContain('Bo Larsen agrees your goals');
    expect(w.as('mei').sees()).toContain('这次你不参与');
    expect(w.as('carla').sees()).not.toContain('what it means for you');

    await w.until('2027-01-04T14:00:00Z');
    expect(w.as('carla').sees()).toContain('what it means for you');
    expect(hanna.sees()).toContain('14 of 14 delivered');
    expect(hanna.sees()).toContain('Everybody has it.');
    const cycle = await theCycle();
    expect(cycle.state).toBe('running');
    const all = await w.inside(() => participants.find({ cycle: cycle._id }));
    expect(all).toHaveLength(14);
    expect(
      all
        .filter((p) => p.leads)
        .map((p) => p.person)
        .sort(),
    ).toEqual(['bo', 'carla', 'chen', 'hanna', 'zhao']);
    expect(await kindsAbout(cycle._id)).toEqual(['cycles.drafted', 'cycles.launched', 'cycles.phaseOpened']);
  });

  test('phases open and lock by themselves, each once and in order, also after a long sleep', async () => {
    const hanna = await drafted();
    await hanna.presses('Start');
    const { _id } = await theCycle();
    await w.until('2027-01-20T12:00:00Z');
    const tracking = await w.inside(() => participants.find({ cycle: _id, state: 'tracking' }));
    expect(tracking).toHaveLength(13);
    expect((await theCycle()).locked).toEqual(['planning']);

    // The product slept for months: it wakes once, at the end.
    w.clock.moveTo(new Date('2027-07-01T08:00:00Z'));
    await w.bot.settle();
    const cycle = await theCycle();
    expect(cycle.state).toBe('closed');
    expect(cycle.opened).toEqual(cycle.phases.map((p) => p.phase));
    expect(cycle.locked).toEqual(cycle.phases.map((p) => p.phase));
    const kinds = await kindsAbout(_id);
    expect(kinds.filter((k) => k === 'cycles.phaseOpened')).toHaveLength(8);
    expect(kinds.filter((k) => k === 'cycles.phaseLocked')).toHaveLength(8);
    expect(kinds).toContain('cycles.closed');
  });

  test('a test goes to oneself alone', async () => {
    const hanna = await drafted();
    expect((await hanna.presses('Send me a test')).toast).toContain('nobody else has them');
    expect(hanna.sees()).toContain('2027 Q1 begins');
    expect(hanna.sees()).toContain('2027 Q1: what it means for you');
    expect(w.as('ann').sees()).toBe('');
    expect((await theCycle()).state).toBe('draft');
  });

  test('a draft waits, is a task, comes back, is changed and thrown away', async () => {
    const hanna = await drafted();
    await hanna.presses('Not yet');
    expect(hanna.sees()).toContain('2027 Q1 waits as a draft');
    expect(JSON.stringify(await hanna.home())).toContain('Start 2027 Q1, or discard the draft');
    await hanna.presses('Open', 'waits');
    expect(hanna.sees()).toContain('ready to start?');
    await hanna.presses('Change', 'ready');
    expect(filled(hanna.form())).toMatchObject({ name: '2027 Q1', planning: '2027-01-15' });
    const old = hanna.form();
    await hanna.submits({ ...filled(old), name: 'Q1 for Sales', audience: 'units', units: ['Sales'] }, old);
    expect(hanna.sees()).toContain('Q1 for Sales – ready to start?');
    expect(hanna.sees()).toContain('3 people');
    expect((await hanna.submits({ ...filled(old) }, old)).toast).toContain('changed');
    await hanna.presses('Not yet');
    await hanna.presses('Discard');
    expect(await theCycle()).toMatchObject({ state: 'cancelled' });
    expect(JSON.stringify(await hanna.home())).not.toContain('discard the draft');
    expect(w.as('tom').sees()).toBe('');
  });

  test('a circle stops the start until it is put right', async () => {
    await w.inside(() => people.change({ _id: 'bo' }, { $set: { manager: 'ann' } }));
    const hanna = await drafted();
    expect(hanna.sees()).toContain('2027 Q1 – not ready yet');
    expect(hanna.sees()).toContain('2 report to each other in a circle: Ann Miller and Bo Larsen.');
    const { _id, rev } = await theCycle();
    const forced = await hanna.sends({
      kind: 'press',
      token: `cycles.start ${JSON.stringify({ cycle: _id, rev })}`,
    });
    expect(forced.toast).toContain('circle');
    await w.inside(() => people.change({ _id: 'bo' }, { $set: { manager: 'chen' } }));
    await hanna.presses('Look again');
    expect(hanna.sees()).toContain('ready to start?');
  });

  test('an evaluator in the place of a missing manager', async () => {
    const hanna = await drafted();
    await hanna.presses('Name evaluators');
    const form = hanna.form();
    expect(form.fields.map((f) => f.label)).toEqual(['陈伟 Chen Wei']);
    expect((await hanna.submits({ chen: 'chen' }, form)).errors?.chen).toContain(
      'Nobody can decide on themselves',
    );
    await hanna.submits({ chen: 'carla' }, form);
    expect(hanna.sees()).not.toContain('without a manager');
    await hanna.presses('Start');
    const chen = await w.inside(() => participants.one({ person: 'chen' }));
    expect(chen).toMatchObject({ manager: 'carla' });
  });

  test('a look that is old is repeated before the start', async () => {
    const hanna = await drafted();
    await w.until('2027-01-04T10:00:00Z');
    expect((await hanna.presses('Start')).toast).toContain('looking once more');
    expect((await theCycle()).state).toBe('draft');
    await hanna.presses('Start');
    expect((await theCycle()).state).toBe('running');
  });

  test('the next one from an earlier one', async () => {
    const hanna = await drafted({
      message: 'Let us look back.',
      audience: 'units',
      units: ['Sales', 'Support'],
    });
    await hanna.presses('Start');
    await hanna.types('/perf kickoff from 2027 Q1');
    expect(filled(hanna.form())).toMatchObject({
      name: '2027 Q2',
      from: '2027-04-01',
      to: '2027-06-30',
      planning: '2027-04-15',
      audience: 'units',
      units: ['Sales', 'Support'],
      message: 'Let us look back.',
    });
    expect((await hanna.types('/perf kickoff from 2020')).toast).toBe('I don’t know a cycle “2020”.');
  });

  test('two cycles at once: the command asks which, or takes the name', async () => {
    const hanna = await drafted();
    await hanna.presses('Start');
    await hanna.types('/perf kickoff');
    await hanna.submits({
      ...filled(hanna.form()),
      name: 'Sales sprint',
      audience: 'people',
      people: ['tom', 'nina'],
    });
    await hanna.presses('Start', 'Sales sprint');
    await hanna.types('/perf extend');
    expect(hanna.reply().card?.title).toBe('Which cycle needs more time?');
    await hanna.presses('Sales sprint');
    expect(hanna.form().title).toBe('More time in Sales sprint');
    await hanna.types('/perf pause 2027 q1');
    expect(hanna.reply().card?.title).toBe('Pause 2027 Q1?');
    expect((await hanna.types('/perf pause Q9')).toast).toContain('“Q9”');
    await hanna.types('/perf scheme show');
    expect(JSON.stringify(hanna.reply().card)).toContain('team development');
  });
});

describe('the cards on their way', () => {
  beforeEach(() => begin());
  afterEach(() => w.end());

  test('held, released, and what failed is sent again', async () => {
    const hanna = await drafted();
    await hanna.presses('Start');
    const before = await sent();
    expect(before).toBeLessThan(14);
    await hanna.presses('Pause', 'has started');
    expect(hanna.sees()).toContain('nothing goes out until you press Resume');
    await w.until('2027-01-05T03:00:00Z');
    expect(await sent()).toBe(before);
    await hanna.presses('Resume', 'has started');
    await w.until('2027-01-05T14:00:00Z');
    expect(await sent()).toBe(14);
    expect(hanna.sees()).toContain('14 of 14 delivered');
  });

  test('a card that failed is a line with its reason, and can be sent again', async () => {
    const hanna = await drafted();
    await hanna.presses('Start');
    const { _id } = await theCycle();
    const nina = { key: `cycles.welcome:${_id}`, subject: 'nina' };
    await w.inside(() => outbox.change(nina, { $set: { state: 'dead', error: 'gone: account_inactive' } }));
    await w.until('2027-01-04T16:00:00Z');
    expect(hanna.sees()).toContain('13 of 14 delivered');
    expect(hanna.sees()).toContain('1 failed: account deactivated.');
    expect(hanna.sees()).toContain('Everybody else has it.');
    await hanna.presses('Retry failed', 'has started');
    await w.until('2027-01-04T17:00:00Z');
    expect(hanna.sees()).toContain('Everybody has it.');
    expect(w.as('nina').sees()).toContain('what it means for you');
  });
});

test('delivered twice and aborted now and then, the same comes out', async () => {
  const dump = async (how: Disturbance) => {
    await begin(how);
    const hanna = await drafted();
    await hanna.presses('Start');
    await w.until('2027-01-21T12:00:00Z');
    const all = await w.inside(async () => [
      await cycles.find({}, { sort: { _id: 1 } }),
      await participants.find({}, { sort: { _id: 1 } }),
      await broadcasts.find({}),
      await facts.find({}, { sort: { seq: 1 } }),
    ]);
    await w.end();
    return JSON.stringify(all);
  };
  expect(await dump({ twice: true, abortEvery: 10 })).toBe(await dump({}));
});
