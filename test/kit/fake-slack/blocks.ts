/** Block Kit's blocks and views, judged as Slack judges them. */
import {
  actionIds,
  anyText,
  asAccessory,
  image,
  inActions,
  inContext,
  inContextActions,
  inInput,
  plain,
} from './elements.ts';
import {
  atLeastOne,
  bool,
  both,
  byType,
  type Check,
  complain,
  exactlyOne,
  int,
  isObject,
  type Look,
  list,
  match,
  number,
  oneOf,
  onlyOn,
  shape,
  str,
} from './shape.ts';

const anything: Check = () => {};
const named = (type: string): Record<string, Check> => ({ type: oneOf(type) });
const block_id = str(255);
const imageUrl = match(/^https?:\/\/.+/, 'must be a valid URL');

const richElement: Check = byType({
  rich_text_section: shape({ ...named('rich_text_section'), elements: list(anything, 500, 0) }),
  rich_text_list: shape(
    { ...named('rich_text_list'), elements: list(anything, 500), style: oneOf('bullet', 'ordered') },
    { indent: int(0, 8), offset: int(0, 1000), border: int(0, 1) },
  ),
  rich_text_quote: shape(
    { ...named('rich_text_quote'), elements: list(anything, 500) },
    { border: int(0, 1) },
  ),
  rich_text_preformatted: shape(
    { ...named('rich_text_preformatted'), elements: list(anything, 500) },
    { border: int(0, 1), language: str(40) },
  ),
});

const cell = byType({
  raw_text: shape({ ...named('raw_text'), text: str(3000, 0) }),
  raw_number: shape({ ...named('raw_number'), value: number }, { text: str(100) }),
  rich_text: shape({ ...named('rich_text'), elements: list(richElement, 50) }, { block_id }),
});

const cellText = (row: unknown[]): number => JSON.stringify(row).length;

/** Rows as wide as the first, and not too much of them all. */
const even: Check = (value, at, look) => {
  if (!isObject(value) || !Array.isArray(value.rows)) return;
  const rows = value.rows.filter((row): row is unknown[] => Array.isArray(row));
  const width = rows[0]?.length ?? 0;
  if (value.type === 'data_table' && rows.some((row) => row.length !== width))
    complain(look, 'all rows must have the same number of cells', `${at}/rows`);
  const texts = rows.flat().map((c) => (isObject(c) && typeof c.text === 'string' ? c.text.length : 0));
  if (texts.reduce((a, b) => a + b, 0) > 10_000 || rows.some((row) => cellText(row) > 20_000))
    complain(look, 'table exceeds 10000 characters', `${at}/rows`);
};

const column = shape({}, { align: oneOf('left', 'center', 'right'), is_wrapped: bool });

const inputBlock = shape(
  { ...named('input'), label: plain(2000), element: inInput },
  { block_id, hint: plain(2000), optional: bool, dispatch_action: bool },
);

const kinds: Record<string, Check> = {
  section: both(
    shape(named('section'), {
      block_id,
      text: anyText(3000),
      fields: list(anyText(2000), 10),
      accessory: asAccessory,
      expand: bool,
    }),
    atLeastOne('text', 'fields'),
  ),
  header: shape({ ...named('header'), text: plain(150) }, { block_id, level: int(1, 4) }),
  divider: shape(named('divider'), { block_id }),
  context: shape({ ...named('context'), elements: list(inContext, 10) }, { block_id }),
  actions: shape({ ...named('actions'), elements: list(inActions, 25) }, { block_id }),
  context_actions: onlyOn(
    ['message'],
    shape({ ...named('context_actions'), elements: list(inContextActions, 5) }, { block_id }),
  ),
  input: inputBlock,
  image: both(
    shape(
      { ...named('image'), alt_text: str(2000) },
      { block_id, title: plain(2000), image_url: both(str(3000), imageUrl), slack_file: slackFile() },
    ),
    exactlyOne('image_url', 'slack_file'),
  ),
  rich_text: shape({ ...named('rich_text'), elements: list(richElement, 100) }, { block_id }),
  markdown: onlyOn(['message'], shape({ ...named('markdown'), text: str(12_000) }, { block_id })),
  table: onlyOn(
    ['message'],
    both(
      shape(
        { ...named('table'), rows: list(list(cell, 20), 100) },
        { block_id, column_settings: list(column, 20) },
      ),
      even,
    ),
  ),
  data_table: onlyOn(
    ['message'],
    both(
      shape(
        { ...named('data_table'), rows: list(list(cell, 20), 101, 2), caption: str(2000) },
        { block_id, page_size: int(1, 100), row_header_column_index: int(0, 19) },
      ),
      even,
    ),
  ),
  alert: onlyOn(
    ['modal'],
    shape(
      { ...named('alert'), text: anyText(3000) },
      { block_id, level: oneOf('default', 'info', 'warning', 'error', 'success') },
    ),
  ),
};

