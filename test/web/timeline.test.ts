import { emptyFeed, entries, inPlace, merge, unreadIn, withCard } from '../../adapters/web/page/timeline.ts';
import type { Item } from '../../adapters/web/page/wire.ts';

const item = (seq: number, more: Partial<Item> = {}): Item => ({
  seq,
  at: `2027-01-04T09:${String(seq % 60).padStart(2, '0')}:00Z`,
  key: `k${seq}`,
  from: 'bot',
  edited: false,
  ...more,
});
const answer = (...items: Item[]) => ({ seq: Math.max(0, ...items.map((i) => i.seq)), items, rooms: [] });
const keys = (items: readonly Item[]) => items.map((i) => i.key);

describe('merging what the server answers', () => {
  test('adds new items in order of time', () => {
    const feed = merge(answer(item(1), item(3)), answer(item(4), item(2)));
    expect(keys(feed.items)).toEqual(['k1', 'k2', 'k3', 'k4']);
    expect(feed.seq).toBe(4);
  });

  test('an edited item keeps its place', () => {
    const edited = item(9, { key: 'k1', text: 'new', edited: true });
    const feed = merge(answer(item(1, { text: 'old' }), item(2)), answer(edited));
    expect(keys(feed.items)).toEqual(['k1', 'k2']);
    expect(feed.items[0]).toMatchObject({ text: 'new', seq: 9, at: '2027-01-04T09:01:00Z' });
  });

  test('an answer that comes late does not undo a newer one', () => {
    const known = answer(item(9, { key: 'k1', text: 'new' }));
    const feed = merge(known, answer(item(1, { key: 'k1', text: 'old' })));
    expect(feed.items[0]?.text).toBe('new');
    expect(feed.seq).toBe(9);
  });

  test('the same answer twice changes nothing', () => {
    const once = merge(emptyFeed, answer(item(1), item(2)));
    expect(merge(once, answer(item(1), item(2))).items).toEqual(once.items);
    expect(merge(once, { ...answer(), seq: 2 }).items).toBe(once.items);
  });

  test('items of one moment stay as they came', () => {
    const at = '2027-01-04T09:00:00Z';
    const feed = merge(emptyFeed, answer(item(1, { at, key: 'b' }), item(2, { at, key: 'a' })));
    expect(keys(feed.items)).toEqual(['b', 'a']);
  });
});

test('the answer to a press redraws its card alone', () => {
  const card = { title: 'Agreed', blocks: [] };
  const feed = withCard(answer(item(1), item(2)), 'k2', card);
  expect(feed.items[0]?.card).toBeUndefined();
  expect(feed.items[1]?.card).toBe(card);
});

test('rooms are their own conversations, and one’s own words are never unread', () => {
  const feed = answer(
    item(1),
    item(2, { room: 'r', from: 'ann' }),
    item(3, { room: 'r', from: 'bo' }),
    item(4, { room: 'q' }),
  );
  expect(keys(inPlace(feed, ''))).toEqual(['k1']);
  expect(keys(inPlace(feed, 'r'))).toEqual(['k2', 'k3']);
  expect(unreadIn(feed, 'r', 'ann', 0)).toBe(1);
  expect(unreadIn(feed, 'r', 'ann', 3)).toBe(0);
  expect(unreadIn(feed, '', 'ann', 0)).toBe(1);
});

test('who and when are shown once for a run, and days are set apart', () => {
  const rows = entries(
    [
      item(1),
      item(2),
      item(3, { from: 'ann' }),
      item(20, { from: 'ann' }),
      item(21, { from: 'ann', at: '2027-01-05T09:00:00Z' }),
    ],
    (at) => at.toISOString().slice(0, 10),
  );
  expect(rows.map((row) => row.leads)).toEqual([true, false, true, true, true]);
  expect(rows.map((row) => row.newDay)).toEqual([true, false, false, false, true]);
});
