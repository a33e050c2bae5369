/** The capabilities, in the order in which their parts appear. */
import { appealsModule } from './appeals/index.ts';
import { calibrationModule } from './calibration/index.ts';
import { checkInsModule } from './checkins/index.ts';
import { core } from './core/index.ts';
import type { Module } from './core/module.ts';
import { cyclesModule } from './cycles/index.ts';
import { feedbackModule } from './feedback/index.ts';
import { goalsModule } from './goals/index.ts';
import { insightsModule } from './insights/index.ts';
import { interviewsModule } from './interviews/index.ts';
import { outcomesModule } from './outcomes/index.ts';
import { peopleModule } from './people/index.ts';
import { ratingsModule } from './ratings/index.ts';
import { remindersModule } from './reminders/index.ts';
import { resultsModule } from './results/index.ts';
import { reviewsModule } from './reviews/index.ts';

export const modules: readonly Module[] = [
  core,
  peopleModule,
  cyclesModule,
  goalsModule,
  feedbackModule,
  checkInsModule,
  reviewsModule,
  ratingsModule,
  calibrationModule,
  resultsModule,
  interviewsModule,
  appealsModule,
  outcomesModule,
  remindersModule,
  insightsModule,
];
