/** The capabilities, in the order in which their parts appear. */
import { core } from './core/index.ts';
import type { Module } from './core/module.ts';
import { peopleModule } from './people/index.ts';
import { remindersModule } from './reminders/index.ts';

export const modules: readonly Module[] = [core, peopleModule, remindersModule];
