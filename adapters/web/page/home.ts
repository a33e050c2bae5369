/** Home: my tasks, my goals, what is next, my team, HR's board — one card from the server. */
import { drawCard } from './card.ts';
import { fill, h, must } from './dom.ts';
import { lookOf, type Page } from './page.ts';
import { changed } from './state.ts';

export function mountHome(page: Page): void {
  const title = h('h2', {});
  const body = h('div', { class: 'home-body' });
  must('[data-view="home"]').append(title, body);
  page.store.watch((state, before) => {
    if (!changed(state, before, 'homes', 'me', 'people', 'chosenLang')) return;
    const look = lookOf(state);
    const card = state.homes[state.me];
    title.textContent = look.words.home;
    const note = state.me ? (card ? look.words.emptyHome : look.words.loading) : '';
    // What it brings stands in the conversation: on a phone that is another view, and a room hides it everywhere.
    const press = async (token: string, value?: string) => {
      await page.deeds.press(token, undefined, value);
      page.store.set({ view: 'chat', room: '' });
    };
    fill(
      body,
      card && card.blocks.length > 0 ? drawCard(card, look, press) : h('p', { class: 'quiet' }, note),
    );
  });
}
