/** The printable record and its code; the archive; and that nothing confidential stands in any of them. */
import { facts } from '../../src/core/facts.ts';
import { play } from '../../src/core/play.ts';
import { cycles, participants } from '../../src/cycles/model.ts';
import { people } from '../../src/people/model.ts';
import { receiptsOf, resultOf, results } from '../../src/results/model.ts';
import { answers } from '../../src/reviews/model-answers.ts';
import type { World } from '../kit/world.ts';
import { feedbackOpens, ratedWorld, releasedWorld } from './arrange.ts';

let w: World;
afterEach(() => w.end());

const secret = 'Giver said this raw and alone.';
const giver = 'a7d1c1ee-giver';
/** One raw answer that no release holds: too few gave one in that group. */
const rawAnswers = () =>
  answers.insertAll([
    {
      _id: giver,
      cycle: 'q1',
      person: 'ann',
      group: 'report',
      levels: { competencies: '1' },
      examples: { competencies: secret },
      keep: secret,
    },
  ]);

/** Files that this person got, the newest last. */
const files = (person: string) =>
  w
    .as(person)
    .messages()
    .flatMap((m) => (m.file ? [{ name: m.file.name, text: m.file.bytes.toString('utf8') }] : []));

test('a record is one page without anything from outside, escaped, in the reader’s language', async () => {
  w = await releasedWorld('results-record', rawAnswers);
  const ann = w.as('ann');
  await ann.presses('Printable record');
  await w.as('wang').presses('打印存档');
  const [english] = files('ann');
  const [chinese] = files('wang');
  expect(english?.name).toBe('performance-record-2027-Q1-Ann-Miller-v1.html');
  const code = (await w.inside(() => resultOf('q1', 'ann')))?.code ?? '';
  for (const part of [code, 'Ann Miller', 'B, 3.41', '@page', '<svg', 'Cut the backlog', '<html lang="en">'])
    expect(english?.text).toContain(part);
  expect(english?.text).toContain('Final = (60 × 3.02 + 25 × 4 + 15 × 4) ÷ 100 = 3.412');
  expect(english?.text).toContain('&#60;!channel&#62;');
  expect(english?.text).not.toMatch(
    /<script|<link|<img|<iframe|https?:\/\/(?!www\.w3\.org\/2000\/svg)|url\(|@import|\son\w+=/i,
  );
  expect(chinese?.text).toContain('<html lang="zh-CN">');
  expect(chinese?.text).toContain('得分明细');
  await ann.types('/perf history');
  await ann.presses('As a page');
  await ann.presses('As a table');
  await ann.presses('Why this score?');
  await ann.presses('What colleagues say');
  const all = [...files('ann').map((f) => f.text), ann.sees()].join('\n');
  expect(all).toContain('"2027 Q1","1","2027-04-26"');
  expect(all).not.toContain(secret);
  expect(all).not.toContain(giver);
  const others = await w.inside(() => people.find({ _id: { $nin: ['ann', 'bo', 'hanna'] } }));
  expect(others.length).toBeGreaterThan(8);
  for (const { name } of others) expect(all).not.toContain(name);
  expect(await w.inside(() => answers.count({}))).toBe(1);
  expect(JSON.stringify(await w.inside(() => facts.find({})))).not.toMatch(
    /Giver said|3\.41|Explains things/,
  );
});

test('a code: genuine or not, what it says only for those who may; case and spaces do not matter', async () => {
  w = await releasedWorld('results-verify');
  const code = (await w.inside(() => resultOf('q1', 'ann')))?.code ?? '';
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ')} `;
  const tom = JSON.stringify((await w.as('tom').types(`/perf verify ${typed}`)).card);
  expect(tom).toContain('This record is genuine');
  expect(tom).toContain('Issued to **Ann Miller** on Mon 26 Apr 2027, version 1.');
  expect(tom).not.toMatch(/3\.41|"B|2027 Q1/);
  const bo = JSON.stringify((await w.as('bo').types(`/perf 验证 ${code}`)).card);
  expect(bo).toContain('B, 3.41');
  expect(bo).toContain('2027 Q1');
  const none = 'No record has this code.';
  expect((await w.as('tom').types('/perf verify AAAA-AAAA-AAAA-AAAA')).toast).toContain(none);
  expect((await w.as('tom').types('/perf verify <!channel>')).toast).toContain(none);
  expect((await w.as('tom').types('/perf verify')).toast).toContain('Please give the code');
});

test('a file that was sent along: as it was issued, or not', async () => {
  w = await releasedWorld('results-copy');
  const ann = w.as('ann');
  await ann.presses('Printable record');
  const [record] = files('ann');
  const code = (await w.inside(() => resultOf('q1', 'ann')))?.code ?? '';
  const good = w.platform.upload({
    name: 'r.html',
    type: 'text/html',
    bytes: Buffer.from(record?.text ?? ''),
  });
  const bad = w.platform.upload({
    name: 'r.html',
    type: 'text/html',
    bytes: Buffer.from((record?.text ?? '').replaceAll('B, 3.41', 'A, 3.91')),
  });
  const told = async (file: string) =>
    JSON.stringify((await w.as('tom').types(`/perf verify ${code}`, [file])).card);
  expect(await told(good)).toContain('exactly as it was issued');
  expect(await told(bad)).toContain('This file is not as it was issued');
  const other = (await w.inside(() => resultOf('q1', 'dev')))?.code ?? '';
  const crossed = await w.as('tom').types(`/perf verify ${other}`, [good]);
  expect(crossed.card?.title).toBe('This file is not as it was issued');
});

test('played through: words, sign-off, release, acknowledgements, by the people whose turn it is', async () => {
  w = await ratedWorld('results-played', async () => {
    await participants.change({ cycle: 'q1' }, { $set: { state: 'calibrated' } });
    await cycles.change({ _id: 'q1' }, { $addToSet: { opened: 'feedback' } });
  });
  await w.until(feedbackOpens);
  await w.until('2027-04-26T14:00:00Z');
  const everybody = (await w.inside(() => participants.find({ cycle: 'q1' }))).map((p) => p.person).sort();
  const all: string[] = [];
  for (const round of ['a', 'b', 'c', 'd', 'e']) {
    all.push(...(await play(w.parts, w.bot, everybody, round)).map((d) => d.what));
    await w.bot.settle();
  }
  for (const what of ['asked for the sign-off of the results', '签批了绩效结果', 'released the results'])
    expect(all).toContain(what);
  const receipts = await w.inside(() => receiptsOf('q1'));
  expect(receipts).toHaveLength(everybody.length);
  expect(receipts.filter((r) => r.state === 'acknowledged').length).toBeGreaterThan(everybody.length / 2);
  expect((await w.inside(() => results.find({}))).filter((r) => r.narrative).length).toBeGreaterThan(8);
});
