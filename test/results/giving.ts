/** A cycle in which everybody is through calibration, and HR's steps to give the results out. */
import { cycles, participants } from '../../src/cycles/model.ts';
import type { Disturbance, World } from '../kit/world.ts';
import { ratedWorld } from './arrange.ts';

/** Monday 26 April 2027, when it is morning in New York, too. */
export async function calibratedWorld(
  database: string,
  more: () => Promise<void> = async () => {},
  how: Disturbance = {},
): Promise<World> {
  const w = await ratedWorld(
    `results-${database}`,
    async () => {
      await participants.change({ cycle: 'q1' }, { $set: { state: 'calibrated' } });
      await cycles.change({ _id: 'q1' }, { $addToSet: { opened: 'feedback' } });
      await more();
    },
    how,
  );
  await w.until('2027-04-26T13:30:00Z');
  return w;
}

export async function previewed(w: World, units: string[] = []): Promise<void> {
  const hanna = w.as('hanna');
  await hanna.types('/perf release');
  await hanna.submits({ cycle: 'q1', units });
}

export async function signedOff(w: World): Promise<void> {
  await w.as('hanna').presses('Ask for the sign-off');
  await w.as('chen').presses('签批', '请签批');
}
