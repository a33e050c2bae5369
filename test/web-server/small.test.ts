import { cleanName } from '../../adapters/web/files.ts';
import { paramsOf } from '../../adapters/web/http.ts';
import { messages, type Saying, sentence } from '../../adapters/web/messages.ts';
import { paceOf } from '../../adapters/web/pace.ts';
import { filesIn, rendered } from '../../adapters/web/render.ts';
import { oneByOne, sequence } from '../../adapters/web/sequence.ts';
import type { Block, Card } from '../../src/core/card.ts';
import { md } from '../../src/core/md.ts';

describe('sequence', () => {
  test('a reader goes on from below what is under way', () => {
    const order = sequence();
    order.startAfter(10);
    const first = order.take();
    const second = order.take();
    expect([first, second, order.settled(), order.latest()]).toEqual([11, 12, 10, 12]);
    order.done(second);
    expect(order.settled()).toBe(10);
    order.done(first);
    order.done(first);
    expect(order.settled()).toBe(12);
  });

  test('one by one, a failure stops nobody', async () => {
    const inTurn = oneByOne();
    const seen: string[] = [];
    const slow = inTurn(async () => {
      await new Promise((done) => setTimeout(done, 5));
      seen.push('slow');
    });
    const bad = inTurn(() => Promise.reject(new Error('no')));
    const fast = inTurn(async () => seen.push('fast'));
    await expect(bad).rejects.toThrow('no');
    await Promise.all([slow, fast]);
    expect(seen).toEqual(['slow', 'fast']);
  });
});

test('pace: a burst of 60, then 20 a second, each person alone', () => {
  let at = 0;
  const may = paceOf(() => at);
  const burst = (who: string) => Array.from({ length: 100 }, () => may(who)).filter(Boolean).length;
  expect([burst('ann'), burst('bo')]).toEqual([60, 60]);
  at = 500;
  expect(burst('ann')).toBe(10);
  at = 3_600_000;
  expect(burst('ann')).toBe(60);
});

test.each([
  ['report.pdf', 'report.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\temp\\x.txt', 'x.txt'],
  ['.hidden', 'hidden'],
  ['..', 'file'],
  ['', 'file'],
  ['a\u0000b\r\n.txt', 'ab.txt'],
  ['photo\u202egpj.exe', 'photogpj.exe'],
  ['绩效 报告.xlsx', '绩效 报告.xlsx'],
  ['"q"<b>.txt', 'qb.txt'],
  [`${'長'.repeat(300)}.docx`, `${'長'.repeat(150)}.docx`],
])('the file name %j becomes %j', (given, kept) => {
  expect(cleanName(given)).toBe(kept);
});

test.each([
  ['/api/people/:id/feed', '/api/people/bo/feed', { id: 'bo' }],
  ['/api/people/:id/feed', '/api/people/b%C3%B6/feed', { id: 'bö' }],
  ['/api/people/:id/feed', '/api/people//feed', undefined],
  ['/api/people/:id/feed', '/api/people/%ff/feed', undefined],
  ['/api/people/:id/feed', '/api/people/bo/feed/', undefined],
  ['/api/people', '/api/people', {}],
])('%s and %s', (pattern, path, params) => {
  expect(paramsOf(pattern, path)).toEqual(params);
});

test.each(Object.keys(messages) as Saying[])('%s is said in both languages', (saying) => {
  expect(sentence(saying, 'en', 'x')).toMatch(/\S/);
  expect(sentence(saying, 'zh', 'x')).toMatch(saying === 'sentence' ? /x/ : /[\u4e00-\u9fff]/);
});

describe('rendering', () => {
  const card = (...blocks: Block[]): Card => ({ title: 'T', blocks });
  const token = 'x'.repeat(4001);

  test('what fits is its own JSON', () => {
    const fine = card(
      { type: 'text', text: md`hi` },
      { type: 'image', file: 'file_1', alt: '' },
      { type: 'divider' },
    );
    expect(JSON.parse(rendered(fine))).toEqual(fine);
    expect(filesIn(fine)).toEqual(['file_1']);
  });

  test.each<[string, Card]>([
    ['characters of a text', card({ type: 'text', text: md`${'x'.repeat(12_001)}` })],
    [
      'buttons',
      card({ type: 'actions', items: Array.from({ length: 26 }, () => ({ label: 'a', token: 't' })) }),
    ],
    ['token', card({ type: 'actions', items: [{ label: 'a', token }] })],
    ['token', card({ type: 'choices', label: 'a', token, options: [] })],
    [
      'options',
      card({
        type: 'choices',
        label: 'a',
        token: 't',
        options: Array.from({ length: 501 }, (_, i) => ({ label: 'a', value: `${i}` })),
      }),
    ],
    ['blocks', card(...Array.from({ length: 401 }, () => ({ type: 'divider' }) as const))],
    ['bytes', card({ type: 'table', columns: [{ label: 'a' }], rows: [['長'.repeat(170_000)]] })],
  ])('too many %s are refused, not cut', (what, tooMuch) => {
    expect(() => rendered(tooMuch)).toThrow(what);
  });
});
