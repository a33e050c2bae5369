/** Feedback and kudos between people, unnamed feedback in pools, and notes that later count as evidence. */
import type { Entity } from '../core/entity.ts';
import type { Job } from '../core/job.ts';
import { after, module } from '../core/module.ts';
import { managerChanged, personLeft } from '../people/facts.ts';
import { commands } from './commands.ts';
import { giveHandlers, requestHandlers } from './handlers.ts';
import { noteHandlers, noteListHandlers } from './handlers-note.ts';
import { listHandlers, talkHandlers } from './handlers-talk.ts';
import { home, tasks } from './home.ts';
import { batch, deliver, forget, personGone, tookOver, weekly } from './jobs.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { factWords, sayFacts } from './messages-facts.ts';
import { ask } from './messages-form.ts';
import { pad } from './messages-note.ts';
import { play } from './messages-player.ts';
import { feedbacks, requests } from './model.ts';
import { notes } from './notes.ts';
import { player } from './player.ts';
import { pools } from './pools.ts';
import { samples } from './samples.ts';

export { type Evidence, evidenceOf, kudosPartners } from './evidence.ts';

export const feedbackModule = module('feedback', {
  entities: [feedbacks, requests, pools, notes] as unknown as Entity<never>[],
  handlers: [
    ...giveHandlers,
    ...requestHandlers,
    ...talkHandlers,
    ...listHandlers,
    ...noteHandlers,
    ...noteListHandlers,
  ],
  commands,
  jobs: [deliver, weekly, batch, forget, tookOver, personGone] as unknown as Job[],
  after: [after(managerChanged, tookOver as never), after(personLeft, personGone as never)],
  messages: [say, card, ask, pad, sayFacts, play] as never[],
  factWords,
  cards: samples,
  home: [home],
  tasks,
  player,
});
