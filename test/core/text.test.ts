import fc from 'fast-check';
import type { Card } from '../../src/core/card.ts';
import { fitted, Unfit } from '../../src/core/fit.ts';
import { catalogue, dayWords, listWords, momentWords } from '../../src/core/i18n.ts';
import { bold, inside, lines, link, type Md, md, person, spans } from '../../src/core/md.ts';

const plain = (text: string) =>
  spans(text)
    .map((s) => ('text' in s ? s.text : ''))
    .join('');

describe('md', () => {
  test('what people write never turns into markup', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const read = spans(md`${written}`);
        expect(read.every((s) => 'text' in s && !('link' in s) && !('bold' in s))).toBe(true);
        expect(plain(md`${written}`)).toBe(written);
      }),
    );
  });

  test('its whole markup comes back as spans', () => {
    const at = new Date('2027-01-04T09:00:00Z');
    const text = md`${bold('a*b')} by ${person('ann')} ${at}, see ${link('[x]', 'https://x.org/(1)')}`;
    expect(spans(text)).toEqual([
      { text: 'a*b', bold: true },
      { text: ' by ' },
      { person: 'ann' },
      { text: ' ' },
      { time: at },
      { text: ', see ' },
      { link: 'https://x.org/(1)', text: '[x]' },
    ]);
  });

  test('only web and mail addresses become links', () => {
    expect(spans(md`${link('here', 'javascript:alert(1)')}`)).toEqual([{ text: 'here' }]);
  });

  test('texts are set into texts and joined by lines', () => {
    expect(spans(lines(md`${inside(md`${bold('x')}`)}`, false, md`y`))).toEqual([
      { text: 'x', bold: true },
      { text: '\ny' },
    ]);
  });
});

describe('catalogue', () => {
  const say = catalogue({
    hello: { en: 'Hello', zh: '你好' },
    of: { en: (n: number) => `${n} of them`, zh: (n: number) => `共 ${n} 个` },
  });
  test('speaks both languages', () => {
    expect([say('en').hello, say('zh').hello, say('en').of(2), say('zh').of(2)]).toEqual([
      'Hello',
      '你好',
      '2 of them',
      '共 2 个',
    ]);
  });
  test('days, moments and lists are written as people write them', () => {
    const now = new Date('2027-01-04T00:00:00Z');
    expect(dayWords('en', '2027-01-15', now)).toBe('Fri 15 Jan');
    expect(dayWords('zh', '2027-01-15', now)).toBe('1月15日周五');
    expect(dayWords('en', '2028-01-15', now)).toContain('2028');
    expect(momentWords('en', 'Asia/Shanghai', new Date('2027-01-14T02:00:00Z'))).toContain('10:00');
    expect(listWords('zh', ['甲', '乙', '丙'])).toBe('甲、乙和丙');
  });
});

describe('fitted', () => {
  const limits = { cardBytes: 4000, elements: 20, text: 50, buttons: 2, options: 3, token: 20 };
  const card = (text: string): Card => ({ title: 't', blocks: [{ type: 'text', text: md`${text}` }] });

  test('a long text becomes several blocks and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (written) => {
        const { blocks } = fitted(card(written), limits);
        expect(blocks.map((b) => (b.type === 'text' ? plain(b.text) : '')).join('')).toBe(written);
        expect(blocks.every((b) => b.type === 'text' && b.text.length <= limits.text)).toBe(true);
      }),
    );
  });

  test('many buttons become several rows', () => {
    const items = [1, 2, 3].map((n) => ({ label: `${n}`, token: 't' }));
    expect(fitted({ title: 't', blocks: [{ type: 'actions', items }] }, limits).blocks).toHaveLength(2);
  });

  test('what does not fit is refused, not cut', () => {
    const options = [1, 2, 3, 4].map((n) => ({ label: `${n}`, value: `${n}` }));
    const choices: Card = { title: 't', blocks: [{ type: 'choices', label: 'l', token: 't', options }] };
    expect(() => fitted(choices, limits)).toThrow(Unfit);
    const token: Card = {
      title: 't',
      blocks: [{ type: 'actions', items: [{ label: 'x', token: 'y'.repeat(21) }] }],
    };
    expect(() => fitted(token, limits)).toThrow('token of 21 characters');
    expect(() => fitted(card('x'.repeat(5000)), limits)).toThrow(Unfit);
  });
});

test('an empty Md is a text too', () => {
  expect(spans('' as Md)).toEqual([]);
});
