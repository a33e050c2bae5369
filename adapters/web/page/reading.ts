/** Reading what the server knows into the store, and who is looking at what. */
import { api, Problem } from './api.ts';
import { readKey, type State, type Store } from './state.ts';
import { emptyFeed, merge } from './timeline.ts';

export type Reading = ReturnType<typeof createReading>;

/** Runs again after the wait if called meanwhile, never twice at once. */
function debounced(ms: number, run: () => Promise<void>): () => void {
  let _timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    _timer ??= setTimeout(() => {
      _timer = undefined;
      void run();
    }, ms);
  };
}

/** What says the same stays the same object, so that nothing is drawn again for it. */
const sameOr = <T>(known: T | undefined, fresh: T): T =>
  JSON.stringify(known) === JSON.stringify(fresh) ? (known as T) : fresh;

export function createReading(store: Store) {
  async function people(): Promise<void> {
    store.set({ people: sameOr(store.get().people, await api.people()) });
  }
  async function feed(person = store.get().me): Promise<void> {
    if (!person) return;
    const known = store.get().feeds[person] ?? emptyFeed;
    const fresh = await api.feed(person, known.seq);
    const feeds = { ...store.get().feeds, [person]: merge(store.get().feeds[person] ?? emptyFeed, fresh) };
    store.set({ feeds });
  }
  async function home(person = store.get().me): Promise<void> {
    if (!person) return;
    const { card } = await api.home(person);
    const { homes } = store.get();
    const kept = sameOr(homes[person], card);
    if (kept !== homes[person]) store.set({ homes: { ...homes, [person]: kept } });
  }
  async function clock(): Promise<void> {
    try {
      store.set({ clock: await api.clock() });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      store.set({ clock: undefined });
    }
  }
  const quietly = (run: () => Promise<void>) => () => run().catch(() => undefined);
  return {
    people,
    feed,
    home,
    clock,
    peopleSoon: debounced(250, quietly(people)),
    feedSoon: debounced(60, quietly(feed)),
    homeSoon: debounced(250, quietly(home)),
    clockSoon: debounced(250, quietly(clock)),
  };
}

export function createChoosing(store: Store, reading: Reading) {
  const look = () => {
    const { me, room, feeds, readTo } = store.get();
    const seq = feeds[me]?.seq ?? 0;
    const key = readKey(me, room);
    if (me && (readTo[key] ?? -1) < seq) store.set({ readTo: { ...readTo, [key]: seq } });
  };
  return {
    look,
    async person(id: string, view: State['view'] = 'chat'): Promise<void> {
      store.set({ me: id, room: '', view, replyTo: '', thinking: false });
      localStorage.setItem('growloop.me', id);
      await Promise.all([reading.feed(id), reading.home(id).catch(() => undefined)]);
      look();
      reading.peopleSoon();
    },
    room(room: string): void {
      store.set({ room, view: 'chat', replyTo: '' });
      look();
    },
  };
}
