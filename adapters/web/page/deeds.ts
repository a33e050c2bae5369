/** What the page does: each deed asks the server and patches the store. Nothing here draws. */
import { api, type ClockStep, Problem, randomId, type Said, type Values } from './api.ts';
import { createChoosing, createReading, type Reading } from './reading.ts';
import type { Store, Trace } from './state.ts';
import { withCard } from './timeline.ts';
import { actionOf, type Deed, type Reply } from './wire.ts';

/** What a deed may bring to the screen beside the store. */
export interface Shown {
  toast(text: string, bad?: boolean): void;
  form(reply: Reply, on: string | undefined): void;
  played(did: Deed[]): void;
  failed(): string;
  long(): string;
}

interface Doing {
  store: Store;
  shown: Shown;
  reading: Reading;
  trace(did: Trace['did'], what: string): void;
  fail(error: unknown): void;
  /** What every answer brings: a card to redraw, a form to open, a toast. */
  take(reply: Reply, person: string, on: string | undefined): void;
}

export type Deeds = ReturnType<typeof createDeeds>;

const COMMAND = /^\s*([/／]|绩效)/;
const TRACES_KEPT = 400;

function createDoing(store: Store, shown: Shown, reading: Reading): Doing {
  const trace: Doing['trace'] = (did, what) =>
    store.set({ traces: [...store.get().traces, { did, what, by: store.get().me }].slice(-TRACES_KEPT) });
  return {
    store,
    shown,
    reading,
    trace,
    fail: (error) => shown.toast((error instanceof Problem && error.message) || shown.failed(), true),
    take(reply, person, on) {
      store.set({ acted: Date.now() });
      const feed = store.get().feeds[person];
      if (reply.card && on && feed) {
        store.set({ feeds: { ...store.get().feeds, [person]: withCard(feed, on, reply.card) } });
      }
      if (reply.toast) shown.toast(reply.toast);
      if (reply.open) {
        trace('opened', actionOf(reply.open.token));
        shown.form(reply, on);
      }
      reading.feedSoon();
      reading.homeSoon();
      reading.peopleSoon();
    },
  };
}

/** True when the server took it; else the composer gives the text back. */
async function say({ store, reading, trace, fail, take }: Doing, said: Said): Promise<boolean> {
  const { me, room } = store.get();
  const id = randomId();
  const waiting = COMMAND.test(said.text) || !said.text ? [] : [{ id, room, text: said.text }];
  store.set({ pending: [...store.get().pending, ...waiting], thinking: !room, replyTo: '' });
  try {
    // What is answered in words stands in the conversation.
    const { toast: _, ...reply } = await api.say(me, { ...said, ...(room ? { room } : {}) });
    trace('said', said.text.trim().toLowerCase());
    await reading.feed(me).catch(() => undefined);
    take(reply, me, undefined);
    return true;
  } catch (error) {
    fail(error);
    return false;
  } finally {
    store.set({ pending: store.get().pending.filter((p) => p.id !== id), thinking: false });
  }
}

async function press(
  { store, reading, trace, fail, take }: Doing,
  token: string,
  on?: string,
  value?: string,
): Promise<void> {
  const { me } = store.get();
  try {
    const body = { token, ...(value === undefined ? {} : { value }), ...(on ? { on } : {}) };
    const reply = await api.press(me, body);
    trace('pressed', actionOf(token));
    take(reply, me, on);
  } catch (error) {
    fail(error);
    // What was pressed may be stale: see how things stand.
    reading.feedSoon();
  }
}

async function submit(
  { store, trace, take }: Doing,
  token: string,
  values: Values,
  on?: string,
): Promise<Reply> {
  const { me } = store.get();
  const reply = await api.submit(me, { token, values, ...(on ? { on } : {}) });
  if (reply.errors && Object.keys(reply.errors).length > 0) return reply;
  trace('submitted', actionOf(token));
  take(reply, me, on);
  return reply;
}

/** Nobody waits without a word: what takes longer says so. */
const LONG_MS = 4000;

async function announced(shown: Shown, run: () => Promise<void>): Promise<void> {
  const saying = setTimeout(() => shown.toast(shown.long()), LONG_MS);
  try {
    await run();
  } finally {
    clearTimeout(saying);
  }
}

const everything = (reading: Reading) =>
  Promise.all([reading.clock(), reading.feed(), reading.people(), reading.home()]);

async function turnClock(
  doing: Doing,
  step: ClockStep,
  what: string,
  told: (ran: number) => string,
): Promise<void> {
  const { store, shown, reading, trace, fail } = doing;
  store.set({ passing: true });
  try {
    const { ran } = await api.turnClock(step);
    trace('clock', what);
    shown.toast(told(Array.isArray(ran) ? ran.length : Number(ran)));
    await everything(reading);
  } catch (error) {
    fail(error);
  } finally {
    store.set({ passing: false });
  }
}

async function play({ store, shown, reading, trace, fail }: Doing): Promise<void> {
  store.set({ playing: true });
  try {
    const { people, me } = store.get();
    const { did } = await api.play(people.filter((p) => p.id !== me).map((p) => p.id));
    trace('played', '');
    shown.played(did);
    await everything(reading);
  } catch (error) {
    fail(error);
  } finally {
    store.set({ playing: false });
  }
}

export function createDeeds(store: Store, shown: Shown) {
  const reading = createReading(store);
  const doing = createDoing(store, shown, reading);
  return {
    reading,
    choosing: createChoosing(store, reading),
    fail: doing.fail,
    say: (said: Said) => say(doing, said),
    press: (token: string, on?: string, value?: string) => press(doing, token, on, value),
    submit: (token: string, values: Values, on?: string) => submit(doing, token, values, on),
    turnClock: (step: ClockStep, what: string, told: (ran: number) => string) =>
      announced(shown, () => turnClock(doing, step, what, told)),
    play: () => announced(shown, () => play(doing)),
  };
}
