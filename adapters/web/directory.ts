/** Looking people up. Every request asks who it is for, so the list is good for a second. */
import { Trouble } from './http.ts';
import type { ConsolePerson } from './index.ts';

const GOOD_FOR_MS = 1000;

export interface Directory {
  people(): Promise<ConsolePerson[]>;
  /** A 404 for an id that nobody has. */
  personOf(id: string): Promise<ConsolePerson>;
}

export function directory(people: () => Promise<ConsolePerson[]>): Directory {
  let known = new Map<string, ConsolePerson>();
  let since = Number.NEGATIVE_INFINITY;

  async function read(): Promise<ConsolePerson[]> {
    const list = await people();
    known = new Map(list.map((person) => [person.id, person]));
    since = performance.now();
    return list;
  }

  return {
    people: read,
    async personOf(id) {
      // Somebody new is found at once; the list is only trusted about those it has.
      if (performance.now() - since > GOOD_FOR_MS || !known.has(id)) await read();
      const person = known.get(id);
      if (!person) throw new Trouble('noPerson');
      return person;
    },
  };
}
