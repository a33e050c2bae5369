/** Who may read and give out; codes as they are typed; pages. */
import fc from 'fast-check';
import { isHr } from '../../src/people/policy.ts';
import { pagesOf } from '../../src/results/paged.ts';
import { leads, readsResult, runsRelease, signs } from '../../src/results/policy.ts';
import { firstLook } from '../../src/results/rules.ts';
import { codeIn } from '../../src/results/verifying.ts';
import { at } from './sample.ts';

const batch = () => ({ by: 'hanna', look: firstLook(at) }) as never;

describe('who may', () => {
  const who = (id: string, ...roles: string[]) => ({ id, roles, locale: 'en' as const, zone: 'UTC' });
  const standing = { person: 'ann', unit: 'Product', line: ['bo', 'chen'], partnerOf: [] };

  test.each([
    ['ann', [], [], true],
    ['bo', [], [], true],
    ['chen', ['executive'], [], true],
    ['hanna', ['hr'], [], true],
    ['lin', ['hrbp'], ['Product'], true],
    ['lin', ['hrbp'], ['Support'], false],
    ['tom', [], ['Product'], false],
    ['carla', ['executive'], [], false],
  ] as const)('%s %j %j reads: %s', (id, roles, partnerOf, may) => {
    const verdict = readsResult(who(id, ...roles), { ...standing, partnerOf });
    expect(verdict === true).toBe(may);
    if (verdict !== true) expect(verdict('zh')).toContain('本人');
  });

  test('nobody writes words or gives out for themselves, not even as their own manager', () => {
    expect(leads(who('bo'), { person: 'ann', manager: 'bo' })).toBe(true);
    expect(leads(who('chen'), { person: 'ann', manager: 'bo' })).not.toBe(true);
    expect(leads(who('ann', 'hr', 'hrHead'), { person: 'ann', manager: 'ann' })).not.toBe(true);
  });

  test('HR asks, an executive or the head signs, never the one who asked', () => {
    const of = { batch: batch() };
    expect(runsRelease(who('lin', 'hrbp'), of)).not.toBe(true);
    expect(isHr(who('hanna', 'hr'))).toBe(true);
    expect(signs(who('chen', 'executive'), of)).toBe(true);
    expect(signs(who('grete', 'hrHead'), of)).toBe(true);
    expect(signs(who('hanna', 'hr', 'hrHead', 'executive'), of)).not.toBe(true);
    expect(signs(who('lin', 'hr'), of)).not.toBe(true);
  });
});

test('a code is read in spite of case, spaces, dashes and full-width letters', () => {
  for (const typed of [
    'KX7M-2P9Q-AAAA-BBBB',
    ' kx7m 2p9q aaaa bbbb',
    'ｋｘ７ｍ２ｐ９ｑａａａａｂｂｂｂ',
    'KX7M–2P9Q–AAAA–BBBB',
  ])
    expect(codeIn(typed)).toBe('KX7M-2P9Q-AAAA-BBBB');
  expect(codeIn('<!channel>')).toBeUndefined();
});

test('pages: every block is on exactly one, in order, none too heavy unless it is alone', () => {
  const block = fc
    .integer({ min: 1, max: 9000 })
    .map((n) => ({ type: 'text' as const, text: 'x'.repeat(n) as never }));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 60 }), (blocks) => {
      const pages = pagesOf(blocks);
      expect(pages.flat()).toEqual(blocks);
      for (const page of pages)
        expect(page.length <= 1 || Buffer.byteLength(JSON.stringify(page)) < 17_000).toBe(true);
    }),
    { numRuns: 60 },
  );
});
