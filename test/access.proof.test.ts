/**
 * The access table against what happens: in every phase of a cycle everybody presses everything about one person, by what
 * people see and by what nobody shows them. Whatever changes or is read has to stand in the table; and what stands there
 * has to have happened.
 */
import { type Phase, phases } from '../src/cycles/model.ts';
import { type Entry, type Moment, roles } from './access/cells.ts';
import { type Judge, judge, persons, type State, stateOf } from './access/judge.ts';
import { live, subject } from './access/life.ts';
import { built, isAbout, nameOf, offeredBy, seenBy } from './access/pressed.ts';
import { table } from './access.table.ts';
import { eventOf, type Pressable, type Sent, type Trial, type Tries, trials } from './kit/trials.ts';
import type { World } from './kit/world.ts';

/** Of one action in one phase: different states of it, not forty rows of a list. */
const mostOfAKind = 2;
/** What nobody sees is pressed by everybody, in every n-th phase each: `ACCESS_ALL=1` presses it in all. */
const everyNth = process.env.ACCESS_ALL ? 1 : 4;
/** `ACCESS_PHASES=appeals,outcomes` looks at these alone. */
const only = process.env.ACCESS_PHASES?.split(',') ?? [...phases];
const patience = 1_800_000;

interface Kept {
  found: Set<string>;
  pressed: number;
  tokens: Set<string>;
  names: Map<string, number>;
}

const kept = Object.fromEntries(
  phases.map((p): [Phase, Kept] => [
    p,
    { found: new Set(), pressed: 0, tokens: new Set(), names: new Map() },
  ]),
) as Record<Phase, Kept>;
const proven = new Set<string>();

type Press = (person: string, sent: Sent, p?: Pressable) => Promise<Trial | undefined>;

function pressing(w: World, tries: Tries, state: State, judged: Judge): Press {
  const here = kept[state.phase];
  return async (person, sent, p) => {
    const what = `${person} ${p ? nameOf(p) : (sent as { text?: string }).text}`;
    here.pressed += 1;
    try {
      const trial = await tries(person, sent);
      // Pressed with the words of a form that somebody else had open: one reads what one typed oneself.
      const typed = /zz[A-Z]/.test(JSON.stringify((sent as { values?: unknown }).values ?? ''));
      // Whoever was made a part of the case by this press.
      const named = trial.changed.flatMap(({ of, row: { panel = [], owner } }) =>
        of === 'appeals' ? [...(panel as string[]), owner] : [],
      );
      const others = trial.sent.filter(({ to }) => !(typed && to === person) && !named.includes(to));
      const wrong = [
        ...judged.changed(person, trial),
        ...(typed ? [] : judged.read(person, JSON.stringify(trial.reply))),
        ...others.flatMap(({ to, card }) => judged.read(to, card).map((one) => `lets ${to} see: ${one}`)),
        ...(p ? judged.opened(person, p, trial, w) : []),
      ];
      for (const one of wrong) here.found.add(`${what} ${one} (${judged.rolesOf(person).join(' + ')})`);
      return trial;
    } catch (e) {
      here.found.add(`${what}: trouble: ${String(e)}`);
      return undefined;
    }
  };
}

/** Says once a visit for each kind of token that it is worth a press, and keeps which ones were pressed in the phase. */
function choosing({ tokens, names }: Kept, isHers: (p: Pressable) => boolean): (p: Pressable) => boolean {
  const now = new Set<string>();
  return (p) => {
    const name = nameOf(p);
    // What is about her is not crowded out by others.
    const kind = `${name}${p.values ? '!' : ''}${isHers(p) ? '@' : ''}`;
    const n = names.get(kind) ?? 0;
    if (tokens.has(JSON.stringify(p)) || n >= mostOfAKind || now.has(kind)) return false;
    tokens.add(JSON.stringify(p));
    names.set(kind, n + 1).set(name, names.get(name) ?? 0);
    now.add(kind);
    return true;
  };
}

