import fc from 'fast-check';
import { limits, shortened } from '../../adapters/slack/limits.ts';
import { escaped, textObjects, typed } from '../../adapters/slack/mrkdwn.ts';
import { pressOf, readPress, readTurn, turnTo } from '../../adapters/slack/tokens.ts';
import { bold, link, md, person } from '../../src/core/md.ts';
import { draw } from './kit/draw.ts';

const said = (text: string) =>
  textObjects(text, draw())
    .map((t) => t.text)
    .join('');

describe('text', () => {
  test.each([
    [
      'what people wrote is text',
      md`${'<!channel> & <@U1> *x*'} ${bold('b')}`,
      '&lt;!channel&gt; &amp; &lt;@U1&gt; *x* *b*',
    ],
    ['a person with an account is mentioned', md`Hello ${person('ann')}!`, 'Hello <@U0ANN>!'],
    ['one without is named, as text', md`Hello ${person('eve')}`, 'Hello &lt;!everyone&gt; &amp; Eve'],
    ['nobody is somebody', md`Hello ${person('nobody')}`, 'Hello somebody'],
    [
      'a link',
      md`see ${link('the | page', 'https://a.test/?a=1&b=<2>')}`,
      'see <https://a.test/?a=1&amp;b=%3C2%3E|the   page>',
    ],
    ['no link but of the web', md`${link('x', 'javascript:alert(1)')}`, 'x'],
    ['bold over lines, line by line', md`${bold('one\ntwo')}`, '*one*\n*two*'],
    ['bold between Chinese characters', md`目标${bold('增长')}已确认`, '目标\u200b*增长*\u200b已确认'],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    ['<mailto:bo@x.com|bo@x.com>', 'bo@x.com'],
    ['<mailto:bo@x.com>', 'bo@x.com'],
    ['<tel:+4930123|030 123>', '030 123'],
    ['<http://example.com|example.com>', 'example.com'],
    ['<https://a.test/?a=1&amp;b=2|the page>', 'https://a.test/?a=1&b=2'],
    ['<https://a.test/>', 'https://a.test/'],
  ])('%s was typed %s', (came, wrote) => {
    expect(typed(came)).toBe(wrote);
  });

  test('a moment reads in each reader’s own zone', () => {
    expect(said(md`at ${new Date('2027-01-14T10:00:00Z')}`)).toBe(
      'at <!date^1799920800^{date_short_pretty} {time}|Thu 14 Jan, 10:00 UTC>',
    );
  });

  test('stars of people, without any markup of ours, are sent as plain text', () => {
    expect(textObjects(md`${'*not bold* ~no~ `code`'}`, draw())).toEqual([
      { type: 'plain_text', text: '*not bold* ~no~ `code`', emoji: false },
    ]);
  });

  test('however long, in pieces that fit, nothing lost, no entity broken', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constant('& <b> '),
            fc.constant('字'.repeat(400)),
            fc.constant('x'.repeat(500)),
          ),
          { maxLength: 40 },
        ),
        (parts) => {
          const text = parts.join(' ');
          const objects = textObjects(md`${text}${bold('!')}`, draw());
          for (const { text: piece } of objects) {
            expect(piece.length).toBeLessThanOrEqual(limits.text);
            expect(piece.replace(/&(amp|lt|gt);/g, '')).not.toMatch(/[&<>]/);
          }
          const back = objects
            .map((o) => o.text)
            .join('')
            .replace(/[\s\u200b*∗]/g, '');
          expect(typed(back)).toBe(`${typed(escaped(text).replace(/[\s\u200b*]/g, ''))}!`);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('as typed: entities, links and channels are read back', () => {
    expect(typed('a &amp; b &lt;c&gt; <https://x.test/a|x.test> <#C1|general> <@U1|ann> <!here>')).toBe(
      'a & b <c> https://x.test/a #general <@U1|ann> @here',
    );
  });

  test('no half characters', () => {
    expect(shortened('ab😀cd', 4)).toBe('ab…');
    expect(shortened('abcd', 4)).toBe('abcd');
  });
});

describe('tokens', () => {
  test('come back as they went', () => {
    fc.assert(
      fc.property(fc.json(), fc.option(fc.string(), { nil: undefined }), (json, value) => {
        const token = `a.b ${JSON.stringify(JSON.parse(json))}`;
        expect(readPress(pressOf(token, value))).toEqual(value === undefined ? { token } : { token, value });
      }),
    );
    expect(readTurn(turnTo('A'.repeat(43), 7))).toEqual({ id: 'A'.repeat(43), page: 7 });
    expect(readTurn('slack.page ["../../x",1]')).toBeUndefined();
  });
});
