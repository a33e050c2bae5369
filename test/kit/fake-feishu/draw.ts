/** A card as its reader sees it: as text for tests, and what on it can be pressed or filled in. */
import { isObject, type Json } from './checks.ts';

export type Language = 'zh_cn' | 'en_us';

/** The text of a plain_text, lark_md or markdown element in the reader's language. */
export function words(value: unknown, language: Language): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return '';
  const { content, i18n_content } = value;
  const own = isObject(i18n_content) ? i18n_content[language] : undefined;
  return typeof own === 'string' ? own : String(content ?? '');
}

export const elementsOf = (card: Json | undefined): Json[] =>
  isObject(card?.body) && Array.isArray(card.body.elements) ? (card.body.elements as Json[]) : [];

/** Every element in reading order, with the form around it. */
export function* everything(
  elements: readonly Json[],
  form?: Json,
): Generator<{ element: Json; form?: Json }> {
  for (const element of elements) {
    yield { element, ...(form && { form }) };
    const inner = element.elements ?? element.columns;
    if (Array.isArray(inner)) yield* everything(inner as Json[], element.tag === 'form' ? element : form);
  }
}

export const titleOf = (card: Json | undefined, language: Language): string =>
  isObject(card?.header) ? words(card.header.title, language) : '';

type Draw = (e: Json, language: Language) => string;
const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
const nested: Draw = (e, l) =>
  list(e.elements ?? e.columns)
    .map((x) => drawElement(x, l))
    .filter(Boolean)
    .join('\n');
const beside: Draw = (e, l) =>
  list(e.columns)
    .map((x) => drawElement(x, l))
    .filter(Boolean)
    .join(' ');
const options: Draw = (e, l) =>
  list(e.options)
    .map((o) => words(o.text, l) || String(o.value))
    .join(' / ');
const chosen = (e: Json) => String(e.initial_option ?? list(e.selected_values).join(',') ?? '');
const select: Draw = (e, l) =>
  `<${words(e.placeholder, l)}: ${options(e, l)}${chosen(e) && ` = ${chosen(e)}`}>`;
const picker: Draw = (e, l) =>
  `<${words(e.placeholder, l)}: ${e.initial_date ?? e.initial_datetime ?? e.initial_time ?? ''}>`;

const drawn: Record<string, Draw> = {
  markdown: (e, l) => words(e, l),
  div: (e, l) =>
    [words(e.text, l), ...list(e.fields).map((f) => words(f.text, l))].filter(Boolean).join(' · '),
  hr: () => '---',
  img: (e, l) => `[image: ${words(e.alt, l)}]`,
  column_set: beside,
  column: nested,
  form: nested,
  collapsible_panel: (e, l) =>
    `${e.expanded ? '▾' : '▸'} ${words((e.header as Json | undefined)?.title, l)}\n${nested(e, l)}`,
  button: (e, l) => `[${words(e.text, l)}]`,
  overflow: (e, l) => `[… ${options(e, l)}]`,
  input: (e, l) => `<${words(e.label, l) || words(e.placeholder, l)}: ${e.default_value ?? ''}>`,
  select_static: select,
  multi_select_static: select,
  select_person: select,
  multi_select_person: select,
  date_picker: picker,
  picker_time: picker,
  picker_datetime: picker,
  checker: (e, l) => `[${e.checked ? 'x' : ' '}] ${words(e.text, l)}`,
  person: (e) => `@${e.user_id}`,
  person_list: (e) =>
    list(e.persons)
      .map((p) => `@${p.id}`)
      .join(' '),
  chart: (e) => `[chart: ${JSON.stringify((e.chart_spec as Json).data)}]`,
  table(e, l) {
    const columns = list(e.columns);
    const rows = list(e.rows).map((row) => columns.map((c) => words(row[String(c.name)], l)));
    return [columns.map((c) => String(c.display_name ?? '')), ...rows]
      .map((r) => `| ${r.join(' | ')} |`)
      .join('\n');
  },
};

const drawElement: Draw = (e, l) => drawn[String(e.tag)]?.(e, l) ?? '';

export function drawCard(card: Json, language: Language): string {
  const header = isObject(card.header) ? card.header : {};
  const lines = elementsOf(card).map((e) => drawElement(e, language));
  return [`# ${titleOf(card, language)}`, words(header.subtitle, language), ...lines]
    .filter(Boolean)
    .join('\n');
}

export function drawMessage(m: { type: string; content: string; card?: Json }, language: Language): string {
  if (m.card) return drawCard(m.card, language);
  const content = JSON.parse(m.content) as Json;
  return String(content.text ?? content.file_name ?? content.file_key ?? content.image_key ?? m.content);
}
