/** The page around the views: title, language, the phone's tabs, who I am, the state of the connection. */
import { avatar } from './avatar.ts';
import { fill, h, must } from './dom.ts';
import { type IconName, icon, mark } from './icons.ts';
import { lookOf, type Page } from './page.ts';
import { changed, meOf, roomOf, type State, unreadHere } from './state.ts';
import type { Lang } from './wire.ts';

const LANG = 'growloop.lang';

function mountLanguage(page: Page): void {
  const select = h('select', { id: 'language' });
  must('#language-box').append(icon('globe', 18), select);
  select.addEventListener('change', () => {
    const chosenLang = select.value === '' ? undefined : (select.value as Lang);
    if (chosenLang) localStorage.setItem(LANG, chosenLang);
    else localStorage.removeItem(LANG);
    page.store.set({ chosenLang });
  });
  const kept = localStorage.getItem(LANG);
  if (kept === 'en' || kept === 'zh') page.store.set({ chosenLang: kept });
  page.store.watch((state) => {
    const { words, lang } = lookOf(state);
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    select.setAttribute('aria-label', words.language);
    fill(
      select,
      [
        ['', words.theirLanguage],
        ['en', 'English'],
        ['zh', '中文'],
      ].map(([value, label]) => h('option', { value, selected: value === (state.chosenLang ?? '') }, label)),
    );
  });
}

const VIEWS: readonly { view: State['view']; icon: IconName }[] = [
  { view: 'people', icon: 'people' },
  { view: 'chat', icon: 'chat' },
  { view: 'home', icon: 'home' },
];

function mountTabs(page: Page): void {
  const tabs = must('#tabs');
  const all = VIEWS.map(({ view, icon: name }) => {
    const label = h('span', {});
    const dot = h('i', { class: 'tab-dot', hidden: true });
    const go = () => page.store.set({ view });
    const tab = h(
      'button',
      { type: 'button', class: 'tab', 'data-tab': view, onClick: go },
      icon(name),
      label,
      dot,
    );
    return { view, tab, label, dot };
  });
  tabs.append(...all.map(({ tab }) => tab));
  page.store.watch((state) => {
    const { words } = lookOf(state);
    document.body.dataset.showing = state.view;
    const waiting: Record<State['view'], boolean> = {
      people: state.people.some((p) => p.id !== state.me && p.unread > 0),
      chat: state.view !== 'chat' && unreadHere(state, state.room) > 0,
      home: false,
    };
    for (const { tab, label, dot, view } of all) {
      tab.setAttribute('aria-current', state.view === view ? 'page' : 'false');
      label.textContent = words[view];
      dot.hidden = !waiting[view];
    }
  });
}

function mountHeader(page: Page): void {
  const head = must('#conversation-head');
  page.store.watch((state, before) => {
    if (!changed(state, before, 'me', 'room', 'people', 'feeds', 'chosenLang')) return;
    const look = lookOf(state);
    const me = meOf(state);
    const room = roomOf(state);
    head.hidden = !me;
    if (!me) return;
    const title = room ? room.name : look.words.bot;
    const sub = room ? room.members.map((id) => look.nameOf(id)).join(', ') : look.words.botTitle;
    fill(
      head,
      room ? h('span', { class: 'room-sign' }, icon('room')) : avatar('bot', 'growloop'),
      h('div', { class: 'head-text' }, h('h1', { dir: 'auto' }, title), h('p', { dir: 'auto' }, sub)),
      h(
        'div',
        { class: 'head-me', title: `${me.name} · ${me.title}` },
        h('span', { class: 'quiet' }, look.words.you),
        avatar(me.id, me.name, 'small'),
        h('span', { class: 'head-me-name', dir: 'auto' }, me.name),
      ),
    );
  });
}

function mountTools(page: Page): void {
  const toggle = must('#tools-toggle');
  const tools = must('#tools');
  const set = (open: boolean) => {
    tools.classList.toggle('open', open);
    toggle.setAttribute('aria-expanded', String(open));
  };
  toggle.addEventListener('click', () => set(!tools.classList.contains('open')));
  tools.addEventListener('click', (event) => {
    if ((event.target as Element).closest('button')) set(false);
  });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && set(false));
  page.store.watch((state) => toggle.setAttribute('aria-label', lookOf(state).words.tools));
}

export function mountFrame(page: Page): void {
  must('#brand').prepend(mark(26));
  mountLanguage(page);
  mountTabs(page);
  mountHeader(page);
  mountTools(page);
  const offline = must('#offline');
  page.store.watch((state) => {
    const { words, nameOf } = lookOf(state);
    must('#try-out').textContent = words.tryOut;
    must('#skip').textContent = words.skip;
    must('#log').setAttribute('aria-label', words.log);
    must('[data-view="home"]').setAttribute('aria-label', words.home);
    offline.hidden = !state.offline;
    offline.textContent = words.offline;
    document.title = state.me ? `${nameOf(state.me)} · growloop` : 'growloop';
  });
}
