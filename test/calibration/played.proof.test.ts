/** "Play the others": every unit is calibrated, two people each, whatever the seed. */

import { overrides, sessions } from '../../src/calibration/model.ts';
import { calibratedOf } from '../../src/calibration/standing.ts';
import { play } from '../../src/core/play.ts';
import { people } from '../../src/people/model.ts';
import type { World } from '../kit/world.ts';
import { ratedWorld } from '../results/arrange.ts';

let w: World;
afterEach(() => w.end());

test.each(['one', 'two'])(
  'seed %s',
  async (seed) => {
    w = await ratedWorld('calibration-played');
    const everybody = (await w.inside(() => people.find({}))).map((p) => p._id).sort();
    for (let day = 12; day < 14; day += 1) {
      await w.until(`2027-04-${day}T10:00:00Z`);
      await play(w.parts, w.bot, everybody, `${seed}${day}`);
      await w.until(`2027-04-${day}T12:00:00Z`);
    }
    const units = await w.inside(() => calibratedOf('q1'));
    expect(units.map((u) => [u.unit, u.ready, u.calibrated, u.session === undefined])).toEqual([
      ['People', 0, 3, true],
      ['Product', 0, 3, true],
      ['Sales', 0, 3, true],
      ['Support', 0, 4, true],
    ]);
    for (const s of await w.inside(() => sessions.find({})))
      expect(new Set(s.signs.map((one) => one.by)).size).toBeGreaterThan(1);
    for (const o of await w.inside(() => overrides.find({})))
      expect([o.by, o.to]).not.toEqual([o.person, 'S']);
  },
  120_000,
);
