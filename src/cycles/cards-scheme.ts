/** The schemes: which there are, and what one measures. */
import type { Block } from '../core/card.ts';
import type { Draw } from '../core/context.ts';
import type { Md } from '../core/md.ts';
import { schemeTable, schemeTitle } from './cards-plan.ts';
import { scheme as words } from './messages-scheme.ts';
import type { Scheme } from './model.ts';

const text = (md: Md): Block => ({ type: 'text', text: md });

export const schemeListCard =
  (pairs: Readonly<Record<string, { standard: Scheme }>>): Draw =>
  ({ locale }) => ({
    title: words(locale).schemes,
    blocks: Object.entries(pairs).map(([key, pair]) =>
      text(words(locale).schemeLine(key, schemeTitle(locale, pair.standard))),
    ),
  });

export const schemeCard =
  (pair: { standard: Scheme; manager: Scheme }): Draw =>
  (view) => {
    const { standard, manager } = pair;
    const text = words(view.locale);
    return {
      title: text.schemeTitle(schemeTitle(view.locale, standard)),
      blocks: [
        schemeTable([standard, manager], view),
        { type: 'note', text: text.schemeFor },
        {
          type: 'text',
          text: text.schemeFacts(
            standard.k,
            standard.cap,
            standard.eligibility.minActiveDays,
            standard.checkIns.every,
            standard.checkIns.time,
          ),
        },
      ],
    };
  };
