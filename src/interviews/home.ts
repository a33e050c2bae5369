/** What waits for a person around conversations, on Home and as tasks. */
import type { Actor } from '../core/actor.ts';
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { momentWords } from '../core/i18n.ts';
import { md } from '../core/md.ts';
import type { HomeSection, Task } from '../core/module.ts';
import { cycles } from '../cycles/model.ts';
import { buttons, text } from '../goals/blocks.ts';
import { openInterview, openTeam } from './actions.ts';
import { say } from './messages.ts';
import {
  type Interview,
  type InterviewState,
  ledBy,
  openOfManager,
  openOfPerson,
  type Side,
} from './model.ts';
import { dueOf, type Scene } from './scene.ts';
import { scenesOf } from './shows.ts';
import { endOf } from './times.ts';

/** What somebody owes here, as a code of messages.ts. */
export type Owed = 'talk' | 'answer' | 'note' | 'confirm' | 'read';

const owing: Record<InterviewState, (side: Side, i: Interview, now: Date) => Owed | undefined> = {
  due: (side) => (side === 'manager' ? 'talk' : undefined),
  offered: (side) => (side === 'manager' ? 'talk' : undefined),
  proposed: (side, i) => (i.proposal?.by === side ? undefined : 'answer'),
  scheduled: (side, { agreed }, now) =>
    side === 'manager' && agreed && endOf(agreed.at) <= now ? 'note' : undefined,
  held(side, { notes }) {
    if (notes) return 'confirm';
    return side === 'manager' ? 'note' : undefined;
  },
  confirmed: (side, i) => (i.confirmed.includes(side) ? undefined : 'confirm'),
  written: (side) => (side === 'person' ? 'read' : undefined),
  done: () => undefined,
  cancelled: () => undefined,
};

export const owedBy = (side: Side, i: Interview, now: Date): Owed | undefined => owing[i.state](side, i, now);

const titles: Record<Owed, 'taskTalk' | 'taskAnswer' | 'taskNote' | 'taskConfirm' | 'taskRead'> = {
  talk: 'taskTalk',
  answer: 'taskAnswer',
  note: 'taskNote',
  confirm: 'taskConfirm',
  read: 'taskRead',
};

const isOn = ({ cycle }: Scene): boolean => cycle.state === 'running' || cycle.state === 'closing';

async function taskOf(scene: Scene, side: Side, owed: Owed): Promise<Task> {
  const { interview: i, person, manager } = scene;
  const other = (side === 'person' ? manager : person)?.name ?? '–';
  return {
    key: `interviews.${owed}:${i._id}:${i.round}`,
    title: (l) => say(l)[titles[owed]](other),
    due: await dueOf(scene),
    phase: 'feedback',
    button: {
      label: (l) => say(l).open,
      token: openInterview.token({ cycle: i.cycle, person: i.person }),
    },
  };
}

export async function tasks(person: string, now: Date): Promise<Task[]> {
  const own = (await openOfPerson(person)).filter((i) => owedBy('person', i, now));
  const led = (await openOfManager(person)).filter((i) => owedBy('manager', i, now));
  const found: Task[] = [];
  for (const scene of (await scenesOf(own)).filter(isOn)) {
    const owed = owedBy('person', scene.interview, now);
    if (owed && scene.manager) found.push(await taskOf(scene, 'person', owed));
  }
  const mine = (await scenesOf(led)).filter((s) => isOn(s) && s.manager?._id === person);
  for (const scene of mine) {
    const owed = owedBy('manager', scene.interview, now);
    if (owed && owed !== 'talk') found.push(await taskOf(scene, 'manager', owed));
  }
  return [...found, ...(await talkTasks(mine.filter((s) => owedBy('manager', s.interview, now) === 'talk')))];
}

/** Those who wait for a time or a few lines: one task a cycle, however large the team. */
async function talkTasks(scenes: readonly Scene[]): Promise<Task[]> {
  const found: Task[] = [];
  for (const id of [...new Set(scenes.map((s) => s.interview.cycle))].sort()) {
    const all = scenes.filter((s) => s.interview.cycle === id);
    const [first] = all;
    if (!first) continue;
    if (all.length === 1) {
      found.push(await taskOf(first, 'manager', 'talk'));
      continue;
    }
    const days = await Promise.all(all.map((scene) => dueOf(scene)));
    const due = days.sort()[0];
    found.push({
      key: `interviews.team:${id}`,
      title: (l) => say(l).taskTalks(all.length, first.cycle.name),
      ...(due !== undefined && { due }),
      phase: 'feedback',
      button: { label: (l) => say(l).open, token: openTeam.token({ cycle: id, page: 0 }) },
    });
  }
  return found;
}

async function blocks({ id }: Actor, view: View): Promise<Block[]> {
  return [...(await aheadBlocks(id, view)), ...(await teamBlocks(id, view))];
}

async function aheadBlocks(id: string, { locale, zone, now }: View): Promise<Block[]> {
  const words = say(locale);
  const agreed = (await openOfPerson(id)).filter(
    (i) => i.state === 'scheduled' && i.agreed && endOf(i.agreed.at) > now,
  );
  return (await scenesOf(agreed)).filter(isOn).flatMap(({ interview: i, manager }): Block[] => {
    if (!i.agreed) return [];
    const when = momentWords(locale, zone, i.agreed.at);
    const token = openInterview.token({ cycle: i.cycle, person: i.person });
    return [
      text(md`${words.homeMeet(manager?.name ?? '–', when)}`),
      ...buttons([{ label: words.open, token }]),
    ];
  });
}

async function teamBlocks(id: string, { locale }: View): Promise<Block[]> {
  const words = say(locale);
  const led = await ledBy(id);
  const ids = led.map((l) => l.cycle);
  const on =
    ids.length > 0 ? await cycles.find({ _id: { $in: ids }, state: { $in: ['running', 'closing'] } }) : [];
  return led.flatMap(({ cycle, done, all }): Block[] => {
    const found = on.find((c) => c._id === cycle);
    if (!found) return [];
    const token = openTeam.token({ cycle, page: 0 });
    return [text(md`${words.homeTeam(done, all, found.name)}`), ...buttons([{ label: words.open, token }])];
  });
}

export const home: HomeSection = { order: 17, blocks };
