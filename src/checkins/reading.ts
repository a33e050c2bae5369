/** HR, or the partner of the unit, reads a check-in on request: by `/perf checkin` with a name, and each look is a fact. */
import type { Actor, Policy } from '../core/actor.ts';
import type { Block } from '../core/card.ts';
import type { Ctx, Draw } from '../core/context.ts';
import { Refusal } from '../core/errors.ts';
import { dayWords, listWords } from '../core/i18n.ts';
import { type Handler, on } from '../core/module.ts';
import { findPeople } from '../people/find.ts';
import { type Person, people } from '../people/model.ts';
import { isHr } from '../people/policy.ts';
import { folded } from '../people/search.ts';
import { readEarlier } from './actions.ts';
import { aftermath, recordBlocks, tickBlocks } from './cards-record.ts';
import { recordRead } from './facts.ts';
import { say } from './messages.ts';
import { read } from './messages-read.ts';
import { type CheckIn, checkIns, type Obstacle } from './model.ts';
import { bothOfThem } from './policy.ts';
import { loadScene, obstacleOf, type Scene, sceneOf } from './scene.ts';

/** A person's check-in, if one was held, and the units that the reader looks after. */
export interface Reading {
  person: Person;
  scene: Scene | undefined;
  partnerOf: readonly string[];
}

/** HR for everybody, a partner for their own units; never about themself. */
const onRequest = (who: Actor, { person, scene, partnerOf }: Reading): boolean =>
  who.id !== person._id && (isHr(who) || partnerOf.includes(scene?.participant.unit ?? person.unit));

export const readers: Policy<Reading> = (who, at) =>
  onRequest(who, at) ||
  (at.scene ? bothOfThem(who, at.scene, new Date(0)) : (l) => say(l).onlyTwo(at.person.name));

const partnerOf = async (ctx: Ctx): Promise<readonly string[]> =>
  ctx.actor.roles.includes('hrbp') ? ((await people.get(ctx.actor.id))?.partnerOf ?? []) : [];

/** The last one that a person sent. @throws Refusal for a name that is nobody's, or several */
export async function lastOf(ctx: Ctx, typed: string): Promise<Reading> {
  const person = await named(typed, ctx.now);
  const last = await checkIns.one({ person: person._id, state: 'done' }, { doneAt: -1 });
  return { person, scene: last && (await sceneOf(last)), partnerOf: await partnerOf(ctx) };
}

async function named(text: string, now: Date): Promise<Person> {
  const typed = [...text.trim()].slice(0, 100).join('');
  const found = await findPeople(typed, now);
  const begins = found.filter((p) => folded(p.name).startsWith(folded(typed)));
  const [first, second] = begins.length > 0 ? begins : found;
  if (!first) throw new Refusal((l) => read(l).nobody);
  const names = found.slice(0, 5).map((p) => p.name);
  if (second) throw new Refusal((l) => read(l).whichOne(listWords(l, names)));
  return first;
}

/** Shown once, as it stands: it does not follow what the two go on writing. */
export async function showReading(ctx: Ctx, { person, scene }: Reading): Promise<void> {
  if (!scene) throw new Refusal((l) => read(l).none(person.name));
  const { checkIn } = scene;
  ctx.record(recordRead, { about: person._id, ref: checkIn._id, data: {} });
  const drawn = readingCard(checkIn, person.name, await obstacleOf(checkIn));
  ctx.show(`checkins.reading:${checkIn._id}`, { person: ctx.actor.id }, drawn, { anew: true });
}

export const readingCard =
  (c: CheckIn, name: string, obstacle: Obstacle | undefined): Draw =>
  (view) => {
    const words = read(view.locale);
    const earlier: Block[] = c.previous
      ? [
          {
            type: 'actions',
            items: [{ label: words.earlier, token: readEarlier.token({ checkIn: c.previous }) }],
          },
        ]
      : [];
    return {
      title: words.title(name, dayWords(view.locale, c.day, view.now)),
      blocks: [
        { type: 'note', text: words.logged(c.person) },
        ...tickBlocks(c, view),
        ...(c.record ? recordBlocks(c.record, view) : []),
        ...aftermath(c, obstacle, view),
        ...earlier,
      ],
    };
  };

export const readingHandlers: readonly Handler[] = [
  on(readEarlier, {
    touches: ['checkins:R'],
    async load(ctx, { checkIn }): Promise<Reading> {
      const scene = await loadScene(checkIn);
      return { person: scene.person, scene, partnerOf: await partnerOf(ctx) };
    },
    allow: readers,
    run: (ctx, at) => showReading(ctx, at),
  }),
];
