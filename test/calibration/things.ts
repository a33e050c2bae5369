/** Sessions and rows for pure tests. */
import type { Override, Session } from '../../src/calibration/model.ts';
import type { Row } from '../../src/calibration/rows.ts';

export const at = new Date('2027-04-12T09:00:00Z');

export const aSession = (given: Partial<Session> = {}): Session => ({
  _id: 's1',
  rev: 1,
  cycle: 'q1',
  units: ['Product'],
  state: 'open',
  live: true,
  members: ['bo', 'chen', 'hanna', 'lin'],
  heads: [{ person: 'bo', units: ['Product'] }],
  by: 'hanna',
  at,
  signs: [],
  reopened: [],
  ...given,
});

export const aRow = (given: Partial<Row> = {}): Row => ({
  person: 'ann',
  name: 'Ann',
  unit: 'Product',
  manager: 'bo',
  managerName: 'Bo',
  leads: false,
  rater: 'bo',
  state: 'rated',
  approved: true,
  unrated: false,
  version: 1,
  score: '3.42',
  computed: 'B',
  grade: 'B',
  ...given,
});

export const anOverride = (given: Partial<Override> = {}): Override => ({
  _id: 'o1',
  rev: 1,
  cycle: 'q1',
  person: 'ann',
  session: 's1',
  from: 'B',
  to: 'A',
  reason: 'Carried two other teams in March.',
  by: 'hanna',
  at,
  rating: 1,
  ...given,
});
