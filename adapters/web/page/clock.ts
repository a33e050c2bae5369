/** The try-out's clock and the others: time is a button here. Hidden where the server has no such clock. */
import type { ClockStep } from './api.ts';
import { fill, h, must } from './dom.ts';
import { icon } from './icons.ts';
import type { Words } from './messages.ts';
import { type Look, lookOf, type Page } from './page.ts';
import { changed, type State } from './state.ts';
import { day, hour, moment } from './when.ts';

interface Turn {
  id: string;
  step: ClockStep;
  label(w: Words): string;
}

export const TURNS: readonly Turn[] = [
  { id: 'clock-hour', step: { by: 'PT1H' }, label: (w) => w.clockHour },
  { id: 'clock-day', step: { to: 'next-working-day' }, label: (w) => w.clockDay },
  { id: 'clock-phase', step: { to: 'end-of-phase' }, label: (w) => w.clockPhase },
];

function build(page: Page) {
  const { store, deeds } = page;
  const face = h('div', { class: 'clock-face', role: 'status' });
  const turns = TURNS.map((turn) =>
    h('button', {
      type: 'button',
      class: 'button compact',
      'data-action': turn.id,
      onClick: () => void deeds.turnClock(turn.step, turn.id, lookOf(store.get()).words.ran),
    }),
  );
  const turning = h('div', { class: 'turns', role: 'group' }, turns);
  const playLabel = h('span', {});
  const play = h(
    'button',
    { type: 'button', class: 'button compact play', 'data-action': 'play', onClick: () => void deeds.play() },
    icon('play', 16),
    playLabel,
  );
  must('#clock').append(face, turning, play);
  return { face, turning, turns, play, playLabel };
}

function faceText(state: State, look: Look): string {
  if (state.passing) return look.words.timePasses;
  if (state.playing) return look.words.playing;
  return state.clock ? moment(new Date(state.clock.now), look.reader) : '';
}

/** Where the bar is narrow the clock is a button that opens the rest. */
function drawToggle(state: State, look: Look): void {
  const toggle = must('#tools-toggle');
  toggle.hidden = !state.clock;
  const now = state.clock && new Date(state.clock.now);
  const busy = state.passing || state.playing;
  toggle.classList.toggle('passing', busy);
  const face = now && [h('span', {}, day(now, look.reader)), h('span', {}, hour(now, look.reader))];
  fill(toggle, icon('clock', 18), h('span', { class: 'toggle-face' }, face));
}

export function mountClock(page: Page): void {
  const { face, turning, turns, play, playLabel } = build(page);
  page.store.watch((state, before) => {
    if (!changed(state, before, 'clock', 'passing', 'playing', 'me', 'people', 'chosenLang')) return;
    const look = lookOf(state);
    const w = look.words;
    const busy = state.passing || state.playing;
    drawToggle(state, look);
    must('#clock').hidden = !state.clock;
    turning.setAttribute('aria-label', w.clock);
    fill(face, icon('clock', 18), h('span', {}, faceText(state, look)));
    face.title = state.clock?.next ? w.clockNext(moment(new Date(state.clock.next), look.reader)) : w.clock;
    face.classList.toggle('passing', busy);
    for (const [i, turn] of TURNS.entries()) {
      const button = turns[i];
      if (!button) continue;
      button.textContent = turn.label(w);
      button.disabled = busy;
    }
    playLabel.textContent = w.play;
    play.title = w.playHint;
    play.disabled = busy;
  });
}
