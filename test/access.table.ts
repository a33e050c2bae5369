/**
 * Who may see and do what: domain.md §15, line by line, in its own words, and how they are read here. What a handler says
 * that it touches (`goals:W`) belongs to a row; so does every collection. `access.test.ts` holds this table against the
 * registry, `access.proof.test.ts` against what really happens.
 */
import type { Row } from './access/cells.ts';
import { around } from './access/rows-around.ts';
import { judged } from './access/rows-judged.ts';

export const table: readonly Row[] = [...judged, ...around];
