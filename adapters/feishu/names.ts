/**
 * Names of a form's inputs, unique in the card: `v0_comment` is the first part of the text `comment`. The kind says how the
 * value is to be read, so an answer is understood without knowing how the form was drawn.
 */
/** v: as it is. d: a day. a: accounts. q: a piece of a name to search. */
export type Kind = 'v' | 'd' | 'a' | 'q';

export const nameOf = (kind: Kind, field: string, part = 0): string => `${kind}${part}_${field}`;

export function readName(name: string): { kind: Kind; part: number; field: string } | undefined {
  const [, kind, part, field] = /^([vdaq])(\d{1,2})_([\s\S]+)$/.exec(name) ?? [];
  return field === undefined ? undefined : { kind: kind as Kind, part: Number(part), field };
}

const apart = '\u2063';
/** An option's value, told apart from others of the same value. */
export const nth = (value: string, n: number): string => `${value}${apart}${n}`;
export const withoutNth = (value: string): string => value.replace(/\u2063\d+$/, '');
