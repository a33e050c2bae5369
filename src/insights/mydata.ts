/**
 * `/perf mydata`: everything of one's own as a file. What others gave in confidence is not in it, nor what they write
 * between themselves; of results what was released. Confidential reviews that one gave belong to nobody after the lock.
 */

import { appeals } from '../appeals/model.ts';
import { said } from '../appeals/said.ts';
import { checkIns, obstacles } from '../checkins/model.ts';
import { anyone } from '../core/actor.ts';
import type { Doc, Entity, Filter } from '../core/entity.ts';
import { command } from '../core/module.ts';
import { participants } from '../cycles/model.ts';
import { feedbacks } from '../feedback/model.ts';
import { notes } from '../feedback/notes.ts';
import { contracts } from '../goals/contract.ts';
import { progress } from '../goals/history.ts';
import { goals } from '../goals/model.ts';
import { interviews } from '../interviews/model.ts';
import { entries, preferences } from '../outcomes/model.ts';
import { people } from '../people/model.ts';
import { statements } from '../ratings/statements.ts';
import { archiveOf, type Result, reviewsIn } from '../results/model.ts';
import { showsNumbers } from '../results/shape.ts';
import { drafts, selfReviews } from '../reviews/model.ts';
import { dataTaken } from './actions.ts';
import { say } from './messages.ts';

type Rows = (person: string) => Promise<Record<string, unknown>[]>;

/** The fields of an entity's rows that the person reads. */
function of<T extends Doc>(
  from: Entity<T>,
  where: (person: string) => Filter,
  fields: readonly (keyof T)[],
): Rows {
  return async (person) => {
    const rows = await from.find(where(person), { sort: { _id: 1 } });
    return rows.map((row) => Object.fromEntries(fields.map((f) => [f, row[f]])));
  };
}

/**
 * What the person's cards show of a result: their words and sums, and of colleagues what was published. What the sum was
 * made from holds stand-ins for answers and the scores of reports.
 */
function shownOf(result: Result) {
  const { rev: _, scheme: __, ratingVersion: ___, basis: ____, reviews: _____, ...shown } = result;
  const { final, computed, ...labels } = shown;
  const published = reviewsIn(result);
  const reviews = published && {
    dimensions: published.dimensions,
    comments: published.lines.filter((l) => !l.redacted).map(({ kind, text }) => ({ kind, text })),
  };
  return { ...(showsNumbers(result) ? shown : labels), ...(reviews && { reviews }) };
}

const own = (person: string) => ({ person });
const mine = {
  profile: of(people, (_id) => ({ _id }), [
    'name',
    'email',
    'unit',
    'title',
    'manager',
    'hired',
    'left',
    'leave',
    'zone',
    'locale',
    'calendar',
    'roles',
    'quiet',
    'accounts',
  ]),
  cycles: of(participants, own, ['cycle', 'state']),
  goals: of(goals, own, [
    'cycle',
    'state',
    'title',
    'why',
    'keyResults',
    'weight',
    'due',
    'visibility',
    'versions',
  ]),
  progress: of(progress, own, [
    'cycle',
    'goal',
    'keyResult',
    'actual',
    'done',
    'level',
    'confidence',
    'note',
    'at',
  ]),
  contracts: of(contracts, own, ['cycle', 'state', 'support', 'commitment', 'waiver']),
  checkIns: of(checkIns, own, ['cycle', 'day', 'state', 'record', 'remarks', 'reason', 'doneAt']),
  obstacles: of(obstacles, own, ['cycle', 'state', 'text', 'support', 'at', 'decided']),
  feedbackReceived: of(feedbacks, (person) => ({ person, visibility: { $ne: 'manager' } }), [
    'kind',
    'from',
    'at',
    'did',
    'effect',
    'ask',
    'next',
    'value',
    'remarks',
  ]),
  feedbackGiven: of(feedbacks, (from) => ({ from }), [
    'kind',
    'person',
    'at',
    'did',
    'effect',
    'ask',
    'next',
  ]),
  notes: of(notes, own, ['by', 'day', 'what', 'effect', 'link', 'remarks']),
  notesWritten: of(notes, (by) => ({ by }), ['person', 'day', 'what', 'effect', 'link']),
  selfReviews: of(selfReviews, own, ['cycle', 'state', 'sentAt', 'sent']),
  reviewsInWriting: of(drafts, (giver) => ({ giver }), ['levels', 'examples', 'keep', 'differ']),
  statements: of(statements, (by) => ({ by }), ['cycle', 'at', 'text']),
  results: async (person) => (await archiveOf(person)).map(shownOf),
  interviews: async (person) =>
    (await interviews.find({ person })).map(
      ({ cycle, heldOn, notes: agreed, written, views, prepared, helped, past }) => ({
        ...{ cycle, heldOn, notes: agreed, written, views, prepared, past },
        helped: helped.person?.answer,
      }),
    ),
  appeals: of(appeals, own, [
    'cycle',
    'version',
    'state',
    'openedAt',
    'said',
    'decision',
    'escalated',
    'conclusion',
  ]),
  saidInAppeals: of(said, (by) => ({ by }), ['appeal', 'at', 'versions']),
  outcomes: of(entries, (person) => ({ person, state: 'approved' }), [
    'cycle',
    'grade',
    'months',
    'rule',
    'exception',
  ]),
  preferences: of(preferences, own, ['choice', 'at']),
} satisfies Record<string, Rows>;

export async function dataOf(person: string): Promise<Record<string, unknown>> {
  const parts = Object.entries(mine) as [string, Rows][];
  const found = await Promise.all(parts.map(async ([name, rows]) => [name, await rows(person)] as const));
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
}

export const mydataCommand = command('mydata', {
  aliases: ['我的数据'],
  help: (l) => say(l).mydataHelp,
  touches: ['people:R', 'goals:R', 'results:R'],
  load: async (ctx) => dataOf(ctx.actor.id),
  allow: anyone,
  async run(ctx, data) {
    const about = { made: ctx.now, person: ctx.actor.id, note: say(ctx.actor.locale).mydataNote, ...data };
    const bytes = Buffer.from(`${JSON.stringify(about, null, 2)}\n`);
    ctx.attach(
      `insights.mydata:${ctx.id('file')}`,
      { person: ctx.actor.id },
      {
        name: 'growloop-mydata.json',
        type: 'application/json',
        bytes,
      },
    );
    ctx.record(dataTaken, { about: ctx.actor.id, data: {} });
    return { toast: say(ctx.actor.locale).mydataSent };
  },
});
