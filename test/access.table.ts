/**
 * Who may see and do what: domain.md §15, line by line, in its own words, and how they are read here. What a handler says
 * that it touches (`goals:W`) belongs to a row; so does every collection. `access.test.ts` holds this table against the
 * registry, `access.proof.test.ts` against what really happens.
 */
import { type Phase, phases } from '../src/cycles/model.ts';

/** `own`: what one wrote or owes oneself, and no more than figures of the rest. `W` reads, too. */
export type Cell = 'none' | 'aggregate' | 'own' | 'R' | 'W';

export const roles = [
  'self',
  'manager',
  'skip-level',
  'HRBP',
  'HR admin',
  'guest',
  'appeal panel',
  'colleague',
  'executive',
] as const;
export type Role = (typeof roles)[number];

/** How things stand with the person. */
export interface Moment {
  phase: Phase;
  /** The self review was sent. */
  sent: boolean;
  /** The rating was submitted. */
  rated: boolean;
  released: boolean;
  /** The person's row of a batch of outcomes: nothing, with the second person, holds. */
  outcome: 'none' | 'submitted' | 'approved';
  /** There is an appeal; who decides reads what it is about. */
  appeal: boolean;
}

export interface Entry {
  /** As domain.md has it; what is not there in a word is in brackets. */
  words: string;
  read(m: Moment): Cell;
  /** Nobody needs to have got there in the proof, because … */
  unproven?: string;
}

export interface Row {
  data: string;
  /** Of `touches`. */
  kinds: readonly string[];
  collections: readonly string[];
  /** Of what is written there and recognised again: `access/life.ts`. */
  marks: readonly string[];
  cells: Readonly<Record<Role, Entry>>;
}

type Reading = Cell | ((m: Moment) => Cell);

const entry = (words: string, reading: Reading, unproven?: string): Entry => ({
  words,
  read: typeof reading === 'function' ? reading : () => reading,
  ...(unproven && { unproven }),
});

const dash = entry('–', 'none');
const guest = entry('–', 'none');
const reached = (m: Moment, phase: Phase): boolean => phases.indexOf(m.phase) >= phases.indexOf(phase);
const released = (m: Moment): Cell => (m.released ? 'R' : 'none');
const cited = entry('if cited', (m) => (m.appeal ? 'R' : 'none'), 'only what the result carries is cited');
const outside = { colleague: entry('(–)', 'none'), executive: entry('no single person’s content', 'none') };

const noSurvey = 'the survey belongs to a later milestone';
const noPlan = 'plans belong to a later milestone';
const noErasure = 'export and erasure of a person belong to a later milestone';

