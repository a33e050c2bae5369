/** From the release to both people's word: Bo in Berlin with Dev in New York, who has a C, and Ann, for whom a few lines do. */
import { facts } from '../../src/core/facts.ts';
import { type Interview, interviews, interviewsHeld } from '../../src/interviews/model.ts';
import type { Someone, World } from '../kit/world.ts';
import { releasedWorld } from '../results/arrange.ts';

let w: World;
let bo: Someone;
let dev: Someone;
beforeAll(async () => {
  w = await releasedWorld('interviews-journey');
  await w.until('2027-04-26T07:10:00Z');
  [bo, dev] = [w.as('bo'), w.as('dev')];
});
afterAll(() => w.end());

const of = (person: string): Promise<Interview> => w.inside(() => interviews.must(`q1:${person}`));
const unfolded = (person: string): string[] =>
  w
    .as(person)
    .messages()
    .flatMap((m) => (m.file ? [m.file.bytes.toString().replace(/\r\n /g, '')] : []));
const last = (person: string) => w.as(person).messages().at(-1)?.card;
const withDev = 'Conversation with Dev';
const withBo = 'Conversation with Bo';

test('who has to meet is due, for the others a few lines are enough; the manager hears of all on one card', async () => {
  expect(await of('dev')).toMatchObject({ state: 'due', reasons: ['grade'], manager: 'bo' });
  expect(await of('tom')).toMatchObject({ state: 'due', reasons: ['grade', 'plan'] });
  expect(await of('ann')).toMatchObject({ state: 'offered', reasons: [] });
  expect(await w.inside(() => interviews.get('q1:chen'))).toBeUndefined();
  expect(bo.messages().filter((m) => m.card.title.startsWith('Feedback conversations'))).toHaveLength(1);
  expect(bo.sees()).toContain('| Dev Patel | needs a time |');
  expect(dev.sees()).not.toContain('Conversation');
  expect(JSON.stringify(await bo.home())).toContain('Feedback in 2027 Q1: 0 of 2 done');
});

test('the manager chooses a time, the person asks for another, the manager takes it', async () => {
  await bo.presses('Dev Patel', 'Feedback conversations');
  await bo.presses('Wed 28 Apr, 15:30 (Dev Patel: 09:30)', withDev);
  expect(dev.sees()).toContain('@bo proposes 2027-04-28T13:30:00.000Z, 45 minutes.');
  expect(last('dev')?.tone).toBe('attention');
  await dev.presses('Another time', withBo);
  const past = await dev.submits({ day: '2027-04-20', time: '10:00' });
  expect(past.errors?.day).toContain('still to come');
  await dev.presses('Another time', withBo);
  await dev.submits({ day: '2027-04-29', time: '07:00', place: 'Room 5; second floor' });
  expect(bo.sees()).toContain('@dev proposes 2027-04-29T11:00:00.000Z');
  expect(bo.sees()).toContain('For @dev it is 07:00 then, outside the usual hours.');
  expect(unfolded('bo')).toEqual([]);
  await bo.presses('That works', withDev);
  expect(await of('dev')).toMatchObject({
    state: 'scheduled',
    agreed: { at: new Date('2027-04-29T11:00:00Z') },
  });
});

test('both get the event, with a title that tells nothing', () => {
  for (const who of ['bo', 'dev']) {
    const [file = ''] = unfolded(who);
    expect(file).toContain('DTSTART:20270429T110000Z\r\nDTEND:20270429T114500Z');
    expect(file).toContain('SUMMARY:Conversation: Dev Patel and Bo Larsen');
    expect(file).toContain('LOCATION:Room 5\\; second floor');
    expect(file).toContain('SEQUENCE:0');
    expect(file).not.toMatch(/result|grade|score|performance|review|feedback/i);
  }
});

test('another time leaves the agreed one standing until both take it; the event moves', async () => {
  await bo.presses('Another time', withDev);
  await bo.submits({ day: '2027-05-04', time: '16:00', place: 'Room 6' });
  expect(dev.sees()).toContain('Until both take the new time, 2027-04-29T11:00:00.000Z stands as agreed.');
  await bo.presses('Keep the agreed time', withDev);
  expect(await of('dev')).toMatchObject({ state: 'scheduled', agreed: { place: 'Room 5; second floor' } });
  await bo.presses('Another time', withDev);
  await bo.submits({ day: '2027-05-04', time: '16:00' });
  await dev.presses('That works', withBo);
  const files = unfolded('dev');
  expect(files).toHaveLength(2);
  const uid = (file = '') => /UID:(.*)\r/.exec(file)?.[1];
  expect(uid(files[1])).toBe(uid(files[0]));
  expect(files[1]).toContain('SEQUENCE:1');
  expect(files[1]).toContain('DTSTART:20270504T140000Z');
});

test('both find it on Home', async () => {
  expect(JSON.stringify(await dev.home())).toContain('You and Bo Larsen talk Tue 4 May, 10:00');
});

