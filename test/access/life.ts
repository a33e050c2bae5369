/**
 * A short cycle of ten people, lived about one of them: Ann, whose manager is Bo, whose manager is Chen. It stops again and
 * again in the middle of every phase, so that what can be pressed there is pressed. What people write about Ann carries
 * the name of its kind (`zzGoals`), so that it is recognised wherever it is read.
 */

import { saveAppeal } from '../../src/appeals/actions.ts';
import { savePropose } from '../../src/calibration/actions.ts';
import { caseNotes, overrides, sessions } from '../../src/calibration/model.ts';
import { readToken } from '../../src/core/action.ts';
import { dayIn } from '../../src/core/calendar.ts';
import { queueDaily } from '../../src/core/daily.ts';
import { cycles, type Phase, phases, present } from '../../src/cycles/model.ts';
import { giveFeedback, keepNote } from '../../src/feedback/actions.ts';
import { people } from '../../src/people/model.ts';
import { createSample } from '../../src/people/sample.ts';
import { ratings } from '../../src/ratings/model.ts';
import { receiptOf } from '../../src/results/model.ts';
import { filled } from '../journey/quarter.ts';
import { playAll, playStep, seeded } from '../kit/played.ts';
import { type World, world } from '../kit/world.ts';

export const subject = 'ann';
/** Who takes part, and who else is there: HR, its partner of the unit, an executive of another line. */
const company = ['chen', 'bo', 'ann', 'dev', 'zhao', 'wang'] as const;
const away = ['sun', 'li', 'mei', 'nina'];
export const everybody = [...company, 'hanna', 'lin', 'carla', 'tom'];

const dues: Readonly<Record<Phase, string>> = {
  planning: '2027-01-08',
  tracking: '2027-01-20',
  assessment: '2027-01-27',
  calibration: '2027-02-02',
  feedback: '2027-02-08',
  appeals: '2027-02-19',
  outcomes: '2027-02-25',
  closing: '2027-03-03',
};

/** Inside each phase, in the working day of three zones, and after the lock of the phase before where that matters. */
const middles: Readonly<Record<Phase, string>> = {
  planning: '2027-01-05T14:00:00Z',
  tracking: '2027-01-15T15:00:00Z',
  assessment: '2027-01-22T14:00:00Z',
  calibration: '2027-01-29T14:00:00Z',
  feedback: '2027-02-04T14:00:00Z',
  appeals: '2027-02-10T14:00:00Z',
  outcomes: '2027-02-23T14:00:00Z',
  closing: '2027-03-01T14:00:00Z',
};

/** Who acts, one group after the other: between them everything waits for the next. */
const turns: readonly (readonly string[])[] = [
  [subject],
  ['dev', 'wang', 'zhao'],
  ['bo'],
  ['chen'],
  ['hanna'],
  everybody.filter((p) => p !== 'hanna'),
  ['hanna'],
  everybody,
];
/** What HR opens and closes in one go is looked at after each step. */
const stepwise: readonly Phase[] = ['calibration', 'outcomes'];

export type Visit = (w: World, phase: Phase, last: boolean) => Promise<void>;

/** By action: the kind of what is written, and whether it is about the one who writes or the one in its arguments. */
const written: Readonly<Record<string, { kind: string; of: 'actor' | 'args' | 'whom' }>> = {
  'goals.save': { kind: 'Goals', of: 'actor' },
  'goals.saveEdit': { kind: 'Goals', of: 'actor' },
  'goals.saveSupport': { kind: 'Goals', of: 'args' },
  'goals.saveCommitment': { kind: 'Goals', of: 'args' },
  'talk.submit': { kind: 'CheckIns', of: 'actor' },
  'feedback.give': { kind: 'Feedback', of: 'whom' },
  'feedback.note': { kind: 'Notes', of: 'whom' },
  'reviews.words': { kind: 'Answers', of: 'args' },
  'reviews.selfWords': { kind: 'SelfReview', of: 'actor' },
  'ratings.saveAdjusted': { kind: 'Rating', of: 'args' },
  'calibration.savePropose': { kind: 'Calibration', of: 'args' },
  'results.saveWords': { kind: 'Result', of: 'args' },
  'results.saveComment': { kind: 'Result', of: 'actor' },
  'interviews.saveNotes': { kind: 'CheckIns', of: 'args' },
  'interviews.saveWritten': { kind: 'CheckIns', of: 'args' },
  'appeals.save': { kind: 'Appeal', of: 'actor' },
};

export const marks = [...new Set(Object.values(written).map(({ kind }) => kind))];
export const markOf = (kind: string): string => `zz${kind}`;

/** Ids of the documents that are about Ann, by collection; of sealed ones, too. */
export async function aboutSubject(w: World): Promise<Map<string, string>> {
  const ids = new Map([[subject, 'people']]);
  for (const entity of w.parts.registry.entities)
    for (const row of await w.inside(() => entity.find({}))) {
      const { person, subject: of } = row as unknown as Record<string, unknown>;
      if (person === subject || of === subject) ids.set(row._id, entity.name);
    }
  return ids;
}

type Event = Parameters<ReturnType<World['as']>['sends']>[0];

