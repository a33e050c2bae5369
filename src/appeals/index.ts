/** Appeals: opened by the person, heard by a panel outside the line, decided with reasons, escalated once at most. */
import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { appealCommands } from './commands.ts';
import { ownHandlers } from './handlers.ts';
import { caseHandlers } from './handlers-case.ts';
import { decideHandlers } from './handlers-decide.ts';
import { officeHandlers } from './handlers-office.ts';
import { rerateHandlers } from './handlers-rerate.ts';
import { home, tasks } from './home.ts';
import { sweep, watchAppeals } from './jobs.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { hearing } from './messages-case.ts';
import { ask } from './messages-form.ts';
import { office } from './messages-office.ts';
import { play } from './messages-player.ts';
import { filed } from './messages-record.ts';
import { appeals } from './model.ts';
import './offer.ts';
import { player } from './player.ts';
import { ear } from './record.ts';
import { said } from './said.ts';
import { samples } from './samples.ts';
import { factWords } from './words.ts';

export const appealsModule = module('appeals', {
  entities: [appeals, said] as unknown as Entity<never>[],
  erase: async (cycle) => {
    const ids = (await appeals.find({ cycle })).map((a) => a._id);
    await said.remove({ appeal: { $in: ids } });
  },
  handlers: [...ownHandlers, ...officeHandlers, ...caseHandlers, ...decideHandlers, ...rerateHandlers],
  commands: appealCommands,
  jobs: [watchAppeals, sweep] as never[],
  messages: [say, card, hearing, ask, office, filed, play] as never[],
  factWords,
  cards: samples,
  home: [home],
  ears: [ear],
  tasks,
  player,
});

export { appealDecided, appealEnded, appealOpened } from './facts.ts';
export {
  type Appeal,
  type AppealFigures,
  appealFigures,
  type Outcome as AppealOutcome,
  openAppealOf,
  openAppeals,
} from './model.ts';
