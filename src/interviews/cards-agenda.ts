/** The manager's agenda: BEST, with what the person themself can see, and three questions from the case. Pure. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { mean, readExact } from '../core/fraction.ts';
import { dayWords } from '../core/i18n.ts';
import { lines } from '../core/md.ts';
import { excerpt } from '../feedback/excerpt.ts';
import type { Evidence } from '../feedback/index.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { percentReached } from '../goals/reached.ts';
import { percentWords } from '../goals/sentence.ts';
import { type Result, reviewsIn } from '../results/model.ts';
import { releaseBlocks } from '../reviews/index.ts';
import type { Answers } from '../reviews/model.ts';
import { openAgenda, openNotes } from './actions.ts';
import { agenda } from './messages-agenda.ts';
import { card } from './messages-card.ts';
import { tap } from './messages-tap.ts';
import type { Interview } from './model.ts';
import { worthAsking } from './questions.ts';
import { theirs, type Who } from './talk.ts';

export interface Agenda {
  interview: Interview;
  person: Who;
  result: Result;
  /** Only what the person sees, the newest first. */
  evidence: readonly Evidence[];
  /** As it was sent. */
  self: Answers | undefined;
  /** Days in the organisation when the result came. */
  tenure: number;
}

export const agendaKey = ({ _id }: Pick<Interview, '_id'>): string => `interviews.agenda:${_id}`;

const onePage = 6;
const longest = 280;

export const agendaCard =
  (a: Agenda, page = 0): Draw =>
  (view) => {
    const words = agenda(view.locale);
    const about = theirs(a.interview);
    const last = Math.max(0, Math.ceil(a.evidence.length / onePage) - 1);
    const at = Math.min(Math.max(0, Math.trunc(page)), last);
    return {
      title: words.title(a.person.name),
      blocks: [
        ...(at === 0 ? openingBlocks(a, view) : []),
        ...evidenceBlocks(a, at, view),
        ...buttons([at < last && { label: words.more, token: openAgenda.token({ ...about, page: at + 1 }) }]),
        ...(at === 0 ? closingBlocks(a, view) : []),
        ...buttons([
          at === 0 && canNote(a.interview) && { label: tap(view.locale).note, token: openNotes.token(about) },
          at > 0 && { label: tap(view.locale).agenda, token: openAgenda.token({ ...about, page: 0 }) },
        ]),
      ],
    };
  };

const canNote = ({ state }: Interview): boolean => !['written', 'done', 'cancelled'].includes(state);

function openingBlocks(a: Agenda, view: View): Block[] {
  const words = agenda(view.locale);
  const { result, interview } = a;
  const { prepared } = interview;
  const shows = !result.scheme.rewards.labelsOnly && result.final !== null;
  return [
    text(words.best),
    note(words.onlyTheirs(a.person.id)),
    ...(prepared?.shared
      ? [
          text(
            lines(
              card(view.locale).preparedTheirs(a.person.id),
              prepared.ask !== undefined && card(view.locale).toAsk(prepared.ask),
              prepared.talk !== undefined && card(view.locale).toTalk(prepared.talk),
            ),
          ),
        ]
      : []),
    text(
      lines(
        result.grade === null
          ? words.noResult
          : words.result(shows ? `${result.grade} (${result.final})` : result.grade),
        result.override && words.calibrated(result.override.from, result.override.reason),
      ),
    ),
    ...goalBlocks(result, view),
  ];
}

function goalBlocks({ goals }: Result, { locale }: View): Block[] {
  if (goals.length === 0) return [];
  const words = agenda(locale);
  return [
    text(words.goals),
    {
      type: 'table',
      columns: [
        { label: words.goal },
        { label: words.weight, align: 'right' },
        { label: words.reached, align: 'right' },
      ],
      rows: goals.map((g) => {
        const counted = g.keyResults.flatMap((kr) =>
          kr.attainment === undefined ? [] : [readExact(kr.attainment)],
        );
        return [
          g.title,
          percentWords(locale, g.weight),
          counted.length > 0 ? percentReached(locale, mean(counted)) : words.leftOut,
        ];
      }),
    },
  ];
}

function evidenceBlocks({ evidence }: Agenda, page: number, view: View): Block[] {
  const words = agenda(view.locale);
  const here = evidence.slice(page * onePage, (page + 1) * onePage);
  return [
    text(
      lines(
        words.evidence,
        ...here.map((e) =>
          words.evidenceLine(dayWords(view.locale, e.date, view.now), excerpt(e.text, longest), e.by),
        ),
      ),
    ),
    ...(evidence.length === 0 ? [note(words.noEvidence)] : []),
  ];
}

function closingBlocks(a: Agenda, view: View): Block[] {
  const words = agenda(view.locale);
  const { self, result } = a;
  const release = reviewsIn(result);
  const said = self?.keep !== undefined || self?.differ !== undefined;
  const worth = worthAsking({ result, release, tenure: a.tenure });
  return [
    text(
      lines(
        words.self,
        self?.keep !== undefined && words.selfKeep(self.keep),
        self?.differ !== undefined && words.selfDiffer(self.differ),
        !said && words.noSelf,
      ),
    ),
    ...(release ? [text(words.others), ...releaseBlocks(release, 0, view)] : []),
    text(words.ahead),
    text(lines(words.ask, ...worth.map((q) => words.question(q)))),
    note(words.close),
  ];
}
