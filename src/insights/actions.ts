import { z } from 'zod';
import { action } from '../core/action.ts';
import { type Fact, fact } from '../core/facts.ts';
import { reasons } from '../core/failures.ts';
import { pick } from '../core/values.ts';

const page = z.number().int().min(0).max(10_000);
const failure = {
  to: z.enum(['person', 'room', 'job']),
  subject: z.string(),
  reason: z.enum(reasons),
};

export const showFailures = action('insights.failures', { page });
export const retry = action('insights.retry', failure);
export const reroute = action('insights.reroute', failure);
export const close = action('insights.close', failure);
export const showAudit = action('insights.audit', { about: z.string(), page });

const cycle = z.string();
export const statusPages = ['overview', 'units', 'talks', 'risk'] as const;
export type StatusPage = (typeof statusPages)[number];
/** `mine`: only the own team, for those who see more. */
export const showStatus = action('insights.status', {
  cycle,
  show: z.enum(statusPages),
  page,
  mine: z.literal(true).optional(),
});
export const spreadBy = ['unit', 'rater'] as const;
export type SpreadBy = (typeof spreadBy)[number];
export const showDistribution = action('insights.distribution', { cycle, by: z.enum(spreadBy), page });
/** Several cycles fit: which one is meant? */
export const chooseCycle = action(
  'insights.choose',
  { what: z.enum(['status', 'distribution']) },
  { value: pick() },
);
/** Commands that a button on HR's board stands for. */
export const offered = ['rate', 'release', 'appeal'] as const;
export type Offered = (typeof offered)[number];
export const run = action('insights.run', { command: z.enum(offered) });

/** `about` is the recipient, or the organisation where no person is meant. */
export const sentAgain: Fact<{ n: number }> = fact('insights.sentAgain');
export const rerouted: Fact<{ n: number; to: 'account' | 'manager' }> = fact('insights.rerouted');
export const closed: Fact<{ n: number }> = fact('insights.closed');
/** Somebody else read the entries about this person or cycle. */
export const auditRead: Fact<Record<never, never>> = fact('insights.auditRead');
export const auditExported: Fact<Record<never, never>> = fact('insights.auditExported');

/** Somebody took everything of their own. */
export const dataTaken: Fact<Record<never, never>> = fact('insights.mydata');

/** How grades are spread was read: `about` is the cycle. HR reads small groups, too. */
export const distributionRead: Fact<Record<never, never>> = fact('insights.distributionRead');
/** That goals of this person are at risk was read by somebody beside their manager; `ref` is the cycle. */
export const riskRead: Fact<Record<never, never>> = fact('insights.riskRead');

/** What `about` names when no person and no cycle is meant. */
export const organisation = 'organisation';
