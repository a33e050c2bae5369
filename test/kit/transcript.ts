/** A card as text, for reading in tests and in reviews. */
import type { Block, Card, Form } from '../../src/core/card.ts';
import { spans } from '../../src/core/md.ts';

export function transcript(card: Card): string {
  return [`# ${card.title}`, ...card.blocks.map(drawn)].join('\n');
}

const plain = (text: string) =>
  spans(text)
    .map((s) => ('person' in s ? `@${s.person}` : 'time' in s ? s.time.toISOString() : s.text))
    .join('');

function drawn(block: Block): string {
  switch (block.type) {
    case 'text':
      return plain(block.text);
    case 'note':
      return `(${plain(block.text)})`;
    case 'facts':
      return block.items.map((i) => `${i.label}: ${i.value}`).join(' · ');
    case 'table':
      return [block.columns.map((c) => c.label), ...block.rows].map((r) => `| ${r.join(' | ')} |`).join('\n');
    case 'chart':
      return `[${block.kind}: ${block.alt}]`;
    case 'image':
      return `[image: ${block.alt}]`;
    case 'progress':
      return `${block.label} ${block.done}/${block.of}`;
    case 'people':
      return block.ids.map((id) => `@${id}`).join(' ');
    case 'divider':
      return '---';
    case 'actions':
      return block.items.map((b) => `[${b.label}]`).join(' ');
    case 'choices':
      return `${block.label}: ${block.options.map((o) => (o.value === block.value ? `(${o.label})` : o.label)).join(' / ')}`;
  }
}

export const formTranscript = (form: Form): string =>
  [
    `# ${form.title}`,
    ...form.fields.map((f) => `${f.label}${f.required ? '*' : ''}: ${f.value ?? '…'}`),
  ].join('\n');
