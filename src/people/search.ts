/**
 * Finding people by any piece of their name. Kept with the person are the pieces of at most three letters that the name is
 * made of, indexed: a search is an equality on the first piece and a check of the others, never a walk over 100 000 people.
 * (Anchored patterns and ranges over an array are not served by an index in every store.)
 */

/** Case, width and accents do not count: "Gómez" is found by "gomez". */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

/** Letters of a name or of a query that are looked at. */
const longest = 60;
const wordsOf = (text: string) =>
  folded(text)
    .split(/[\s.,;·・'"()<>_\-–]+/u)
    .filter(Boolean);
const isHan = (letter: string) => /\p{Script=Han}/u.test(letter);

/** All pieces of three letters; of one and two those that a word begins with, of Chinese characters every one. */
function piecesOf(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((letter, i) => {
    const sizes = i === 0 || isHan(letter) ? [1, 2, 3] : [3];
    return sizes.filter((n) => i + n <= letters.length).map((n) => letters.slice(i, i + n).join(''));
  });
}

const shortened = (text: string) => [...text].slice(0, longest).join('');
const local = (email: string) => email.split('@')[0] ?? '';

/** What a person is found by. */
export function searchOf({ name, email }: { name: string; email: string }): string[] {
  const words = [...wordsOf(shortened(name)), ...wordsOf(shortened(local(email)))];
  return [...new Set(words.flatMap(piecesOf))];
}

export interface Wanted {
  /** Pieces that must all be there, the longest first; none when nothing was asked for. */
  pieces: string[];
  /** The pieces may stand apart in the name where the word does not. */
  meets(person: { name: string; email: string }): boolean;
}

export function wanted(query: string): Wanted {
  const words = wordsOf(shortened(query));
  const pieces = words.flatMap((word) => {
    const letters = [...word];
    return letters.length <= 3 ? [word] : letters.slice(2).map((_, i) => letters.slice(i, i + 3).join(''));
  });
  return {
    pieces: [...new Set(pieces)].sort((a, b) => b.length - a.length),
    meets: ({ name, email }) => {
      const text = `${folded(name)} ${folded(local(email))}`;
      return words.every((word) => text.includes(word));
    },
  };
}