export const table: readonly Row[] = [
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
      self: entry('R after release', released),
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
      manager: entry('own team R', 'W'),
      'skip-level': entry('RW', 'W'),
      HRBP: entry('RW', 'W'),
      'HR admin': entry('R', 'W'),
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
      executive: entry('no single person’s content', 'none'),
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
      executive: entry('no single person’s content', 'none'),
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
      // HR releases (domain.md §10).
      'HR admin': entry('R', 'W'),
      guest,
      'appeal panel': entry('R', 'R'),
      ...outside,
    },
  },
  {
    data: 'outcome',
    kinds: ['outcomes'],
    collections: ['outcomeEntries', 'outcomeBatches', 'outcomePreferences'],
    marks: [],
    cells: {
      // The recognition that they would like best is theirs to say (domain.md §12).
      self: entry('R after approval', (m) => (m.outcome === 'approved' ? 'W' : 'own')),
      manager: entry('R after approval', (m) => (m.outcome === 'approved' ? 'R' : 'none')),
      'skip-level': entry('R', (m) => (m.outcome === 'none' ? 'none' : 'W')),
      HRBP: entry('R', 'R'),
      'HR admin': entry('RW, second approver', 'W'),
      guest,
      'appeal panel': dash,
      colleague: entry('(–)', 'none'),
      executive: entry('sign-off', (m) => (m.outcome === 'none' ? 'none' : 'W'), 'somebody else signed'),
    },
  },
  {
    data: 'plan (mentor: R + comment)',
    kinds: [],
    collections: [],
    marks: [],
    cells: {
      self: entry('RW', 'W', noPlan),
      manager: entry('RW', 'W', noPlan),
      'skip-level': entry('R', 'R', noPlan),
      HRBP: entry('R', 'R', noPlan),
      'HR admin': entry('R', 'R', noPlan),
      guest,
      'appeal panel': cited,
      ...outside,
    },
  },
  {
    data: 'feedback, kudos',
    kinds: ['feedback'],
    collections: ['feedback', 'feedbackRequests', 'feedbackPools'],
    marks: ['Feedback'],
    cells: {
      self: entry('given and received', 'W'),
      manager: entry('as addressed', 'W'),
      'skip-level': dash,
      HRBP: dash,
      'HR admin': entry('on request, logged', 'none'),
      guest,
      'appeal panel': cited,
      colleague: entry('(given)', 'own'),
      executive: entry('(given)', 'own', 'gave nothing'),
    },
  },
  {
    data: 'notes (evidence)',
    kinds: ['notes'],
    collections: ['feedbackNotes'],
    marks: ['Notes'],
    cells: {
      self: entry('RW', 'W'),
      manager: entry('RW of reports', 'W'),
      'skip-level': dash,
      HRBP: entry('R', 'R'),
      'HR admin': entry('R', 'R'),
      guest,
      'appeal panel': cited,
      ...outside,
    },
  },
  {
    data: 'survey',
    kinds: [],
    collections: [],
    marks: [],
    cells: {
      self: entry('own', 'own', noSurvey),
      manager: entry('aggregate', 'aggregate'),
      'skip-level': entry('aggregate', 'aggregate'),
      HRBP: entry('aggregate', 'aggregate'),
      'HR admin': entry('aggregate', 'aggregate'),
      guest,
      'appeal panel': dash,
      ...outside,
    },
  },
  {
    data: 'completion',
    kinds: ['completion'],
    collections: ['participants', 'reminded', 'overdue'],
    marks: [],
    cells: {
      self: entry('own', 'own'),
      manager: entry('team daily, peers hidden', 'aggregate'),
      'skip-level': entry('aggregate', 'aggregate'),
      HRBP: entry('status', 'aggregate'),
      'HR admin': entry('status', 'aggregate'),
      guest: entry('own', 'own', 'no guest can be asked yet'),
      'appeal panel': entry('status', 'aggregate'),
      ...outside,
    },
  },
  {
    data: 'check-ins',
    kinds: ['checkins'],
    collections: ['checkins', 'obstacles', 'interviews', 'interviewhelp'],
    marks: ['CheckIns'],
    cells: {
      self: entry('RW', 'W'),
      manager: entry('RW of reports', 'W'),
      'skip-level': dash,
      HRBP: entry('on request, logged', 'R', 'there is no such request yet'),
      'HR admin': entry('on request, logged', 'R', 'there is no such request yet'),
      guest,
      'appeal panel': cited,
      ...outside,
    },
  },
  {
    data: 'appeal',
    kinds: ['appeals'],
    collections: ['appeals', 'appeal_messages'],
    marks: ['Appeal'],
    cells: {
      self: entry('RW own', 'W'),
      manager: entry('status + own statement', 'own'),
      'skip-level': entry('status', 'aggregate'),
      HRBP: entry('RW unless party', 'W'),
      'HR admin': entry('routing', 'own'),
      guest,
      'appeal panel': entry('RW of the case', 'W'),
      ...outside,
    },
  },
  {
    data: 'audit',
    kinds: ['audit'],
    collections: [],
    marks: [],
    cells: {
      self: entry('entries about me', 'R'),
      manager: dash,
      'skip-level': dash,
      HRBP: entry('own units', 'R'),
      'HR admin': entry('R', 'R'),
      guest,
      'appeal panel': entry('case', 'R', 'the case card carries its own record'),
      ...outside,
    },
  },
  {
    data: 'export / erase',
    kinds: [],
    collections: [],
    marks: [],
    cells: {
      self: entry('own', 'own', noErasure),
      manager: dash,
      'skip-level': dash,
      HRBP: entry('aggregate', 'aggregate'),
      'HR admin': entry('second approver', 'W', noErasure),
      guest,
      'appeal panel': dash,
      ...outside,
    },
  },
];

const hrOnly = {
  self: entry('(own)', 'own'),
  manager: entry('(–)', 'none'),
  'skip-level': entry('(–)', 'none'),
  HRBP: entry('(–)', 'none'),
  'HR admin': entry('(RW)', 'W'),
  guest,
  'appeal panel': dash,
  colleague: entry('(–)', 'none'),
  executive: entry('(–)', 'none'),
} as const;

/** What is nobody's content: the organisation's own things, of which §15 says nothing. */
export const organisation: readonly Row[] = [
  { data: 'cycles', kinds: ['cycles'], collections: ['cycles', 'broadcasts'], marks: [], cells: hrOnly },
  {
    data: 'people, their settings and what they are in the middle of writing',
    kinds: ['people', 'settings', 'talk'],
    collections: ['people', 'organisation', 'calendars', 'imports', 'importParts', 'talks'],
    marks: [],
    cells: hrOnly,
  },
];

const strength: readonly Cell[] = ['none', 'aggregate', 'own', 'R', 'W'];

export const reads = (cell: Cell): boolean => cell === 'R' || cell === 'W';
/** Who has several roles has what the best of them has. */
export const best = (cells: readonly Cell[]): Cell =>
  strength[Math.max(0, ...cells.map((c) => strength.indexOf(c)))] ?? 'none';
