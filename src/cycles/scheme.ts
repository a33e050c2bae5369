/** What is measured, how, and what it leads to: versioned, published at the kick-off, frozen onto a cycle at launch. */

export type Source =
  | 'attainment'
  | 'self'
  | 'manager'
  | 'dotted'
  | 'peer'
  | 'report'
  | 'partner'
  | 'customer'
  | 'improvement'
  | 'cycles';

export interface Dimension {
  name: string;
  /** Basis points. */
  weight: number;
  sources: Partial<Record<Source, number>>;
  optional?: boolean;
}

export const grades = ['S', 'A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];

/** Percentages are whole numbers; amounts of money stay outside the product. */
export interface Rewards {
  /** Who gives the results out: HR, all or by unit, or each manager after the interview. */
  release: 'hr' | 'manager';
  /** People read the grade's label only, never the number. */
  labelsOnly?: boolean;
  /** Most people with an S, and with an S or an A, in percent: a warning, never a quota. Teams below `team` are looked at together. */
  guideline: { s: number; sa: number; team: number };
  /** Working days for an appeal; a decision lowers a rating only where the scheme says so. */
  appeals: { window: number; mayLower?: boolean };
  /** Of the bonus, in percent, at full eligible time. */
  bonus: Readonly<Record<Grade, number>>;
  /** Of the salary, in percent: what the plan's score works on is the middle. */
  raise: Readonly<Record<Grade, { from: number; to: number }>>;
  promotion: readonly Grade[];
  certificate: readonly Grade[];
  /** Long-term incentive. */
  incentive: readonly Grade[];
  /** Grades that call for an improvement plan: at once, or twice running. */
  plan: { once: readonly Grade[]; twice: readonly Grade[] };
  /** A dimension whose score is below it leads to a suggestion for training: '3'. */
  trainingBelow: string;
  /** Sum of bonus coefficients that there is money for, in percent of one full bonus; absent: not given. */
  pool?: number;
}

/** What is measured and how: versioned, frozen onto a cycle at launch. */
export interface Scheme {
  name: string;
  version: number;
  /** Least answers of a group before it is shown, 3 or more. */
  k: number;
  /** Of attainment, in percent: 120. */
  cap: number;
  dimensions: Dimension[];
  checkIns: { every: 'week' | 'fortnight' | 'month' | 'quarter'; time: string };
  /** SMART letters without which goals cannot be proposed. */
  required: ('M' | 'T')[];
  eligibility: { minActiveDays: number };
  /** What grades lead to and how results are given out; published at the kick-off. */
  rewards: Rewards;
  /** Reviewers that nobody has looked at by the middle of the assessment are approved; not when false. */
  autoApprove?: boolean;
}
