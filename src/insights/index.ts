/** Insights: what did not arrive, and the audit. Reads every model, writes none. */
import { failedJobsCount, undeliveredCount } from '../core/failures.ts';
import { module } from '../core/module.ts';
import { isHr } from '../people/policy.ts';
import { homeBlocks } from './cards.ts';
import { factWords } from './facts.ts';
import { failureCommands, failureHandlers } from './handlers.ts';
import { auditCommands, auditHandlers } from './handlers-audit.ts';
import { exportAudit } from './jobs.ts';
import { say, sayReason, sayTopic } from './messages.ts';
import { sayAudit } from './messages-audit.ts';
import { samples } from './samples.ts';

export const insightsModule = module('insights', {
  handlers: [...failureHandlers, ...auditHandlers],
  commands: [...failureCommands, ...auditCommands],
  jobs: [exportAudit] as never,
  messages: [say, sayReason, sayTopic, sayAudit] as never,
  cards: samples,
  home: [
    {
      order: 90,
      blocks: async (who, view) =>
        isHr(who) ? homeBlocks(await undeliveredCount(), await failedJobsCount(), view) : [],
    },
  ],
  factWords,
});
