/**
 * Everything that can be pressed, typed or sent, by everybody: what the registry has, and every button and form that
 * people see in a running cycle.
 */
import { readToken } from '../src/core/action.ts';
import { say } from '../src/core/messages.ts';
import { play } from '../src/core/play.ts';
import { people } from '../src/people/model.ts';
import {
  eventOf,
  intoNothing,
  type Pressable,
  pressables,
  type Trial,
  type Tries,
  traffic,
  trials,
} from './kit/trials.ts';
import { type World, world } from './kit/world.ts';

const roles: Record<string, string> = {
  employee: 'ann',
  colleague: 'tom',
  manager: 'bo',
  'other manager': 'carla',
  'skip-level and executive': 'chen',
  'HR partner': 'lin',
  'HR admin': 'hanna',
  stranger: 'nobody',
};
const hr = 'hanna';
const partner = 'lin';
const stranger = 'nobody';
/** What is this person’s, those have no say in and may not read. */
const subject = 'ann';
const outsiders = ['tom', 'carla'];
const patience = 400_000;

let w: World;
let tries: Tries;
let pool: Pressable[];
const lines = new Map<string, string[]>();

beforeAll(async () => {
  w = await world({ database: 'authorisation', start: '2027-01-04T08:02:00Z' });
  await startCycle();
  await w.until('2027-01-05T09:00:00Z');
  await play(w.parts, w.bot, ['ann', 'tom'], 'authorisation');
  await w.until('2027-01-05T12:00:00Z');
  await play(w.parts, w.bot, ['bo'], 'authorisation');
  await w.until('2027-01-20T12:00:00Z');
  await lineUp();
  tries = await trials(w);
  pool = await pressables(
    w,
    tries,
    Object.values(roles).filter((p) => p !== stranger),
  );
}, patience);
afterAll(() => w?.end());

async function startCycle(): Promise<void> {
  const hanna = w.as(hr);
  await hanna.types('/perf kickoff');
  await hanna.submits(Object.fromEntries(hanna.form().fields.map((f) => [f.name, f.value])));
  await hanna.presses('Start');
}

async function lineUp(): Promise<void> {
  const all = new Map((await w.inside(() => people.find({}))).map((p) => [p._id, p.manager]));
  for (const person of all.keys()) {
    const line: string[] = [];
    for (let at = all.get(person); at && !line.includes(at); at = all.get(at)) line.push(at);
    lines.set(person, line);
  }
}

/** Only HR touches what belongs to nobody; what is a person's, only they, their line and HR. */
function mayChange(actor: string, of: string, row: Record<string, unknown>): boolean {
  if (actor === hr) return true;
  const person = of === 'people' || of === 'reminded' ? String(row._id) : row.person;
  if (typeof person !== 'string') return row.by === actor || row.owner === actor || row.from === actor;
  return person === actor || (lines.get(person) ?? []).includes(actor) || actor === partner;
}

const sentence = /\p{L}{2}/u;

function holds(actor: string, what: string, { reply, changed }: Trial): void {
  if (actor === stranger) {
    const { refused: _, ...said } = reply;
    expect({ what, said, changed }).toEqual({ what, said: { toast: say('en').stranger }, changed: [] });
    return;
  }
  for (const text of [reply.toast ?? 'fine', ...Object.values(reply.errors ?? {})])
    expect({ what, text }).toEqual({ what, text: expect.stringMatching(sentence) });
  const wrong = changed.filter(({ of, row }) => !mayChange(actor, of, row));
  expect({ what, wrong: wrong.map(({ of, row }) => `${of}/${String(row._id)}`) }).toEqual({
    what,
    wrong: [],
  });
}

describe.each(Object.entries(roles))('%s', (_, person) => {
  const presses = async (p: Pressable) => holds(person, p.token, await tries(person, eventOf(p)));

  test(
    'presses every action of the registry, pointing to nothing',
    async () => {
      for (const handler of w.parts.registry.handlers.values()) await presses(intoNothing(handler));
    },
    patience,
  );

  test(
    'presses every button and sends every form that anybody sees',
    async () => {
      for (const pressable of pool) await presses(pressable);
    },
    patience,
  );

  test(
    'types every command',
    async () => {
      for (const { name } of new Set(w.parts.registry.commands.values()))
        for (const rest of ['', ' ann', ' <!channel> __proto__']) {
          const text = `${name}${rest}`;
          holds(person, text, await tries(person, { kind: 'command', name: 'perf', text }));
        }
    },
    patience,
  );

  test('sends what nobody ever made', async () => {
    for (const token of ['', 'x', 'constructor {}', 'goals.agree', 'goals.agree {', '__proto__ {"a":1}'])
      expect((await tries(person, { kind: 'press', token })).reply.toast).toMatch(sentence);
  });
});

test('there was something to press', () => {
  const seen = new Set(pool.map((p) => readToken(p.token)?.name));
  expect(seen.size).toBeGreaterThan(10);
});

/** Texts that are in the subject's documents and in nobody else's. */
async function secrets(): Promise<string[]> {
  const texts = new Map<string, Set<string>>();
  for (const entity of w.parts.registry.entities.filter((e) => ![...traffic, 'people'].includes(e.name)))
    for (const row of await w.inside(() => entity.find({}))) {
      const { person } = row as unknown as { person?: string };
      for (const text of written(row)) texts.set(text, (texts.get(text) ?? new Set()).add(person ?? ''));
    }
  return [...texts].filter(([, of]) => of.size === 1 && of.has(subject)).map(([text]) => text);
}

function written(value: unknown): string[] {
  if (typeof value === 'string') return /\s/.test(value) && value.length >= 12 ? [value] : [];
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.values(value).flatMap(written);
}

test(
  'who is outside the line reads nothing that is the subject’s',
  async () => {
    const hidden = await secrets();
    expect(hidden.length).toBeGreaterThan(0);
    for (const person of outsiders)
      for (const pressable of pool) {
        const text = JSON.stringify((await tries(person, eventOf(pressable))).reply);
        const read = hidden.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)));
        expect({ person, token: pressable.token, read }).toEqual({
          person,
          token: pressable.token,
          read: [],
        });
      }
  },
  patience,
);

test('every action and command says what it touches', () => {
  const { handlers, commands } = w.parts.registry;
  for (const of of [...handlers.values(), ...commands.values()]) expect(of.touches.length).toBeGreaterThan(0);
});
