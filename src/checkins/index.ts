/** Check-ins: GROW talks on their dates and on demand, obstacles, the manager's digest and coaching. */

import type { Dialog } from '../core/dialog.ts';
import { talkId, talks } from '../core/dialog.ts';
import type { Entity } from '../core/entity.ts';
import type { Job } from '../core/job.ts';
import { after, module } from '../core/module.ts';
import {
  cycleCancelled,
  cycleClosed,
  cycleResumed,
  managerChanged,
  participantWithdrawn,
  phaseExtended,
  phaseOpened,
} from '../cycles/facts.ts';
import { commands } from './commands.ts';
import { grow } from './dialog.ts';
import { personHandlers } from './handlers.ts';
import { obstacleHandlers } from './handlers-line.ts';
import { meetingHandlers, recordHandlers } from './handlers-meeting.ts';
import { home, tasks } from './home.ts';
import { digest, digests, planSeries, resumed, trackingExtended, trackingOpened } from './jobs.ts';
import { againJob, askCheckIn } from './jobs-ask.ts';
import { cycleOver, dropAll, tookOver, withdrawn } from './jobs-end.ts';
import { tellObstacle } from './jobs-obstacle.ts';
import { say } from './messages.ts';
import { factWords, sayFacts } from './messages-facts.ts';
import { line } from './messages-line.ts';
import { play } from './messages-player.ts';
import { read } from './messages-read.ts';
import { ask } from './messages-talk.ts';
import { words } from './messages-words.ts';
import { checkIns, obstacles } from './model.ts';
import { player } from './player.ts';
import { readingHandlers } from './reading.ts';
import { samples } from './samples.ts';
import { prompts } from './words.ts';

export const checkInsModule = module('checkins', {
  entities: [checkIns, obstacles] as unknown as Entity<never>[],
  erase: async (cycle) => {
    const held = await checkIns.find({ cycle });
    await talks.remove({ _id: { $in: held.map((c) => talkId(grow.name, c._id, c.person)) } });
  },
  handlers: [
    ...personHandlers,
    ...meetingHandlers,
    ...recordHandlers,
    ...obstacleHandlers,
    ...readingHandlers,
  ],
  commands,
  dialogs: [{ ...grow, prompts } as unknown as Dialog],
  jobs: [
    askCheckIn,
    againJob,
    planSeries,
    trackingOpened,
    trackingExtended,
    resumed,
    tookOver,
    withdrawn,
    cycleOver,
    dropAll,
    digests,
    digest,
    tellObstacle,
  ] as unknown as Job[],
  after: [
    after(phaseOpened, trackingOpened as never),
    after(phaseExtended, trackingExtended as never),
    after(cycleResumed, resumed as never),
    after(managerChanged, tookOver as never),
    after(participantWithdrawn, withdrawn as never),
    after(cycleClosed, cycleOver as never),
    after(cycleCancelled, cycleOver as never),
  ],
  messages: [
    read as never,
    words as never,
    say as never,
    ask as never,
    line as never,
    play as never,
    sayFacts as never,
  ],
  factWords,
  cards: samples,
  home: [home],
  tasks,
  player,
});
