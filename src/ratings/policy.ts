/** Who may do what with a rating: decided from the stored rating and the one who pressed. Nobody with their own. */
import type { Actor } from '../core/actor.ts';
import type { Sentence } from '../core/i18n.ts';
import { isHr } from '../people/policy.ts';
import { say } from './messages.ts';
import type { Rating } from './model.ts';
import type { Scene } from './scene.ts';

/** A policy that needs no clock. */
type May<S> = (who: Actor, subject: S) => true | Sentence;
type Whose = Pick<Scene, 'rating' | 'names'>;

const isSelf = (who: Actor, { person }: Pick<Rating, 'person'>): boolean => who.id === person;

export const rates: May<Whose> = (who, { rating, names }) => {
  if (isSelf(who, rating)) return (l) => say(l).notYourself;
  if (who.id === rating.rater) return true;
  const { rater } = rating;
  return rater === undefined ? (l) => say(l).noRater : (l) => say(l).onlyRater(names(rater));
};

export const decides: May<Whose> = (who, { rating, names }) => {
  if (isSelf(who, rating)) return (l) => say(l).notYourself;
  if (who.id === rating.rater) return (l) => say(l).notYourOwnRating;
  if (who.id === rating.decider) return true;
  const { decider } = rating;
  return decider === undefined ? (l) => say(l).noDecider : (l) => say(l).onlyDecider(names(decider));
};

/** Of a number: the rater, or whom the goal names. */
export const verifies: May<Whose> = (who, at) => {
  if (isSelf(who, at.rating)) return (l) => say(l).notYourself;
  return who.id === at.rating.rater || at.rating.verifiers.includes(who.id) || ((l) => say(l).onlyVerifier);
};

/** HR, for anybody but themselves. */
export const office: May<Whose> = (who, { rating }) =>
  (isHr(who) && !isSelf(who, rating)) || ((l) => say(l).onlyOffice);

/** HR, who did not rate it themselves, and not of anybody above them. */
export const reexamines: May<Whose & Pick<Scene, 'hidden'>> = (who, at) => {
  if (office(who, at) !== true) return (l) => say(l).onlyOffice;
  if (at.hidden) return (l) => say(l).aboveYou;
  return who.id !== at.rating.rater || ((l) => say(l).notYourOwnRating);
};

export const readsRating: May<Scene> = (who, at) => {
  if (isSelf(who, at.rating)) return (l) => say(l).notYourself;
  const { rater, decider, unit } = at.rating;
  if (who.id === rater || who.id === decider) return true;
  if (at.hidden) return (l) => say(l).aboveYou;
  return (
    isHr(who) || (who.roles.includes('hrbp') && at.partnerOf.includes(unit)) || ((l) => say(l).onlyReaders)
  );
};

export const undoes: May<Whose> = (who, { rating }) =>
  (rating.decision?.by === who.id && !isSelf(who, rating)) || ((l) => say(l).tooLateToUndo);

/** HR; the rater, while nobody could be found. */
export const namesDecider: May<Whose> = (who, at) => {
  if (isSelf(who, at.rating)) return (l) => say(l).notYourself;
  if (who.id === at.rating.rater) return at.rating.decider === undefined || ((l) => say(l).onlyNamer);
  return isHr(who) || ((l) => say(l).onlyNamer);
};

export const answers =
  (question: string): May<Whose> =>
  (who, { rating }) =>
    rating.asked.some((q) => q.id === question && q.to.includes(who.id)) || ((l) => say(l).onlyAsked);