/** The same world, in which whatever is sent about Ann carries its mark. */
function marking(w: World): World {
  const marked = async (person: string, event: Event): Promise<Event> => {
    if (event.kind !== 'submit') return event;
    const { token = '', values = {} } = event as { token?: string; values?: Record<string, unknown> };
    const { name = '', args } = readToken(token) ?? {};
    const mark = written[name];
    if (!mark) return event;
    const about = {
      actor: async () => person === subject,
      whom: async () => JSON.stringify(values.whom ?? '').includes(`"${subject}"`),
      args: async () => {
        const ids = await aboutSubject(w);
        return Object.values(args as object).some((v) => ids.has(String(v)));
      },
    }[mark.of];
    if (!(await about())) return event;
    const inked = Object.entries(values).map(([key, v]) => [
      key,
      typeof v === 'string' && v.length >= 12 && /\s|\p{Script=Han}/u.test(v)
        ? `${markOf(mark.kind)} ${v}`
        : v,
    ]);
    return { ...event, values: Object.fromEntries(inked) } as Event;
  };
  return {
    ...w,
    as: (person) => {
      const someone = w.as(person);
      return { ...someone, sends: async (event) => someone.sends(await marked(person, event)) };
    },
  };
}

async function begin(database: string): Promise<World> {
  const w = await world({
    database,
    start: '2027-01-04T08:02:00Z',
    seed: 'cycle',
    arrange: async () => {
      await createSample(dayIn('Europe/Berlin', new Date('2027-01-04T08:02:00Z')));
      await people.remove({ _id: { $in: away } });
      await people.change({ _id: 'carla' }, { $set: { roles: ['executive'] } });
    },
  });
  await queueDaily(w.parts);
  const hanna = w.as('hanna');
  await hanna.types('/perf kickoff');
  const period = { from: '2027-01-04', to: '2027-01-29' };
  const values = { ...filled(hanna.form()), ...period, ...dues, audience: 'people', people: [...company] };
  await hanna.submits(values);
  await hanna.presses('Start');
  return w;
}

/** What nobody plays: a note about Ann, feedback for her, her appeal. */
const besides: Partial<Record<Phase, (w: World) => Promise<void>>> = {
  async tracking(w) {
    await w.as('bo').sends({
      kind: 'submit',
      token: keepNote.token({ note: 'noted' }),
      values: { whom: subject, day: '2027-01-14', what: 'Led the review with the customer on her own' },
    });
    await w.as('dev').sends({
      kind: 'submit',
      token: giveFeedback.token({ group: 'given' }),
      values: {
        whom: subject,
        did: 'You explained the new flow to support in ten minutes',
        effect: 'They answered the first calls without us',
        visible: 'named',
      },
    });
    await w.as('wang').sends({
      kind: 'submit',
      token: giveFeedback.token({ group: 'confided' }),
      values: {
        whom: subject,
        did: 'She took over the difficult call without being asked',
        effect: 'The customer stayed with us',
        visible: 'manager',
      },
    });
  },
  async appeals(w) {
    const [cycle] = await w.inside(() => cycles.find({}));
    const receipt = cycle && (await w.inside(() => receiptOf(cycle._id, subject)));
    if (!cycle || !receipt) return;
    await w.as(subject).sends({
      kind: 'submit',
      token: saveAppeal.token({ cycle: cycle._id, version: receipt.version }),
      values: {
        what: 'The number of the first key result',
        why: 'The ticket system counted a week twice',
        wanted: 'That the number is read again',
      },
    });
  },
};

/** What nobody plays and needs something that is open only between two steps: her manager proposes another grade. */
const amid: Partial<Record<Phase, (w: World) => Promise<void>>> = {
  async calibration(w) {
    const [session] = await w.inside(() => sessions.find({ live: true, state: 'open', units: 'Product' }));
    if (!session || (await w.inside(() => caseNotes.count({ person: subject }))) > 0) return;
    const { cycle, _id } = session;
    const rating = await w.inside(() => ratings.must(`${cycle}:${subject}`));
    const last = (await w.inside(() => overrides.find({ cycle, person: subject }))).at(-1);
    await w.as('bo').sends({
      kind: 'submit',
      token: savePropose.token({
        session: _id,
        person: subject,
        version: rating.version,
        last: last?._id ?? '',
      }),
      values: { grade: 'A', why: 'She carried the launch alone for six weeks' },
    });
  },
};

/** Everybody does what they owe in a phase; `visit` comes between the turns. */
async function phaseOf(w: World, phase: Phase, draw: (n: number) => number, visit: Visit): Promise<void> {
  const inked = marking(w);
  await besides[phase]?.(inked);
  for (const [n, group] of turns.entries()) {
    const [one, ...more] = group;
    const alone = more.length === 0 && stepwise.includes(phase) ? one : undefined;
    while (alone !== undefined && (await playStep(inked, alone, draw))) {
      await amid[phase]?.(inked);
      await visit(w, phase, false);
    }
    const did = await playAll(inked, draw, group);
    const last = n === turns.length - 1;
    if (did.length > 0 || last) await visit(w, phase, last);
  }
}

/** Lives the cycle, phase by phase. */
export async function live(database: string, visit: Visit): Promise<World> {
  const w = await begin(database);
  const draw = seeded(11);
  for (const phase of phases) {
    await w.until(middles[phase]);
    const [cycle] = await w.inside(() => cycles.find({}));
    if (!cycle || present(cycle) !== phase)
      throw new Error(`${phase} is not open, ${cycle && present(cycle)} is`);
    await visit(w, phase, false);
    await phaseOf(w, phase, draw, visit);
  }
  return w;
}
