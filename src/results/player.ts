/** What a played person does here: HR prepares and gives out, a second person signs, managers write, people read. */
import type { Locale } from '../core/i18n.ts';
import type { Move, Player } from '../core/module.ts';
import { cycles } from '../cycles/model.ts';
import { type Person, people } from '../people/model.ts';
import { ratingOf } from '../ratings/index.ts';
import {
  acknowledge,
  askSign,
  giveAll,
  giveOne,
  haveTalked,
  previewRelease,
  saveComment,
  saveWords,
  sign,
} from './actions.ts';
import { batches } from './batches.ts';
import { gapsIn } from './forms.ts';
import { play } from './messages-player.ts';
import { receipts } from './model.ts';
import { readyCount } from './tasks.ts';
import { teamOf, unworded } from './teams.ts';

type Drawn = (n: number) => number;

export const player: Player = async (id, _now, draw) => {
  const person = await people.must(id);
  return (
    (await writes(person, draw)) ??
    (await signs(person)) ??
    (await releases(person)) ??
    (await givesOne(person)) ??
    (await reads(person, draw))
  );
};

const running = () => cycles.find({ state: 'running', opened: 'assessment' }, { sort: { at: -1, _id: 1 } });

async function writes({ _id, locale }: Person, draw: Drawn): Promise<Move | undefined> {
  for (const cycle of await running()) {
    const [person] = await unworded(cycle._id, _id);
    const rating = person === undefined ? undefined : await ratingOf(cycle._id, person);
    if (person === undefined || !rating) continue;
    return {
      what: (l) => play(l).writes,
      submit: saveWords.token({ cycle: cycle._id, person }),
      values: wordsOf(gapsIn(rating).length, locale, draw),
    };
  }
  return undefined;
}

function wordsOf(gaps: number, l: Locale, draw: Drawn): Record<string, string> {
  const told = Array.from({ length: gaps }, (_, i) => [
    [`cause_${i}`, play(l).cause],
    [`measure_${i}`, play(l).measure],
  ]).flat() as [string, string][];
  return {
    strengths: play(l).strengths(draw(12)),
    improve: play(l).improve(draw(12)),
    ...Object.fromEntries(told),
  };
}

async function signs({ _id, roles }: Person): Promise<Move | undefined> {
  if (!roles.includes('executive') && !roles.includes('hrHead')) return undefined;
  const asked = await batches.find({ state: 'asked' }, { sort: { at: 1, _id: 1 } });
  const batch = asked.find((b) => b.by !== _id);
  return batch && { what: (l) => play(l).signs, press: sign.token({ batch: batch._id }) };
}

async function releases({ _id, roles }: Person): Promise<Move | undefined> {
  if (!roles.includes('hr')) return undefined;
  for (const cycle of (await running()).filter((c) => c.opened.includes('feedback'))) {
    const open = await batches.find(
      { cycle: cycle._id, state: { $in: ['preview', 'asked', 'signed', 'giving'] } },
      { sort: { at: 1, _id: 1 } },
    );
    const signed = open.find((b) => b.state === 'signed' && b.by === _id);
    if (signed) return { what: (l) => play(l).gives, press: giveAll.token({ batch: signed._id }) };
    const seen = open.find((b) => b.state === 'preview' && b.by === _id && b.look.ready > 0);
    if (seen?.look.done) return { what: (l) => play(l).asks, press: askSign.token({ batch: seen._id }) };
    if (open.length === 0 && (await readyCount(cycle)) > 0)
      return {
        what: (l) => play(l).previews,
        submit: previewRelease.token({}),
        values: { cycle: cycle._id, units: [] },
      };
  }
  return undefined;
}

async function givesOne({ _id }: Person): Promise<Move | undefined> {
  for (const cycle of await running()) {
    if (cycle.schemes.standard.rewards.release !== 'manager') continue;
    const row = (await teamOf(cycle, _id)).rows.find((r) => r.mayGive);
    if (row && !row.talked)
      return {
        what: (l) => play(l).talks,
        press: haveTalked.token({ cycle: cycle._id }),
        value: row.person,
      };
    if (row)
      return { what: (l) => play(l).givesOne, press: giveOne.token({ cycle: cycle._id }), value: row.person };
  }
  return undefined;
}

/** Most say that they have read it; a few write something; one in eight stays silent. */
async function reads({ _id, locale }: Person, draw: Drawn): Promise<Move | undefined> {
  const [open] = await receipts.find({ person: _id, state: 'open' }, { sort: { releasedAt: 1, _id: 1 } });
  if (!open) return undefined;
  const how = draw(8);
  const about = { cycle: open.cycle, version: open.version };
  if (how === 0) return undefined;
  if (how === 1)
    return {
      what: (l) => play(l).comments,
      submit: saveComment.token(about),
      values: { comment: play(locale).comment },
    };
  return { what: (l) => play(l).reads, press: acknowledge.token(about) };
}
