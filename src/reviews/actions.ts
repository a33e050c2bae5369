import { z } from 'zod';
import { action, openAction } from '../core/action.ts';
import { choice, many, maybe, pick, text } from '../core/values.ts';
import { declineReasons } from './model.ts';

/** An assignment: the giver's own task. */
const review = z.string();
const cycle = z.string();
/** `<cycle>:<person>` */
const nomination = z.string();
const person = z.string();
const rev = z.number();

export const longestComment = 1000;
export const longestExample = 500;

export const showList = action('reviews.list', { cycle });
export const openReview = action('reviews.open', { review });
export const rate = action('reviews.rate', { review, dimension: z.string() }, { value: pick() });
export const openWords = action('reviews.openWords', { review });
export const saveWords = openAction('reviews.words', { review });
export const send = action('reviews.send', { review });
export const takeBack = action('reviews.takeBack', { review });
export const openDecline = action('reviews.openDecline', { review });
export const decline = action(
  'reviews.decline',
  { review },
  { reason: choice(...declineReasons), note: maybe(text(longestComment)) },
);
export const lesson = action('reviews.lesson', {});

export const openSelf = action('reviews.openSelf', { cycle });
export const rateSelf = action('reviews.rateSelf', { cycle, dimension: z.string() }, { value: pick() });
export const openSelfWords = action('reviews.openSelfWords', { cycle });
export const saveSelfWords = openAction('reviews.selfWords', { cycle });
export const sendSelf = action('reviews.sendSelf', { cycle });

export const openNominate = action('reviews.openNominate', { cycle });
export const openNominateForm = action('reviews.nominateForm', { cycle });
export const nominate = action('reviews.nominate', { cycle, rev }, { peers: many(20), partners: many(20) });
/** The suggestions as they stood on the card. */
export const takeSuggested = action('reviews.takeSuggested', { cycle, rev });

export const openTeam = action('reviews.team', { cycle });
export const openApproval = action('reviews.openApproval', { cycle }, { value: pick() });
export const approve = action('reviews.approve', { nomination, rev });
export const approveAll = action('reviews.approveAll', { cycle });
export const openAdd = action('reviews.openAdd', { nomination });
export const add = action(
  'reviews.add',
  { nomination },
  { person: pick(), group: choice('peer', 'partner') },
);
export const openReplace = action('reviews.openReplace', { nomination, person });
export const replace = action('reviews.replace', { nomination, person }, { person: pick() });
export const remove = action('reviews.remove', { nomination, person, rev });
/** Nobody comes in the place of one who declined. */
export const settle = action('reviews.settle', { nomination, person, rev });

/** Pages from 0. What was published about oneself, once the result is released. */
export const openReceived = action('reviews.received', { cycle, page: z.number() });
/** Self review and what colleagues say, for those who may read it. */
export const openSubject = action('reviews.subject', { nomination, page: z.number() });

export const checkComments = action('reviews.check', { cycle });
export const redact = action('reviews.redact', { release: z.string(), line: z.string() });
export const checkedComments = action('reviews.checked', { release: z.string(), seen: z.number() });
