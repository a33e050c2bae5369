/** Goals: written, agreed, followed. */
import type { Entity } from '../core/entity.ts';
import { after, module } from '../core/module.ts';
import { managerChanged, participantWithdrawn, phaseLocked, phaseOpened } from '../cycles/facts.ts';
import { goalCommands } from './commands.ts';
import { companyGoals } from './company.ts';
import { contracts } from './contract.ts';
import { writeHandlers } from './handlers.ts';
import { companyCommand, companyHandlers } from './handlers-company.ts';
import { concernHandlers } from './handlers-concern.ts';
import { contractHandlers } from './handlers-contract.ts';
import { decideHandlers } from './handlers-decide.ts';
import { editHandlers } from './handlers-edit.ts';
import { levelHandlers } from './handlers-levels.ts';
import { lookHandlers } from './handlers-look.ts';
import { progressHandlers } from './handlers-progress.ts';
import { proposeHandlers } from './handlers-propose.ts';
import { progress } from './history.ts';
import { homeSection } from './home.ts';
import {
  giveCards,
  listUnsettled,
  managerMoved,
  overdueConcerns,
  planningLocked,
  planningOpened,
  withdrawn,
} from './jobs.ts';
import { say } from './messages.ts';
import { card, part } from './messages-card.ts';
import { firm } from './messages-company.ts';
import { pact } from './messages-contract.ts';
import { ask } from './messages-form.ts';
import { deed } from './messages-player.ts';
import { going } from './messages-progress.ts';
import { tell } from './messages-sentence.ts';
import { chore } from './messages-task.ts';
import { team } from './messages-team.ts';
import { goals } from './model.ts';
import { player } from './player.ts';
import { samples } from './samples.ts';
import { tasks } from './tasks.ts';
import { factWords } from './words.ts';

export const goalsModule = module('goals', {
  entities: [goals, companyGoals, progress, contracts] as unknown as Entity<never>[],
  handlers: [
    ...writeHandlers,
    ...editHandlers,
    ...proposeHandlers,
    ...decideHandlers,
    ...levelHandlers,
    ...lookHandlers,
    ...contractHandlers,
    ...progressHandlers,
    ...concernHandlers,
    ...companyHandlers,
  ],
  commands: [...goalCommands, companyCommand],
  jobs: [
    planningOpened,
    planningLocked,
    giveCards,
    listUnsettled,
    managerMoved,
    withdrawn,
    overdueConcerns,
  ] as never[],
  after: [
    after(phaseOpened, planningOpened as never),
    after(phaseLocked, planningLocked as never),
    after(managerChanged, managerMoved as never),
    after(participantWithdrawn, withdrawn as never),
  ],
  cards: samples,
  home: [homeSection],
  tasks,
  player,
  factWords,
  messages: [say, card, part, ask, tell, team, pact, going, chore, firm, deed] as never[],
});
