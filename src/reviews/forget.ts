/**
 * Erasing a person. What they are still writing goes; what was moved into answers nobody can find any more, and it stays in
 * the frozen releases: taking it out would tell what it was. What was said about them goes with them.
 */
import { assignments, drafts, nominations, selfReviews } from './model.ts';
import { answers, ledger, releases } from './model-answers.ts';

/** To be called before the person's key is shredded, in the transaction that erases them. */
export async function forgetPerson(person: string): Promise<void> {
  const given = await assignments.find({ giver: person });
  await drafts.remove({ giver: person });
  for (const a of given.filter((one) => !one.over)) {
    const n = await nominations.get(`${a.cycle}:${a.subject}`);
    const reviewers = n?.reviewers.filter((r) => r.assignment !== a._id);
    if (n && reviewers) await nominations.save({ ...n, reviewers });
  }
  await assignments.remove({ giver: person });
  await closeAbout(person);
  await selfReviews.remove({ person });
  await answers.remove({ person });
  await releases.remove({ person });
  await ledger.remove({ person });
}

/** Others were asked about the person: their part is over. */
async function closeAbout(person: string): Promise<void> {
  const lists = await nominations.find({ person });
  const ids = lists.flatMap((n) => n.reviewers.flatMap((r) => r.assignment ?? []));
  await drafts.remove({ _id: { $in: ids } });
  await assignments.remove({ _id: { $in: ids } });
  await nominations.remove({ person });
}
