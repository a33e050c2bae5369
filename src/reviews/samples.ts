/** Every card of reviews at its shortest and at its longest. */
import { type CardSample, sample } from '../core/module.ts';
import { lessonCard, listCard, reviewCard } from './cards.ts';
import { approvalCard, nominateCard } from './cards-nominate.ts';
import { checkCard, checkDoneCard, receivedCard, subjectCard } from './cards-read.ts';
import { selfCard } from './cards-self.ts';
import { teamCard } from './cards-team.ts';
import {
  alone,
  bare,
  check,
  empty,
  everything,
  full,
  listing,
  long,
  mine,
  much,
  nasty,
  nothing,
  scene,
  self,
  short,
  subject,
} from './samples-given.ts';

export const samples: readonly CardSample[] = [
  sample(
    'reviews.card',
    reviewCard,
    [scene(short, nothing), mine(short, 1)],
    [scene(nasty, everything), mine(nasty, 12)],
  ),
  sample(
    'reviews.sent',
    reviewCard,
    [scene(short, everything, { state: 'sent', group: 'partner' }), mine(short, 1)],
    [scene(nasty, everything, { state: 'sent', group: 'report' }), mine(nasty, 12)],
  ),
  sample(
    'reviews.over',
    reviewCard,
    [scene(short, nothing, { over: true }), mine(short, 1)],
    [scene(nasty, everything, { state: 'sent', over: true, redacted: true }), mine(nasty, 12)],
  ),
  sample(
    'reviews.gone',
    reviewCard,
    [scene(short, nothing, { state: 'declined' }), mine(short, 1)],
    [scene(nasty, nothing, { state: 'closed' }), mine(nasty, 12)],
  ),
  sample('reviews.list', listCard, [mine(short, 0)], [mine(nasty, 20)]),
  sample('reviews.lesson', lessonCard, [], []),
  sample(
    'reviews.self',
    selfCard,
    [self(short, nothing, false), bare],
    [self(nasty, everything, true), full],
  ),
  sample('reviews.nominate', nominateCard, [alone(short)], [listing(nasty, 'open')]),
  sample('reviews.named', nominateCard, [listing(short, 'none')], [listing(nasty, 'proposed')]),
  sample('reviews.asked', nominateCard, [listing(short, 'approved')], [listing(nasty, 'approved', 'open')]),
  sample('reviews.approval', approvalCard, [alone(short)], [listing(nasty, 'proposed')]),
  sample('reviews.replace', approvalCard, [listing(short, 'none')], [listing(nasty, 'approved', 'open')]),
  sample(
    'reviews.team',
    teamCard,
    ['c1', [alone(short)]],
    [
      'c1',
      (['open', 'proposed', 'approved', 'none'] as const).flatMap((s) =>
        Array.from({ length: 6 }, () => listing(nasty, s)),
      ),
    ],
  ),
  sample(
    'reviews.received',
    receivedCard,
    [{ _id: 'c1', name: short }, empty, 0],
    [{ _id: 'c1', name: nasty }, much, 0],
  ),
  sample('reviews.subject', subjectCard, [subject(short, false), 0], [subject(nasty, true), 1]),
  sample('reviews.check', checkCard, [check(short, 1, short)], [check(nasty, 40, long)]),
  sample('reviews.checked', checkDoneCard, [], []),
];
