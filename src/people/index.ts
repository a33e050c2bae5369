/** People and the organisation: who there is, who leads whom, and how everybody is reached. */
import type { Actor } from '../core/actor.ts';
import { dayIn } from '../core/calendar.ts';
import type { View } from '../core/context.ts';
import type { Entity } from '../core/entity.ts';
import { module } from '../core/module.ts';
import { accounts } from './accounts.ts';
import { teamBlocks } from './cards.ts';
import { findCommand } from './find.ts';
import { settingsCommand, settingsHandlers } from './handlers.ts';
import { importCommand, importHandlers } from './import-handlers.ts';
import { applyPeople, forgetImports, personGone, previewPeople } from './import-jobs.ts';
import { importParts, imports } from './import-model.ts';
import { say } from './messages.ts';
import { factWords, sayFacts } from './messages-facts.ts';
import { sayImport } from './messages-import.ts';
import { reasons } from './messages-reasons.ts';
import { saySettings } from './messages-settings.ts';
import { calendars, isActive, organisations, people, reportsOf } from './model.ts';
import { cardSamples } from './samples.ts';
import { syncCommand, syncDaily, syncPeople, syncs, syncTenants } from './sync.ts';

export {
  managerChanged,
  peopleImported,
  personJoined,
  personLeft,
  rolesChanged,
  unitChanged,
} from './facts.ts';
export { chainAbove, findCircles, linesOf, nextActiveAncestor, withoutManager } from './lines.ts';
export {
  activePeople,
  calendarOf,
  calendarsOf,
  isActive,
  lineAbove,
  namesOf,
  onLeave,
  peopleById,
  reportsOf,
  settings,
  withRole,
} from './model.ts';
export { type Whom, whom } from './whom.ts';

export const peopleModule = module('people', {
  entities: [
    people,
    organisations,
    calendars,
    imports,
    importParts,
    accounts,
    syncs,
  ] as unknown as Entity<never>[],
  handlers: [...importHandlers, ...settingsHandlers],
  commands: [importCommand, syncCommand, findCommand, settingsCommand],
  jobs: [previewPeople, applyPeople, personGone, forgetImports, syncPeople, syncDaily, syncTenants] as never,
  members: syncPeople as never,
  messages: [say, sayImport, reasons, saySettings, sayFacts] as never,
  factWords,
  cards: cardSamples,
  home: [{ order: 40, blocks: myTeam }],
});

async function myTeam(who: Actor, view: View) {
  const team = await reportsOf(who.id);
  return teamBlocks(
    team.filter((p) => isActive(p, dayIn(p.zone, view.now))),
    view,
  );
}
