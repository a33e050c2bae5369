/** Reminders: one digest a person a day, and `/perf remind`. */
import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { askedToRemind } from './actions.ts';
import { digestOne, redrawDigest } from './digest.ts';
import { commands, handlers } from './handlers.ts';
import { digestStep, digests } from './jobs.ts';
import { say } from './messages.ts';
import { digestPrefix, overdue, reminded } from './model.ts';
import { lookThrough, remindThem } from './open.ts';
import { samples } from './samples.ts';

export const remindersModule = module('reminders', {
  entities: [reminded, overdue] as unknown as Entity<never>[],
  handlers,
  commands,
  jobs: [digests, digestStep, digestOne, lookThrough, remindThem] as never,
  messages: [say as never],
  cards: samples,
  lists: [{ prefix: digestPrefix, draw: redrawDigest }],
  factWords: { [askedToRemind.name]: (l, row, names) => say(l).askedFact(names(row.by)) },
});
