/** What follows from a result and what stands beside it: the second half of domain.md §15; and what it does not name. */
import { cited, dash, entry, guest, outside, type Row } from './cells.ts';

const noSurvey = 'the survey belongs to a later milestone';
const noPlan = 'plans belong to a later milestone';
const noErasure = 'export and erasure of a person belong to a later milestone';

export const around: readonly Row[] = [
  {
    data: 'outcome',
    kinds: ['outcomes'],
    collections: ['outcomeEntries', 'outcomeBatches', 'outcomePreferences'],
    marks: [],
    cells: {
      // The recognition that they would like best is theirs to say (domain.md §12).
      self: entry('R after approval', (m) => (m.outcome === 'approved' ? 'W' : 'own')),
      manager: entry('R after approval', (m) => (m.outcome === 'approved' ? 'R' : 'none')),
      // As an executive the second person, too: then of a whole batch (domain.md §12).
      'skip-level': entry('R', (m) => (m.outcome === 'none' ? 'none' : 'R')),
      HRBP: entry('R', 'R'),
      'HR admin': entry('RW, second approver', 'W'),
      guest,
      'appeal panel': dash,
      colleague: entry('(–)', 'none'),
      executive: entry('sign-off', (m) => (m.outcome === 'none' ? 'none' : 'R'), 'somebody else signed'),
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
