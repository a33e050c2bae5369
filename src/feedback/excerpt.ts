/** The beginning of a long text, for lists; the whole stands on the card behind it. */
const longest = 160;

export function excerpt(text: string, most = longest): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}
