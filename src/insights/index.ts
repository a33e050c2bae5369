/** Insights: how far a cycle is, how grades are spread, what did not arrive, and the audit. Reads every model, writes none. */
import { module } from '../core/module.ts';
import { factWords } from './facts.ts';
import { failureCommands, failureHandlers } from './handlers.ts';
import { auditCommands, auditHandlers } from './handlers-audit.ts';
import { distributionCommands, distributionHandlers } from './handlers-distribution.ts';
import { runHandlers } from './handlers-run.ts';
import { statusCommands, statusHandlers } from './handlers-status.ts';
import { boardSection } from './home.ts';
import { exportAudit } from './jobs.ts';
import { say, sayReason, sayTopic } from './messages.ts';
import { sayAudit } from './messages-audit.ts';
import { board, spread } from './messages-distribution.ts';
import { status, talk } from './messages-status.ts';
import { mydataCommand } from './mydata.ts';
import { samples } from './samples.ts';

export const insightsModule = module('insights', {
  handlers: [
    ...statusHandlers,
    ...distributionHandlers,
    ...runHandlers,
    ...failureHandlers,
    ...auditHandlers,
  ],
  commands: [...statusCommands, ...distributionCommands, ...failureCommands, ...auditCommands, mydataCommand],
  jobs: [exportAudit] as never,
  messages: [say, sayReason, sayTopic, sayAudit, status, talk, spread, board] as never,
  cards: samples,
  home: [boardSection],
  factWords,
});
