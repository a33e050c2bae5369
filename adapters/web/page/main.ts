/** Puts the page together: one store, the views that draw from it, and the stream that keeps it live. */
import { whenTokenIsNeeded } from './api.ts';
import { mountClock } from './clock.ts';
import { mountComposer } from './composer.ts';
import { createDeeds } from './deeds.ts';
import { askForToken, toast } from './dialogs.ts';
import { must } from './dom.ts';
import { mountFeed } from './feed.ts';
import { openForm } from './form.ts';
import { mountFrame } from './frame.ts';
import { mountGuide } from './guide.ts';
import { mountHome } from './home.ts';
import { listen } from './live.ts';
import { words } from './messages.ts';
import type { Page } from './page.ts';
import { mountPeople } from './people.ts';
import { showPlayed } from './play.ts';
import { createStore, initial, langFor, type Store, type Trace } from './state.ts';
import { mountWelcome } from './welcome.ts';
import { langOf } from './wire.ts';

/** Kept for a reload of this tab, and gone with it. */
const TRACES = 'growloop.traces';
const READ = 'growloop.read';

function kept<T>(name: string, otherwise: T): T {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function focusByKeys(): void {
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, dialog');
    if (event.key !== '/' || typing || event.metaKey || event.ctrlKey || event.altKey) return;
    const input = document.querySelector<HTMLElement>('#composer');
    if (!input || input.offsetParent === null) return;
    event.preventDefault();
    input.focus();
  });
}

/** Whatever is on screen counts as read; what arrives while the page is hidden does not. */
function keepRead(page: Page): void {
  const seen = () => document.visibilityState === 'visible' && must('#log').offsetParent !== null;
  const look = () => seen() && page.deeds.choosing.look();
  page.store.watch(look);
  document.addEventListener('visibilitychange', look);
}

function stayLive(page: Page): Promise<never> {
  const { store, deeds } = page;
  const { reading } = deeds;
  let lost: ReturnType<typeof setTimeout> | undefined;
  const everything = () => {
    reading.peopleSoon();
    reading.clockSoon();
    reading.feedSoon();
    reading.homeSoon();
  };
  return listen({
    onEvent({ person }) {
      reading.peopleSoon();
      reading.clockSoon();
      if (person !== store.get().me) return;
      reading.feedSoon();
      reading.homeSoon();
    },
    onOpen() {
      clearTimeout(lost);
      store.set({ offline: false });
      everything();
    },
    onLost() {
      clearTimeout(lost);
      lost = setTimeout(() => store.set({ offline: true }), 1500);
    },
  });
}

async function begin(page: Page): Promise<void> {
  const { store, deeds } = page;
  await Promise.all([deeds.reading.people(), deeds.reading.clock()]);
  const last = localStorage.getItem('growloop.me');
  if (last && store.get().people.some((p) => p.id === last)) await deeds.choosing.person(last);
}

const VIEWS = [
  mountFrame,
  mountPeople,
  mountFeed,
  mountComposer,
  mountHome,
  mountClock,
  mountGuide,
  mountWelcome,
];

function mount(store: Store): Page {
  const deeds = createDeeds(store, {
    toast,
    form: (reply, on) => reply.open && openForm(page, reply.open, on),
    played: (did) => showPlayed(page, did),
    failed: () => words(langFor(store.get())).failed,
    long: () => words(langFor(store.get())).takesLong,
  });
  const page: Page = { store, deeds };
  for (const view of VIEWS) view(page);
  return page;
}

const store = createStore({ ...initial, traces: kept<Trace[]>(TRACES, []), readTo: kept(READ, {}) });
const page = mount(store);
if (!store.get().chosenLang && langOf(navigator.language) === 'zh') store.set({ visitorLang: 'zh' });
whenTokenIsNeeded(() => askForToken(words(langFor(store.get()))));
store.watch((state, before) => {
  if (state.traces !== before?.traces) sessionStorage.setItem(TRACES, JSON.stringify(state.traces));
  if (state.readTo !== before?.readTo) sessionStorage.setItem(READ, JSON.stringify(state.readTo));
});
keepRead(page);
focusByKeys();
begin(page).catch(page.deeds.fail);
void stayLive(page);
