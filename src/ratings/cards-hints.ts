/** Bias hints as sentences: a question to the rater, a finding to HR. Pure. */
import type { Locale } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import type { BiasHint } from './bias.ts';
import { finding, hint } from './messages-bias.ts';

export const hintLines = (hints: readonly BiasHint[], l: Locale, reader: 'rater' | 'office'): Md[] =>
  hints.flatMap((h) => sentences(h, reader === 'office' ? finding(l) : hint(l)));

type Words = ReturnType<typeof hint> | ReturnType<typeof finding>;

function sentences(h: BiasHint, words: Words): Md[] {
  switch (h.kind) {
    case 'lenient':
    case 'severe':
      return [words[h.kind](h.mean, h.organisation, String(h.n))];
    case 'central':
      return [words.central(h.deviation, String(h.n))];
    case 'halo':
      return [words.halo(String(h.alike), String(h.n))];
    case 'recency':
      return [words.recency(String(h.recent), String(h.n))];
    case 'mismatch':
      return [words.mismatch(h.percent, String(h.high), String(h.n))];
    case 'motions':
      return [
        ...(h.copied > 0 ? [words.motions(String(h.copied), String(h.held))] : []),
        ...(h.silent > 0 ? [words.silent(String(h.silent), String(h.interviews))] : []),
      ];
  }
}
