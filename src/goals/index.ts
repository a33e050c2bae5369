/** Goals: written, agreed, followed. */
import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { companyGoals } from './company.ts';
import { progress } from './history.ts';
import { say } from './messages.ts';
import { goals } from './model.ts';

export const goalsModule = module('goals', {
  entities: [goals, companyGoals, progress] as unknown as Entity<never>[],
  messages: [say as never],
});
