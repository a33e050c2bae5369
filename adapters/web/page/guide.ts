/** The guide: one slim card with the next step, its own button, and a way to put it away. */

import { TURNS } from './clock.ts';
import { focusComposer, writeInComposer } from './composer.ts';
import { fill, h, must } from './dom.ts';
import { type Help, type Step, stepNow, steps } from './guide-steps.ts';
import { icon } from './icons.ts';
import type { Words } from './messages.ts';
import { type Look, lookOf, type Page } from './page.ts';
import { cast, namesOf, type Seen, shownIn } from './seen.ts';
import { changed, type State } from './state.ts';

const OFF = 'growloop.guide';

export const seenBy = (state: State): Seen => ({
  people: state.people,
  me: state.me,
  traces: state.traces,
  shown: shownIn(Object.values(state.feeds)),
});

function labelOf(help: Help, seen: Seen, w: Words): string {
  if ('be' in help) return cast(seen)[help.be]?.name ?? '…';
  if ('type' in help) return help.type;
  if ('play' in help) return w.play;
  return TURNS.find((turn) => turn.id === help.turn)?.label(w) ?? '';
}

function go(help: Help, seen: Seen, page: Page, look: Look): void {
  const { deeds, store } = page;
  if ('be' in help) {
    const person = cast(seen)[help.be];
    if (person) void deeds.choosing.person(person.id).then(focusComposer, deeds.fail);
  } else if ('type' in help) {
    store.set({ room: '', view: 'chat' });
    queueMicrotask(() => writeInComposer(help.type));
  } else if ('play' in help) void deeds.play();
  else {
    const turn = TURNS.find((one) => one.id === help.turn);
    if (turn) void deeds.turnClock(turn.step, turn.id, look.words.ran);
  }
}

const isMyself = (help: Help, seen: Seen) => 'be' in help && cast(seen)[help.be]?.id === seen.me;

function helpButton(help: Help, seen: Seen, page: Page, look: Look): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'button compact guide-help',
      'data-guide-help': true,
      disabled: page.store.get().passing || page.store.get().playing,
      onClick: () => go(help, seen, page, look),
    },
    labelOf(help, seen, look.words),
    icon('right', 16),
  );
}

/** Names in a Chinese sentence stand apart from words, not from its marks. */
const AT_MARKS = /\s+(?=[\u3001\u3002\uff0c\uff1a\uff1b])|(?<=[\u3001\u3002\uff0c\uff1a\uff1b])\s+/g;

function sentence(step: Step, seen: Seen, look: Look): string {
  const text = step.text[look.lang](namesOf(seen, look.lang));
  return look.lang === 'zh' ? text.replace(AT_MARKS, '') : text;
}

function draw(state: State, page: Page): HTMLElement[] {
  const look = lookOf(state);
  const w = look.words;
  const seen = seenBy(state);
  const at = state.guideAt ?? stepNow(seen);
  const step = steps[at];
  if (!step) return [];
  const move = (to: number) => page.store.set({ guideAt: Math.min(Math.max(to, 0), steps.length - 1) });
  const small = (name: 'left' | 'right' | 'close', label: string, onClick: () => void, disabled = false) =>
    h(
      'button',
      { type: 'button', class: 'icon-button small', title: label, 'aria-label': label, onClick, disabled },
      icon(name, 16),
    );
  const put = () => {
    localStorage.setItem(OFF, 'off');
    page.store.set({ guideOff: true });
  };
  return [
    h(
      'div',
      { class: 'guide-head' },
      h('span', { class: 'guide-count' }, w.guideStep(at + 1, steps.length)),
      small('left', w.guideBack, () => move(at - 1), at === 0),
      small('right', w.guideSkip, () => move(at + 1), at === steps.length - 1),
      small('close', w.guideClose, put),
    ),
    h('h2', {}, step.title[look.lang]),
    h(
      'div',
      { class: 'guide-body' },
      h('p', {}, sentence(step, seen, look)),
      step.help && !isMyself(step.help, seen) && helpButton(step.help, seen, page, look),
      at === steps.length - 1 &&
        h(
          'button',
          { type: 'button', class: 'link-button', onClick: () => page.store.set({ traces: [], guideAt: 0 }) },
          w.guideAgain,
        ),
    ),
  ];
}

export function mountGuide(page: Page): void {
  const el = must('#guide');
  const toggle = must('#guide-toggle');
  fill(toggle, icon('help'));
  toggle.addEventListener('click', () => {
    const off = !page.store.get().guideOff;
    localStorage.setItem(OFF, off ? 'off' : 'on');
    page.store.set({ guideOff: off });
  });
  page.store.set({ guideOff: localStorage.getItem(OFF) === 'off' });
  let reached = -1;
  page.store.watch((state, before) => {
    const w = lookOf(state).words;
    toggle.title = w.guide;
    toggle.setAttribute('aria-label', w.guide);
    toggle.setAttribute('aria-pressed', String(!state.guideOff));
    el.hidden = state.guideOff || state.people.length === 0;
    if (
      el.hidden ||
      !changed(
        state,
        before,
        'people',
        'me',
        'feeds',
        'traces',
        'guideAt',
        'guideOff',
        'chosenLang',
        'passing',
        'playing',
      )
    )
      return;
    const now = stepNow(seenBy(state));
    // Progress made takes over again from steps turned by hand.
    if (state.guideAt !== undefined && reached >= 0 && now > reached) page.store.set({ guideAt: undefined });
    reached = now;
    const step = steps[state.guideAt ?? now];
    el.dataset.step = step?.id ?? '';
    el.setAttribute('aria-label', w.guide);
    fill(el, draw(state, page));
  });
}
