/** The other ways: late and twice, wrong people, silence, clocks that run out, withdrawing. */
import { appeals } from '../../src/appeals/model.ts';
import { facts } from '../../src/core/facts.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { versionsOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { appealsWorld, assigned, decided, find, heard, opens, said } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await appealsWorld('ways');
});
afterEach(() => w.end());

const place = async (person = 'dev') => (await w.inside(() => participants.must(`q1:${person}`))).state;
const speaks = (person: string, text: string, messageId: string) =>
  w.as(person).sends({
    kind: 'message',
    text,
    messageId,
    edited: false,
    where: { platform: 'web', tenant: 'local', channel: 'room:appeals:q1:dev:1:1' },
  } as never);

describe('opening', () => {
  test('twice is one; a form that comes late is refused with what is still possible', async () => {
    const dev = w.as('dev');
    await dev.types('/perf appeal');
    const form = dev.form();
    expect(JSON.stringify(form.intro)).toContain('Mon 10 May');
    expect((await dev.submits({ what: 'x' }, form)).errors).toMatchObject({
      why: expect.any(String),
      wanted: expect.any(String),
    });
    await dev.submits(said, form);
    expect((await dev.submits(said, form)).toast).toContain('already open');
    expect(await w.inside(() => appeals.count({}))).toBe(1);
    await dev.types('/perf appeal');
    expect(dev.reply().open).toBeUndefined();

    const ann = w.as('ann');
    await ann.types('/perf appeal');
    const late = ann.form();
    // Ann's calendar has a holiday in it, Dev's has none.
    await w.until('2027-05-11T21:30:00Z');
    await ann.types('/perf appeal');
    expect(ann.reply().open).toBeDefined();
    await w.until('2027-05-11T22:30:00Z');
    expect((await ann.submits(said, late)).toast).toContain('until Tue 11 May');
    expect((await ann.types('/perf appeal')).toast).toContain('talk to HR');
    expect(await w.inside(() => appeals.count({ person: 'ann' }))).toBe(0);
  });

  test('the phase being locked changes nothing about the person’s own days', async () => {
    await w.inside(() => cycles.change({ _id: 'q1' }, { $set: { locked: ['feedback', 'appeals'] } }));
    await opens(w);
    expect(await place()).toBe('appealing');
  });

  test('withdrawn, and open again while the days last', async () => {
    await assigned(w);
    const dev = w.as('dev');
    await dev.presses('Withdraw');
    expect(await find(w)).toMatchObject({ state: 'withdrawn', open: false });
    expect(await place()).toBe('released');
    await dev.types('/perf appeal');
    await dev.submits(said);
    expect(await find(w)).toMatchObject({ _id: 'q1:dev:1:2', state: 'opened' });
  });

  test('nobody without a result, and strangers to the case read nothing', async () => {
    expect((await w.as('mei').types('/perf appeal')).toast).toContain('没有可以申诉的结果');
    await heard(w);
    const token = `appeals.case ${JSON.stringify({ appeal: 'q1:dev:1:1' })}`;
    for (const person of ['bo', 'chen', 'carla', 'hanna', 'ann']) {
      const reply = await w.as(person).sends({ kind: 'press', token });
      expect(reply.toast).toMatch(/read only by|仅限/);
      expect(w.as(person).sees()).not.toContain(said.why);
    }
    await w.as('lin').sends({ kind: 'press', token });
    const read = await w.inside(() => facts.find({ kind: 'appeals.read' }));
    expect(read.map((f) => f.by)).toEqual(['lin']);
  });
});

