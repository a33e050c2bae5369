/** Ratings: the evidence pack, the proposal, who decides, and the score with all that it was made of. */
import type { Entity } from '../core/entity.ts';
import { after, module } from '../core/module.ts';
import {
  cycleResumed,
  managerChanged,
  participantWithdrawn,
  phaseLocked,
  phaseOpened,
} from '../cycles/facts.ts';
import { reviewsReleased } from '../reviews/index.ts';
import { ratingCommands } from './commands.ts';
import { exportRatings } from './export.ts';
import { rateHandlers } from './handlers.ts';
import { decideHandlers } from './handlers-decide.ts';
import { numberHandlers } from './handlers-numbers.ts';
import { officeHandlers } from './handlers-office.ts';
import { toldHandlers } from './handlers-told.ts';
import { home, tasks } from './home.ts';
import { followManager, followResumed, followWithdrawn, shift, sweep, watchRatings } from './jobs.ts';
import { say } from './messages.ts';
import { finding, hint } from './messages-bias.ts';
import { deed } from './messages-deeds.ts';
import { ask } from './messages-form.ts';
import { office } from './messages-office.ts';
import { pack } from './messages-pack.ts';
import { play } from './messages-player.ts';
import { team } from './messages-team.ts';
import { told } from './messages-told.ts';
import { ratings } from './model.ts';
import {
  announce,
  assessmentLocked,
  assessmentOpened,
  makeRatings,
  reviewsFrozen,
  tellAll,
  tellComing,
  tellTeam,
  tellVerifier,
} from './opening.ts';
import { player } from './player.ts';
import { samples } from './samples.ts';
import { statements } from './statements.ts';
import { factWords } from './words.ts';

export const ratingsModule = module('ratings', {
  entities: [ratings, statements] as unknown as Entity<never>[],
  handlers: [...rateHandlers, ...numberHandlers, ...decideHandlers, ...officeHandlers, ...toldHandlers],
  commands: ratingCommands,
  jobs: [
    assessmentOpened,
    announce,
    tellComing,
    assessmentLocked,
    reviewsFrozen,
    makeRatings,
    tellAll,
    tellTeam,
    tellVerifier,
    watchRatings,
    sweep,
    followManager,
    followWithdrawn,
    followResumed,
    shift,
    exportRatings,
  ] as never[],
  after: [
    after(phaseOpened, assessmentOpened as never),
    after(phaseLocked, assessmentLocked as never),
    after(reviewsReleased, reviewsFrozen as never),
    after(managerChanged, followManager as never),
    after(participantWithdrawn, followWithdrawn as never),
    after(cycleResumed, followResumed as never),
  ],
  messages: [say, pack, team, told, hint, finding, ask, office, deed, play] as never[],
  factWords,
  cards: samples,
  home: [home],
  tasks,
  player,
});

export type { Explanation } from './explain.ts';
export { exportGivenOut } from './export.ts';
export type { Basis, CountedGoal, Rating, Waiver } from './model.ts';
export { approvedRatings, finalOf, notePublished, ratingOf, ratingsOfTeam, unratedOf } from './model.ts';
export { aroundRaters, hintsOf } from './office.ts';
export { type Scored, scored, withLevels } from './rescore.ts';
