/** What a played person does here: HR makes and submits, somebody else approves, HR exports; each once. */
import type { Move, Player } from '../core/module.ts';
import { type Cycle, underWay } from '../cycles/model.ts';
import { type Person, people } from '../people/model.ts';
import { approveBatch, approveOwn, exportBatch, makeBatch, prefer, submitBatch } from './actions.ts';
import { atOutcomes, choreOf, needsBatch } from './home.ts';
import { play } from './messages-player.ts';
import { type Batch, batchesOf, preferences, recognitions } from './model.ts';
import { isSecond } from './policy.ts';

export const player: Player = async (id, now, draw) => {
  const person = await people.must(id);
  const roles = person.roles;
  if (roles.includes('hr') || roles.includes('hrHead') || isSecond(person))
    for (const cycle of await atOutcomes()) {
      const move = await does(cycle, person, now);
      if (move) return move;
    }
  return prefers(person, draw);
};

async function does(cycle: Cycle, person: Person, now: Date): Promise<Move | undefined> {
  const found = await batchesOf(cycle._id);
  for (const batch of found) {
    const move = next(batch, await choreOf(batch, person, now));
    if (move) return move;
  }
  const isOffice = person.roles.includes('hr') || person.roles.includes('hrHead');
  if (!isOffice || !(await needsBatch(cycle, found))) return undefined;
  return { what: (l) => play(l).makes, press: makeBatch.token({ cycle: cycle._id }) };
}

function next(
  { _id: batch, version: seen }: Batch,
  chore: Awaited<ReturnType<typeof choreOf>>,
): Move | undefined {
  switch (chore) {
    case 'taskSubmit':
    case 'taskDelta':
      return { what: (l) => play(l).submits, press: submitBatch.token({ batch, seen }) };
    case 'taskApprove':
      return { what: (l) => play(l).approves, press: approveBatch.token({ batch, seen }) };
    case 'taskOwn':
      return { what: (l) => play(l).approvesOwn, press: approveOwn.token({ batch }) };
    case 'taskExport':
      return { what: (l) => play(l).exports, press: exportBatch.token({ batch, as: 'xlsx' }) };
    default:
      return undefined;
  }
}

/** Some say what they like best once results are given out. */
async function prefers({ _id }: Person, draw: (n: number) => number): Promise<Move | undefined> {
  const live = (await underWay(_id)).some(
    ({ cycle }) => cycle.state === 'running' && cycle.opened.includes('feedback'),
  );
  if (!live || (await preferences.get(_id)) || draw(2) === 0) return undefined;
  return {
    what: (l) => play(l).prefers,
    press: prefer.token({}),
    value: recognitions[draw(recognitions.length)] ?? 'bonus',
  };
}
