/** What single people are told or asked around a rating. Pure. */
import type { Draw } from '../core/context.ts';
import type { Fraction } from '../core/fraction.ts';
import type { Cycle } from '../cycles/model.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import type { Goal } from '../goals/model.ts';
import { answerQuestion, nameDecider, writeStatement } from './actions.ts';
import { goalLines, numberBlocks } from './cards-goals.ts';
import { team } from './messages-team.ts';
import { told } from './messages-told.ts';
import type { Asked, Rating } from './model.ts';
import type { Numbers } from './scene.ts';
import type { Statement } from './statements.ts';

type Named = Pick<Cycle, 'name'>;

export const askedKey = (question: string): string => `ratings.asked:${question}`;

/** A question of the rater, to the person or to HR. */
export const askedCard =
  (cycle: Named, rating: Rating, question: Asked, names: (id: string) => string): Draw =>
  ({ locale }) => {
    const words = told(locale);
    const { answer } = question;
    const about = { cycle: rating.cycle, person: rating.person, question: question.id };
    const open = !answer && rating.waiting.length > 0 && rating.state !== 'approved';
    return {
      title: words.askedTitle(names(question.by), cycle.name),
      blocks: [
        text(
          question.whom === 'person'
            ? words.askedYou(question.by)
            : words.askedOffice(question.by, names(rating.person)),
        ),
        text(words.question(question.text)),
        ...(answer ? [text(words.answeredBy(answer.by, answer.at, answer.text))] : []),
        ...(open
          ? buttons([{ label: words.answer, token: answerQuestion.token(about), style: 'primary' }])
          : []),
        note(open || answer ? words.askedAfter : words.noLonger),
      ],
    };
  };

export const movedKey = (cycle: string, person: string): string => `ratings.moved:${cycle}:${person}`;

/** To whom did not rate in time. */
export const passedCard =
  (cycle: Named, name: string, to: string): Draw =>
  ({ locale }) => ({
    title: told(locale).movedTitle(name, cycle.name),
    blocks: [text(told(locale).passed(to))],
  });

/** To HR: there will be no rating. */
export const missedCard =
  (cycle: Named, rating: Rating, name: string): Draw =>
  ({ locale }) => {
    const words = told(locale);
    return {
      title: words.missedTitle(cycle.name),
      blocks: [text(words.missed(name, words[rating.unrated?.reason ?? 'notRated']))],
    };
  };

export const nobodyKey = (cycle: string, person: string): string => `ratings.nobody:${cycle}:${person}`;

/** To the rater: there is no one above who could decide. */
export const nobodyCard =
  (cycle: Named, rating: Rating, name: string): Draw =>
  ({ locale }) => {
    const words = team(locale);
    const token = nameDecider.token({ cycle: rating.cycle, person: rating.person });
    return {
      title: words.nobodyTitle(cycle.name),
      blocks:
        rating.decider === undefined
          ? [
              text(words.nobodyDecides(name)),
              ...buttons([{ label: words.nameSomebody, token, style: 'primary' }]),
            ]
          : [text(words.nobodyDone(rating.decider))],
    };
  };

export const verifyKey = (cycle: string): string => `ratings.verify:${cycle}`;

/** Somebody's goals of which the reader verifies numbers. */
export interface ToVerify {
  rating: Rating;
  name: string;
  goals: Goal[];
  cap: Fraction;
  numbers: Numbers;
}

/** The next follow when these are confirmed. */
const mostOpen = 6;

export const verifyCard =
  (cycle: Named, rows: ToVerify[], names: (id: string) => string): Draw =>
  (view) => {
    const words = told(view.locale);
    const open = rows.filter(({ numbers }) => numbers.missing.length + numbers.provisional.length > 0);
    return {
      title: words.verifyTitle(cycle.name),
      blocks: [
        text(open.length > 0 ? words.verifyAbout : words.verifyDone),
        ...open
          .slice(0, mostOpen)
          .flatMap(({ rating, name, goals, cap, numbers }) => [
            text(words.verifyOf(name)),
            ...goals.map((goal) => text(goalLines(goal, cap, names, view))),
            ...numberBlocks(rating, numbers, view),
          ]),
        ...(open.length > mostOpen ? [note(team(view.locale).more(open.length - mostOpen))] : []),
      ],
    };
  };

export const statementKey = (cycle: string, person: string): string => `ratings.statement:${cycle}:${person}`;

/** To whoever led the person until now. */
export const statementCard =
  (cycle: Named & Pick<Cycle, '_id'>, person: { id: string; name: string }, written?: Statement): Draw =>
  ({ locale }) => {
    const words = told(locale);
    const token = writeStatement.token({ cycle: cycle._id, person: person.id });
    return {
      title: words.statementTitle(person.name, cycle.name),
      blocks: [
        text(words.statementAbout(person.name)),
        ...(written
          ? [text(words.statementYours(written.at, written.text))]
          : buttons([{ label: words.statementWrite, token }])),
      ],
    };
  };
