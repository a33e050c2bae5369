/** Conversations about results: a time for both, an agenda, notes that both confirm, and whether it helped. */
import type { Entity } from '../core/entity.ts';
import { after, module } from '../core/module.ts';
import { cycleCancelled, managerChanged } from '../cycles/facts.ts';
import { personLeft } from '../people/facts.ts';
import { resultReleased, resultRevised } from '../results/facts.ts';
import { commands } from './commands.ts';
import { interviewHandlers } from './handlers.ts';
import { notesHandlers } from './handlers-notes.ts';
import { timeHandlers } from './handlers-time.ts';
import { home, tasks } from './home.ts';
import { cycleGone, dropAll, personGone, resultChanged, resultOut, tellTeam, tookOver } from './jobs.ts';
import { afterwards } from './jobs-after.ts';
import { askHelp, countHelp } from './jobs-help.ts';
import { watch } from './jobs-watch.ts';
import { say } from './messages.ts';
import { agenda } from './messages-agenda.ts';
import { card } from './messages-card.ts';
import { sayFacts } from './messages-facts.ts';
import { ask } from './messages-form.ts';
import { play } from './messages-player.ts';
import { tap } from './messages-tap.ts';
import { team } from './messages-team.ts';
import { helpTallies, interviews } from './model.ts';
import './offer.ts';
import { player } from './player.ts';
import { samples } from './samples.ts';
import { factWords } from './words.ts';

export const interviewsModule = module('interviews', {
  entities: [interviews, helpTallies] as unknown as Entity<never>[],
  handlers: [...interviewHandlers, ...timeHandlers, ...notesHandlers],
  commands,
  jobs: [
    resultOut,
    resultChanged,
    tellTeam,
    tookOver,
    personGone,
    cycleGone,
    dropAll,
    afterwards,
    askHelp,
    countHelp,
    watch,
  ] as never[],
  after: [
    after(resultReleased, resultOut as never),
    after(resultRevised, resultChanged as never),
    after(managerChanged, tookOver as never),
    after(personLeft, personGone as never),
    after(cycleCancelled, cycleGone as never),
  ],
  messages: [say, card, tap, ask, agenda, team, sayFacts, play] as never[],
  factWords,
  cards: samples,
  home: [home],
  tasks,
  player,
});

export { type Interview, interviewOf, interviewsHeld } from './model.ts';
