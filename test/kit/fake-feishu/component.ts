import { type Check, matching } from './checks.ts';

export interface Component {
  props: Record<string, Check>;
  required?: readonly string[];
  /** Holds others: in this property. */
  holds?: 'elements' | 'columns';
  /** Takes input: in a form it needs a name of its own. */
  asks?: true;
  /** Stands only among the body's own elements. */
  rootOnly?: true;
  formOnly?: true;
}

export const width: Check = matching(/^(default|fill|auto|\d{2,3}px)$/, 'a width');
