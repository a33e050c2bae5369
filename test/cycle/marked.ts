/**
 * A cycle of three people from the assessment to the export of outcomes. What is said about Ann in confidence is
 * unmistakable: each giver has words that nobody else uses, levels that make a mean of its own, and a minute in which they
 * alone did something. Four colleagues answer; of three partners only two, too few to be heard.
 */
import { type Appeal, appeals } from '../../src/appeals/model.ts';
import { queueDaily } from '../../src/core/daily.ts';
import { type Cycle, cycles, participants } from '../../src/cycles/model.ts';
import { manager, standard } from '../../src/cycles/schemes.ts';
import { goals } from '../../src/goals/model.ts';
import { batches } from '../../src/outcomes/model.ts';
import { receipts } from '../../src/results/model.ts';
import { assessmentOpened } from '../../src/reviews/jobs.ts';
import { said } from '../appeals/arrange.ts';
import { arrangeCycle, q1 } from '../goals/arrange.ts';
import { type Kept, keepAll } from '../kit/crawl.ts';
import { playAll, seeded } from '../kit/played.ts';
import { type World, world } from '../kit/world.ts';
import { twoGoals } from '../ratings/arrange.ts';
import { named, runs, writes } from '../reviews/arrange.ts';

export interface Giver {
  id: string;
  name: string;
  group: 'peer' | 'partner';
  levels: Record<string, string>;
  /** Four words: two for one comment, one for the other, one for the example of a 1 or a 5. */
  words: readonly [string, string, string, string];
  /** When they sent it. */
  at: string;
}

const words = (stem: string) => [`${stem}mill`, `${stem}wick`, `${stem}gate`, `${stem}ford`] as const;

export const givers: readonly Giver[] = [
  {
    id: 'dev',
    name: 'Dev Patel',
    group: 'peer',
    levels: { competencies: '1', collaboration: '2' },
    words: words('brindle'),
    at: '2027-03-24T13:17:00Z',
  },
  {
    id: 'tom',
    name: 'Tom Becker',
    group: 'peer',
    levels: { competencies: '2', collaboration: '5' },
    words: words('cobalt'),
    at: '2027-03-24T13:23:00Z',
  },
  {
    id: 'nina',
    name: 'Nina Rossi',
    group: 'peer',
    levels: { competencies: '2', collaboration: '4' },
    words: words('dapple'),
    at: '2027-03-24T14:07:00Z',
  },
  {
    id: 'carla',
    name: 'Carla Gómez',
    group: 'peer',
    levels: { competencies: '4', collaboration: '2' },
    words: words('fennel'),
    at: '2027-03-24T14:41:00Z',
  },
  {
    id: 'wang',
    name: '王磊',
    group: 'partner',
    levels: { collaboration: '1' },
    words: words('gossamer'),
    at: '2027-03-25T02:13:00Z',
  },
  {
    id: 'li',
    name: '李娜',
    group: 'partner',
    levels: { collaboration: '5' },
    words: words('heather'),
    at: '2027-03-25T02:37:00Z',
  },
];

export const keepOf = ({ words: [a, b] }: Giver): string =>
  `The list at ${a} was written first. What ${b} needed stood in it.`;
export const exampleOf = ({ words: [, , , d] }: Giver): string => `The plan for ${d} came twice.`;

const company = ['ann', 'bo', 'dev'] as const;
/** Who does what they owe; the others only give. */
const playing = ['ann', 'bo', 'chen', 'dev', 'hanna', 'lin', 'zhao'] as const;

export interface Marked {
  w: World;
  kept: Kept[];
}

/** As close behind each other as they can be. */
const later: Cycle['phases'] = [
  { phase: 'calibration', opens: '2027-04-09', due: '2027-04-13', grace: 0 },
  { phase: 'feedback', opens: '2027-04-15', due: '2027-04-21', grace: 0 },
  { phase: 'appeals', opens: '2027-04-16', due: '2027-04-30', grace: 0 },
  { phase: 'outcomes', opens: '2027-05-03', due: '2027-05-12', grace: 0 },
  { phase: 'closing', opens: '2027-05-17', due: '2027-05-28', grace: 0 },
];

async function arrange(): Promise<void> {
  await arrangeCycle({
    ...q1,
    schemes: { standard, manager },
    opened: ['planning', 'tracking', 'assessment'],
    locked: ['planning', 'tracking'],
    phases: [...q1.phases, ...later],
  });
  await participants.remove({ person: { $nin: [...company] } });
  await participants.change({ cycle: 'q1' }, { $set: { state: 'assessing' } });
  await goals.insertAll(company.flatMap(twoGoals));
  await cycles.change({ _id: 'q1' }, { $set: { audience: { kind: 'people', ids: [...company] } } });
}

/** The assessment is open, and everybody whom Ann named has answered, but one partner. */
export async function answered(database: string): Promise<Marked> {
  const w = await world({ database, start: '2027-03-22T08:00:00Z', arrange });
  const kept = keepAll(w);
  await runs(w, assessmentOpened, { about: 'q1', ref: 'q1', by: 'system', data: { phase: 'assessment' } });
  await queueDaily(w.parts);
  await w.until('2027-03-22T13:00:00Z');
  const of = (group: Giver['group']) => givers.filter((g) => g.group === group).map((g) => g.id);
  await named(w, of('peer'), [...of('partner'), 'zhao']);
  for (const giver of givers) {
    await w.until(giver.at);
    await writes(w, giver.id, giver.levels, keepOf(giver), exampleOf(giver));
  }
  await w.until('2027-03-26T12:00:00Z');
  return { w, kept };
}

const day = 86_400_000;
const stepDays = 3;
/** Long after everything is over. */
const end = new Date('2027-05-28T00:00:00Z');

/** On to a moment: everybody does what they owe every few days, and Ann appeals as soon as she can. */
export async function livesOn({ w }: Marked, until: () => Promise<boolean>): Promise<void> {
  const draw = seeded(11);
  while (!(await w.inside(until))) {
    if (w.clock.now() > end) throw new Error('it never comes to that');
    await playAll(w, draw, playing);
    await appealing(w);
    await w.until(new Date(w.clock.now().getTime() + stepDays * day).toISOString());
  }
}

const appealOf = (): Promise<Appeal | undefined> => appeals.one({ person: 'ann' });

async function appealing(w: World): Promise<void> {
  const receipt = await w.inside(() => receipts.one({ person: 'ann' }));
  if (!receipt || (await w.inside(appealOf))) return;
  const ann = w.as('ann');
  await ann.types('/perf appeal');
  await ann.submits(said);
  const hanna = w.as('hanna');
  await hanna.presses('Name owner and panel', 'Ann Miller appeals');
  await hanna.submits({ owner: 'lin', panel: [], others: ['zhao'] });
}

/** The result of Ann is out, her appeal is decided for good, and the outcomes were exported. */
export async function everythingDone(): Promise<boolean> {
  const appeal = await appealOf();
  const all = await batches.find({ cycle: 'q1' });
  return appeal !== undefined && !appeal.open && all.length > 0 && all.every((b) => b.state === 'exported');
}
