import { facts } from '../../src/core/facts.ts';
import { feedbacks, requests } from '../../src/feedback/model.ts';
import { people } from '../../src/people/model.ts';
import { transcript } from '../kit/transcript.ts';
import { type Someone, type World, world } from '../kit/world.ts';
import { seats } from './seats.ts';

const start = '2027-01-04T09:00:00Z';

describe.each([{ twice: false }, { twice: true, abortEvery: 7 }])('feedback %j', (how) => {
  let w: World;
  const as = seats(() => w);
  const kinds = (about: string) =>
    w.inside(async () =>
      (await facts.find({ about }, { sort: { at: 1, _id: 1 } }))
        .map((f) => f.kind)
        .filter((kind) => kind.startsWith('feedback.')),
    );

  beforeAll(async () => {
    w = await world({ database: `feedback-journey-${how.twice}`, start, ...how });
  });
  afterAll(() => w.end());

  test('kudos by command: the receiver at once, the manager too, the giver sees what was sent', async () => {
    const reply = await as('tom').types('/perf kudos @ann stayed with the <!channel> **customer**');
    expect(reply.toast).toBe('Sent.');
    expect(as('ann').sees()).toContain('# Kudos from Tom Becker\n@tom writes:\nstayed with the <!channel>');
    expect(as('bo').sees()).toContain('# Kudos for Ann Miller');
    expect(as('tom').sees()).toContain('# Your kudos for Ann Miller');
    expect(as('carla').sees()).not.toContain('Kudos');
    expect(await kinds('ann')).toEqual(['feedback.given']);
    expect(transcript(await as('ann').home())).toContain('Latest kudos\n@tom: stayed with');
  });

  test('thanks and a reply: both see the dialogue, the manager does not; a second thanks is told', async () => {
    const ann = as('ann');
    const thanks = w.platform.find('ann', 'Say thanks');
    await ann.presses('Say thanks');
    expect(as('tom').sees()).toContain('Thanks from @ann.');
    const again = await ann.sends({ kind: 'press', token: thanks.button.token } as never);
    expect(again.toast).toBe('You have said thanks already.');
    await ann.presses('Reply');
    await ann.submits({ text: 'It was worth it' });
    expect(as('tom').sees()).toContain('It was worth it');
    await as('tom').presses('Reply', 'Your kudos');
    await as('tom').submits({ text: 'Indeed' });
    expect(ann.sees()).toContain('Indeed');
    expect(as('bo').sees()).not.toContain('Indeed');
    const stranger = await as('nina').sends({ kind: 'press', token: thanks.button.token } as never);
    expect(stranger.toast).toBe('The one it was written to can do this.');
  });

  test('by form: several people, a value, the room when ticked; the same form twice is one', async () => {
    const wang = as('wang');
    await wang.says('绩效 认可');
    const form = wang.form();
    const values = {
      whom: ['ann', 'li'],
      did: '周末帮我们处理了工单',
      value: 'Working together',
      share: ['yes'],
    };
    expect(form.fields.map((f) => f.name)).toEqual(['whom', 'did', 'effect', 'value', 'share']);
    expect((await wang.submits(values, form)).toast).toBe('已送出。');
    expect((await wang.submits(values, form)).toast).toBe('这份已经提交过了。');
    expect(as('ann').sees()).toContain('(Together with @li.)');
    expect(as('zhao').sees()).toContain('得到了认可');
    expect(as('nina').sees()).toContain('@wang thanks @ann and @li:');
    expect(await w.inside(() => feedbacks.count({ from: 'wang' }))).toBe(2);
  });

  test('at night it waits for the morning', async () => {
    await as('bo').types('/perf kudos @nina closed the deal');
    expect(as('nina').sees()).not.toContain('closed the deal');
    await w.until('2027-01-04T13:00:00Z');
    expect(as('nina').sees()).toContain('closed the deal');
  });

  test('refused: oneself, somebody who left, too long; unknown and several names open a form with the text', async () => {
    const tom = as('tom');
    expect((await tom.types('/perf kudos @tom me')).toast).toContain('Kudos are for others');
    expect((await tom.types('/perf feedback <@tom>')).toast).toContain('Feedback goes to somebody else');
    expect((await tom.types(`/perf kudos @ann ${'x'.repeat(10_000)}`)).toast).toContain(
      '10000 characters; 3000 fit',
    );
    await tom.types('/perf kudos @Anm saved the day');
    expect(tom.form().intro).toContain('I don’t know “Anm”. Names like it: Ann Miller');
    expect(tom.form().fields[1]?.value).toBe('saved the day');
    const long = await tom.submits({ whom: ['ann'], did: 'x'.repeat(10_000) });
    expect(long.errors?.did).toContain('3000');
    const self = await tom.submits({ whom: ['ann', 'tom'], did: 'x' }, tom.reply().open ?? formOf(tom));
    expect(self.errors?.whom).toContain('Kudos are for others');
    await w.inside(() => people.change({ _id: 'sun' }, { $set: { left: '2027-01-02' }, $inc: { rev: 1 } }));
    expect((await tom.types('/perf kudos @sun thanks')).toast).toContain('no longer works here');
    const gone = await tom.submits({ whom: ['sun'], did: 'x' }, formOf(tom));
    expect(gone.errors?.whom).toContain('no longer works here');
    const nobody = await tom.submits({ whom: ['__proto__'], did: 'x' }, formOf(tom));
    expect(nobody.errors?.whom).toBe('Please choose whom it is for.');
  });

  const formOf = (who: Someone) => {
    const open = who.reply().open;
    if (open) return open;
    return { title: '', submit: '', token: 'feedback.kudos {"group":"kudos_x"}', fields: [] };
  };

  const best = { did: 'You let the intern go first', effect: 'They came back with ideas', visible: 'named' };

  test('feedback with a name: BEST on the card, the manager reads along', async () => {
    await as('dev').types('/perf feedback @Ann Miller');
    const form = as('dev').form();
    expect(form.fields[0]).toMatchObject({ type: 'person', value: 'ann' });
    const empty = await as('dev').submits({ whom: 'ann', did: '', visible: 'named' }, form);
    expect(Object.keys(empty.errors ?? {}).sort()).toEqual(['did', 'effect']);
    const reply = await as('dev').submits({ ...best, whom: 'ann', ask: 'And you?' }, form);
    expect(reply.toast).toBe('Passed on.');
    expect(as('ann').sees()).toContain('# Feedback from Dev Patel');
    expect(as('ann').sees()).toContain('How do you see it: And you?');
    expect(as('bo').sees()).toContain('# Feedback for Ann Miller');
  });

  test('for the manager alone: the person sees nothing, not in lists and not among the facts about them', async () => {
    const before = as('ann').sees();
    await as('tom').types('/perf feedback @ann');
    await as('tom').submits({ ...best, did: 'Between us', whom: 'ann', visible: 'manager' });
    expect(as('bo').sees()).toContain('# About Ann Miller, for you alone');
    expect(as('ann').sees()).toBe(before);
    await as('ann').types('/perf feedback list');
    expect(as('ann').sees()).not.toContain('Between us');
    const about = await w.inside(() => facts.find({ about: 'ann' }));
    expect(JSON.stringify(about)).not.toContain('"manager"');
    await as('bo').types('/perf feedback list');
    await as('bo').presses('My team');
    expect(as('bo').sees()).toContain('for the manager alone, @tom about @ann: Between us');
    const [item] = await w.inside(() => feedbacks.find({ visibility: 'manager' }));
    const open = { kind: 'press', token: `feedback.open {"item":"${item?._id}"}` } as never;
    expect((await as('ann').sends(open)).toast).toContain('Only the one who wrote it');
    expect((await as('hanna').sends(open)).toast).toContain('Only the one who wrote it');
    await as('bo').types('/perf feedback @dev');
    const own = await as('bo').submits({ ...best, whom: 'dev', visible: 'manager' });
    expect(own.errors?.visible).toContain('You are the manager yourself');
  });

  test('lists in pages, received and given', async () => {
    for (let n = 0; n < 9; n += 1) await as('li').types(`/perf kudos @zhao 第${n}次帮忙`);
    await as('zhao').types('/perf feedback list');
    expect(as('zhao').sees()).toContain('收到的反馈与认可');
    await as('zhao').presses('更早');
    expect(as('zhao').sees()).toMatch(/1\. 1月4日周一 认可，@li：第\d次帮忙\n\[打开 1\]/);
    await as('zhao').presses('打开 1', '收到的反馈');
    await as('li').types('/perf feedback list');
    await as('li').presses('给出的');
    expect(as('li').sees()).toContain('系统里已没有任何信息能对应到你');
  });

  test('asking: a gentle card; “not now” and an answer leave the same behind', async () => {
    await as('bo').types('/perf feedback');
    const form = as('bo').form();
    expect((await as('bo').submits({ whom: [] }, form)).errors?.whom).toBeDefined();
    expect((await as('bo').submits({ whom: ['bo'] }, form)).errors?.whom).toContain('somebody else');
    const asking = { whom: ['ann', 'tom'], about: 'My reviews' };
    expect((await as('bo').submits(asking, form)).toast).toBe('Asked 2 people.');
    expect((await as('bo').submits(asking, form)).toast).toContain('have your question already');
    expect(as('ann').sees()).toContain('# Bo Larsen would like to hear from you');
    const perf = await as('ann').types('/perf');
    expect(transcript(perf.card!)).toContain('Feedback that Bo Larsen asked you for');
    const notNow = w.platform.find('ann', 'Not now');
    await as('ann').presses('Not now');
    const again = await as('ann').sends({ kind: 'press', token: notNow.button.token } as never);
    expect(again.toast).toBe('This is closed already.');
    expect(again.card?.title).toContain('would like to hear from you');
    expect((await as('dev').sends({ kind: 'press', token: notNow.button.token } as never)).toast).toContain(
      'The one who was asked',
    );
    await as('tom').presses('Give feedback');
    await as('tom').submits({ ...best, whom: 'bo' });
    expect(as('bo').sees()).toContain('# Feedback from Tom Becker');
    const all = await w.inside(() => requests.find({ from: 'bo' }));
    const bare = all.map(({ _id, to, rev, ...rest }) => rest);
    expect(bare[0]).toEqual(bare[1]);
    expect(await kinds('bo')).toContain('feedback.asked');
  });
});
