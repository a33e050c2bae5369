/** Two things that JSON.parse does not do: say on which line the text breaks, and keep the decimals as they were written. */
import { cmp, parse } from './fraction.ts';

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("[^"\\]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\]*)*")|(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/y;

type Token = '{' | '}' | '[' | ']' | ':' | ',' | 'text' | 'other';
type State = 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'inObject' | 'inArray' | 'end';
type Step = State | 'open' | 'close' | 'done';

const VALUE = { '{': 'open', '[': 'open', text: 'done', other: 'done' } as const;
/** What each token does where it may stand; it is wrong where it is not listed. */
const STEPS: Record<State, Partial<Record<Token, Step>>> = {
  value: VALUE,
  first: { ...VALUE, ']': 'close' },
  key: { text: 'colon' },
  firstKey: { text: 'colon', '}': 'close' },
  colon: { ':': 'value' },
  inObject: { ',': 'key', '}': 'close' },
  inArray: { ',': 'value', ']': 'close' },
  end: {},
};

/** The line, from 1, on which a text stops being JSON; null when it is JSON. */
export function brokenLine(text: string): number | null {
  const open: string[] = [];
  let state: State = 'value';
  let position = 0;
  while (state !== 'end') {
    TOKEN.lastIndex = position;
    const token = tokenOf(TOKEN.exec(text));
    const step: Step | undefined = token ? STEPS[state][token] : undefined;
    if (!token || !step) return lineAt(text, position);
    position = TOKEN.lastIndex;
    if (step === 'open') open.push(token);
    if (step === 'close') open.pop();
    state = stateAfter(step, open.at(-1));
  }
  return /[^ \t\r\n]/.test(text.slice(position)) ? lineAt(text, position) : null;
}

function tokenOf(found: RegExpExecArray | null): Token | null {
  if (!found) return null;
  const [, sign, text] = found;
  if (text === undefined) return (sign as Token | undefined) ?? 'other';
  // A raw line break in a text: most often its closing quote is missing.
  return Array.from(text).some((character) => character < ' ') ? null : 'text';
}

function stateAfter(step: Step, inside: string | undefined): State {
  if (step === 'open') return inside === '{' ? 'firstKey' : 'first';
  if (step !== 'close' && step !== 'done') return step;
  if (inside === undefined) return 'end';
  return inside === '{' ? 'inObject' : 'inArray';
}

function lineAt(text: string, position: number): number {
  const blank = /^[ \t\r\n]*/.exec(text.slice(position))![0].length;
  return text.slice(0, position + blank).split('\n').length;
}

/** JSON with every number that a double would change kept as text: 0.12345678901234567890, 9007199254740993. */
export function readExactly(text: string): unknown {
  JSON.parse(text);
  const kept = text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') || survives(token) ? token : `"${token}"`,
  );
  return JSON.parse(kept);
}

function survives(written: string): boolean {
  try {
    return cmp(parse(written), parse(Number(written))) === 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
