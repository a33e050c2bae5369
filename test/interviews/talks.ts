/** Everybody has a result and every manager has heard of it; and what two people do with it. */
import { jest } from '@jest/globals';
import { jobRow, jobs } from '../../src/core/job.ts';
import { watch } from '../../src/interviews/jobs-watch.ts';
import { type Interview, interviews } from '../../src/interviews/model.ts';
import type { Disturbance, World } from '../kit/world.ts';
import { releasedWorld } from '../results/arrange.ts';

// Weeks of work on a busy machine.
jest.setTimeout(90_000);

export async function talksWorld(name: string, how: Disturbance = {}): Promise<World> {
  const w = await releasedWorld(`interviews-${name}`, async () => {}, how);
  // Only this one of the daily jobs: the others are other capabilities' own.
  const args = { zone: 'Europe/Berlin', day: '2027-04-26' };
  await w.inside(() => jobs.insert(jobRow(watch, args, w.clock.now(), 'interviews.watch:first')));
  await w.until('2027-04-26T07:10:00Z');
  return w;
}

export const of = (w: World, person: string): Promise<Interview> =>
  w.inside(() => interviews.must(`q1:${person}`));

export const filesOf = (w: World, person: string): string[] =>
  w
    .as(person)
    .messages()
    .flatMap((m) => (m.file ? [m.file.bytes.toString()] : []));

const token = (verb: string, args: object): string => `interviews.${verb} ${JSON.stringify(args)}`;

/** They agree to meet at four in the afternoon of the manager's. */
export async function agreeOn(w: World, person: string, manager: string, day: string): Promise<void> {
  const lead = w.as(manager);
  await lead.sends({ kind: 'press', token: token('otherTime', { cycle: 'q1', person }) });
  await lead.submits({ day, time: '16:00' });
  const at = (await of(w, person)).proposal?.at.toISOString();
  await w.as(person).sends({ kind: 'press', token: token('accept', { cycle: 'q1', person, at }) });
}

export async function noteOn(w: World, person: string, manager: string, day = '2027-04-26'): Promise<void> {
  const lead = w.as(manager);
  await lead.sends({ kind: 'press', token: token('notes', { cycle: 'q1', person }) });
  await lead.submits({ day, agreed: 'One hour a week for the backlog.' });
}

export async function conclude(w: World, person: string, manager: string): Promise<void> {
  await noteOn(w, person, manager);
  for (const who of [person, manager]) {
    const { round, edition } = await of(w, person);
    await w
      .as(who)
      .sends({ kind: 'press', token: token('confirm', { cycle: 'q1', person, round, seen: edition }) });
  }
}
