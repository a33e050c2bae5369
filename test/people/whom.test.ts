import { people } from '../../src/people/model.ts';
import { searchOf } from '../../src/people/search.ts';
import { type Whom, whom } from '../../src/people/whom.ts';
import { aPerson } from '../kit/someone.ts';
import { type World, world } from '../kit/world.ts';

let w: World;
const where = { platform: 'slack', tenant: 'T1' };

beforeAll(async () => {
  w = await world({ database: 'people-whom' });
  const more = [
    { _id: 'ann2', name: 'Ann Smith', accounts: ['slack:T1:U42'] },
    { _id: 'obrien', name: "Seán O'Brien-Ko" },
    { _id: 'gone', name: 'Gerd Gone', left: '2026-12-01' },
    { _id: 'wanglei2', name: '王磊', zone: 'Asia/Shanghai' },
  ];
  await w.inside(() =>
    people.insertAll(
      more.map((p) => ({
        ...aPerson(p),
        search: searchOf({ name: p.name, email: `${p._id}@example.org` }),
      })),
    ),
  );
});
afterAll(() => w.end());

const ask = (text: string): Promise<Whom> =>
  w.inside(() => whom(text, { actor: { id: 'dev' }, now: w.clock.now(), where }));
const brief = (found: Whom): string => {
  if (found.kind === 'nobody') return `nobody|${found.rest}`;
  const ids = 'person' in found ? [found.person] : found.kind === 'several' ? found.people : found.near;
  return `${found.kind}|${ids.map((p) => p._id).join()}|${found.rest}`;
};

test.each([
  ['@bo great work', 'found|bo|great work'],
  ['@BO: great work', 'found|bo|great work'],
  ['＠bo，谢谢', 'found|bo|谢谢'],
  ['@Ann Miller helped me', 'found|ann|helped me'],
  ['@ann miller', 'found|ann|'],
  ['@Ann Smith, thanks', 'found|ann2|thanks'],
  ['@carla gomez thanks', 'found|carla|thanks'],
  ['@Gómez thanks', 'found|carla|thanks'],
  ["@Seán O'Brien-Ko yes", 'found|obrien|yes'],
  ['@陈伟辛苦了', 'found|chen|辛苦了'],
  ['@陈伟 Chen Wei 辛苦了', 'found|chen|辛苦了'],
  ['@林悦 谢谢', 'found|lin|谢谢'],
  ['<@bo> hi', 'found|bo|hi'],
  ['<@U42|ann> hi', 'found|ann2|hi'],
  ['bo@example.com hi', 'found|bo|hi'],
  ['@Bo@Example.com, hi', 'found|bo|hi'],
  ['<mailto:bo@example.com|bo@example.com> hi', 'found|bo|hi'],
  ['@dev me', 'self|dev|me'],
  ['@gone hi', 'left|gone|hi'],
  ['@Annabel hi', 'unknown||hi'],
  ['@Larson hi', 'unknown|bo|hi'],
  ['@nian hi', 'unknown|nina|hi'],
  ['<@U0> hi', 'unknown||hi'],
  ['nobody@example.com hi', 'unknown||hi'],
  ['great work', 'nobody|great work'],
  ['', 'nobody|'],
  ['@', 'nobody|@'],
  ['@__proto__ <!channel>', 'unknown||<!channel>'],
])('%s', async (text, expected) => {
  expect(brief(await ask(text))).toBe(expected);
});

test('names of several people, and beginnings of names, come back as a choice', async () => {
  expect(brief(await ask('@王磊 谢谢'))).toBe('several|wang,wanglei2|谢谢');
  expect(brief(await ask('@Ro hi'))).toBe('several|nina|hi');
});

test('an id is as it is written; a name that two people have is a choice', async () => {
  expect(brief(await ask('@ann thanks'))).toBe('found|ann|thanks');
  expect(brief(await ask('@Ann thanks'))).toBe('several|ann,ann2|thanks');
});

test('ten thousand characters', async () => {
  const found = await ask(`@bo ${'x'.repeat(10_000)}`);
  expect(found.kind).toBe('found');
  expect(found.rest).toHaveLength(10_000);
  expect((await ask(`@${'x'.repeat(10_000)}`)).kind).toBe('unknown');
});
