/** People and the organisation: who there is, who leads whom, and how everybody is reached. */
import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { say } from './messages.ts';
import { calendars, organisations, people } from './model.ts';

export const peopleModule = module('people', {
  entities: [people, organisations, calendars] as unknown as Entity<never>[],
  messages: [say as never],
});
