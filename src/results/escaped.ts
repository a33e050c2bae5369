/** Text that people wrote, as HTML and SVG take it: signs by their number, control characters not at all. */
const special = /[&<>"']/g;
const unprintable = /\p{Cc}/gu;

export const escaped = (text: string): string =>
  text
    .replace(special, (c) => `&#${c.charCodeAt(0)};`)
    .replace(unprintable, (c) => (c === '\n' || c === '\t' ? c : ''));