/** What lies in the chats of these people. */
function lies(w: World, who: readonly string[], judged: Judge): string[] {
  return who.flatMap((person) =>
    w
      .as(person)
      .messages()
      .flatMap(({ card, file }) =>
        judged
          .read(person, JSON.stringify(card) + (file ? Buffer.from(file.bytes).toString() : ''))
          .map((wrong) => `${person} ${wrong} in a message “${card.title}”`),
      ),
  );
}

async function visit(w: World, phase: Phase, last: boolean): Promise<void> {
  const state = await stateOf(w, phase);
  const judged = judge(state, proven);
  const tries = await trials(w);
  const press = pressing(w, tries, state, judged);
  const who = [...new Set([...Object.keys(persons), ...state.panel])];
  for (const wrong of lies(w, who, judged)) kept[phase].found.add(wrong);
  const isWorth = choosing(kept[phase], (p) => isAbout(p, state.ids));
  // First those that are about her.
  const sorted = (all: Pressable[]) =>
    all.sort((a, b) => Number(isAbout(b, state.ids)) - Number(isAbout(a, state.ids)));
  const queue = sorted(await seenBy(w, tries, who));
  for (let p = queue.shift(); p; p = queue.shift()) {
    if (!isWorth(p)) continue;
    for (const person of who) {
      const trial = await press(person, eventOf(p), p);
      queue.push(...sorted(trial ? offeredBy(person, trial) : []));
    }
  }
  if (last) await unseen(w, press, who, state);
}

/** What nobody sees in this phase, by the real ids; and every command about her. */
async function unseen(w: World, press: Press, who: readonly string[], state: State): Promise<void> {
  const { handlers, commands } = w.parts.registry;
  const nth = phases.indexOf(state.phase);
  const turn = (i: number) => who.filter((_, j) => (i + j + nth) % everyNth === 0);
  const rest = [...handlers.values()].filter((h) => !kept[state.phase].names.has(h.action.name));
  for (const [i, p] of (await built(w, rest, state.ids)).entries())
    for (const person of turn(i)) await press(person, eventOf(p), p);
  for (const [i, { name }] of [...new Set(commands.values())].entries())
    for (const person of turn(i))
      await press(person, { kind: 'command', name: 'perf', text: `${name} ${subject}` });
}

let w: World | undefined;

beforeAll(async () => {
  w = await live('access', async (world, phase, last) => {
    if (only.includes(phase)) await visit(world, phase, last);
    await logged(`${phase} ${kept[phase].pressed}\n${last ? [...kept[phase].found].join('\n') : ''}`);
  });
  await logged([...proven].sort().join('\n'));
}, patience);
afterAll(() => w?.end());

async function logged(text: string): Promise<void> {
  const to = process.env.ACCESS_LOG;
  if (to) (await import('node:fs')).appendFileSync(to, `${new Date().toISOString()} ${text}\n`);
}

describe.each(phases.filter((p) => only.includes(p)))('%s', (phase) => {
  test('nobody changes or reads more than the table says', () => {
    expect([...kept[phase].found].sort()).toEqual([]);
  });

  test('there was something to press', () => {
    expect(kept[phase].pressed).toBeGreaterThan(500);
  });
});

const moments: Moment[] = phases.flatMap((phase) =>
  (['none', 'submitted', 'approved'] as const).flatMap((outcome) =>
    [false, true].map((done) => ({ phase, sent: done, rated: done, released: done, outcome, appeal: done })),
  ),
);

/** Whether the table ever gives it. */
function gives({ read }: Entry): ('R' | 'W')[] {
  const cells = moments.map((m) => read(m));
  if (cells.includes('W')) return ['R', 'W'];
  return cells.includes('R') ? ['R'] : [];
}

test('what the table gives somebody, somebody could do in some phase', () => {
  const missing = table.flatMap((row) =>
    roles.flatMap((role) =>
      gives(row.cells[role])
        .map((how) => `${row.data}/${role}/${how}`)
        .filter((what) => !proven.has(what) && row.cells[role].unproven === undefined),
    ),
  );
  expect(missing).toEqual([]);
});
