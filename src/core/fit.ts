/**
 * Makes a card fit a platform, or refuses it: long texts become several blocks, many buttons several rows. What still
 * does not fit is a mistake of whoever built the card (a list must be paged there), and never cut silently.
 */
import type { Block, Button, Card } from './card.ts';
import type { Md } from './md.ts';
import type { Limits } from './platform.ts';

export class Unfit extends Error {}

export function fitted(card: Card, limits: Limits): Card {
  const blocks = card.blocks.flatMap((block) => broken(block, limits));
  const whole = { ...card, blocks };
  refuseIf(
    blocks.length > limits.elements,
    card,
    `${blocks.length} blocks, the platform takes ${limits.elements}`,
  );
  for (const [token, options] of blocks.flatMap(tokens)) {
    refuseIf(
      token.length > limits.token,
      card,
      `a token of ${token.length} characters, the platform takes ${limits.token}`,
    );
    refuseIf(options > limits.options, card, `${options} options, the platform takes ${limits.options}`);
  }
  const bytes = Buffer.byteLength(JSON.stringify(whole));
  refuseIf(bytes > limits.cardBytes, card, `${bytes} bytes, the platform takes ${limits.cardBytes}`);
  return whole;
}

function refuseIf(unfit: boolean, card: Card, why: string): void {
  if (unfit) throw new Unfit(`The card “${card.title.slice(0, 60)}” has ${why}.`);
}

function tokens(block: Block): [token: string, options: number][] {
  if (block.type === 'actions') return block.items.map((b) => [b.token, 0]);
  return block.type === 'choices' ? [[block.token, block.options.length]] : [];
}

function broken(block: Block, limits: Limits): Block[] {
  if (block.type === 'text' || block.type === 'note')
    return pieces(block.text, limits.text).map((text) => ({ ...block, text }));
  if (block.type === 'actions')
    return chunks(block.items, limits.buttons).map((items): Block => ({ type: 'actions', items }));
  return [block];
}

function chunks(items: readonly Button[], size: number): Button[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}

/** Breaks at the last line, sentence or space before the limit; never inside an escape or a mark. */
function pieces(text: Md, most: number): Md[] {
  const out: Md[] = [];
  let rest: string = text;
  while (rest.length > most) {
    const head = rest.slice(0, most);
    const at = [head.lastIndexOf('\n'), lastMatch(head, /[。!?.!?]\s?/g), head.lastIndexOf(' ')].find(
      (i) => i > most / 2,
    );
    const end = at === undefined ? unbroken(head) : at + 1;
    out.push(rest.slice(0, end) as Md);
    rest = rest.slice(end);
  }
  return [...out, rest as Md];
}

const lastMatch = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].at(-1)?.index ?? -1;

/** Not between the halves of a character, nor behind a backslash. */
function unbroken(head: string): number {
  const last = head.charCodeAt(head.length - 1);
  const pair = last >= 0xd800 && last <= 0xdbff;
  const escaping = (/\\+$/.exec(head)?.[0].length ?? 0) % 2 === 1;
  return head.length - (pair || escaping ? 1 : 0);
}
