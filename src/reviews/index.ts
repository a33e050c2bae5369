/** Reviews: of oneself, and confidential ones by colleagues, reports and partners. */
import type { Entity } from '../core/entity.ts';
import type { Job } from '../core/job.ts';
import { after, module } from '../core/module.ts';
import { managerChanged, participantWithdrawn, phaseLocked, phaseOpened } from '../cycles/facts.ts';
import { commands } from './commands.ts';
import { factWords } from './fact-words.ts';
import { reviewHandlers } from './handlers.ts';
import { approveHandlers } from './handlers-approve.ts';
import { nominateHandlers } from './handlers-nominate.ts';
import { readHandlers } from './handlers-read.ts';
import { selfHandlers } from './handlers-self.ts';
import { home, tasks } from './home.ts';
import { approveLate, assessmentLocked, assessmentOpened, everyDay, tookOver, withdrawn } from './jobs.ts';
import { openAssessment } from './jobs-open.ts';
import { refresh, tellDeclines, tellRedacted } from './jobs-refresh.ts';
import { release } from './jobs-release.ts';
import { say } from './messages.ts';
import { anchor } from './messages-anchors.ts';
import { said } from './messages-answer.ts';
import { play } from './messages-player.ts';
import { read } from './messages-read.ts';
import { own } from './messages-self.ts';
import { assignments, drafts, nominations, selfReviews } from './model.ts';
import { answers, ledger, releases } from './model-answers.ts';
import { player } from './player.ts';
import { samples } from './samples.ts';

export const reviewsModule = module('reviews', {
  entities: [
    nominations,
    assignments,
    drafts,
    selfReviews,
    answers,
    releases,
    ledger,
  ] as unknown as Entity<never>[],
  handlers: [...reviewHandlers, ...selfHandlers, ...nominateHandlers, ...approveHandlers, ...readHandlers],
  commands,
  jobs: [
    assessmentOpened,
    assessmentLocked,
    openAssessment,
    refresh,
    tellDeclines,
    tellRedacted,
    approveLate,
    release,
    withdrawn,
    tookOver,
    everyDay,
  ] as unknown as Job[],
  after: [
    after(phaseOpened, assessmentOpened as never),
    after(phaseLocked, assessmentLocked as never),
    after(participantWithdrawn, withdrawn as never),
    after(managerChanged, tookOver as never),
  ],
  messages: [say, said, own, anchor, read, play] as never,
  factWords,
  cards: samples,
  home: [home],
  tasks,
  player,
});

export { type ForSubject, frozen, type Release } from './aggregate.ts';
export { releaseBlocks } from './cards-read.ts';
export { reviewsReleased, selfReviewSent } from './facts.ts';
export { forgetPerson } from './forget.ts';
export { releaseOf } from './model-answers.ts';
export { selfReviewOf } from './reading.ts';
