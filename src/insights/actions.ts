import { z } from 'zod';
import { action } from '../core/action.ts';
import { type Fact, fact } from '../core/facts.ts';
import { reasons } from '../core/failures.ts';

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

/** `about` is the recipient, or the organisation where no person is meant. */
export const sentAgain: Fact<{ n: number }> = fact('insights.sentAgain');
export const rerouted: Fact<{ n: number; to: 'account' | 'manager' }> = fact('insights.rerouted');
export const closed: Fact<{ n: number }> = fact('insights.closed');
/** Somebody else read the entries about this person or cycle. */
export const auditRead: Fact<Record<never, never>> = fact('insights.auditRead');
export const auditExported: Fact<Record<never, never>> = fact('insights.auditExported');

/** What `about` names when no person and no cycle is meant. */
export const organisation = 'organisation';
