/** Cards that can grow: what does not fit a phone's message goes on the next page, block by block, nothing is cut. Pure. */
import type { Block } from '../core/card.ts';

/** Under what the smallest platform takes (30 KB, 50 blocks), with room for head and buttons. */
const mostBytes = 16_000;
const mostBlocks = 34;

const weight = (block: Block): number => Buffer.byteLength(JSON.stringify(block));
/** A long text is broken into several blocks later. */
const count = (block: Block): number =>
  block.type === 'text' || block.type === 'note' ? Math.max(1, Math.ceil(block.text.length / 2900)) : 1;

export function pagesOf(blocks: readonly Block[]): Block[][] {
  const pages: Block[][] = [[]];
  let [bytes, n] = [0, 0];
  for (const block of blocks) {
    bytes += weight(block);
    n += count(block);
    if ((bytes > mostBytes || n > mostBlocks) && pages.at(-1)?.length) {
      pages.push([]);
      bytes = weight(block);
      n = count(block);
    }
    pages.at(-1)?.push(block);
  }
  return pages;
}
