/** A whole cycle of the sample company: kicked off by HR, lived by everybody as they owe it, phase by phase to its close. */

import { queueDaily } from '../../src/core/daily.ts';
import { nextLock } from '../../src/cycles/index.ts';
import { cycles } from '../../src/cycles/model.ts';
import { filled } from '../journey/quarter.ts';
import { playAll, seeded } from '../kit/played.ts';
import { type Disturbance, type World, world } from '../kit/world.ts';

/** Two teams and the one above them: enough for groups of three who answer, few enough for a test. */
const company = ['chen', 'bo', 'ann', 'dev', 'zhao', 'wang'] as const;

/** Due days that lie closer together than a company would set them: a phase a week, so that fewer mornings pass. */
const dues = {
  planning: '2027-01-08',
  tracking: '2027-01-29',
  assessment: '2027-02-05',
  calibration: '2027-02-10',
  feedback: '2027-02-17',
  appeals: '2027-03-03',
  outcomes: '2027-03-10',
  closing: '2027-03-15',
};

const day = 86_400_000;
/** How often in a phase everybody looks into the chat. */
const stepDays = 7;

export interface Lived {
  w: World;
  did: string[];
}

const begun = (database: string, how: Disturbance): Promise<World> =>
  world({ database, start: '2027-01-04T08:02:00Z', seed: 'cycle', ...how });

/** `open` makes the world that it is lived in; the one without a platform's adapter unless another is given. */
export async function lived(database: string, how: Disturbance = {}, open = begun): Promise<Lived> {
  const w = await open(database, how);
  await queueDaily(w.parts);
  const hanna = w.as('hanna');
  await hanna.types('/perf kickoff');
  await hanna.submits({ ...filled(hanna.form()), ...dues, audience: 'people', people: [...company] });
  await hanna.presses('Start');
  const draw = seeded(11);
  const did: string[] = [];
  for (;;) {
    did.push(...(await playAll(w, draw)));
    const [cycle] = await w.inside(() => cycles.find({}));
    const lock = await w.inside(() => nextLock());
    if (!cycle || cycle.state === 'closed' || cycle.state === 'closing' || !lock) break;
    const step = new Date(w.clock.now().getTime() + stepDays * day);
    await w.until((step < lock ? step : new Date(lock.getTime() + 60_000)).toISOString());
  }
  return { w, did };
}
