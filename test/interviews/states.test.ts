/** Whoever does what in whichever order: only ways of the diagram, and nobody is left waiting for nobody. */
import fc from 'fast-check';
import { Refusal } from '../../src/core/errors.ts';
import { owedBy } from '../../src/interviews/home.ts';
import { type Interview, interviewFlow, type Side } from '../../src/interviews/model.ts';
import * as rules from '../../src/interviews/rules.ts';
import * as said from '../../src/interviews/rules-notes.ts';
import { act, fresh, later, now } from './arrange.ts';

const notes = { agreed: 'One hour a week for the backlog.', steps: [] };

const moves: Record<string, (i: Interview, a: rules.Act) => Interview> = {
  ask: (i) => rules.asked(i),
  propose: (i, a) => rules.proposed(i, { at: later }, a),
  accept: (i, a) => rules.accepted(i, i.proposal?.at ?? later, a),
  keep: (i) => rules.kept(i),
  callOff: (i) => rules.calledOff(i),
  place: (i, a) => rules.placed(i, 'Room', a),
  held: (i, a) => said.held(i, '2027-04-28', a),
  notHeld: (i) => said.notHeld(i),
  note: (i, a) => said.noted(i, notes, '2027-04-28', i.edition, a),
  write: (i, a) => said.wrote(i, { seen: 'a', next: 'b' }, i.edition, a),
  confirm: (i, a) => said.confirmed(i, i.edition, a),
  differ: (i, a) => said.differed(i, 'x', i.edition, a),
  prepare: (i) => said.prepared(i, { ask: 'x' }),
  hand: (i) => rules.handedOver(i, 'carla'),
  revise: (i, a) => rules.revised(i, i.version + 1, ['changed'], true, a.now),
  drop: (i) => rules.dropped(i),
};

/** What holds after every step. */
const holds: ((i: Interview, before: Interview) => boolean)[] = [
  (i, before) =>
    i.state === before.state || i.round > before.round || interviewFlow.may(before.state, i.state),
  (i) => i.state !== 'done' || [...i.confirmed].sort().join() === 'manager,person',
  (i) => i.state !== 'confirmed' || i.confirmed.length === 1,
  (i) => i.state !== 'held' || i.confirmed.length === 0,
  (i) => (i.state === 'proposed') === (i.proposal !== undefined),
  (i) => i.state !== 'scheduled' || i.agreed !== undefined,
  (i) => !['due', 'offered'].includes(i.state) || i.agreed === undefined,
  (i) => !['due', 'proposed', 'scheduled'].includes(i.state) || i.reasons.length > 0,
  (i, before) =>
    i.round > before.round || !rules.takesBack(before, i, now) || i.sequence === before.sequence + 1,
  (i, before) => i.past.length >= before.past.length,
  // Until it is over somebody owes something, or a time is agreed.
  (i) =>
    ['done', 'cancelled', 'scheduled'].includes(i.state) ||
    (['person', 'manager'] as const).some((side) => owedBy(side, i, now) !== undefined),
];

function moved(i: Interview, name: string, side: Side): Interview {
  try {
    return moves[name]?.(i, act(side)) ?? i;
  } catch (e) {
    if (e instanceof Refusal) return i;
    throw e;
  }
}

test('property: only ways of the diagram', () => {
  const step = fc.tuple(fc.constantFrom(...Object.keys(moves)), fc.constantFrom<Side>('person', 'manager'));
  const start = fc.constantFrom(fresh(), fresh({ state: 'due', reasons: ['grade'] }));
  const met = new Set<string>();
  fc.assert(
    fc.property(start, fc.array(step, { maxLength: 25 }), (first, steps) => {
      let i = first;
      for (const [name, side] of steps) {
        const before = i;
        i = moved(i, name, side);
        met.add(i.state);
        const broken = holds.flatMap((rule, n) =>
          rule(i, before) ? [] : [`${n}: ${name}, ${before.state} → ${i.state}`],
        );
        expect(broken).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
  expect([...met].sort()).toEqual([...interviewFlow.states].sort());
});
