/**
 * The same card in two languages: where several read it, or nobody knows who, each client shows its own. The core's own
 * sentences are in one language there, so what differs is only what the adapter says.
 */
import { whole } from './can.ts';
import { type Json, weigh } from './elements.ts';
import { say, type Words } from './messages.ts';

const tagOf = (words: Words): 'zh_cn' | 'en_us' => (words.back === say('zh').back ? 'zh_cn' : 'en_us');

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @throws Error when they are not the same but for their words */
function both(a: unknown, b: unknown, i18n: (a: string, b: string) => Json): unknown {
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) throw new Error('two drawings of one card differ');
    return a.map((one, i) => both(one, b[i], i18n));
  }
  if (!isJson(a) || !isJson(b)) return a;
  const out = Object.fromEntries(Object.entries(a).map(([key, value]) => [key, both(value, b[key], i18n)]));
  const [said, other] = [a.content, b.content];
  const differs = typeof said === 'string' && typeof other === 'string' && said !== other;
  return differs ? { ...out, i18n_content: i18n(said, other) } : out;
}

/** Drawn with the words of each; the first's alone where both together would not fit. */
export function bilingual<D extends { json: Json }>(first: Words, also: Words, draw: (words: Words) => D): D {
  const [one, other] = [draw(first), draw(also)];
  try {
    const json = both(one.json, other.json, (a, b) => ({ [tagOf(first)]: a, [tagOf(also)]: b })) as Json;
    return weigh(json).bytes <= whole.bytes ? { ...one, json } : one;
  } catch {
    return one;
  }
}
