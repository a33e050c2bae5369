import { jest } from '@jest/globals';
import type { Form } from '../../src/core/card.ts';
import { newContext } from '../../src/core/context.ts';
import { facts } from '../../src/core/facts.ts';
import { cycles, participantId, participants } from '../../src/cycles/model.ts';
import { noteProgress } from '../../src/cycles/progress.ts';
import { managerChanged, personLeft } from '../../src/people/facts.ts';
import { people } from '../../src/people/model.ts';
import { type Someone, type World, world } from '../kit/world.ts';

// Whole days of work on a busy machine.
jest.setTimeout(30_000);

const filled = (form: Form) => Object.fromEntries(form.fields.map((f) => [f.name, f.value]));

describe.each([{ twice: true, abortEvery: 10 }])('a running cycle %j', (how) => {
  let w: World;
  let id = '';
  const cycle = () => w.inside(() => cycles.must(id));
  const place = (person: string) => w.inside(() => participants.must(participantId(id, person)));
  const kinds = async (about: string) =>
    (await w.inside(() => facts.find({ $or: [{ about }, { ref: about }] }, { sort: { seq: 1 } }))).map(
      (f) => f.kind,
    );
  let hanna: Someone;
  /** As if `people` had recorded it. */
  const happens = (run: (ctx: ReturnType<typeof newContext>['ctx']) => Promise<void> | void) =>
    w.store
      .transact(async () => {
        const actor = { id: 'hanna', locale: 'en' as const, zone: 'UTC', roles: ['hr'] };
        const made = newContext(w.parts, { id: `test${w.clock.now().getTime()}`, actor, now: w.clock.now() });
        await run(made.ctx);
        await made.flush({});
      })
      .then(() => w.bot.settle());

  beforeAll(async () => {
    w = await world({ database: `cycles-journey-${how.twice}`, start: '2027-01-04T08:02:00Z', ...how });
    hanna = w.as('hanna');
    await hanna.types('/perf kickoff');
    await hanna.submits(filled(hanna.form()));
    await hanna.presses('Start');
    id = (await w.inside(() => cycles.find({})))[0]?._id ?? '';
    await w.until('2027-01-05T09:00:00Z');
  });
  afterAll(() => w.end());

  test('the others are told who can', async () => {
    for (const verb of ['kickoff', 'extend', 'pause', 'cancel', '启动'])
      expect((await w.as('ann').types(`/perf ${verb}`)).toast).toBe(
        'Cycles are run by HR. Hanna Berg can help you.',
      );
    expect((await w.as('wang').says('绩效 暂停')).toast).toContain('请找Hanna Berg');
    const token = `cycles.cancel ${JSON.stringify({ cycle: id })}`;
    const forged = await w.as('ann').sends({ kind: 'submit', token, values: { reason: 'x' } });
    expect(forged.toast).toContain('Hanna Berg');
    expect((await cycle()).state).toBe('running');
  });

  test('a second start is told who was first', async () => {
    const token = `cycles.start ${JSON.stringify({ cycle: id, rev: 2 })}`;
    const reply = await hanna.sends({ kind: 'press', token });
    expect(reply.toast).toContain('Hanna Berg started 2027 Q1');
    expect(await w.inside(() => participants.count({ cycle: id }))).toBe(14);
  });

  test('the name of a running cycle is taken, past dates and an empty audience stand beside their fields', async () => {
    await hanna.types('/perf kickoff');
    expect(filled(hanna.form()).name).toBe('2027 Q2');
    const reply = await hanna.submits({
      ...filled(hanna.form()),
      name: ' 2027 q1 ',
      audience: 'units',
      units: [],
      planning: '2026-12-01',
      closing: '2027-01-20',
    });
    expect(reply.errors).toMatchObject({
      name: 'There is already a cycle named 2027 q1.',
      units: 'Please choose at least one unit.',
      planning: 'This day is over already.',
      closing: 'Leave at least one working day after outcomes.',
    });
    expect(await w.inside(() => cycles.count({}))).toBe(1);
  });

  test('what is done is noted once and counted by those who may see it', async () => {
    await happens(async (ctx) => {
      await noteProgress(ctx, participantId(id, 'ann'), 'planning', 'done');
      await noteProgress(ctx, participantId(id, 'ann'), 'planning', 'done');
    });
    expect(await place('ann')).toMatchObject({ progress: { planning: 'done' } });
    await hanna.types('/perf status');
    expect(hanna.sees()).toContain('Goals agreed 1/13');
    expect(hanna.sees()).toContain('not eligible (1): on long leave – 梅雪.');
    await w.as('lin').types('/perf status');
    expect(w.as('lin').sees()).toContain('目标已确认 1/7');
    await w.as('bo').types('/perf status');
    expect(w.as('bo').sees()).toContain('your team');
    expect(w.as('bo').sees()).toContain('Goals agreed 1/2');
    expect(w.as('bo').sees()).not.toContain('梅雪');
    await w.as('chen').types('/perf 周期进度');
    expect(w.as('chen').sees()).toContain('目标已确认 1/13');
    await w.as('ann').types('/perf status');
    expect(w.as('ann').sees()).toContain('You are at: planning.');
    await w.as('mei').types('/perf status');
    expect(w.as('mei').sees()).toContain('你不参与：长期休假。');
  });

  test('Home shows HR the board and everybody what is next', async () => {
    const board = JSON.stringify(await hanna.home());
    expect(board).toContain('Running cycles');
    expect(board).toContain('"done":1,"of":13');
    const own = JSON.stringify(await w.as('ann').home());
    expect(own).toContain('Fri 15 Jan: planning is due');
    expect(own).not.toContain('Running cycles');
  });

  test('more time for one person: they alone are told, once, and take their time', async () => {
    await hanna.types('/perf extend');
    const form = hanna.form();
    const values = { ...filled(form), who: 'person', person: 'dev', due: '2027-01-29' };
    expect((await hanna.submits({ ...values, person: 'hanna' }, form)).errors?.person).toContain('yourself');
    expect((await hanna.submits({ ...values, person: 'mei' }, form)).errors?.person).toContain(
      'does not take part',
    );
    expect((await hanna.submits({ ...values, due: '2027-01-15' }, form)).errors?.due).toContain(
      'already due',
    );
    await hanna.submits(values, form);
    await w.until('2027-01-05T20:00:00Z');
    expect(w.as('dev').sees()).toContain('Planning is now due on Fri 29 Jan');
    expect(w.as('ann').sees()).not.toContain('29 Jan');
    expect(hanna.sees()).toContain('Dev Patel: planning until Fri 29 Jan.');
  });

  test('planning closes for most, and for one later', async () => {
    await w.until('2027-01-21T09:00:00Z');
    expect(await place('ann')).toMatchObject({ state: 'tracking' });
    expect(await place('dev')).toMatchObject({ state: 'planning' });
    expect((await cycle()).locked ?? []).toEqual([]);
    await w.until('2027-02-03T09:00:00Z');
    expect(await place('dev')).toMatchObject({ state: 'tracking' });
    expect((await cycle()).locked).toEqual(['planning']);
  });

  test('a new manager takes over what is open, and the person is told', async () => {
    await happens((ctx) => ctx.record(managerChanged, { about: 'wang', data: { from: 'zhao', to: 'lin' } }));
    expect(await place('wang')).toMatchObject({ manager: 'lin' });
    await w.until('2027-02-04T09:00:00Z');
    expect(w.as('wang').sees()).toContain('今后由林悦与你确认目标并评分');
    expect(await kinds('wang')).toContain('cycles.managerChanged');
  });

  test('a manager who leaves is withdrawn; the next one above has the team, HR hears of it', async () => {
    await w.inside(() => people.change({ _id: 'bo' }, { $set: { left: '2027-02-03' }, $inc: { rev: 1 } }));
    await happens((ctx) => ctx.record(personLeft, { about: 'bo', data: { day: '2027-02-03' } }));
    expect(await place('bo')).toMatchObject({ state: 'withdrawn', reason: 'left' });
    expect(await place('ann')).toMatchObject({ manager: 'chen' });
    await w.until('2027-02-05T09:00:00Z');
    expect(hanna.sees()).toContain('Bo Larsen has left');
    expect(hanna.sees()).toContain('2 reports now with 陈伟 Chen Wei');
  });

  test('somebody is taken out with a reason, once, never oneself', async () => {
    await hanna.types('/perf withdraw @tom@example.com');
    const form = hanna.form();
    expect(filled(form).person).toBe('tom');
    expect((await hanna.submits({ person: 'hanna', reason: 'leave' }, form)).errors?.person).toContain(
      'yourself',
    );
    await hanna.submits({ person: 'tom', reason: 'leave' }, form);
    expect(await place('tom')).toMatchObject({ state: 'withdrawn', reason: 'leave' });
    const again = await hanna.submits({ person: 'tom', reason: 'other' }, form);
    expect(again.toast).toContain('withdrawn');
    expect((await kinds('tom')).filter((k) => k === 'cycles.withdrawn')).toHaveLength(1);
    await w.until('2027-02-08T09:00:00Z');
    expect(w.as('tom').sees()).toContain('You no longer take part in 2027 Q1');
  });

  test('while paused nothing comes; afterwards the dates have moved', async () => {
    await w.until('2027-03-29T08:00:00Z');
    await hanna.types('/perf pause');
    await hanna.presses('Pause the cycle');
    expect(w.as('ann').sees()).toContain('2027 Q1 is paused');
    const stale = await hanna.presses('Pause the cycle');
    expect(stale.toast).toContain('changed');
    await w.until('2027-04-08T08:00:00Z');
    expect((await cycle()).opened).toEqual(['planning', 'tracking']);
    await hanna.types('/perf resume');
    expect(hanna.reply().card?.title).toBe('Go on with 2027 Q1?');
    await hanna.presses('Go on');
    const after = await cycle();
    expect(after.phases.map((p) => p.due).slice(0, 3)).toEqual(['2027-01-15', '2027-04-12', '2027-04-26']);
    expect(w.as('ann').sees()).toContain('The dates have moved by 10 days');
    await w.until('2027-04-13T09:00:00Z');
    expect((await cycle()).opened.at(-1)).toBe('assessment');
    expect(await place('ann')).toMatchObject({ state: 'assessing' });
  });

  test('cancelled with a reason: told once, in their language, and nothing happens any more', async () => {
    await hanna.types('/perf cancel');
    const reason = 'Reorganisation <!channel> __proto__ 😀';
    await hanna.submits({ reason });
    await w.until('2027-04-14T12:00:00Z');
    expect(w.as('ann').sees()).toContain(`The reason: ${reason}`);
    expect(w.as('li').sees()).toContain('取消了这个周期');
    expect(w.as('tom').sees()).not.toContain('has ended this cycle');
    const before = await kinds(id);
    await w.until('2027-07-01T12:00:00Z');
    expect(await kinds(id)).toEqual(before);
    expect((await cycle()).opened.at(-1)).toBe('assessment');
    expect((await hanna.types('/perf pause')).toast).toBe('There is no cycle for that right now.');
    expect((await hanna.types('/perf status 2027 Q1')).card?.title).toBe('2027 Q1 – how far we are');
  });
});
