import { csv } from '../../src/core/csv.ts';
import { facts } from '../../src/core/facts.ts';
import { evidenceOf, kudosPartners } from '../../src/feedback/index.ts';
import { feedbacks, requests } from '../../src/feedback/model.ts';
import { notes } from '../../src/feedback/notes.ts';
import { transcript } from '../kit/transcript.ts';
import { type World, world } from '../kit/world.ts';
import { seats } from './seats.ts';

const start = '2027-01-04T09:00:00Z';

describe.each([{ twice: false }, { twice: true, abortEvery: 7 }])('notes %j', (how) => {
  let w: World;
  const as = seats(() => w);
  const kinds = (about: string) =>
    w.inside(async () =>
      (await facts.find({ about }, { sort: { at: 1, _id: 1 } }))
        .map((f) => f.kind)
        .filter((kind) => kind.startsWith('feedback.')),
    );

  beforeAll(async () => {
    w = await world({ database: `feedback-notes-${how.twice}`, start, ...how });
  });
  afterAll(() => w.end());

  test('what else there is about ann', async () => {
    await as('tom').types('/perf kudos @ann thanks');
    await as('wang').types('/perf kudos @ann 谢谢');
    const words = { whom: 'ann', did: 'You let the intern go first', effect: 'Ideas' };
    for (const [who, visible, did] of [
      ['dev', 'named', words.did],
      ['tom', 'manager', 'Between us'],
      ['nina', 'unnamed', 'Among others'],
    ] as const) {
      await as(who).types('/perf feedback @ann');
      await as(who).submits({ ...words, did, visible });
    }
  });

  test('a note by the manager: seen, commented, and only then evidence', async () => {
    await as('bo').types('/perf note @ann held the training for Sales');
    expect(as('bo').sees()).toContain('has not seen it yet');
    const before = await w.inside(() => evidenceOf('ann', '2027-01-01', '2027-03-31'));
    expect(before.map((e) => e.kind).sort()).toEqual(['feedback', 'kudos', 'kudos']);
    expect(transcript((await as('ann').types('/perf')).card!)).toContain('A note to look at');
    const seen = w.platform.find('ann', 'I have seen it');
    await as('ann').presses('I have seen it');
    expect(as('bo').sees()).toContain('(Both have seen it.)');
    const late = await as('ann').sends({ kind: 'press', token: seen.button.token } as never);
    expect(late.toast).toBe('You have seen it already.');
    await as('ann').presses('Comment');
    await as('ann').submits({ text: 'It was two days' });
    expect(as('bo').sees()).toContain('It was two days');
    const all = await w.inside(() => evidenceOf('ann', '2027-01-01', '2027-03-31'));
    expect(all.map((e) => [e.date, e.kind, e.by])).toContainEqual(['2027-01-04', 'note', 'bo']);
    expect(JSON.stringify(all)).not.toContain('Between us');
    const partners = await w.inside(() => kudosPartners('ann', '2027-01-01', '2027-03-31'));
    expect(partners).toEqual([
      { person: 'tom', n: 1 },
      { person: 'wang', n: 1 },
    ]);
  });

  test('a note about oneself by form; not tomorrow, no bad link, nobody else’s report', async () => {
    const ann = as('ann');
    await ann.types('/perf note');
    const form = ann.form();
    expect(form.fields.map((f) => f.name)).toEqual(['day', 'what', 'effect', 'link']);
    const values = { day: '2027-01-03', what: 'Shipped <!channel> __proto__', effect: 'Faster' };
    expect((await ann.submits({ ...values, day: '2027-02-01' }, form)).errors?.day).toContain('already');
    expect((await ann.submits({ ...values, link: 'javascript:x' }, form)).errors?.link).toContain('https');
    expect((await ann.submits({ ...values, whom: 'tom' }, form)).errors?.whom).toContain('reports to you');
    expect((await ann.submits({ ...values, link: 'https://example.com/1' }, form)).toast).toContain('Kept');
    expect((await ann.submits(values, form)).toast).toContain('already');
    expect(as('bo').sees()).toContain('# A note about Ann Miller');
    expect((await as('carla').types('/perf note @ann great')).toast).toContain('somebody who reports to you');
    expect((await ann.types('/perf note @Anm great')).toast).toBe(
      'I don’t know “Anm”. Did you mean Ann Miller (@ann)?',
    );
    await ann.presses('Take back');
    expect(as('bo').sees()).toContain('A note was taken back');
    expect(await w.inside(() => notes.count({ by: 'ann' }))).toBe(0);
  });

  test('who reads notes: the two, HR and the partner of the unit, recorded; nobody else', async () => {
    const list = async (who: string) => {
      const reply = await as(who).types('/perf note list @ann');
      return reply.card ? transcript(reply.card) : reply.toast;
    };
    expect(await list('bo')).toContain('held the training');
    expect(await list('lin')).toContain('本次查看会记入审计记录');
    expect(await list('hanna')).toContain('held the training');
    for (const who of ['carla', 'chen', 'dev', 'zhao']) expect(await list(who)).not.toContain('training');
    expect((await kinds('ann')).filter((k) => k === 'feedback.notesRead')).toHaveLength(2);
    expect(transcript((await as('ann').types('/perf note list')).card!)).toContain('Notes about your work');
    await as('lin').presses('打开 1');
    expect(as('lin').sees()).toContain('It was two days');
    const [note] = await w.inside(() => notes.find({ person: 'ann' }));
    const comment = {
      kind: 'submit',
      token: `feedback.comment {"note":"${note?._id}"}`,
      values: { text: 'x' },
    };
    expect((await as('lin').sends(comment as never)).toast).toContain('由本人和直线经理来做');
  });

  test('another manager takes over what carries a name, not what was confided', async () => {
    await as('ann').types('/perf note finished the release');
    const bytes = Buffer.from(
      csv([
        ['E-mail', 'Manager e-mail'],
        ['ann@example.com', 'carla@example.com'],
      ]),
    );
    const file = w.platform.upload({ name: 'people.csv', type: 'text/csv', bytes });
    await as('hanna').types('/perf people import', [file]);
    await as('hanna').presses('Apply');
    const open = async (visibility: string) => {
      const [item] = await w.inside(() => feedbacks.find({ person: 'ann', kind: 'feedback', visibility }));
      return (who: string) =>
        as(who).sends({ kind: 'press', token: `feedback.open {"item":"${item?._id}"}` } as never);
    };
    const named = await open('named');
    const confided = await open('manager');
    expect((await named('carla')).toast).toBeUndefined();
    expect(as('carla').sees()).toContain('You let the intern go first');
    expect((await named('bo')).toast).toContain('Only the one');
    expect((await confided('carla')).toast).toContain('Only the one');
    expect((await confided('bo')).toast).toContain('Only the one');
    await as('bo').types('/perf feedback list');
    await as('bo').presses('My team');
    expect(as('bo').sees()).not.toContain('@tom about @ann');
    expect(transcript((await as('carla').types('/perf')).card!)).toContain('A note to look at');
    await as('carla').presses('Show');
    await as('carla').presses('Open 1');
    expect(as('carla').sees()).toContain('finished the release\n(Both have seen it.)');
  });

  test('somebody leaves: nobody waits for them, what they gave stays', async () => {
    await as('li').types('/perf feedback');
    await as('li').submits({ whom: ['nina', 'tom'] });
    await as('nina').types('/perf note closed the deal');
    const rows = [
      ['E-mail', 'Last day'],
      ['nina@example.com', '2027-01-01'],
      ['carla@example.com', '2027-01-01'],
    ];
    const file = w.platform.upload({ name: 'people.csv', type: 'text/csv', bytes: Buffer.from(csv(rows)) });
    await as('hanna').types('/perf people import', [file]);
    await as('hanna').presses('Apply');
    await as('hanna').presses('Yes, all 2');
    const states = await w.inside(() => requests.find({ from: 'li' }, { sort: { to: 1 } }));
    expect(states.map((r) => [r.to, r.state])).toEqual([
      ['nina', 'closed'],
      ['tom', 'open'],
    ]);
    expect(await w.inside(() => notes.count({ unseen: 'carla' }))).toBe(0);
    const all = await w.inside(() => evidenceOf('ann', '2027-01-01', '2027-03-31'));
    expect(all.length).toBeGreaterThan(3);
  });
});
