import { type Cycle, type Participant, participantId } from '../../src/cycles/model.ts';
import { phasesFrom, usualDues } from '../../src/cycles/plan.ts';
import { manager, standard } from '../../src/cycles/schemes.ts';

export const period = { from: '2027-01-01', to: '2027-03-31' };
export const free = { off: {}, work: {} };

/** 2027 Q1 as the form proposes it on 4 January. */
export const aCycle = (over: Partial<Cycle> = {}): Cycle => ({
  _id: 'cycle_1',
  rev: 1,
  name: '2027 Q1',
  state: 'running',
  period,
  schemeName: 'standard',
  schemes: { standard, manager },
  audience: { kind: 'everyone' },
  phases: phasesFrom(period, usualDues(period, '2027-01-04', free), '2027-01-04', free),
  opened: [],
  by: 'hanna',
  at: new Date('2027-01-04T08:00:00Z'),
  extensions: [],
  ...over,
});

export const aParticipant = (over: Partial<Participant> = {}): Participant => ({
  _id: participantId('cycle_1', over.person ?? 'ann'),
  rev: 1,
  cycle: 'cycle_1',
  person: 'ann',
  state: 'planning',
  unit: 'Product',
  manager: 'bo',
  leads: false,
  ...over,
});
