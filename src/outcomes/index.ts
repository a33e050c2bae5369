/** Outcomes: what results lead to, by published rules and with two people's approval; and what appeals change in it. */
import type { Entity } from '../core/entity.ts';
import { after, module } from '../core/module.ts';
import { phaseOpened } from '../cycles/facts.ts';
import { resultRevised } from '../results/facts.ts';
import { outcomeCommands } from './commands.ts';
import { writeFile } from './file.ts';
import { finish, watchOutcomes } from './finish.ts';
import { followRevised } from './following.ts';
import { decideHandlers } from './handlers-decide.ts';
import { officeHandlers } from './handlers-office.ts';
import { toldHandlers } from './handlers-told.ts';
import { home, tasks } from './home.ts';
import { make, opened, settle, settleOwn } from './jobs.ts';
import { say } from './messages.ts';
import { factWords, sayFacts } from './messages-facts.ts';
import { file } from './messages-file.ts';
import { office } from './messages-office.ts';
import { play } from './messages-player.ts';
import { line } from './messages-rows.ts';
import { told } from './messages-told.ts';
import { batches, entries, preferences } from './model.ts';
import { player } from './player.ts';
import { samples } from './samples.ts';

export const outcomesModule = module('outcomes', {
  entities: [batches, entries, preferences] as unknown as Entity<never>[],
  handlers: [...officeHandlers, ...decideHandlers, ...toldHandlers],
  commands: outcomeCommands,
  jobs: [make, settle, settleOwn, opened, writeFile, finish, watchOutcomes, followRevised] as never[],
  after: [after(phaseOpened, opened as never), after(resultRevised, followRevised as never)],
  messages: [say, office, line, told, file, play, sayFacts] as never[],
  factWords,
  cards: samples,
  home: [home],
  tasks,
  player,
});

export { outcomeApplied } from './facts.ts';
export type { Entry, Outcome, PlanDue } from './model.ts';
export { standingOf } from './model.ts';
export { holds } from './reward.ts';
