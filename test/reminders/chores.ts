/** A capability for tests: something to do by a day, done by a press. */
import { z } from 'zod';
import { action } from '../../src/core/action.ts';
import { queueDaily } from '../../src/core/daily.ts';
import { type Doc, type Entity, entity } from '../../src/core/entity.ts';
import { Refusal } from '../../src/core/errors.ts';
import { module, on, type Task } from '../../src/core/module.ts';
import { createSample } from '../../src/people/sample.ts';
import { type World, world } from '../kit/world.ts';

interface Chore extends Doc {
  person: string;
  title: string;
  due?: string;
  phase?: string;
  confidential?: boolean;
  done: boolean;
}

export const chores = entity<Chore>('chores', {
  fields: { person: String, title: String, due: String, phase: String, confidential: Boolean, done: Boolean },
  indexes: [{ keys: { person: 1, done: 1 } }],
});

const finish = action('chores.finish', { chore: z.string() });

const taskOf = (c: Chore): Task => ({
  key: c._id,
  title: () => c.title,
  button: {
    label: (l) => (l === 'en' ? `Finish ${c.title}` : `完成 ${c.title}`),
    token: finish.token({ chore: c._id }),
  },
  ...(c.due && { due: c.due }),
  ...(c.phase && { phase: c.phase }),
  ...(c.confidential && { confidential: true as const }),
});

export const choresModule = module('chores', {
  entities: [chores] as unknown as Entity<never>[],
  handlers: [
    on(finish, {
      touches: ['chores:W'],
      load: (_, { chore }) => chores.must(chore),
      allow: (who, c) => who.id === c.person || (() => 'Only who has it can finish it.'),
      async run(_, c) {
        if (c.done) throw new Refusal(() => 'It is done already.');
        await chores.save({ ...c, done: true });
      },
    }),
  ],
  tasks: async (person) => (await chores.find({ person, done: false }, { sort: { _id: 1 } })).map(taskOf),
});

export const chore = (person: string, title: string, due?: string, more: Partial<Chore> = {}) =>
  chores.insert({
    _id: `${person}:${title}`,
    person,
    title,
    done: false,
    ...(due && { due }),
    ...more,
  });

/** Monday 11 January 2027, 06:00 UTC: 07:00 in Berlin, 14:00 in Shanghai, 01:00 in New York. */
const start = '2027-01-11T06:00:00Z';

export async function company(database: string, arrange: () => Promise<unknown>, more = {}): Promise<World> {
  const w = await world({
    database: `reminders-${database}`,
    start,
    more: [choresModule],
    arrange: async () => {
      await createSample('2027-01-11');
      await arrange();
    },
    ...more,
  });
  await queueDaily(w.parts);
  return w;
}

export const titles = (w: World, person: string) =>
  w
    .as(person)
    .messages()
    .map((m) => m.card.title);
