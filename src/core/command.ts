/** Typed commands: found in spite of case, full-width spaces and Chinese names; a mistyped one gets its nearest. */
import type { Sentence } from './i18n.ts';
import { say } from './messages.ts';
import type { Command } from './module.ts';

type Commands = ReadonlyMap<string, Command>;

export function findCommand(
  commands: Commands,
  typed: string,
): { command: Command; rest: string } | undefined {
  const words = typed.normalize('NFKC').trim().split(/\s+/);
  for (const n of [2, 1]) {
    const command = commands.get(words.slice(0, n).join(' ').toLowerCase());
    if (command) return { command, rest: words.slice(n).join(' ') };
  }
  return undefined;
}

export function unknown(commands: Commands, typed: string): Sentence {
  const word = typed.normalize('NFKC').trim().split(/\s+/)[0]?.slice(0, 40) ?? '';
  const near = nearest([...commands.keys()].filter(Boolean), word.toLowerCase());
  return (l) => (near ? say(l).didYouMean(word, near) : say(l).unknownCommand(word));
}

function nearest(names: readonly string[], word: string): string | undefined {
  const most = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const near = names.map((name) => ({ name, away: distance(name, word) })).filter((n) => n.away <= most);
  return near.sort((a, b) => a.away - b.away)[0]?.name;
}

/** Edits (insert, delete, replace) between two words. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, from] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, to] of [...b].entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (from === to ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