test('the person prepares; nobody else sees it before it is shared', async () => {
  await dev.presses('Prepare', withBo);
  await dev.submits({ ask: 'What would have been a B?', talk: 'More time for the platform' });
  expect(dev.sees()).toContain('To ask: What would have been a B?');
  await bo.presses('Agenda', withDev);
  expect(bo.sees()).not.toContain('What would have been a B?');
  await dev.presses('Share it', withBo);
  await bo.presses('Agenda', withDev);
  expect(bo.sees()).toContain('To ask: What would have been a B?');
});

test('the agenda: result, goals, own words, questions from the case', () => {
  const agenda = bo.sees().split('# Agenda').at(-1) ?? '';
  expect(agenda).toContain('C (');
  expect(agenda).toContain('| Cut the backlog | 60 % | 80 % |');
  expect(agenda.match(/^• .*\?/gm)?.length).toBe(3);
  expect(agenda).toContain('the one thing that would change most');
});

test('when the time is over the manager is asked for notes; a step needs a day', async () => {
  await w.until('2027-05-04T14:46:00Z');
  await bo.presses('Note what we agreed', withDev);
  const step = await bo.submits({
    day: '2027-05-04',
    agreed: 'One hour a week for the backlog.',
    step_1: 'Plan it',
  });
  expect(step.errors?.by_1).toContain('By when?');
  await bo.presses('Note what we agreed', withDev);
  await bo.submits({
    day: '2027-05-04',
    agreed: 'One hour a week for the backlog.',
    step_1: 'Plan it',
    by_1: '2027-05-14',
    support: 'No pager on Fridays.',
  });
  expect(dev.sees()).toContain('One hour a week for the backlog.');
  expect(dev.sees()).toContain('Support promised: No pager on Fridays.');
  expect(await of('dev')).toMatchObject({ state: 'held', heldOn: '2027-05-04', confirmed: [] });
});

test('a change takes the confirmation back; who has not seen it cannot confirm it', async () => {
  const stale = w.platform.find('bo', 'Confirm', withDev);
  await dev.presses('Confirm', withBo);
  expect(bo.sees()).toContain('@dev has confirmed; your word is missing.');
  expect((await dev.sends({ kind: 'press', token: stale.button.token })).toast).toContain(
    'confirmed it already',
  );
  await bo.presses('Change', withDev);
  const form = bo.form();
  const values = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  await bo.submits({ ...values, agreed: 'Two hours a week for the backlog.' });
  expect(await of('dev')).toMatchObject({ state: 'held', confirmed: [], edition: 2 });
  // The form of before would write over what was changed since.
  expect((await dev.submits(values, form)).toast).toContain('changed meanwhile');
  expect((await bo.sends({ kind: 'press', token: stale.button.token })).toast).toContain('changed meanwhile');
  expect((await of('dev')).confirmed).toEqual([]);
});

test('done when both have confirmed; another view stands beside it', async () => {
  await dev.presses('We see this differently', withBo);
  await dev.submits({ text: 'I had asked for the hour in January.' });
  expect(await of('dev')).toMatchObject({ state: 'confirmed', confirmed: ['person'] });
  expect(bo.sees()).toContain('@dev sees it differently: I had asked for the hour in January.');
  await bo.presses('Confirm', withDev);
  const now = await of('dev');
  expect(now).toMatchObject({ state: 'done', confirmed: ['person', 'manager'], doneWith: 'bo' });
  for (const who of ['bo', 'dev']) expect(w.as(who).sees()).toContain('Both confirmed');
  expect((await bo.types('/perf interview @dev')).toast).toBeUndefined();
  expect(last('bo')?.blocks.some((b) => b.type === 'actions')).toBe(false);
  expect(await w.inside(() => interviewsHeld('q1', 'bo'))).toEqual({ held: 1, silent: 0 });
});

test('written feedback: the manager writes, the person confirms or wants to talk', async () => {
  await bo.types('/perf interview @ann');
  await bo.presses('Write a few lines', 'Conversation with Ann');
  await bo.submits({ seen: 'You rewrote the guide.', next: 'Lead the next one.' });
  const ann = w.as('ann');
  expect(ann.sees()).toContain('What @bo saw and what it changed: You rewrote the guide.');
  expect(await of('ann')).toMatchObject({ state: 'written', confirmed: ['manager'] });
  await ann.presses('I’d rather talk', withBo);
  expect(await of('ann')).toMatchObject({ state: 'due', reasons: ['asked'] });
  expect(bo.sees()).toContain('You meet face to face: one of you asked for it.');
  expect(ann.sees()).toContain('You rewrote the guide.');
});

test('no fact tells why they meet or what was said', async () => {
  const rows = (await w.inside(() => facts.find({}))).filter((f) => f.kind.startsWith('interviews.'));
  expect(rows.length).toBeGreaterThan(8);
  expect(JSON.stringify(rows)).not.toMatch(/grade|backlog|guide|January|Room/);
});
