import {
  changed,
  createStore,
  feedOf,
  initial,
  langFor,
  roomOf,
  type State,
} from '../../adapters/web/page/state.ts';
import type { Person } from '../../adapters/web/page/wire.ts';

const turn = () => new Promise((done) => setTimeout(done));
const mei = { id: 'mei', name: '陈梅', locale: 'zh-CN' } as Person;

test('patches of one turn are drawn once, with what was drawn before', async () => {
  const store = createStore();
  const drawn: [State, State | undefined][] = [];
  store.watch((state, before) => drawn.push([state, before]));
  store.set({ me: 'ann' });
  store.set({ room: 'r' });
  expect(drawn).toEqual([]);
  await turn();
  expect(drawn).toHaveLength(1);
  expect(drawn[0]?.[0]).toMatchObject({ me: 'ann', room: 'r' });
  store.set({ room: '' });
  await turn();
  expect(drawn[1]?.[1]).toMatchObject({ room: 'r' });
});

test('a patch made while drawing is drawn too', async () => {
  const store = createStore();
  let draws = 0;
  store.watch((state) => {
    draws += 1;
    if (state.room === '') store.set({ room: 'r' });
  });
  store.set({ me: 'ann' });
  await turn();
  expect(draws).toBe(2);
  expect(store.get().room).toBe('r');
});

test('views see what concerns them', () => {
  const other = { ...initial, me: 'ann' };
  expect(changed(other, undefined, 'room')).toBe(true);
  expect(changed(other, initial, 'room', 'feeds')).toBe(false);
  expect(changed(other, initial, 'room', 'me')).toBe(true);
});

test('the language is the chosen one, else the person’s, else the visitor’s', () => {
  expect(langFor(initial)).toBe('en');
  expect(langFor({ ...initial, visitorLang: 'zh' })).toBe('zh');
  expect(langFor({ ...initial, people: [mei], me: 'mei' })).toBe('zh');
  expect(langFor({ ...initial, people: [mei], me: 'mei', chosenLang: 'en' })).toBe('en');
});

test('nobody has an empty feed and no room', () => {
  expect(feedOf(initial).items).toEqual([]);
  expect(roomOf(initial)).toBeUndefined();
});
