/**
 * What a manager who handed a person over wants to leave behind: one text with its date, read by the new manager beside
 * the evidence. It is no rating and counts for nothing (domain.md §15).
 */
import { type Doc, entity } from '../core/entity.ts';

export interface Statement extends Doc {
  /** `<cycle>:<person>:<by>` */
  _id: string;
  cycle: string;
  person: string;
  by: string;
  at: Date;
  text: string;
}

export const statements = entity<Statement>('statements', {
  fields: { cycle: String, person: String, by: String, at: Date, text: String },
  sealed: { paths: ['text'], subject: (s) => s.person },
  indexes: [{ keys: { cycle: 1, person: 1 } }],
});

export const statementId = (cycle: string, person: string, by: string): string => `${cycle}:${person}:${by}`;

/** Those that were written; one without text is an invitation. */
export async function statementsOn(cycle: string, person: string): Promise<Statement[]> {
  const all = await statements.find({ cycle, person }, { sort: { at: 1, _id: 1 } });
  return all.filter((s) => s.text !== '');
}
