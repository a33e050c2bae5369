/** Goals: written, agreed, followed. */
import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { goalCommands } from './commands.ts';
import { companyGoals } from './company.ts';
import { contracts } from './contract.ts';
import { writeHandlers } from './handlers.ts';
import { contractHandlers } from './handlers-contract.ts';
import { decideHandlers } from './handlers-decide.ts';
import { editHandlers } from './handlers-edit.ts';
import { proposeHandlers } from './handlers-propose.ts';
import { progress } from './history.ts';
import { say } from './messages.ts';
import { card, part } from './messages-card.ts';
import { pact } from './messages-contract.ts';
import { ask } from './messages-form.ts';
import { tell } from './messages-sentence.ts';
import { team } from './messages-team.ts';
import { goals } from './model.ts';

export const goalsModule = module('goals', {
  entities: [goals, companyGoals, progress, contracts] as unknown as Entity<never>[],
  handlers: [...writeHandlers, ...editHandlers, ...proposeHandlers, ...decideHandlers, ...contractHandlers],
  commands: goalCommands,
  messages: [say, card, part, ask, tell, team, pact] as never[],
});
