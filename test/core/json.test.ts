import fc from 'fast-check';
import { brokenLine, readExactly } from '../../src/core/json.ts';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where a text stops being JSON', () => {
  test.each([
    ['[\n {"a": x}\n]', 2],
    ['[\n {"a": 1,}\n]', 2],
    ['[\n {"a": 1}\n {"b": 2}\n]', 3],
    ['{\n "a": 1\n "b": 2\n}', 3],
    ['[\n 01\n]', 2],
    ['[\n "no end,\n 1]', 2],
    ['[\n 1', 2],
    ['', 1],
    ['[]\n\n]', 3],
    ["{'a': 1}", 1],
    ['[1,\n\n2,\n}', 4],
    ['// hi\n[]', 1],
    ['NaN', 1],
  ])('%j: line %i', (text, line) => {
    expect(brokenLine(text)).toBe(line);
  });

  test('JSON is never called broken, and what is broken always is', () => {
    const alphabet = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5e3',
      'true',
      ' ',
      '\n',
      '"',
      '\\',
      '.',
      '\u0085',
    ];
    const soup = fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((all) => all.join(''));
    const cut = fc
      .tuple(fc.json(), fc.nat({ max: 200 }), fc.constantFrom('', ...alphabet))
      .map(([text, at, more]) => text.slice(0, at) + more + text.slice(at));
    fc.assert(
      fc.property(fc.oneof(fc.json(), soup, cut), (text) => {
        expect(brokenLine(text) === null).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('a deep nest and a long text do no harm', () => {
    expect(brokenLine('['.repeat(200_000))).toBe(1);
    expect(brokenLine(JSON.stringify('a\\n"é'.repeat(200_000)))).toBeNull();
  });
});

describe('numbers as they are written', () => {
  test('what a double cannot hold stays text', () => {
    expect(
      readExactly(
        '[0.12345678901234567890, 9007199254740993, 1e400, 0.1, 1.0, -0, "1.00000000000000000001"]',
      ),
    ).toEqual(['0.12345678901234567890', '9007199254740993', '1e400', 0.1, 1, -0, '1.00000000000000000001']);
  });

  test('everything else is read as ever', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readExactly(text)).toEqual(JSON.parse(text));
      }),
    );
  });
});
