/** The conversation. Only what changed is drawn again; the reader's place is kept. */
import { fill, h, must } from './dom.ts';
import { icon } from './icons.ts';
import { drawItem, drawPending, drawThinking } from './item.ts';
import { type Look, lookOf, type Page } from './page.ts';
import { type Drawn, type Row, reconcile } from './rows.ts';
import { changed, feedOf, type State } from './state.ts';
import { type Entry, entries, inPlace } from './timeline.ts';
import { day, dayKey } from './when.ts';

const PAGE_OF_ITEMS = 120;
const NEAR = 80;
/** What arrives so soon after a deed is its answer. */
const SOON_MS = 4000;
/** Above the beginning of a long card. */
const AIR = 12;

function separator(at: string, look: Look, now: string | undefined): HTMLElement {
  const on = new Date(at);
  const isToday = now !== undefined && dayKey(on, look.reader) === dayKey(new Date(now), look.reader);
  return h(
    'div',
    { class: 'day', role: 'separator' },
    h('span', {}, isToday ? look.words.today : day(on, look.reader)),
  );
}

function rowsOf(state: State, look: Look, page: Page, limit: number): { rows: Row[]; hidden: number } {
  const items = inPlace(feedOf(state), state.room);
  const hidden = Math.max(0, items.length - limit);
  const shown = entries(items.slice(hidden), (at) => dayKey(at, look.reader));
  const today = state.clock && dayKey(new Date(state.clock.now), look.reader);
  const common = [look.lang, state.me, look.reader.locale, look.reader.timeZone, state.people.length];
  const rows = shown.flatMap((entry: Entry): Row[] => [
    ...(entry.newDay
      ? [
          {
            key: `day ${entry.item.key}`,
            parts: [...common, today, entry.item.at],
            draw: () => separator(entry.item.at, look, state.clock?.now),
          },
        ]
      : []),
    {
      key: entry.item.key,
      parts: [...common, entry.item, entry.leads],
      draw: () => drawItem(entry, look, page),
    },
  ]);
  for (const waiting of state.pending.filter((p) => p.room === state.room)) {
    rows.push({ key: `pending ${waiting.id}`, parts: common, draw: () => drawPending(waiting.text, look) });
  }
  if (state.thinking && !state.room)
    rows.push({ key: 'thinking', parts: common, draw: () => drawThinking(look) });
  return { rows, hidden };
}

interface Scrolling {
  log: HTMLElement;
  list: HTMLElement;
  pill: HTMLButtonElement;
}

/** At the bottom new messages scroll in; elsewhere a pill counts them. */
function createScrolling({ log, list, pill }: Scrolling) {
  let stuck = true;
  const toBottom = () => {
    log.scrollTop = log.scrollHeight;
    stuck = true;
    pill.hidden = true;
  };
  /** A card that is higher than the window is read from its beginning. */
  const toNewest = () => {
    const newest = list.lastElementChild;
    if (!newest || newest.clientHeight <= log.clientHeight) return toBottom();
    log.scrollTop += newest.getBoundingClientRect().top - log.getBoundingClientRect().top - AIR;
    stuck = false;
    pill.hidden = true;
  };
  log.addEventListener(
    'scroll',
    () => {
      stuck = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
      if (stuck) pill.hidden = true;
    },
    { passive: true },
  );
  new ResizeObserver(() => stuck && toBottom()).observe(list);
  new ResizeObserver(() => stuck && toBottom()).observe(log);
  pill.addEventListener('click', toBottom);
  return { toBottom, toNewest, isStuck: () => stuck };
}

interface View {
  page: Page;
  list: HTMLElement;
  earlier: HTMLElement;
  empty: HTMLElement;
  pill: HTMLElement;
  scrolling: ReturnType<typeof createScrolling>;
  drawn: Drawn;
  limit: number;
  place: string;
  /** How many messages the reader has had on screen here. */
  seen: number;
}

function tellEmpty(view: View, state: State, look: Look, rows: readonly Row[]): void {
  const w = look.words;
  view.empty.hidden = rows.length > 0 || !state.me;
  const nothing = state.room ? w.emptyRoom : w.emptyBot;
  view.empty.textContent = state.feeds[state.me] ? nothing : w.loading;
}

function keepPlace(view: View, state: State, look: Look, moved: boolean): void {
  const total = inPlace(feedOf(state), state.room).length;
  const fresh = total - view.seen;
  const answered = fresh > 0 && Date.now() - state.acted < SOON_MS;
  if (moved || answered || state.pending.length > 0 || view.scrolling.isStuck()) {
    if (moved || fresh > 0) view.scrolling.toNewest();
    else view.scrolling.toBottom();
    view.seen = total;
  } else if (fresh > 0) {
    view.pill.hidden = false;
    fill(view.pill, icon('down', 16), look.words.newMessages(fresh));
  }
}

function draw(view: View, state: State): void {
  const look = lookOf(state);
  const here = `${state.me} ${state.room}`;
  const moved = here !== view.place;
  if (moved) {
    view.limit = PAGE_OF_ITEMS;
    view.place = here;
  }
  const { rows, hidden } = rowsOf(state, look, view.page, view.limit);
  reconcile(view.list, rows, view.drawn);
  view.earlier.hidden = hidden === 0;
  view.earlier.textContent = look.words.earlier(Math.min(hidden, PAGE_OF_ITEMS));
  tellEmpty(view, state, look, rows);
  keepPlace(view, state, look, moved);
}

export function mountFeed(page: Page): void {
  const log = must('#log');
  log.tabIndex = 0;
  const list = h('div', { class: 'feed' });
  const earlier = h('button', { type: 'button', class: 'earlier link-button', hidden: true });
  const empty = h('p', { class: 'empty', hidden: true });
  const pill = h('button', { type: 'button', class: 'new-pill', hidden: true });
  log.append(earlier, empty, list);
  must('#conversation').append(pill);
  const scrolling = createScrolling({ log, list, pill });
  const drawn: Drawn = new Map();
  const view: View = {
    page,
    list,
    earlier,
    empty,
    pill,
    scrolling,
    drawn,
    limit: PAGE_OF_ITEMS,
    place: '',
    seen: 0,
  };
  earlier.addEventListener('click', () => {
    const below = log.scrollHeight - log.scrollTop;
    view.limit += PAGE_OF_ITEMS;
    draw(view, page.store.get());
    log.scrollTop = log.scrollHeight - below;
  });
  page.store.watch((state, before) => {
    log.hidden = !state.me;
    if (
      changed(state, before, 'people', 'me', 'room', 'feeds', 'pending', 'thinking', 'chosenLang', 'clock')
    ) {
      draw(view, state);
    }
  });
}
