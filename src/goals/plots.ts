/** The shape of what played people write. */
import type { Kind } from './entry.ts';

export interface Plot {
  title: string;
  why: string;
  measure: string;
  kind: Kind;
  from?: string;
  to?: string;
  stretch?: string;
  unit?: string;
  source: string;
}

export type Plots = Record<'product' | 'support' | 'sales' | 'any', Plot[]>;
