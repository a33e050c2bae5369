/** The left column: the selected person's conversations, and everybody one may be. */
import { avatar } from './avatar.ts';
import { fill, h, keepFocus, must } from './dom.ts';
import { icon } from './icons.ts';
import { type Look, lookOf, type Page } from './page.ts';
import { changed, feedOf, meOf, type State, unreadHere } from './state.ts';
import type { Person } from './wire.ts';

const SEARCH_FROM = 12;
const MOST = 120;
const ROLE_SIGNS: Record<string, string> = { hr: 'HR', hrbp: 'HRBP' };

const badge = (count: number, look: Look) =>
  count > 0 &&
  h('span', { class: 'badge', 'aria-label': look.words.unread(count) }, count > 99 ? '99+' : count);

function drawPerson(person: Person, state: State, look: Look, page: Page): HTMLElement {
  const chosen = person.id === state.me;
  const sign = person.roles.map((role) => ROLE_SIGNS[role]).find(Boolean);
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: chosen ? 'person chosen' : 'person',
        'data-person': person.id,
        'aria-current': chosen ? 'true' : undefined,
        onClick: () => void page.deeds.choosing.person(person.id).catch(page.deeds.fail),
      },
      avatar(person.id, person.name),
      h(
        'span',
        { class: 'person-text' },
        h(
          'span',
          { class: 'person-name' },
          h('bdi', {}, person.name),
          sign && h('span', { class: 'role' }, sign),
        ),
        h('span', { class: 'person-title', dir: 'auto' }, person.title),
      ),
      !chosen && badge(person.unread, look),
    ),
  );
}

/** Leaders first in their unit; units in the order in which the server names them. */
function byUnit(people: readonly Person[]): [string, Person[]][] {
  const leads = new Set(people.map((p) => p.managerId).filter(Boolean));
  const units = new Map<string, Person[]>();
  for (const person of people) units.set(person.unit, [...(units.get(person.unit) ?? []), person]);
  for (const list of units.values()) list.sort((a, b) => Number(leads.has(b.id)) - Number(leads.has(a.id)));
  return [...units];
}

const matches = (person: Person, wanted: string) =>
  `${person.name} ${person.title} ${person.unit}`.toLowerCase().includes(wanted);

function drawPeople(state: State, look: Look, page: Page, wanted: string): HTMLElement[] {
  const found = state.people.filter((person) => matches(person, wanted));
  const shown = found.slice(0, MOST);
  const groups = byUnit(shown).map(([unit, list]) =>
    h(
      'section',
      { class: 'unit', 'aria-label': unit },
      h('h3', { dir: 'auto' }, unit),
      h(
        'ul',
        {},
        list.map((person) => drawPerson(person, state, look, page)),
      ),
    ),
  );
  if (found.length === 0 && state.people.length > 0)
    groups.push(h('p', { class: 'quiet' }, look.words.nobodyFound));
  if (found.length > MOST) groups.push(h('p', { class: 'quiet' }, look.words.moreFound(found.length - MOST)));
  return groups;
}

interface Place {
  room: string;
  name: string;
  unread: number;
}

function drawPlace(place: Place, state: State, look: Look, page: Page): HTMLElement {
  const chosen = state.room === place.room;
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: chosen ? 'place chosen' : 'place',
        'data-room': place.room || 'bot',
        'aria-current': chosen ? 'true' : undefined,
        onClick: () => page.deeds.choosing.room(place.room),
      },
      place.room ? h('span', { class: 'room-sign' }, icon('room', 16)) : avatar('bot', 'growloop', 'small'),
      h('span', { class: 'place-name', dir: 'auto' }, place.name),
      !chosen && badge(place.unread, look),
    ),
  );
}

function placesOf(state: State, look: Look): Place[] {
  const feed = feedOf(state);
  const all = [{ id: '', name: look.words.bot }, ...feed.rooms];
  return all.map(({ id, name }) => ({ room: id, name, unread: unreadHere(state, id) }));
}

function moveByArrows(root: HTMLElement): void {
  root.addEventListener('keydown', (event) => {
    const all = [...root.querySelectorAll<HTMLElement>('.person')];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || (at < 0 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
  });
}

export function mountPeople(page: Page): void {
  const places = must('#places');
  const list = must('#people-list');
  const search = h('input', {
    type: 'search',
    class: 'input',
    id: 'people-search',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const title = h('h2', {});
  const holder = h('div', {});
  const searching = h('label', { class: 'search' }, icon('search', 16), search);
  list.append(title, searching, holder);
  moveByArrows(list);

  function draw(state: State): void {
    const look = lookOf(state);
    const me = meOf(state);
    must('#people').setAttribute('aria-label', look.words.people);
    title.textContent = look.words.beSomeone;
    search.placeholder = look.words.findPerson;
    search.setAttribute('aria-label', look.words.findPerson);
    searching.hidden = state.people.length < SEARCH_FROM;
    keepFocus(holder, 'data-person', () =>
      fill(holder, drawPeople(state, look, page, search.value.trim().toLowerCase())),
    );
    places.hidden = !me;
    keepFocus(places, 'data-room', () =>
      fill(
        places,
        h('h2', {}, look.words.conversations),
        h(
          'ul',
          {},
          placesOf(state, look).map((p) => drawPlace(p, state, look, page)),
        ),
      ),
    );
  }
  search.addEventListener('input', () => draw(page.store.get()));
  page.store.watch((state, before) => {
    if (changed(state, before, 'people', 'me', 'room', 'feeds', 'readTo', 'chosenLang')) draw(state);
  });
}
