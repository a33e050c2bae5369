/** One store, one direction: deeds patch it, views draw from it. Free of the DOM. */
import { emptyFeed, unreadIn } from './timeline.ts';
import { type Card, type Clock, type Feed, type Lang, langOf, type Person, type Room } from './wire.ts';

/** Sent, but not yet back in the feed. */
export interface Pending {
  id: string;
  room: string;
  text: string;
}

/** What the visitor did, for the guide. */
export interface Trace {
  did: 'opened' | 'pressed' | 'submitted' | 'said' | 'clock' | 'played';
  what: string;
  by: string;
}

export interface State {
  people: readonly Person[];
  me: string;
  /** A room's id, or '' for the conversation with the bot. */
  room: string;
  view: 'people' | 'chat' | 'home';
  chosenLang: Lang | undefined;
  /** The browser's, until somebody is chosen. */
  visitorLang: Lang;
  feeds: Readonly<Record<string, Feed>>;
  homes: Readonly<Record<string, Card>>;
  /** Highest seq looked at, by "person room". */
  readTo: Readonly<Record<string, number>>;
  pending: readonly Pending[];
  thinking: boolean;
  replyTo: string;
  clock: Clock | undefined;
  passing: boolean;
  playing: boolean;
  offline: boolean;
  traces: readonly Trace[];
  /** When the visitor pressed, sent or said something last: what comes then is the answer. */
  acted: number;
  guideOff: boolean;
  /** Steps the visitor moved by hand, added to what the traces say. */
  guideAt: number | undefined;
}

export const initial: State = {
  people: [],
  me: '',
  room: '',
  view: 'chat',
  chosenLang: undefined,
  visitorLang: 'en',
  feeds: {},
  homes: {},
  readTo: {},
  pending: [],
  thinking: false,
  replyTo: '',
  clock: undefined,
  passing: false,
  playing: false,
  offline: false,
  traces: [],
  acted: 0,
  guideOff: false,
  guideAt: undefined,
};

type View = (state: State, before: State | undefined) => void;

export interface Store {
  get(): State;
  set(patch: Partial<State>): void;
  watch(view: View): void;
}

/** One view that fails must not take the others with it; its error still surfaces. */
function drawOne(view: View, state: State, before: State | undefined): void {
  try {
    view(state, before);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** Patches of one turn are drawn together. */
export function createStore(start: State = initial): Store {
  let state = start;
  let drawn: State | undefined;
  let due = false;
  const views: View[] = [];
  const draw = () => {
    due = false;
    const before = drawn;
    drawn = state;
    for (const view of views) drawOne(view, state, before);
  };
  return {
    get: () => state,
    set(patch) {
      state = { ...state, ...patch };
      if (due) return;
      due = true;
      queueMicrotask(draw);
    },
    watch(view) {
      views.push(view);
    },
  };
}

export const changed = <K extends keyof State>(
  state: State,
  before: State | undefined,
  ...keys: K[]
): boolean => !before || keys.some((key) => state[key] !== before[key]);

export const personOf = (state: State, id: string): Person | undefined =>
  state.people.find((p) => p.id === id);
export const meOf = (state: State): Person | undefined => personOf(state, state.me);
export const feedOf = (state: State): Feed => state.feeds[state.me] ?? emptyFeed;
export const roomOf = (state: State): Room | undefined =>
  feedOf(state).rooms.find((room) => room.id === state.room);
export function langFor(state: State): Lang {
  const me = meOf(state);
  return state.chosenLang ?? (me ? langOf(me.locale) : state.visitorLang);
}
export const readKey = (person: string, room: string): string => `${person} ${room}`;

export const unreadHere = (state: State, room: string): number =>
  unreadIn(feedOf(state), room, state.me, state.readTo[readKey(state.me, room)] ?? 0);
