/** Facts of reviews as sentences of the audit. */
import type { FactWords } from '../core/module.ts';
import {
  commentRedacted,
  reviewersApproved,
  reviewersProposed,
  reviewRead,
  reviewsReleased,
  selfReviewSent,
} from './facts.ts';
import { read } from './messages-read.ts';

const people = (row: { data: unknown }): number => Number((row.data as { people?: unknown }).people ?? 0);

export const factWords: Record<string, FactWords> = {
  [reviewersProposed.name]: (l, row) => read(l).factProposed(row.about, people(row)),
  [reviewersApproved.name]: (l, row, names) =>
    row.by === 'system'
      ? read(l).factAuto(row.about, people(row))
      : read(l).factApproved(row.about, names(row.by), people(row)),
  [selfReviewSent.name]: (l, row) => read(l).factSelf(row.about),
  [reviewsReleased.name]: (l, row) => read(l).factReleased(people(row)),
  [commentRedacted.name]: (l, row, names) => read(l).factRedacted(row.about, names(row.by)),
  [reviewRead.name]: (l, row, names) => read(l).factRead(row.about, names(row.by)),
};
