/** Reporting lines as data: who is above whom, who has nobody, who stands in a circle. */

export interface InLine {
  _id: string;
  manager?: string;
}

type Lines = ReadonlyMap<string, InLine>;

export const linesOf = (people: readonly InLine[]): Map<string, InLine> =>
  new Map(people.map((p) => [p._id, p]));

/**
 * Every circle once, as ids in the order in which they report to each other, the smallest id first. Whoever only leads up to
 * a circle is not part of it. One's own manager is a circle of one.
 */
export function findCircles(people: readonly InLine[]): string[][] {
  const lines = linesOf(people);
  const done = new Set<string>();
  const circles: string[][] = [];
  for (const id of [...lines.keys()].sort()) {
    const path = new Map<string, number>();
    let at: string | undefined = id;
    while (at !== undefined && lines.has(at) && !done.has(at) && !path.has(at)) {
      path.set(at, path.size);
      at = lines.get(at)?.manager;
    }
    const met = at === undefined ? undefined : path.get(at);
    if (met !== undefined) circles.push(fromSmallest([...path.keys()].slice(met)));
    for (const seen of path.keys()) done.add(seen);
  }
  return circles;
}

function fromSmallest(circle: string[]): string[] {
  const first = circle.reduce((least, id, i) => (id < (circle[least] ?? id) ? i : least), 0);
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** Who names no manager, or one who is not among these people: ids in order. */
export function withoutManager(people: readonly InLine[]): string[] {
  const lines = linesOf(people);
  return people
    .filter((p) => p.manager === undefined || !lines.has(p.manager))
    .map((p) => p._id)
    .sort();
}

/** Manager, manager's manager … up to the top; ends before somebody would come a second time. */
export function chainAbove(id: string, lines: Lines): string[] {
  const chain: string[] = [];
  const met = new Set([id]);
  for (let at = lines.get(id)?.manager; at !== undefined && !met.has(at); at = lines.get(at)?.manager) {
    met.add(at);
    if (lines.has(at)) chain.push(at);
  }
  return chain;
}

/** The first one above who is active: acts for a manager who left. */
export function nextActiveAncestor(
  id: string,
  lines: Lines,
  active: (id: string) => boolean,
): string | undefined {
  return chainAbove(id, lines).find(active);
}
