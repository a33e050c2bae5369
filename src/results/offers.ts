/** The buttons on a result that are our own; others are offered by the capabilities above. And what the audit file takes. */
import { exportGivenOut } from '../ratings/index.ts';
import { acknowledge, writeComment } from './actions.ts';
import { offerOnResult } from './buttons.ts';
import { whyButton } from './cards.ts';
import { card } from './messages-card.ts';
import { currentOf } from './model.ts';

offerOnResult({
  order: 10,
  button({ receipt, result }, { locale }) {
    const words = card(locale);
    const at = { cycle: result.cycle, version: result.version };
    if (receipt.state === 'open')
      return { label: words.acknowledge, token: acknowledge.token(at), style: 'primary' };
    const label = receipt.comment === undefined ? words.addComment : words.changeComment;
    return { label, token: writeComment.token(at) };
  },
});

offerOnResult({ order: 30, button: ({ result }, view) => whyButton(result, view) });

exportGivenOut(currentOf);
