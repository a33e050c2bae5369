/** Messages that wait to be sent, written as handlers write them, without a handler. */
import { system } from '../../src/core/actor.ts';
import type { Card } from '../../src/core/card.ts';
import { md } from '../../src/core/md.ts';
import { outbox, outboxRow, type Priority } from '../../src/core/outbox.ts';
import { team } from '../kit/fake-slack/company.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';

export const lane = `slack:${team}`;

const card = (n: number): Card => ({
  title: `Message ${n}`,
  blocks: [{ type: 'text', text: md`This is number ${n}, for you alone.` }],
});

export interface Wanted {
  persons: readonly string[];
  many: number;
  now: Date;
  priority?: Priority;
  prefix?: string;
}

/** Each of them to the next person; the key of the n-th is `<prefix>:<n>`. */
export async function fill({
  persons,
  many,
  now,
  priority = 'broadcast',
  prefix = 'fault',
}: Wanted): Promise<void> {
  const rows = Array.from({ length: many }, (_, n) => {
    const to = { person: persons[n % persons.length] ?? '' };
    const made = outboxRow({
      cause: { id: `${prefix}${n}`, actor: system, now },
      message: { kind: 'tell', key: `${prefix}:${n}`, to, file: undefined },
      lane,
      card: card(n),
      options: { priority },
      reach: undefined,
      answered: undefined,
    });
    // The driver leaves out what is not there; a batch is written as it is.
    return JSON.parse(JSON.stringify(made), (_, value) =>
      typeof value === 'string' && /^\d{4}-.*Z$/.test(value) ? new Date(value) : value,
    ) as typeof made;
  });
  for (let at = 0; at < rows.length; at += 500) await outbox.insertAll(rows.slice(at, at + 500));
}

export interface Counted {
  wanted: number;
  /** Sent exactly once, never, more than once. */
  once: number;
  lost: number;
  doubled: number;
  /** On HR's list as perhaps delivered. */
  unsure: number;
  dead: number;
  /** Calls within a time that Slack had asked to wait. */
  inWindow: number;
}

/** What became of them: by what Slack has, and by what the outbox says. */
export async function counted(slack: FakeSlack, many: number, prefix = 'fault'): Promise<Counted> {
  const posts = slack.posts();
  const times = Array.from({ length: many }, (_, n) =>
    [...posts].filter(([what]) => what.includes(`"${prefix}:${n}>`)).reduce((sum, [, k]) => sum + k, 0),
  );
  const state = async (is: 'unsure' | 'dead' | 'done') =>
    (await outbox.find({ state: is })).filter((row) => row._id.startsWith(`${prefix}:`));
  const unsure = await state('unsure');
  const listed = new Set(unsure.map((row) => Number(row._id.slice(prefix.length + 1).split('>')[0])));
  return {
    wanted: many,
    once: times.filter((k) => k === 1).length,
    lost: times.filter((k, n) => k === 0 && !listed.has(n)).length,
    doubled: times.filter((k) => k > 1).length,
    unsure: unsure.length,
    dead: (await state('dead')).length,
    inWindow: slack.limiter.inWindow(),
  };
}
