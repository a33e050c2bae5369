/** What the others did when they were played, person by person. */
import { avatar } from './avatar.ts';
import { placeToasts } from './dialogs.ts';
import { h } from './dom.ts';
import { icon } from './icons.ts';
import { lookOf, type Page } from './page.ts';
import type { Deed } from './wire.ts';

function byPerson(did: readonly Deed[]): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const deed of did) out.set(deed.person, [...(out.get(deed.person) ?? []), deed.what]);
  return out;
}

export function showPlayed(page: Page, did: Deed[]): void {
  const look = lookOf(page.store.get());
  const w = look.words;
  const rows = [...byPerson(did)].map(([id, whats]) =>
    h(
      'li',
      {},
      avatar(id, look.nameOf(id), 'small'),
      h(
        'div',
        {},
        h('strong', { dir: 'auto' }, look.nameOf(id)),
        whats.map((what) => h('div', { dir: 'auto' }, what)),
      ),
    ),
  );
  const close = h('button', { type: 'button', class: 'icon-button', 'aria-label': w.close }, icon('close'));
  const dialog = h(
    'dialog',
    { class: 'panel played', 'data-panel': 'played', 'aria-labelledby': 'played-title' },
    h('header', { class: 'panel-head' }, h('h2', { id: 'played-title' }, w.played), close),
    h(
      'div',
      { class: 'panel-body' },
      rows.length > 0 ? h('ul', { class: 'deeds' }, rows) : h('p', { class: 'quiet' }, w.playedNothing),
    ),
  );
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    placeToasts();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}
