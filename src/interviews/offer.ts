/** "Talk about it", on the card of one's own result. */
import { offerOnResult } from '../results/index.ts';
import { openInterview } from './actions.ts';
import { say } from './messages.ts';

offerOnResult({
  order: 20,
  button: ({ result: { cycle, person } }, { locale }) => ({
    label: say(locale).talkAboutIt,
    token: openInterview.token({ cycle, person }),
  }),
});
