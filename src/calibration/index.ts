/** Calibration: sessions in which grades are compared, the few that change, and how far each unit is. */
import type { Entity } from '../core/entity.ts';
import { after, module } from '../core/module.ts';
import { managerChanged, participantWithdrawn } from '../cycles/facts.ts';
import { ratingApproved, ratingReturned, ratingUndone } from '../ratings/facts.ts';
import { calibrationCommands } from './commands.ts';
import { changeHandlers } from './handlers-change.ts';
import { listHandlers } from './handlers-list.ts';
import { openHandlers } from './handlers-open.ts';
import { home, tasks } from './home.ts';
import { begin, finish, followManager, followRating, followWithdrawn, lookInto, redraw } from './jobs.ts';
import { say } from './messages.ts';
import { card } from './messages-cards.ts';
import { deed } from './messages-deeds.ts';
import { one } from './messages-row.ts';
import { caseNotes, desks, findings, overrides, pools, rosters, sessions } from './model.ts';
import { player } from './player.ts';
import { samples } from './samples.ts';
import { factWords } from './words.ts';

export const calibrationModule = module('calibration', {
  entities: [sessions, overrides, desks, caseNotes, findings, pools, rosters] as unknown as Entity<never>[],
  erase: async (cycle) => {
    const ids = (await sessions.find({ cycle })).map((s) => s._id);
    for (const of of [desks, findings]) await of.remove({ session: { $in: ids } });
    for (const of of [rosters, pools]) await of.remove({ _id: { $in: ids } });
  },
  handlers: [...openHandlers, ...listHandlers, ...changeHandlers],
  commands: calibrationCommands,
  jobs: [begin, lookInto, redraw, finish, followRating, followWithdrawn, followManager] as never[],
  after: [
    after(ratingApproved, followRating as never),
    after(ratingReturned, followRating as never),
    after(ratingUndone, followRating as never),
    after(participantWithdrawn, followWithdrawn as never),
    after(managerChanged, followManager as never),
  ],
  messages: [say, card, one, deed] as never[],
  factWords,
  cards: samples,
  home: [home],
  tasks,
  player,
});

export { calibrationClosed, calibrationReopened, gradeChanged } from './facts.ts';
export {
  addCounts,
  type Counts,
  capOf,
  countGrades,
  type Guideline,
  isOver,
  type Measure,
  measured,
  pooledUnits,
  unitSizes,
} from './guideline.ts';
export {
  historyOf,
  notesOn,
  type Override,
  openSessions,
  overridesOf,
  type Session,
  sessionsOf,
} from './model.ts';
export { gradesIn, heldIn } from './rows.ts';
export { calibratedOf, isCalibrated, type UnitStanding } from './standing.ts';
