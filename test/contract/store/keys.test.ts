import { Binary, Double, Int32, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { documentKey, fieldKey, inverted, keyOf } from '../../../src/embedded/keys.ts';
import { compare, equal } from '../../../src/embedded/order.ts';

const number = fc.oneof(
  fc.double(),
  fc.integer().map((n) => new Int32(n)),
  fc.double().map((n) => new Double(n)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((n) => Long.fromBigInt(n)),
  // Where doubles and longs lie close together.
  fc
    .tuple(fc.constantFrom(53n, 54n, 60n, 62n), fc.bigInt({ min: -3n, max: 3n }), fc.boolean())
    .map(([e, d, long]) => {
      const n = 2n ** e + d;
      return long ? Long.fromBigInt(n) : new Double(Number(n));
    }),
  fc.constantFrom(Number.NaN, 0, -0, 2 ** 63, -(2 ** 63), Number.POSITIVE_INFINITY),
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', '中', '😀', '\uffff'),
);
const scalar = fc.oneof(
  number,
  text,
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 5 }).map((bytes) => new Binary(bytes)),
);
const name = fc.constantFrom('a', 'b', 'ab', '__proto__', '');
const value = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, fc.array(tie('value'), { maxLength: 3 }), tie('object')),
  object: fc
    .array(fc.tuple(name, tie('value')), { maxLength: 3 })
    .map((entries) => Object.fromEntries(entries) as unknown),
})).value;

const sign = (n: number): number => Math.sign(n);

test('the order of keys is the order of values', () => {
  fc.assert(
    fc.property(value, value, (a, b) => {
      expect(sign(Buffer.compare(keyOf(a), keyOf(b)))).toBe(sign(compare(a, b)));
      expect(sign(Buffer.compare(inverted(keyOf(a)), inverted(keyOf(b))))).toBe(-sign(compare(a, b)) + 0);
    }),
    { numRuns: 2000 },
  );
});

test('no key begins with another one, so keys in a row keep the order of the first that differs', () => {
  fc.assert(
    fc.property(value, value, value, value, (a, b, c, d) => {
      const first = Buffer.concat([keyOf(a), keyOf(b)]);
      const second = Buffer.concat([keyOf(c), keyOf(d)]);
      expect(sign(Buffer.compare(first, second))).toBe(sign(compare(a, c) || compare(b, d)));
      const third = Buffer.concat([inverted(keyOf(a)), keyOf(b)]);
      const fourth = Buffer.concat([inverted(keyOf(c)), keyOf(d)]);
      expect(sign(Buffer.compare(third, fourth))).toBe(sign(compare(c, a) || compare(b, d)));
    }),
    { numRuns: 1500 },
  );
});

test('a value that is cut short is still told from every other', () => {
  const long = fc.tuple(fc.constantFrom('x'.repeat(60), 'y'.repeat(70)), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(long, long, fc.boolean(), (a, b, descending) => {
      const [x, y] = [a.join(''), b.join('')];
      expect(fieldKey(x, descending, 40).equals(fieldKey(y, descending, 40))).toBe(equal(x, y));
    }),
  );
});

test('an _id that LMDB could not hold is refused', () => {
  expect(() => documentKey('x'.repeat(600))).toThrow('too long');
  expect(documentKey('x'.repeat(500))).toHaveLength(503);
});
