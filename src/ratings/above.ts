/** Who stands above whom, and whose rating is not a reader's to see. */
import { type ParticipantState, participantId, participants } from '../cycles/model.ts';
import { people } from '../people/model.ts';
import { isHidden, type Reader } from './seen.ts';

const highest = 50;

/** Everybody above these people, by the lines of now and as the cycle froze them. */
export async function linesAbove(cycle: string, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const above = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  const steps = new Map<string, Set<string>>();
  let open = new Set(ids);
  for (let depth = 0; open.size > 0 && depth < highest; depth += 1) {
    const next = await managersOf(cycle, [...open]);
    for (const [id, managers] of next) steps.set(id, managers);
    open = new Set([...next.values()].flatMap((m) => [...m]).filter((id) => !steps.has(id)));
  }
  for (const [id, all] of above) climb(id, steps, all);
  return above;
}

async function managersOf(cycle: string, ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const keys = ids.map((id) => participantId(cycle, id));
  const now = await people.find({ _id: { $in: [...ids] } });
  const frozen = await participants.find({ _id: { $in: keys } });
  const found = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  const put = (id: string, manager: unknown) =>
    typeof manager === 'string' && manager !== id && found.get(id)?.add(manager);
  for (const p of now) put(p._id, p.manager);
  for (const p of frozen) put(p.person, p.manager);
  return found;
}

function climb(id: string, steps: ReadonlyMap<string, ReadonlySet<string>>, above: Set<string>): void {
  for (const manager of steps.get(id) ?? [])
    if (!above.has(manager)) {
      above.add(manager);
      climb(manager, steps, above);
    }
}

export async function readersOf(cycle: string, ids: readonly string[]): Promise<Reader[]> {
  const lines = await linesAbove(cycle, ids);
  return ids.map((id) => ({
    id,
    above: new Set([...(lines.get(id) ?? [])].filter((other) => other !== id)),
  }));
}

const out: readonly ParticipantState[] = ['released', 'acknowledged', 'appealing', 'final'];

/**
 * How a reader of HR stands to a cycle's ratings: their own is never theirs to see or to return, nor that of anybody above
 * them until it was given out. Whoever rated it and whoever decides about it go on reading it.
 */
export async function readerIn(cycle: string, id: string): Promise<Reader> {
  const [reader = { id, above: new Set<string>() }] = await readersOf(cycle, [id]);
  const line = [...reader.above];
  const told = await participants.find({
    _id: { $in: line.map((person) => participantId(cycle, person)) },
    state: { $in: [...out] },
  });
  const open = new Set(told.map((p) => p.person));
  return { id, above: new Set(line.filter((person) => !open.has(person))) };
}

/** The same as a question. */
export async function hiddenFrom(cycle: string, id: string): Promise<(person: string) => boolean> {
  const reader = await readerIn(cycle, id);
  return (person) => isHidden(reader, person);
}
