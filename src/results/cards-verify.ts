/** The answer to a verification code. Pure. */
import type { Draw } from '../core/context.ts';
import { lines } from '../core/md.ts';
import { note, text } from '../goals/blocks.ts';
import { paper } from './messages-record.ts';
import type { Result } from './model.ts';
import { sealOf } from './record.ts';
import { inShort } from './shape.ts';

export interface Verified {
  result: Result;
  /** The version that holds now. */
  holds: number;
  when: string;
  /** May the one who asks read what it says? */
  reads: boolean;
  /** Of a file that was sent along. */
  copy?: 'unaltered' | 'altered';
}

export const verifiedCard =
  ({ result, holds, when, reads, copy }: Verified): Draw =>
  ({ locale }) => {
    const words = paper(locale);
    return {
      title: copy === 'altered' ? words.alteredTitle : words.verifyTitle,
      ...(copy === 'altered' && { tone: 'serious' as const }),
      blocks: [
        ...(copy ? [text(words[copy])] : []),
        text(
          lines(
            words.genuine(result.name, when, String(result.version)),
            holds > result.version ? words.newer(String(holds)) : words.holds,
          ),
        ),
        ...(reads
          ? [
              {
                type: 'facts' as const,
                items: [
                  { label: words.cycle, value: result.cycleName },
                  { label: words.result, value: inShort(result, locale) },
                  { label: words.seal, value: sealOf(result) },
                ],
              },
            ]
          : []),
        note(reads ? words.compare : words.notForYou),
      ],
    };
  };
