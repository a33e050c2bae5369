/** What a played person does here: finds a time, talks, notes it, confirms, and says later whether it helped. */

import { dayIn } from '../core/calendar.ts';
import type { Move, Player } from '../core/module.ts';
import { people } from '../people/model.ts';
import { acceptTime, answerHelp, chooseTime, confirmNotes, saveNotes, saveWritten } from './actions.ts';
import { owedBy } from './home.ts';
import { play } from './messages-player.ts';
import { type Interview, interviews, type Side } from './model.ts';
import { type Scene, slotsOf } from './scene.ts';
import { scenesOf } from './shows.ts';

type Drawn = (n: number) => number;

export const player: Player = async (id, now, draw) => {
  for (const side of ['manager', 'person'] as const) {
    const mine = await interviews.find({ [side]: id, state: { $ne: 'cancelled' } }, { sort: { _id: 1 } });
    const open = mine.filter((i) => owedBy(side, i, now) || waitsForHelp(i, side, id));
    for (const scene of await scenesOf(open)) {
      if (scene.cycle.state !== 'running' && scene.cycle.state !== 'closing') continue;
      const move = await moveOf(scene, side, id, now, draw);
      if (move) return move;
    }
  }
  return undefined;
};

const waitsForHelp = (i: Interview, side: Side, id: string): boolean =>
  i.askedHelp !== undefined && !i.helped[side] && (side === 'person' || i.doneWith === id);

async function moveOf(
  scene: Scene,
  side: Side,
  id: string,
  now: Date,
  draw: Drawn,
): Promise<Move | undefined> {
  const { interview: i } = scene;
  const about = { cycle: i.cycle, person: i.person };
  const seen = { ...about, round: i.round, seen: i.edition };
  const { locale, zone } = await people.must(id);
  const words = play(locale);
  switch (owedBy(side, i, now)) {
    case 'talk':
      return i.state === 'offered' ? writes(seen, locale, draw) : names(scene, now, draw);
    case 'answer':
      return {
        what: (l) => play(l).accepts,
        press: acceptTime.token({ ...about, at: i.proposal?.at.toISOString() ?? '' }),
      };
    case 'note':
      return {
        what: (l) => play(l).notes,
        submit: saveNotes.token(seen),
        values: {
          day: i.heldOn ?? dayIn(zone, now),
          agreed: words.agreed(draw(3)),
          step_1: words.step(draw(3)),
          by_1: dayIn(zone, new Date(now.getTime() + 21 * 86_400_000)),
          support: words.support,
        },
      };
    case 'confirm':
    case 'read':
      return { what: (l) => play(l).confirms, press: confirmNotes.token(seen) };
    case undefined: {
      if (!waitsForHelp(i, side, id)) return undefined;
      const answer = (['yes', 'yes', 'partly', 'no'] as const)[draw(4)] ?? 'yes';
      return { what: (l) => play(l).answers, press: answerHelp.token({ ...about, round: i.round, answer }) };
    }
  }
}

function writes(seen: Parameters<typeof saveWritten.token>[0], locale: 'en' | 'zh', draw: Drawn): Move {
  return {
    what: (l) => play(l).writes,
    submit: saveWritten.token(seen),
    values: { seen: play(locale).seen(draw(3)), next: play(locale).next(draw(3)) },
  };
}

async function names(scene: Scene, now: Date, draw: Drawn): Promise<Move | undefined> {
  const { cycle, person } = scene.interview;
  const slots = await slotsOf(scene, now);
  const slot = slots[draw(Math.max(1, slots.length))];
  return (
    slot && {
      what: (l) => play(l).proposes,
      press: chooseTime.token({ cycle, person }),
      value: slot.at.toISOString(),
    }
  );
}
