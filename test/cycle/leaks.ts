/** What of the confidential answers about Ann stands in a text: nothing of this may be read by her, her line or anybody. */
import { type Giver, givers, keepOf } from './marked.ts';

export type Leak =
  | 'a word of too few'
  | 'a whole comment'
  | 'a comment beside a name'
  | 'levels as they were given'
  | 'an exact mean'
  | 'how many answered'
  | 'who answered'
  | 'when it was answered'
  | 'an id of an answer';

const heard = givers.filter((g) => g.group === 'peer');
const tooFew = givers.filter((g) => g.group === 'partner');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (all: readonly string[]) => all.map(escaped).join('|');

/** Whole words, so that `dev` is not in `development`; Chinese stands without spaces. */
const wordsOf = (all: readonly string[], flags = 'u') =>
  new RegExp(
    all
      .map((word) =>
        /\p{Script=Han}/u.test(word)
          ? escaped(word)
          : `(?<![\\p{L}\\p{N}_])${escaped(word)}(?![\\p{L}\\p{N}_])`,
      )
      .join('|'),
    flags,
  );

const marks = (of: readonly Giver[]) => new RegExp(anyOf(of.flatMap((g) => g.words)));
const [ofMany, ofFew, ofAll] = [marks(heard), marks(tooFew), marks(givers)];
const names = wordsOf(givers.flatMap((g) => [g.name, g.id]));
const whole = new RegExp(anyOf(givers.map(keepOf)));

/** Words of colleagues, as all may read them who may read what colleagues say. */
export const speaks = (text: string): boolean => ofMany.test(text);

function orders<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, i) => orders(all.filter((_, k) => k !== i)).map((rest) => [one, ...rest]));
}

/** The levels of a group side by side, in whichever order. */
const rowsOf = (dimension: string): string[] =>
  orders(heard.map((g) => g.levels[dimension] ?? '')).map((row) => row.join('[^\\w.%–/-]{1,4}'));
const rows = [...new Set(['competencies', 'collaboration'].flatMap(rowsOf))];
const levels = new RegExp(`(?<![\\d.–/-])(?:${rows.join('|')})(?![\\d.%–/-])`);

/** (1 + 2 + 2 + 4) ÷ 4, (2 + 5 + 4 + 2) ÷ 4, and with the two partners 19 ÷ 6. */
const means = /(?<![\d.])(?:2\.25|3\.25|3\.16[67]\d*|3\.17)(?!\d)/;

/** Four and two answered, six of seven together. */
const howMany = '(?:2|4|6|two|four|six)';
const counts = new RegExp(
  [
    `\\b${howMany}(?: (?:of|out of|/) (?:3|4|7|three|four|seven))? (?:\\p{L}+ )?(?:givers|reviewers|colleagues|partners|people)(?: have| has)? (?:answered|sent|written|reviewed)`,
    `\\b${howMany} (?:confidential )?answers\\b`,
    '\\b(?:answers|answered|givers|n) ?[=:] ?[246]\\b',
    '(?<!\\d)[246二四六两] ?(?:位|人|名|份)[^。，；\\n]{0,4}(?:已回答|已提交评价|已评价|作答)',
  ].join('|'),
  'iu',
);

/** Those who take no part themselves: that they answered something can only be about Ann. */
const onlyGivers = givers.filter((g) => g.id !== 'dev').flatMap((g) => [g.name, `@${g.id}`]);
const verbs = '(?:answered|sent|wrote|reviewed|declined|late|did not answer|已提交|已回答|已评价|婉拒)';
const who = new RegExp(`(?:${anyOf(onlyGivers)})[^\\n.。]{0,12}${verbs}`, 'u');

const zones = ['UTC', 'Europe/Berlin', 'Asia/Shanghai', 'America/New_York'];
const moments = givers.flatMap(({ at }) => [
  at.slice(0, 16),
  ...zones.map((timeZone) =>
    new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
  ),
]);
const clock = new RegExp(`(?<![\\d:])(?:${moments.join('|')})(?!\\d)`);

export interface Found {
  leak: Leak;
  /** What gave it away, with what stands around it. */
  at: string;
}

/** `answers`: ids of answers, of their assignments and of lines of the ledger. */
export function leaks(text: string, answers: readonly string[]): Found[] {
  const signs: [Leak, RegExp, boolean?][] = [
    ['a word of too few', ofFew],
    ['a whole comment', whole],
    ['a comment beside a name', names, ofAll.test(text)],
    ['levels as they were given', levels],
    ['an exact mean', means],
    ['how many answered', counts],
    ['who answered', who],
    ['when it was answered', clock],
    ['an id of an answer', new RegExp(anyOf(answers)), answers.length > 0],
  ];
  return signs.flatMap(([leak, sign, asked = true]) => {
    const found = asked ? sign.exec(text) : null;
    return found ? [{ leak, at: text.slice(Math.max(0, found.index - 60), found.index + 100) }] : [];
  });
}
