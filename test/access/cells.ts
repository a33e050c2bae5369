/** A cell of the access table: what domain.md §15 says, and what that is at a moment of a cycle. */
import { type Phase, phases } from '../../src/cycles/model.ts';

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

export const entry = (words: string, reading: Reading, unproven?: string): Entry => ({
  words,
  read: typeof reading === 'function' ? reading : () => reading,
  ...(unproven && { unproven }),
});

export const dash = entry('–', 'none');
export const guest = entry('–', 'none');
export const reached = (m: Moment, phase: Phase): boolean => phases.indexOf(m.phase) >= phases.indexOf(phase);
export const released = (m: Moment): Cell => (m.released ? 'R' : 'none');
export const cited = entry(
  'if cited',
  (m) => (m.appeal ? 'R' : 'none'),
  'only what the result carries is cited',
);
export const outside = {
  colleague: entry('(–)', 'none'),
  executive: entry('no single person’s content', 'none'),
};

const strength: readonly Cell[] = ['none', 'aggregate', 'own', 'R', 'W'];

export const reads = (cell: Cell): boolean => cell === 'R' || cell === 'W';
/** Who has several roles has what the best of them has. */
export const best = (cells: readonly Cell[]): Cell =>
  strength[Math.max(0, ...cells.map((c) => strength.indexOf(c)))] ?? 'none';
