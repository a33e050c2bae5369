/** What a first-time visitor sees before being anybody. */
import { focusComposer } from './composer.ts';
import { fill, h, must } from './dom.ts';
import { seenBy } from './guide.ts';
import { mark } from './icons.ts';
import { lookOf, type Page } from './page.ts';
import { cast } from './seen.ts';
import { changed } from './state.ts';

export function mountWelcome(page: Page): void {
  const el = must('#welcome');
  page.store.watch((state, before) => {
    el.hidden = state.me !== '';
    if (el.hidden || !changed(state, before, 'people', 'me', 'chosenLang')) return;
    const w = lookOf(state).words;
    const { hr } = cast(seenBy(state));
    fill(
      el,
      mark(56),
      h('h1', {}, w.welcome),
      h('p', { class: 'lead' }, w.welcomeText),
      h(
        'ol',
        {},
        w.welcomeSteps.map((step) => h('li', {}, step)),
      ),
      hr &&
        h(
          'button',
          {
            type: 'button',
            class: 'button primary large',
            'data-action': 'start',
            onClick: () => void page.deeds.choosing.person(hr.id).then(focusComposer, page.deeds.fail),
          },
          w.startAs(hr.name),
        ),
      hr && h('p', { class: 'quiet' }, w.orAnyone),
    );
  });
}
