import type { View } from '../../src/core/context.ts';
import { fitted } from '../../src/core/fit.ts';
import { samples } from '../../src/ratings/samples.ts';
import { transcript } from '../kit/transcript.ts';

const view = (locale: 'en' | 'zh'): View => ({ locale, zone: 'UTC', now: new Date('2027-04-07T09:00:00Z') });

/** As small as Slack is: 50 blocks a message, 100 options. */
const narrow = { cardBytes: 400_000, elements: 50, text: 3000, buttons: 25, options: 100, token: 2000 };

test.each(samples.map((s) => [s.name, s] as const))('%s fits, in both languages', (_, s) => {
  for (const which of ['shortest', 'longest'] as const)
    for (const locale of ['en', 'zh'] as const) {
      const text = transcript(fitted(s.draw(which, view(locale)), narrow));
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      if (locale === 'zh') expect(text).toMatch(/[\u4e00-\u9fff]/);
    }
});
