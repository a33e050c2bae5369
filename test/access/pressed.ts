/** What there is to press about Ann: what people see, what opens behind it, and what nobody sees, built from real ids. */
import { readToken } from '../../src/core/action.ts';
import type { Card } from '../../src/core/card.ts';
import type { Handler } from '../../src/core/module.ts';
import { cycles } from '../../src/cycles/model.ts';
import { buttonsOf, fitting, formOf, type Pressable, shaped, type Trial, type Tries } from '../kit/trials.ts';
import type { World } from '../kit/world.ts';
import { subject } from './life.ts';

export const nameOf = ({ token }: Pressable): string => readToken(token)?.name ?? '';

/** Buttons on the cards that these people have, the newest first, on Home and in their list. */
export async function seenBy(w: World, tries: Tries, persons: readonly string[]): Promise<Pressable[]> {
  const all: Pressable[] = [];
  for (const person of persons) {
    const cards = w
      .as(person)
      .messages()
      .map(({ card }) => card);
    for (const sent of [{ kind: 'home' }, { kind: 'command', name: 'perf', text: '' }] as const)
      cards.push((await tries(person, sent)).reply.card ?? { title: '', blocks: [] });
    all.push(...cards.reverse().flatMap((card) => buttonsOf(card, subject)));
  }
  return all;
}

/** What the answer to a press offers in its turn: on the spot, and on the cards that come to the one who pressed. */
export const offeredBy = (person: string, { reply, sent }: Trial): Pressable[] => [
  ...formOf(reply),
  ...buttonsOf(reply.card, subject),
  ...sent
    .filter(({ to, card }) => to === person && card)
    .flatMap(({ card }) => buttonsOf(JSON.parse(card) as Card, subject)),
];

/** Whether a press is about Ann: by its arguments, its value, or the ids in them. */
export function isAbout(p: Pressable, ids: ReadonlyMap<string, string>): boolean {
  const args = Object.values((readToken(p.token)?.args ?? {}) as object);
  return [...args, p.value].some((v) => typeof v === 'string' && ids.has(v));
}

/** With these words of the schema: the ids of what is Ann's, and of the cycle. */
export async function built(
  w: World,
  handlers: readonly Handler[],
  ids: ReadonlyMap<string, string>,
): Promise<Pressable[]> {
  const [cycle] = await w.inside(() => cycles.find({}));
  const first = (of: string) => [...ids].find(([, name]) => name === of)?.[0];
  const known: Record<string, string | undefined> = {
    cycle: cycle?._id,
    person: subject,
    about: subject,
    goal: first('goals'),
    checkIn: first('checkins'),
    obstacle: first('obstacles'),
    review: first('assignments'),
    nomination: first('nominations'),
    release: first('releases'),
    result: first('results'),
    appeal: first('appeals'),
    item: first('feedback'),
    note: first('feedbackNotes'),
    pool: first('feedbackPools'),
    talk: first('talks'),
    session: await someId(w, 'calibrations'),
    batch: await someId(w, 'outcomeBatches'),
    unit: 'Product',
  };
  return handlers.map(({ action }) => {
    const args = (shaped(action.args) ?? {}) as Record<string, unknown>;
    for (const key of Object.keys(args)) args[key] = known[key] ?? args[key];
    return { token: `${action.name} ${JSON.stringify(args)}`, values: valuesOf(action.values) };
  });
}

async function someId(w: World, name: string): Promise<string | undefined> {
  const entity = w.parts.registry.entities.find((e) => e.name === name);
  return (await w.inside(async () => entity?.find({})))?.[0]?._id;
}

function valuesOf(schema: Handler['action']['values']): Record<string, unknown> {
  const values = (shaped(schema) ?? fitting(schema) ?? {}) as Record<string, unknown>;
  return 'value' in values && values.value === 'nothing' ? { ...values, value: subject } : values;
}
