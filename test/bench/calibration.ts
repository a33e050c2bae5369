/** A session with 500 people: what a member's press takes, from the event to its answer, beside an empty transaction. */

import { shown } from '../../src/core/shown.ts';
import { runDueJobs } from '../../src/core/work.ts';
import { cycles, type Participant, participantId, participants } from '../../src/cycles/model.ts';
import { manager, standard } from '../../src/cycles/schemes.ts';
import { modules } from '../../src/modules.ts';
import { people } from '../../src/people/model.ts';
import { type Level, ratings } from '../../src/ratings/model.ts';
import { q1 } from '../goals/arrange.ts';
import { aPerson, small } from '../kit/someone.ts';
import { later, ratingFor } from '../results/arrange.ts';
import { type BenchWorld, benchWorld } from './bench-world.ts';
import { emptyTransaction, type Timing, timed } from './events.ts';
import type { Figure } from './main.ts';

const many = Number(process.env.BENCH_PEOPLE ?? 500);
/** People a manager leads. */
const team = 10;
const idOf = (i: number): string => `p${String(i).padStart(4, '0')}`;

/** One unit: its head, managers under the head, everybody else under them. */
function managerOf(i: number): string {
  if (i === 0) return 'ceo';
  return i <= many / team ? idOf(0) : idOf(1 + (i % Math.floor(many / team)));
}

export async function arrange(): Promise<void> {
  await small(
    { _id: 'ceo', name: 'Ceo', unit: 'Top' },
    { _id: 'hanna', roles: ['hr'], unit: 'Top', manager: 'ceo' },
  );
  await people.insertAll(
    Array.from({ length: many }, (_, i) =>
      aPerson({ _id: idOf(i), name: `Person ${i}`, unit: 'Works', manager: managerOf(i) }),
    ),
  );
  await cycles.insert({
    ...q1,
    schemes: { standard, manager },
    opened: ['planning', 'tracking', 'assessment', 'calibration'],
    phases: [...q1.phases, ...later],
  });
  const places = Array.from({ length: many }, (_, i): Omit<Participant, 'rev'> => {
    const leads = i <= many / team;
    const _id = participantId('q1', idOf(i));
    return { _id, cycle: 'q1', person: idOf(i), state: 'rated', unit: 'Works', manager: managerOf(i), leads };
  });
  await participants.insertAll(places);
  await ratings.insertAll(places.map((p, i) => ratingFor({ ...p, rev: 1 }, (1 + (i % 5)) as Level)));
}

/** As if the platform had taken it: the list is redrawn by every press on it. */
const stands = (key: string): Promise<unknown> =>
  shown.insert({
    _id: `${key}>hanna`,
    key,
    receipt: {
      at: { platform: 'web', tenant: 'local', channel: 'dm:hanna' },
      messageId: key,
      sentAt: new Date(),
    },
    digest: '',
  });

type Send = (event: Record<string, unknown>) => Promise<unknown>;

function hands(w: BenchWorld, person: string): Send {
  const where = { platform: 'web', tenant: 'local', channel: `dm:${person}` };
  let n = 0;
  return async (event) => {
    n += 1;
    const reply = await w.bot.receive({
      id: `${person}${n}`,
      at: new Date(),
      from: person,
      where,
      ...event,
    } as never);
    if (reply.errors || reply.toast?.startsWith('Something')) throw new Error(JSON.stringify(reply));
    return reply;
  };
}

const token = (name: string, args: object): string => `calibration.${name} ${JSON.stringify(args)}`;

async function opened(w: BenchWorld, send: Send): Promise<{ session: string; press: number }> {
  const from = performance.now();
  await send({
    kind: 'submit',
    token: token('open', { cycle: 'q1', unit: 'Works' }),
    values: {
      units: ['Works'],
      members: [...Array.from({ length: 20 }, (_, i) => idOf(i)), 'hanna'],
      heads: [idOf(0)],
    },
  });
  const press = performance.now() - from;
  while ((await runDueJobs(w.parts, 'bench')) > 0);
  const found = await w.store.connection.collection<{ _id: string }>('calibrations').findOne({});
  const session = found?._id ?? '';
  await w.store.within(() => stands(`calibration.list:${session}`));
  return { session, press };
}

async function changing(send: Send, session: string): Promise<Timing> {
  const person = (n: number) => idOf(many - 1 - ((n + many) % (many - 100)));
  return timed((n) => {
    const about = { session, person: person(n), version: 1, last: '' };
    const values = { grade: 'S', reason: 'The work of the second quarter was left out.' };
    return send({ kind: 'submit', token: token('saveChange', about), values });
  }, 200);
}

export async function calibration(): Promise<Figure[]> {
  const w = await benchWorld(modules, arrange);
  const send = hands(w, 'hanna');
  const empty = await emptyTransaction(w);
  const from = performance.now();
  const { session, press } = await opened(w, send);
  const opening = performance.now() - from;
  const sort = await timed((n) => {
    const value = ['score', 'grade', 'name', 'manager'][Math.abs(n) % 4];
    return send({ kind: 'press', token: token('sort', { session }), value });
  }, 200);
  const row = await timed(
    (n) => send({ kind: 'press', token: token('row', { session }), value: idOf(100 + Math.abs(n)) }),
    200,
  );
  const change = await changing(send, session);
  await w.end();
  const figures = (what: string, t: Timing): Figure[] => [
    { what: `${what}, p50`, value: t.p50, unit: 'ms' },
    { what: `${what}, p99 (goal < 500)`, value: t.p99, unit: 'ms' },
  ];
  return [
    { what: 'people in the session', value: String(many) },
    { what: 'empty transaction, p50', value: empty.p50, unit: 'ms' },
    { what: 'empty transaction, p99', value: empty.p99, unit: 'ms' },
    { what: 'the press that opens it, once (goal < 500)', value: press, unit: 'ms' },
    { what: 'until everybody has a list, with all hints', value: opening, unit: 'ms' },
    ...figures('sort the list', sort),
    ...figures('open a row', row),
    ...figures('change a grade', change),
    { what: 'change a grade ÷ empty transaction (p50)', value: change.p50 / empty.p50, unit: '×' },
  ];
}
