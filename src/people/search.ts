/** Finding people by what one remembers of them: pieces of the name or of the e-mail address. */

/** Case, width and accents do not count: "Gómez" is found by "gomez". */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC');

/** Longer pieces add nothing that the first letters did not find. */
const longest = 40;
const mostPieces = 64;

/**
 * Where a match may begin: at every letter of the name's words and at the e-mail address. The pieces are kept with the
 * person and indexed, so that "any place in the name" is a range of an index and not a walk over 100 000 people.
 */
export function searchOf({ name, email }: { name: string; email: string }): string[] {
  const words = folded(name).split(/\s+/).filter(Boolean);
  const ends = words.flatMap((word) => {
    const letters = [...word];
    return letters.map((_, i) => letters.slice(i, i + longest).join(''));
  });
  return [...new Set([folded(name).trim().slice(0, longest), ...ends, folded(email).slice(0, longest)])]
    .filter(Boolean)
    .slice(0, mostPieces);
}
