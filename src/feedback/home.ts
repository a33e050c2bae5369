/** What waits for a person here, and the latest kudos on Home. */
import type { HomeSection, Task } from '../core/module.ts';
import { namesOf } from '../people/model.ts';
import { answerRequest, showUnseen } from './actions.ts';
import { kudosBlocks } from './cards-list.ts';
import { card } from './messages-card.ts';
import { pad } from './messages-note.ts';
import { latestKudos, openRequests } from './model.ts';
import { unseenBy } from './notes.ts';

const onHome = 3;

export async function tasks(person: string, now: Date): Promise<Task[]> {
  const wishes = await openRequests(person, now);
  const names = await namesOf(wishes.map((r) => r.from));
  const unseen = (await unseenBy(person)).length;
  const asked = wishes.map((r): Task => {
    const name = names(r.from);
    return {
      key: `feedback.request:${r._id}`,
      title: (l) => card(l).taskRequest(name),
      confidential: true,
      button: { label: (l) => card(l).give, token: answerRequest.token({ request: r._id }) },
    };
  });
  if (unseen === 0) return asked;
  const read: Task = {
    key: 'feedback.notes',
    title: (l) => pad(l).task(unseen),
    button: { label: (l) => pad(l).show, token: showUnseen.token({}) },
  };
  return [...asked, read];
}

export const home: HomeSection = {
  order: 50,
  blocks: async (who, view) => kudosBlocks(await latestKudos(who.id, onHome), view),
};
