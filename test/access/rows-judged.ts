/** What is judged of a person's work, up to the result: the first half of domain.md §15. */
import { cited, dash, entry, guest, outside, type Row, reached } from './cells.ts';

/** Where it is pressed instead. */
const inSession = 'HR changes no grade of hers in this life; test/calibration presses it as each of them';

export const judged: readonly Row[] = [
  {
    data: 'self review',
    kinds: ['reviews'],
    collections: ['selfreviews'],
    marks: ['SelfReview'],
    cells: {
      self: entry('RW till due', (m) => (reached(m, 'calibration') ? 'R' : 'W')),
      manager: entry('R after submit', (m) => (m.sent ? 'R' : 'none')),
      'skip-level': entry('R at calibration', (m) => (m.sent && reached(m, 'calibration') ? 'R' : 'none')),
      HRBP: entry('R', 'R'),
      'HR admin': entry('R', 'R'),
      guest,
      'appeal panel': entry('R', 'R'),
      ...outside,
    },
  },
  {
    data: 'manager rating',
    kinds: ['ratings'],
    collections: ['ratings', 'statements'],
    marks: ['Rating'],
    cells: {
      // Before that she can only answer what the rater asks her (domain.md §8).
      self: entry('R after release', (m) => (m.released ? 'R' : 'own')),
      manager: entry('RW till lock', 'W'),
      'skip-level': entry('R; W in calibration', 'W'),
      HRBP: entry('R', 'R'),
      'HR admin': entry('R; change needs two persons', 'W'),
      guest,
      'appeal panel': entry('R', 'R'),
      ...outside,
    },
  },
  {
    data: 'calibration notes',
    kinds: ['calibration'],
    collections: [
      'overrides',
      'calibrations',
      'calibration_desks',
      'calibration_notes',
      'calibration_findings',
      'calibration_pools',
      'calibration_rosters',
    ],
    marks: ['Calibration'],
    cells: {
      self: dash,
      manager: entry('own team R', 'W', inSession),
      'skip-level': entry('RW', 'W', inSession),
      HRBP: entry('RW', 'W', inSession),
      'HR admin': entry('R', 'W', inSession),
      guest,
      'appeal panel': cited,
      ...outside,
    },
  },
  {
    data: 'peer/report/customer answers',
    kinds: ['reviews'],
    collections: ['answers', 'releases', 'ledger', 'drafts'],
    marks: ['Answers'],
    cells: {
      self: entry('aggregate after release', (m) => (m.released ? 'aggregate' : 'none')),
      manager: entry('aggregate', 'aggregate'),
      'skip-level': entry('aggregate', 'aggregate'),
      HRBP: entry('aggregate', 'aggregate'),
      'HR admin': entry('aggregate', 'aggregate'),
      guest: entry('own RW', 'own', 'no guest can be asked yet'),
      'appeal panel': entry('aggregate', 'aggregate'),
      colleague: entry('(own)', 'own'),
      // Whoever is asked for a review is a giver, an executive of another line, too.
      executive: entry('(own)', 'own'),
    },
  },
  {
    data: 'giver’s identity',
    kinds: ['reviews'],
    collections: ['assignments'],
    marks: [],
    cells: {
      self: entry('own', 'none'),
      manager: dash,
      'skip-level': dash,
      HRBP: dash,
      'HR admin': entry(
        'break-glass, two persons, logged',
        'none',
        'there is no such button: nobody breaks it',
      ),
      guest: entry('own', 'own', 'no guest can be asked yet'),
      'appeal panel': dash,
      colleague: entry('(own)', 'own'),
      // Whoever is asked for a review is a giver, an executive of another line, too.
      executive: entry('(own)', 'own'),
    },
  },
  {
    data: 'goals, contract',
    kinds: ['goals', 'contract'],
    collections: ['goals', 'contracts', 'progress', 'companyGoals'],
    marks: ['Goals'],
    cells: {
      self: entry('RW', 'W'),
      manager: entry('RW', 'W'),
      'skip-level': entry('R', 'R'),
      HRBP: entry('R', 'R'),
      'HR admin': entry('R', 'R'),
      guest,
      'appeal panel': cited,
      ...outside,
    },
  },
  {
    data: 'nominations',
    kinds: ['nominations'],
    collections: ['nominations'],
    marks: [],
    cells: {
      self: entry('RW', 'W'),
      manager: entry('RW', 'W'),
      'skip-level': dash,
      HRBP: dash,
      'HR admin': entry('count', 'aggregate'),
      guest: entry('own', 'own', 'no guest can be asked yet'),
      'appeal panel': dash,
      ...outside,
    },
  },
  {
    data: 'result',
    kinds: ['results'],
    collections: ['results', 'receipts', 'narratives', 'resultBatches', 'resultRecords'],
    marks: ['Result'],
    cells: {
      // What a person adds to their result is the receipt and a comment (domain.md §10).
      self: entry('R after release', (m) => (m.released ? 'W' : 'none')),
      // The words beside the numbers are the manager's (domain.md §10).
      manager: entry('R after release', 'W'),
      'skip-level': entry('R', 'R'),
      HRBP: entry('R', 'R'),
      // HR releases by a job that gives out what it finds (domain.md §10).
      'HR admin': entry('R', 'R'),
      guest,
      'appeal panel': entry('R', 'R'),
      ...outside,
    },
  },
];