function slackFile(): Check {
  return (value, at, look) => image({ type: 'image', alt_text: 'x', slack_file: value }, at, look);
}

const anyBlock = byType(kinds);
const mostBlocks = { message: 50, modal: 100, home: 100 };

const asObjects = (blocks: unknown): Record<string, unknown>[] =>
  Array.isArray(blocks) ? blocks.filter(isObject) : [];

/** What holds between blocks: ids once, one table, one field with the cursor. */
function together(blocks: Record<string, unknown>[], at: string, look: Look): void {
  const seen = new Set<unknown>();
  for (const [i, block] of blocks.entries()) {
    if (block.block_id !== undefined && seen.has(block.block_id))
      complain(look, `\`block_id\` ${String(block.block_id)} already exists`, `${at}/${i}/block_id`);
    seen.add(block.block_id);
    const ids = actionIds(block, look);
    if (new Set(ids).size !== ids.length)
      complain(look, '`action_id` must be unique in its block', `${at}/${i}`);
  }
  const tables = blocks.filter((b) => b.type === 'table').length;
  if (tables > 1) complain(look, 'only one table is allowed per message', at);
  const focused = JSON.stringify(blocks).split('"focus_on_load":true').length - 1;
  if (focused > 1) complain(look, 'only one element may have focus_on_load', at);
}

function judged(blocks: unknown, at: string, look: Look, least: number): void {
  list(anyBlock, mostBlocks[look.surface], least)(blocks, at, look);
  together(asObjects(blocks), at, look);
}

/** Everything in the blocks that is read, as Slack counts it against `msg_blocks_too_long`. */
export function textLength(blocks: unknown): number {
  if (Array.isArray(blocks)) return blocks.reduce<number>((sum, b) => sum + textLength(b), 0);
  if (!isObject(blocks)) return 0;
  return Object.entries(blocks).reduce(
    (sum, [name, value]) =>
      sum + (name === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}

export const mostBlockText = 13_000;

/** Complaints about the blocks of a message; empty when Slack takes them. */
export function judgeMessage(blocks: unknown): string[] {
  const look: Look = { surface: 'message', issues: [] };
  judged(blocks, '/blocks', look, 0);
  return look.issues;
}

const common = {
  blocks: anything,
  private_metadata: str(3000, 0),
  callback_id: str(255),
  external_id: str(255, 0),
};
const modal = shape(
  { ...named('modal'), title: plain(24), blocks: anything },
  {
    ...common,
    close: plain(24),
    submit: plain(24),
    clear_on_close: bool,
    notify_on_close: bool,
    submit_disabled: bool,
  },
);
const home = shape({ ...named('home'), blocks: anything }, common);

/** Complaints about a view; `too large` stands apart, as it has its own code. */
export function judgeView(view: unknown, type: 'modal' | 'home'): { issues: string[]; tooLarge: boolean } {
  const look: Look = { surface: type, issues: [] };
  (type === 'modal' ? modal : home)(view, '/view', look);
  const blocks = isObject(view) ? view.blocks : undefined;
  judged(blocks, '/view/blocks', look, type === 'modal' ? 1 : 0);
  const asks = asObjects(blocks).some((b) => b.type === 'input');
  if (type === 'modal' && asks && isObject(view) && view.submit === undefined)
    complain(look, 'missing required field: submit (there are input blocks)', '/view');
  return { issues: look.issues, tooLarge: Buffer.byteLength(JSON.stringify(view ?? '')) > 250_000 };
}
