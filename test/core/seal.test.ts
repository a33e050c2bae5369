import { type KeyShelf, keyring, seal, unseal, type WrappedKey } from '../../src/core/seal.ts';

function shelf(): KeyShelf & { rows: Map<string, WrappedKey> } {
  const rows = new Map<string, WrappedKey>();
  return {
    rows,
    get: async (id) => rows.get(id) ?? null,
    some: async (ids) => ids.flatMap((id) => rows.get(id) ?? []),
    put: async (keys) => {
      for (const k of keys) if (!rows.has(k._id)) rows.set(k._id, k);
    },
    remove: async (id) => void rows.delete(id),
  };
}

const master = Buffer.alloc(32, 1);

test('what was sealed opens, and only at its own place', async () => {
  const key = await keyring(master, shelf()).keyOf('ann');
  const sealed = seal(key, 'talks/t1/answers', '等测试环境');
  expect(unseal(key, 'talks/t1/answers', sealed).toString()).toBe('等测试环境');
  expect(() => unseal(key, 'talks/t2/answers', sealed)).toThrow();
  const flipped = sealed.slice(0, -3) + (sealed.at(-3) === 'A' ? 'B' : 'A') + sealed.slice(-2);
  expect(() => unseal(key, 'talks/t1/answers', flipped)).toThrow();
});

test('a subject has one key, kept over restarts, and loses it when shredded', async () => {
  const kept = shelf();
  const first = await keyring(master, kept).keyOf('ann');
  const again = keyring(master, kept);
  expect(await again.keyOf('ann')).toEqual(first);
  expect(await again.keyOf('bo')).not.toEqual(first);
  await again.shred('ann');
  expect(await again.keyOf('ann')).not.toEqual(first);
});

test('keys of many are made at once and are the same as one by one', async () => {
  const kept = shelf();
  const ring = keyring(master, kept);
  await ring.warm(['ann', 'bo', 'ann']);
  expect(kept.rows.size).toBe(3);
  const other = keyring(master, kept);
  expect(await other.keyOf('bo')).toEqual(await ring.keyOf('bo'));
});

test('another master key is noticed', async () => {
  const kept = shelf();
  await keyring(master, kept).keyOf('ann');
  await expect(keyring(Buffer.alloc(32, 2), kept).keyOf('ann')).rejects.toThrow('SECRETS_KEY');
});
