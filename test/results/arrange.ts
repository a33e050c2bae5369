/**
 * A cycle of the sample company after its ratings: everybody but 梅雪 is rated and approved, and, when asked for, released.
 * For the capabilities that begin where ratings end.
 */
import { type Ctx, newContext } from '../../src/core/context.ts';
import { type Cycle, cycles, type Participant, participants, schemeOf } from '../../src/cycles/model.ts';
import { manager, standard } from '../../src/cycles/schemes.ts';
import { goals } from '../../src/goals/model.ts';
import { weighed } from '../../src/ratings/basis.ts';
import { type Basis, type Level, type Rating, ratings } from '../../src/ratings/model.ts';
import { scored } from '../../src/ratings/rescore.ts';
import { release } from '../../src/results/issue.ts';
import { arrangeCycle, q1 } from '../goals/arrange.ts';
import { type Disturbance, type World, world } from '../kit/world.ts';
import { says, twoGoals } from '../ratings/arrange.ts';

/** What the raters gave in every dimension; the others got a 3. The last two of Bo's people lie at the ends. */
const levels: Readonly<Record<string, Level>> = { ann: 4, dev: 2, bo: 4, wang: 5, carla: 3, tom: 1 };

/** Monday 12 April 2027, when calibration opens; the result phase begins on the 26th, appeals on 3 May. */
export const calibrationOpens = '2027-04-12T07:00:00Z';
export const feedbackOpens = '2027-04-26T07:00:00Z';

export const later: Cycle['phases'] = [
  { phase: 'calibration', opens: '2027-04-12', due: '2027-04-23', grace: 1 },
  { phase: 'feedback', opens: '2027-04-26', due: '2027-05-14', grace: 1 },
  { phase: 'appeals', opens: '2027-05-03', due: '2027-06-04', grace: 0 },
  { phase: 'outcomes', opens: '2027-06-07', due: '2027-06-18', grace: 1 },
  { phase: 'closing', opens: '2027-06-21', due: '2027-06-30', grace: 1 },
];

export function ratingFor(participant: Participant, level: Level): Omit<Rating, 'rev'> {
  const scheme = schemeOf({ schemes: { standard, manager } } as Cycle, participant);
  const own = twoGoals(participant.person);
  const basis: Basis = {
    scheme: weighed(scheme),
    participant: {
      goals: own.map(({ weight, keyResults }) => ({ weight, agreed: true, keyResults })),
      answers: Object.fromEntries(scheme.dimensions.map((d) => [d.name, { manager: [level] }])),
    },
  };
  const at = new Date('2027-04-08T09:00:00Z');
  const by = participant.manager ?? 'hanna';
  return {
    _id: participant._id,
    cycle: participant.cycle,
    person: participant.person,
    unit: participant.unit,
    state: 'approved',
    rater: by,
    decider: 'chen',
    openedAt: at,
    due: at,
    dimensions: scheme.dimensions.map((d) => ({
      name: d.name,
      proposal: 3,
      level,
      reason: 'Seen all quarter.',
    })),
    verifiers: [],
    cites: [],
    asked: [],
    waiting: [],
    submittedAt: at,
    approved: { by: 'chen', at },
    version: 1,
    goals: own.map((g) => ({
      id: g._id,
      version: 1,
      title: g.title,
      weight: g.weight,
      keyResults: g.keyResults.map((kr) => ({
        id: kr.id,
        title: kr.title,
        attainment: kr.kind === 'milestone' ? '1' : '0.8',
        confirmed: { by, at },
      })),
    })),
    ...scored(basis),
    own: String(level),
    attainment: '0.88',
  };
}

export async function arrangeRated(more: () => Promise<void> = async () => {}): Promise<void> {
  await arrangeCycle({
    ...q1,
    schemes: { standard, manager },
    opened: ['planning', 'tracking', 'assessment', 'calibration'],
    locked: ['planning', 'tracking', 'assessment'],
    phases: [...q1.phases, ...later],
  });
  await participants.change({ cycle: 'q1' }, { $set: { state: 'rated' } });
  const everybody = await participants.find({ cycle: 'q1' }, { sort: { _id: 1 } });
  await goals.insertAll(everybody.flatMap((p) => twoGoals(p.person)));
  await ratings.insertAll(everybody.map((p) => ratingFor(p, levels[p.person] ?? 3)));
  await says('ann', {
    competencies: [{ of: 'peer', value: '3.5', givers: '3-4' }],
    collaboration: [{ of: 'partner', value: '4', givers: '5+', distribution: [0, 0, 20, 60, 20] }],
  });
  await more();
  await cycles.change({ _id: 'q1' }, { $set: { name: '2027 Q1' } });
}

/** As calibration opens: nothing is released. */
export const ratedWorld = (
  database: string,
  more: () => Promise<void> = async () => {},
  how: Disturbance = {},
): Promise<World> => world({ database, start: calibrationOpens, arrange: () => arrangeRated(more), ...how });

/** Runs something with a context, as HR's own doing, in one transaction; what it asked for is sent. */
export async function does<R>(w: World, by: string, run: (ctx: Ctx) => Promise<R>): Promise<R> {
  const done = await w.store.transact(async () => {
    const reach = await w.parts.directory.reach([by]);
    const { locale = 'en', zone = 'UTC' } = reach.get(by) ?? {};
    const actor = { id: by, locale, zone, roles: [] };
    const { ctx, flush } = newContext(w.parts, {
      id: `test:${by}:${w.clock.now().toISOString()}`,
      actor,
      now: w.clock.now(),
    });
    const result = await run(ctx);
    await flush({});
    return result;
  });
  await w.bot.settle();
  return done;
}

/** Everybody has their result; it is the Monday on which feedback opens. */
export async function releasedWorld(
  database: string,
  more: () => Promise<void> = async () => {},
  how: Disturbance = {},
): Promise<World> {
  const w = await world({
    database,
    start: feedbackOpens,
    arrange: async () => {
      await arrangeRated(more);
      await cycles.change(
        { _id: 'q1' },
        {
          $set: {
            opened: ['planning', 'tracking', 'assessment', 'calibration', 'feedback'],
            locked: ['planning', 'tracking', 'assessment', 'calibration'],
          },
        },
      );
    },
    ...how,
  });
  await does(w, 'hanna', async (ctx) => {
    const cycle = await cycles.must('q1');
    for (const p of await participants.find({ cycle: 'q1' }, { sort: { _id: 1 } }))
      await release(ctx, cycle, p, await ratings.must(p._id));
  });
  return w;
}
