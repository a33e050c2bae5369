/** Played people, and a check-in under bad conditions: the same result as under good ones. */
import { checkInsModule } from '../../src/checkins/index.ts';
import { checkIns, obstacles } from '../../src/checkins/model.ts';
import { talks } from '../../src/core/dialog.ts';
import { facts } from '../../src/core/facts.ts';
import type { Move } from '../../src/core/module.ts';
import { progress } from '../../src/goals/history.ts';
import { type Disturbance, type World, world } from '../kit/world.ts';
import { arrangeTracking, stuck } from './arrange.ts';

const start = '2027-02-01T01:30:00Z';
const arranged = (database: string, more: Disturbance = {}) =>
  world({ database, start, arrange: () => arrangeTracking(), ...more });

/** A small seeded die. */
function die(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.trunc((state / 2_147_483_648) * n);
  };
}

async function makes(w: World, person: string, move: Move): Promise<void> {
  const p = w.as(person);
  if ('press' in move) await p.sends({ kind: 'press', token: move.press });
  else if ('submit' in move) await p.sends({ kind: 'submit', token: move.submit, values: move.values });
  else await p.says(move.say);
  if (p.reply().toast) expect(p.reply().toast).not.toMatch(/Please|请看/);
}

async function plays(w: World, people: readonly string[], draw: (n: number) => number): Promise<number> {
  let made = 0;
  for (let idle = false; !idle && made < 200; ) {
    idle = true;
    for (const person of people) {
      const move = await w.inside(async () => checkInsModule.player?.(person, w.clock.now(), draw));
      if (!move) continue;
      idle = false;
      made += 1;
      await makes(w, person, move);
    }
  }
  return made;
}

test('played people hold their check-ins and answer each other, in their own language', async () => {
  const w = await arranged('checkins-played');
  await w.until('2027-02-01T15:00:00Z');
  const people = ['ann', 'bo', 'chen', 'dev', 'tom', 'wang'];
  expect(await plays(w, people, die(7))).toBeLessThan(100);
  const all = await w.inside(() => checkIns.find({ cycle: 'q1' }));
  expect(all.map((c) => c.state)).toEqual(people.map(() => 'done'));
  expect(all.find((c) => c.person === 'wang')?.record?.happened).toMatch(/\p{Script=Han}/u);
  expect(await w.inside(() => obstacles.count({ state: 'open' }))).toBe(0);
  expect(await w.inside(() => obstacles.count({ cycle: 'q1', state: 'decided' }))).toBeGreaterThan(0);
  await w.end();
});

async function annsDay(w: World): Promise<unknown> {
  const [ann, bo] = [w.as('ann'), w.as('bo')];
  await w.until('2027-02-01T09:00:00Z');
  await ann.presses('In an hour');
  await w.until('2027-02-01T10:00:00Z');
  await ann.presses('Start');
  await ann.presses('Cut the ticket backlog');
  await ann.sends({ kind: 'message', text: 'A second opinion', messageId: 'm1', edited: false });
  await ann.sends({ kind: 'message', text: '85', messageId: 'm2', edited: false });
  await ann.says('skip');
  await ann.presses('All at once, as a form', 'Check-in');
  await ann.submits({ goal: 'goal_backlog', ...stuck, kr_goal_backlog_kr1: '85' });
  await ann.presses('Yes');
  await ann.says('A date');
  await ann.presses('Send');
  await ann.sends({ kind: 'message', text: '80', messageId: 'm2', edited: true });
  await bo.presses('Answer');
  await bo.submits({ text: 'By noon' });
  await w.bot.settle();
  return w.inside(async () => ({
    checkIns: await checkIns.find({ person: 'ann' }),
    obstacles: await obstacles.find({ person: 'ann' }),
    talks: await talks.find({ person: 'ann' }),
    numbers: await progress.find({ person: 'ann' }, { sort: { at: 1, _id: 1 } }),
    facts: (await facts.find({ about: 'ann' })).map((f) => [f._id, f.kind, f.data]).sort(),
  }));
}

test('every event twice, every tenth run aborted: byte for byte the same', async () => {
  const calm = await arranged('checkins-calm');
  const rough = await arranged('checkins-rough', { twice: true, abortEvery: 10 });
  expect(JSON.stringify(await annsDay(rough))).toBe(JSON.stringify(await annsDay(calm)));
  await calm.end();
  await rough.end();
});
