/** Results: given out with two people’s word, read, explained to the last number, acknowledged, printed. */
import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { batches } from './batches.ts';
import { resultCommands } from './commands.ts';
import { ownHandlers, readHandlers } from './handlers.ts';
import { giveHandlers } from './handlers-give.ts';
import { archiveHandlers, leadHandlers } from './handlers-lead.ts';
import { releaseHandlers, signHandlers } from './handlers-release.ts';
import { home } from './home.ts';
import { sweep, watchResults } from './jobs.ts';
import { giveOut, lookOver } from './jobs-release.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { ask } from './messages-form.ts';
import { play } from './messages-player.ts';
import { paper } from './messages-record.ts';
import { out } from './messages-release.ts';
import { team } from './messages-team.ts';
import { why } from './messages-why.ts';
import { receipts, results } from './model.ts';
import { narratives } from './narratives.ts';
import { player } from './player.ts';
import { records } from './record.ts';
import { samples } from './samples.ts';
import { talks } from './talks.ts';
import { tasks } from './tasks.ts';
import { factWords } from './words.ts';
import './offers.ts';

export { offerOnResult, type ResultOffer } from './buttons.ts';
export { appealBy, readBy } from './deadlines.ts';
export { resultAcknowledged, resultReleased, resultRevised } from './facts.ts';
export { draftResult, type Revision, release, revise } from './issue.ts';
export {
  archiveOf,
  type Receipt,
  type Result,
  receiptOf,
  receiptsOf,
  resultOf,
  versionsOf,
} from './model.ts';
export { showOwn as showResult } from './shows.ts';
export { talkOf } from './talks.ts';

export const resultsModule = module('results', {
  entities: [results, receipts, narratives, talks, batches, records] as unknown as Entity<never>[],
  erase: async (cycle) => {
    const ids = (await results.find({ cycle })).map((r) => r._id);
    await records.remove({ result: { $in: ids } });
  },
  handlers: [
    ...ownHandlers,
    ...readHandlers,
    ...releaseHandlers,
    ...signHandlers,
    ...leadHandlers,
    ...giveHandlers,
    ...archiveHandlers,
  ],
  commands: resultCommands,
  jobs: [watchResults, sweep, lookOver, giveOut] as never[],
  messages: [say, card, ask, why, out, team, paper, play] as never[],
  factWords,
  cards: samples,
  home: [home],
  tasks,
  player,
});
