import fc from 'fast-check';
import { z } from 'zod';
import { action, readToken } from '../../src/core/action.ts';
import { distance, findCommand, unknown } from '../../src/core/command.ts';
import { Refusal } from '../../src/core/errors.ts';
import { readFields } from '../../src/core/fields.ts';
import type { Command } from '../../src/core/module.ts';
import { choice, day, many, maybe, number, text, whole } from '../../src/core/values.ts';

const agree = action('goals.agree', { goal: z.string(), rev: z.number() });

describe('a button is a value', () => {
  test('and comes back as it was', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (goal, rev) => {
        const read = readToken(agree.token({ goal, rev }));
        expect(read?.name).toBe('goals.agree');
        expect(agree.args.parse(read?.args)).toEqual({ goal, rev });
      }),
    );
  });
  test('forged ones are not read', () => {
    for (const token of ['', 'x', 'goals.agree', 'goals.agree {', 'goals.agree nonsense'])
      expect(readToken(token)).toBeUndefined();
    expect(agree.args.safeParse({ goal: 'g', rev: 1, admin: true }).success).toBe(false);
    expect(agree.args.safeParse(JSON.parse('{"goal":"g","rev":1,"__proto__":{"x":1}}')).success).toBe(false);
  });
});

const form = action(
  'form',
  {},
  {
    title: text(10),
    on: day(),
    size: maybe(number(0, 100)),
    count: maybe(whole(1, 9)),
    kind: choice('a', 'b'),
    who: many(2),
  },
);
const good = { title: ' hello ', on: '2027-02-28', kind: 'a', who: 'x' };

describe('fields of a form', () => {
  test('are read from strings, numbers and lists', () => {
    expect(readFields(form as never, { ...good, size: '12,5', count: ['3'] })).toEqual({
      title: 'hello',
      on: '2027-02-28',
      kind: 'a',
      who: ['x'],
      size: 12.5,
      count: 3,
    });
    expect(readFields(form as never, { ...good, size: '85%', count: 3 })).toMatchObject({
      size: 85,
      count: 3,
    });
  });
  test.each([
    ['title', '', 'Please fill this in.'],
    ['title', 'x'.repeat(11), 'Please stay within 10 characters. Your text is still here.'],
    ['on', '2027-02-30', 'Please give a date like 2027-01-15.'],
    ['size', 'lots', 'Please give a number, like 40 or 3.5.'],
    ['size', '101', 'Please give a number from 0 to 100.'],
    ['count', '1.5', 'Please give a whole number.'],
    ['kind', 'c', 'Please choose one of the options.'],
    ['who', ['1', '2', '3'], 'Please choose 2 at most.'],
  ])('%s = %j is answered beside the field', (field, value, sentence) => {
    try {
      readFields(form as never, { ...good, [field]: value });
      throw new Error('was taken');
    } catch (e) {
      expect(e).toBeInstanceOf(Refusal);
      expect((e as Refusal).fields[field]?.('en')).toBe(sentence);
      expect((e as Refusal).fields[field]?.('zh')).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('commands', () => {
  const named = (name: string) => ({ name }) as Command;
  const commands = new Map(
    ['', 'help', 'kickoff', 'people import', 'people', '目标', 'goals'].map((n) => [n, named(n)]),
  );
  test.each([
    ['', '', ''],
    ['  KickOff from Q1 ', 'kickoff', 'from Q1'],
    ['people import', 'people import', ''],
    ['people find bo', 'people', 'find bo'],
    ['目标', '目标', ''],
    ['goals', 'goals', ''],
  ])('“%s”', (typed, name, rest) => {
    expect(findCommand(commands, typed)).toEqual({ command: named(name), rest });
  });
  test('a mistyped one gets its nearest, nonsense gets the way to help', () => {
    expect(unknown(commands, 'kikcoff')('en')).toContain('/perf kickoff');
    expect(unknown(commands, 'goal')('zh')).toContain('/perf goals');
    expect(unknown(commands, 'xyzzyxyzzy')('en')).toContain('/perf help');
  });
  test('the distance of words is a metric', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, a)).toBe(0);
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      }),
    );
  });
});
