/** What a played person does here: answers what is asked of them, starts and fills in their own check-in. */
import { answersOf, type Question, talks } from '../core/dialog.ts';
import type { Move, Player } from '../core/module.ts';
import { submitTalk } from '../core/talk-actions.ts';
import { cycles } from '../cycles/model.ts';
import type { Goal } from '../goals/model.ts';
import { people } from '../people/model.ts';
import { acceptMeeting, decide, start } from './actions.ts';
import { grow } from './dialog.ts';
import { play } from './messages-player.ts';
import { checkIns, waitingFor } from './model.ts';
import { chosenGoal, numberName, type Topic } from './questions.ts';
import { openOf, talkOf } from './scene.ts';

type DrawOne = (n: number) => number;

export const player: Player = async (person, now, draw) => {
  const { locale } = await people.must(person);
  return (
    (await helps(person, locale, draw)) ??
    (await meets(person)) ??
    (await checksIn(person, locale, now, draw))
  );
};

async function helps(person: string, locale: 'en' | 'zh', draw: DrawOne): Promise<Move | undefined> {
  const [first] = await waitingFor(person);
  if (!first) return undefined;
  const how = draw(4) === 0 ? ('resource' as const) : ('answer' as const);
  return {
    what: (l) => play(l).helps,
    submit: decide.token({ obstacle: first._id, how }),
    values: { text: play(locale).answer(draw(3)) },
  };
}

async function meets(person: string): Promise<Move | undefined> {
  const asked = await checkIns.one({ 'meeting.to': person, 'meeting.agreed': { $exists: false } });
  if (!asked?.meeting) return undefined;
  const token = acceptMeeting.token({ checkIn: asked._id, at: asked.meeting.at.toISOString() });
  return { what: (l) => play(l).meets, press: token };
}

async function checksIn(
  person: string,
  locale: 'en' | 'zh',
  now: Date,
  draw: DrawOne,
): Promise<Move | undefined> {
  const open = await openOf(person);
  if (!open || (await cycles.get(open.cycle))?.state !== 'running') return undefined;
  const talk = await talks.get(talkOf(open));
  if (!talk || talk.state === 'stopped' || talk.state === 'done')
    return { what: (l) => play(l).starts, press: start.token({ checkIn: open._id }) };
  const topic = await grow.load(open._id, now);
  const answers = answersOf(talk);
  const values = grow
    .questions(topic, answers)
    .map((q) => [q.name, answers[q.name] ?? written(topic, q, locale, draw, answers.goal)] as const);
  return {
    what: (l) => play(l).answers,
    submit: submitTalk.token({ talk: talk._id }),
    values: Object.fromEntries(values),
  };
}

/** A plausible answer to one question. */
function written(
  topic: Topic,
  q: Question,
  locale: 'en' | 'zh',
  draw: DrawOne,
  goal: string | undefined,
): string {
  const words = play(locale);
  switch (q.name) {
    case 'want':
    case 'happened':
    case 'options':
    case 'support':
    case 'deeds':
    case 'raise':
      return words[q.name](draw(12));
    case 'obstacles':
      return draw(3) === 0 ? words.obstacles(draw(12)) : '';
    case 'confidence':
      return ['onTrack', 'onTrack', 'onTrack', 'atRisk', 'offTrack'][draw(5)] ?? 'onTrack';
    case 'tell':
      return draw(3) === 0 ? 'no' : 'yes';
    case 'commitment':
      return String(5 + draw(6));
    default:
      return q.type === 'number'
        ? reached(chosenGoal(topic, goal ? { goal } : {}), q, draw)
        : picked(q, draw);
  }
}

const picked = (q: Question, draw: DrawOne) => q.options?.[draw(q.options.length)]?.value ?? '';

/** Some of the way from where it stands to its target. */
function reached(goal: Goal | undefined, q: Question, draw: DrawOne): string {
  const kr = goal?.keyResults.find((k) => numberName(goal._id, k.id) === q.name);
  if (!kr || !('target' in kr)) return '';
  const target = Number(kr.target);
  const from = Number(kr.actual ?? kr.baseline ?? target);
  return String(Math.round((from + ((target - from) * (15 + draw(50))) / 100) * 10) / 10);
}
