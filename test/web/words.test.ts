import { commands } from '../../adapters/web/page/commands.ts';
import { messages, words } from '../../adapters/web/page/messages.ts';

const HAN = /\p{Script=Han}/u;

test('every sentence exists in both languages, in the same shape', () => {
  for (const [key, both] of Object.entries(messages)) {
    expect([key, typeof both.zh]).toEqual([key, typeof both.en]);
    if (typeof both.en !== 'function' || typeof both.zh !== 'function') continue;
    expect([key, both.zh.length]).toEqual([key, both.en.length]);
  }
});

test('Chinese sentences use Chinese marks', () => {
  const texts = [...Object.values(messages).map((both) => both.zh), ...commands.map((c) => c.help.zh)];
  for (const text of texts.flat().filter((t) => typeof t === 'string')) {
    expect(text).not.toMatch(/\p{Script=Han}[,;:?!]/u);
  }
});

test('English sentences have no Chinese in them', () => {
  for (const both of Object.values(messages))
    if (typeof both.en === 'string') expect(both.en).not.toMatch(HAN);
});

test('a language is put together once', () => {
  expect(words('zh')).toBe(words('zh'));
  expect(words('en').unread(3)).toBe('3 unread');
  expect(words('zh').unread(3)).toBe('3 条未读');
});
