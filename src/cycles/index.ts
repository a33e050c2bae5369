/** Cycles: from the kick-off to the close, phase by phase. Only here is a participant's state written. */
import type { Entity } from '../core/entity.ts';
import { after, module } from '../core/module.ts';
import { managerChanged, personLeft } from '../people/facts.ts';
import { broadcasts } from './broadcast.ts';
import { chooseHandler, cycleCommands } from './commands.ts';
import { sweepCards, watchCards } from './delivery.ts';
import { kickoffHandlers } from './handlers.ts';
import { runningHandlers } from './handlers-running.ts';
import { cycleHome, cycleTasks } from './home.ts';
import { checkLaunch, launch, welcome } from './launch.ts';
import { say } from './messages.ts';
import { announce } from './messages-announce.ts';
import { change } from './messages-change.ts';
import { check } from './messages-check.ts';
import { factWords, sayFacts } from './messages-facts.ts';
import { form } from './messages-form.ts';
import { home } from './messages-home.ts';
import { live } from './messages-live.ts';
import { scheme } from './messages-scheme.ts';
import { cycles, participants } from './model.ts';
import { followLeaver, followManager, tellCancelled, tellExtended } from './news.ts';
import { eraseCycle, eraseOld } from './retention.ts';
import { cardSamples } from './samples.ts';
import { turn, watchCycles } from './turn.ts';

export const cyclesModule = module('cycles', {
  entities: [cycles, participants, broadcasts] as unknown as Entity<never>[],
  handlers: [...kickoffHandlers, ...runningHandlers, chooseHandler],
  commands: cycleCommands,
  jobs: [
    checkLaunch,
    launch,
    welcome,
    watchCards,
    sweepCards,
    turn,
    watchCycles,
    tellExtended,
    tellCancelled,
    followManager,
    followLeaver,
    eraseOld,
    eraseCycle,
  ] as never,
  after: [after(managerChanged, followManager as never), after(personLeft, followLeaver as never)],
  messages: [say, form, check, live, announce, change, home, scheme, sayFacts] as never,
  factWords,
  cards: cardSamples,
  home: cycleHome,
  tasks: cycleTasks,
});

export { moveParticipant } from './move.ts';
export { noteProgress } from './progress.ts';
export { schemePairs } from './schemes.ts';
export { nextLock } from './times.ts';
