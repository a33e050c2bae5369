import fc from 'fast-check';
import { deedsIn, mostDeeds, readDay } from '../../src/checkins/deeds.ts';

/** A Wednesday. */
const today = '2027-02-03';

test.each([
  ['2027-02-15', '2027-02-15'],
  ['2027/2/15', '2027-02-15'],
  ['2027年2月15日', '2027-02-15'],
  ['15 Feb', '2027-02-15'],
  ['Feb 15th', '2027-02-15'],
  ['15 February 2028', '2028-02-15'],
  ['Mon, 15 Feb', '2027-02-15'],
  ['15/2', '2027-02-15'],
  ['2/15', '2027-02-15'],
  ['15.2.', '2027-02-15'],
  ['2 Jan', '2028-01-02'],
  ['10 Jan', '2027-01-10'],
  ['2月15号', '2027-02-15'],
  ['15号', '2027-02-15'],
  ['1号', '2027-03-01'],
  ['today', '2027-02-03'],
  ['by tomorrow', '2027-02-04'],
  ['后天', '2027-02-05'],
  ['Friday', '2027-02-05'],
  ['wed', '2027-02-03'],
  ['Tuesday', '2027-02-09'],
  ['next Friday', '2027-02-12'],
  ['周五前', '2027-02-05'],
  ['下周三', '2027-02-10'],
  ['星期一', '2027-02-08'],
  ['end of the week', '2027-02-05'],
  ['下周', '2027-02-12'],
  ['月底', '2027-02-28'],
  ['next month', '2027-03-31'],
  ['in two weeks', '2027-02-17'],
  ['within 3 days', '2027-02-06'],
  ['两周内', '2027-02-17'],
  ['3天后', '2027-02-06'],
  ['一个月', '2027-03-03'],
])('%s is %s', (said, day) => {
  expect(readDay(said, today)).toBe(day);
});

test.each([
  'soon',
  '31 Feb',
  '2027-02-30',
  'when Li is back',
  '',
  '99',
  'constructor',
  '__proto__',
  '周末愉快',
])('%s is no day', (said) => {
  expect(readDay(said, today)).toBeUndefined();
});

test('one line each, with or without a day, whatever stands before it', () => {
  const text = [
    '- Send the draft to Li — by Friday',
    '2) Review by Li, by 15 Feb',
    '• Ask, again: next week',
    'Write it down (tomorrow)',
    '周五前发给小李',
    '把初稿发给小李 — 下周三',
    'Call the customer on Friday morning',
    'Think about it',
  ]
    .slice(0, mostDeeds)
    .join('\n');
  expect(deedsIn(text, today)).toEqual([
    { what: 'Send the draft to Li', by: '2027-02-05' },
    { what: 'Review by Li', by: '2027-02-15' },
    { what: 'Ask, again', by: '2027-02-12' },
    { what: 'Write it down', by: '2027-02-04' },
    { what: '发给小李', by: '2027-02-05' },
    { what: '把初稿发给小李', by: '2027-02-10' },
    { what: 'Call the customer on Friday morning', by: '2027-02-05' },
  ]);
  expect(deedsIn('Think about it', today)).toEqual([{ what: 'Think about it' }]);
});

test('a Chinese keyboard writes its own commas, colons and brackets', () => {
  expect(deedsIn('1、发初稿：周五；2）对数据（下周三）；写总结，月底\n周五前，约小李', today)).toEqual([
    { what: '发初稿', by: '2027-02-05' },
    { what: '对数据', by: '2027-02-10' },
    { what: '写总结', by: '2027-02-28' },
    { what: '约小李', by: '2027-02-05' },
  ]);
  expect(deedsIn('2.5 hours of reading', today)).toEqual([{ what: '2.5 hours of reading' }]);
});

test('more lines than a card holds are joined, never dropped', () => {
  const all = Array.from({ length: 12 }, (_, i) => `do ${i}`);
  const read = deedsIn(all.join('\n'), today);
  expect(read).toHaveLength(mostDeeds);
  for (const one of all) expect(read.map((d) => d.what).join(' ')).toContain(one);
});

test('whatever is typed, the words stay and nothing breaks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      for (const deed of deedsIn(text, today)) expect(deed.what).not.toBe('');
    }),
    { numRuns: 500 },
  );
  const long = `Write ${'x'.repeat(10_000)} — by Friday`;
  expect(deedsIn(long, today)[0]?.by).toBe('2027-02-05');
});
