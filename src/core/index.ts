/** The core's own module: talks, the help and the list of open tasks. */
import { talks } from './dialog.ts';
import type { Entity } from './entity.ts';
import { facts } from './facts.ts';
import { generalCommands } from './home.ts';
import { jobs } from './job.ts';
import { say } from './messages.ts';
import { module } from './module.ts';
import { outbox } from './outbox.ts';
import { leave, rooms } from './room.ts';
import { typedHandlers } from './router.ts';
import { shown } from './shown.ts';
import { talkHandlers } from './talk.ts';
import { inbox } from './work.ts';

export const core = module('core', {
  entities: [inbox, outbox, jobs, facts, shown, rooms, talks] as unknown as Entity<never>[],
  handlers: [...talkHandlers, ...typedHandlers],
  commands: generalCommands,
  jobs: [leave as never],
  messages: [say as never],
});
