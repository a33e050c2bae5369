/**
 * Cards as a page that can be printed and kept: one file, no scripts, nothing from outside. Everything that people wrote is
 * escaped here and nowhere else. Pure.
 */
import type { Block, ChartBlock } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { momentWords } from '../core/i18n.ts';
import { type Span, spans } from '../core/md.ts';
import { escaped } from './escaped.ts';
import { radar } from './radar.ts';

export type Names = (id: string) => string;

const style = `@page{size:A4;margin:18mm}*{box-sizing:border-box}body{font:11pt/1.5 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a1a1a;max-width:174mm;margin:0 auto;padding:8mm 0;overflow-wrap:anywhere}h1{font-size:17pt;margin:0 0 4mm}h2{font-size:13pt;margin:8mm 0 2mm;border-bottom:1px solid #bbb}p{margin:2mm 0;white-space:pre-line}p.note{color:#555;font-size:9.5pt}table{border-collapse:collapse;width:100%;margin:2mm 0;break-inside:avoid}th,td{border-bottom:1px solid #ccc;padding:1mm 2mm;text-align:left;vertical-align:top}.right{text-align:right}.center{text-align:center}figure{margin:3mm 0;break-inside:avoid;text-align:center}figcaption{color:#555;font-size:9pt;text-align:left}footer{margin-top:8mm;border-top:1px solid #bbb;font-size:9.5pt}code{font:10pt ui-monospace,Consolas,monospace}@media print{body{padding:0}}`;

export const page = (title: string, lang: View['locale'], body: string): Buffer =>
  Buffer.from(
    `<!doctype html>\n<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>${escaped(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<h1>${escaped(title)}</h1>\n${body}\n</body>\n</html>\n`,
  );

const spanText = (span: Span, names: Names, { locale, zone }: View): string => {
  if ('person' in span) return escaped(names(span.person));
  if ('time' in span) return escaped(momentWords(locale, zone, span.time));
  if ('link' in span) return escaped(span.text);
  return span.bold ? `<strong>${escaped(span.text)}</strong>` : escaped(span.text);
};

export const prose = (text: string, names: Names, view: View): string =>
  spans(text)
    .map((s) => spanText(s, names, view))
    .join('');

const cell = (tag: 'th' | 'td', text: string, align?: string): string =>
  `<${tag}${align === 'right' || align === 'center' ? ` class="${align}"` : ''}>${escaped(text)}</${tag}>`;

export function table({ columns, rows }: Omit<Block & { type: 'table' }, 'type'>): string {
  const head = columns.map((c) => cell('th', c.label, c.align)).join('');
  const body = rows.map(
    (r) => `<tr>${r.map((text, i) => cell('td', text, columns[i]?.align)).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function chart(block: ChartBlock): string {
  const picture = block.kind === 'radar' ? radar(block) : chartTable(block);
  return `<figure>${picture}<figcaption>${escaped(block.alt)}</figcaption></figure>`;
}

const chartTable = ({ labels, series }: ChartBlock): string =>
  table({
    columns: [{ label: '' }, ...labels.map((label) => ({ label, align: 'right' as const }))],
    rows: series.map((s) => [s.name, ...s.values.map(String)]),
  });

/** Buttons and choices have no place on paper. */
export function written(block: Block, names: Names, view: View): string {
  switch (block.type) {
    case 'text':
      return `<p>${prose(block.text, names, view)}</p>`;
    case 'note':
      return `<p class="note">${prose(block.text, names, view)}</p>`;
    case 'table':
      return table(block);
    case 'chart':
      return chart(block);
    case 'facts':
      return table({ columns: [], rows: block.items.map((i) => [i.label, i.value]) });
    case 'progress':
      return `<p>${escaped(`${block.label}: ${block.done} / ${block.of}`)}</p>`;
    case 'people':
      return `<p>${block.ids.map((id) => escaped(names(id))).join(', ')}</p>`;
    case 'image':
      return `<p>${escaped(block.alt)}</p>`;
    case 'divider':
      return '<hr>';
    case 'actions':
    case 'choices':
      return '';
  }
}
