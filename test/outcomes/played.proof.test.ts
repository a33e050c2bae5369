/** "Play the others" from the first row to the file; and the same when every event comes twice and every third run fails. */

import { play } from '../../src/core/play.ts';
import { participants } from '../../src/cycles/model.ts';
import { batches, entries } from '../../src/outcomes/model.ts';
import { dump } from '../kit/dump.ts';
import type { Disturbance } from '../kit/world.ts';
import { outcomesWorld } from './arrange.ts';

async function played(database: string, how: Disturbance = {}): Promise<string> {
  const w = await outcomesWorld(database, async () => {}, how);
  const hanna = w.as('hanna');
  await hanna.types('/perf outcomes');
  await hanna.presses('Make the batch');
  await hanna.presses('Submit for approval');
  await w.as('chen').presses('批准');
  await w.until('2027-06-07T08:20:00Z');
  await hanna.presses('Approve that row');
  await w.until('2027-06-07T08:40:00Z');
  await hanna.presses('Export (.xlsx)');
  await w.until('2027-06-08T09:00:00Z');
  expect(await w.inside(() => entries.count({ state: 'approved' }))).toBe(13);
  expect(await w.inside(() => participants.count({ cycle: 'q1', state: 'final' }))).toBe(13);
  const all = await dump(w);
  await w.end();
  return all;
}

test('every event twice, every third run aborted: byte for byte the same', async () => {
  expect(await played('rough', { twice: true, abortEvery: 3 })).toBe(await played('calm'));
}, 400_000);

test('HR makes, somebody else approves, each one’s own row by the other, HR exports', async () => {
  const w = await outcomesWorld('played');
  const people = ['hanna', 'chen'];
  const did: string[] = [];
  for (const at of ['08:10', '08:20', '08:40', '09:00']) {
    did.push(...(await play(w.parts, w.bot, people, at)).map((d) => `${d.person}: ${d.what}`));
    await w.until(`2027-06-07T${at}:00Z`);
  }
  expect(did.filter((d) => /outcome|结果应用|own row/.test(d))).toEqual([
    'hanna: makes the outcome batch',
    'hanna: submits the outcomes',
    'chen: 批准结果应用',
    'hanna: approves the approver’s own row',
    'hanna: exports the outcomes',
  ]);
  expect((await w.inside(() => batches.must('q1:1'))).state).toBe('exported');
  await w.end();
}, 400_000);