describe('who hears it', () => {
  test('whoever has a part is refused with the reason, suggestions hold only others', async () => {
    await opens(w);
    const hanna = w.as('hanna');
    await hanna.presses('Name owner and panel');
    const form = hanna.form();
    const offered = (name: string) =>
      form.fields.find((f) => f.name === name)?.options?.map((o) => o.value) ?? [];
    expect(offered('panel')).toEqual(expect.arrayContaining(['zhao', 'carla']));
    expect(offered('panel')).not.toEqual(expect.arrayContaining(['bo']));
    expect(offered('panel')).not.toContain('chen');
    expect(offered('owner')).toEqual(['lin', 'hanna']);
    const tries = (others: string[], owner = 'lin') => hanna.submits({ owner, panel: [], others }, form);
    expect((await tries(['bo'])).errors?.others).toContain('gave this rating');
    expect((await tries(['chen'])).errors?.others).toContain('line above');
    expect((await tries(['mei'])).errors?.others).toContain('on leave');
    expect((await tries(['dev'])).errors?.others).toContain('own appeal');
    expect((await tries([])).errors?.panel).toContain('at least one');
    expect((await tries(['lin'])).errors?.others).toContain('not on the panel');
    expect(await find(w)).toMatchObject({ state: 'opened' });
    await tries(['zhao']);
    expect(await find(w)).toMatchObject({ state: 'assigned', panel: ['zhao'] });
  });

  test('HR’s own appeal is routed by somebody else, and HR does not see it among the others', async () => {
    await opens(w, 'hanna');
    const all = await w.inside(() => appeals.find({}));
    expect(all[0]?.barred).toEqual(
      expect.arrayContaining([
        { person: 'hanna', why: 'self' },
        { person: 'chen', why: 'rater' },
      ]),
    );
    expect(w.as('hanna').sees()).not.toContain('Name owner and panel');
    // 林悦 reports to Hanna; only the executive is left to name a panel, and reads nothing.
    expect(w.as('chen').sees()).toContain('Hanna Berg 提出申诉');
    const press = `appeals.assign ${JSON.stringify({ appeal: all[0]?._id })}`;
    expect((await w.as('hanna').sends({ kind: 'press', token: press })).toast).toContain('up to');
    expect((await w.as('lin').sends({ kind: 'press', token: press })).toast).toContain('指定');
    const chen = w.as('chen');
    await chen.presses('指定负责人和评审组');
    const form = chen.form();
    expect(
      (await chen.submits({ owner: 'zhao', panel: [], others: ['lin'] }, form)).errors?.others,
    ).toContain('下属');
    await chen.submits({ owner: 'zhao', panel: [], others: ['bo'] }, form);
    expect(await find(w, 'hanna')).toMatchObject({ state: 'assigned', owner: 'zhao', panel: ['bo'] });
  });

  test('whoever is taken off the case reads nothing of it any more, and decides nothing', async () => {
    await decided(w, 'upheld', ['zhao', 'tom']);
    const hanna = w.as('hanna');
    await hanna.presses('Change owner or panel', 'Dev Patel appeals');
    await hanna.submits({ owner: 'lin', panel: [], others: ['tom'] });
    expect(w.as('zhao').sees()).toContain('这份申诉已由他人负责');
    const own = w
      .as('zhao')
      .messages()
      .filter((m) => m.to === 'dm:zhao');
    expect(JSON.stringify(own.map((m) => m.card))).not.toContain(said.why);
    const press = `appeals.agree ${JSON.stringify({ appeal: 'q1:dev:1:1', seen: 1 })}`;
    expect((await w.as('zhao').sends({ kind: 'press', token: press })).toast).toContain('只有负责决定的人');
    expect(await find(w)).toMatchObject({ state: 'hearing', panel: ['tom'] });
  });

  test('the rater sees the room only when invited', async () => {
    await heard(w);
    expect(w.as('bo').sees()).not.toContain('Appeal of Dev Patel');
    await w.as('zhao').presses('邀请评分人', '案件');
    await w.as('bo').presses('Write a statement');
    expect(w.as('bo').sees()).toContain('Appeal of Dev Patel');
    expect(w.as('bo').sees()).toContain('@bo, who rated, was invited');
    expect(w.as('bo').sees()).not.toContain(said.why);
  });
});

describe('clocks', () => {
  test('each is told to the HR head once, and stands among the tasks', async () => {
    await opens(w);
    await w.until('2027-04-30T12:00:00Z');
    const told = () =>
      w
        .as('hanna')
        .messages()
        .filter((m) => m.card.title.startsWith('Overdue'));
    expect(told()).toHaveLength(1);
    const home = JSON.stringify(await w.as('hanna').home());
    expect(home).toContain('Appeal of Dev Patel: name owner and panel');
    await assigned(w);
    await w.until('2027-05-25T12:00:00Z');
    expect(told()).toHaveLength(3);
    expect(JSON.stringify(await w.as('hanna').home())).toContain('confirming receipt is overdue');
  });

  test('silence: asked again, then lapsed; the result stands', async () => {
    await heard(w);
    const zhao = w.as('zhao');
    await zhao.presses('请本人补充', '案件');
    await zhao.submits({ need: 'The list of the weeks' });
    await w.until('2027-04-26T15:00:00Z');
    expect(w.as('dev').sees()).toContain('“The list of the weeks”');
    expect(w.as('dev').sees()).toContain('ten working days after that');
    await w.until('2027-05-05T15:00:00Z');
    expect(w.as('dev').sees()).toContain('Without a word from you until Tue 18 May');
    await w.until('2027-05-18T15:00:00Z');
    expect(await find(w)).toMatchObject({ state: 'hearing' });
    await w.until('2027-05-20T15:00:00Z');
    expect(await find(w)).toMatchObject({ state: 'lapsed', open: false });
    expect(await place()).toBe('released');
    expect(w.as('dev').sees()).toContain('The result stands');
    expect(await w.inside(() => versionsOf('q1', 'dev'))).toHaveLength(1);
  });

  test('a word in the room keeps it open', async () => {
    await heard(w);
    const zhao = w.as('zhao');
    await zhao.presses('请本人补充', '案件');
    await zhao.submits({ need: 'The list of the weeks' });
    await speaks('lin', 'Dev?', 'm1');
    expect((await find(w)).needs[0]?.answer).toBeUndefined();
    await speaks('dev', 'I need until Friday.', 'm2');
    expect((await find(w)).needs[0]?.answer).toMatchObject({ at: w.clock.now() });
    await w.until('2027-05-26T15:00:00Z');
    expect(await find(w)).toMatchObject({ state: 'hearing' });
  });
});
