/** Texts beyond one card: asked over several parts, sent back as they were. */
import { connect } from '../kit/database.ts';
import { type FormDesk, form, formDesk } from './kit/form-desk.ts';

const connection = await connect('feishu-long-texts');
let desk: FormDesk;
beforeAll(async () => {
  desk = await formDesk(connection);
});
afterAll(() => desk.d.end());

const story = (value: string) => ({ name: 'story', label: 'Story', type: 'text' as const, max: 3000, value });
const other = { name: 'other', label: 'Other', type: 'text' as const, max: 300, value: 'as it was' };

async function toEnd(onPart: (n: number) => Record<string, string> = () => ({})): Promise<number> {
  for (let part = 1; part < 20; part += 1) {
    const label = desk.seen().includes('[Next]') ? 'Next' : 'Send';
    await desk.ann().submits(onPart(part), label);
    if (label === 'Send') return part;
  }
  return 0;
}

test.each([3001, 7000, 12_000])('%i characters come back unchanged', async (length) => {
  const whole = `${'长文，'.repeat(length / 3)}`.padEnd(length, '长');
  await desk.opens(form([other, story(whole), { ...other, name: 'last' }]));
  expect(desk.ann().errors).toEqual([]);
  await toEnd();
  expect(desk.submits[0]?.values).toEqual({ other: 'as it was', story: whole, last: 'as it was' });
});

test('one part of it is changed, the others stay; also on the way back', async () => {
  const whole = '长'.repeat(12_000);
  await desk.opens(form([story(whole), other]));
  await desk.ann().submits({ v0_story: '长'.repeat(999).concat('初') }, 'Next');
  const [input] = /v\d+_story/.exec(JSON.stringify(desk.ann().messages().at(-1)?.card)) ?? [];
  expect(input).not.toBe('v0_story');
  expect(desk.seen()).toContain('Story (continued)');
  await desk.ann().submits({ [input ?? '']: '短' }, 'Previous');
  expect(desk.ann().find((e) => e.name === 'v0_story')?.element.default_value).toMatch(/长初$/);
  await toEnd();
  const said = String(desk.submits[0]?.values.story);
  expect(said).toContain(`${'长'.repeat(999)}初`);
  expect(said).toContain('短\n长');
  expect(said).toHaveLength(12_000 - 1000 + 2);
  expect(desk.submits[0]?.values.other).toBe('as it was');
});

test('a press that comes twice changes no part of it', async () => {
  const whole = `${'长'.repeat(11_999)}完`;
  await desk.opens(form([story(whole)]));
  const next = desk.ann().find((e) => e.name === 'send');
  if (!next) throw new Error('no button');
  const old = { ...next, element: structuredClone(next.element), form: structuredClone(next.form ?? {}) };
  await desk.ann().presses(old);
  await desk.ann().presses(old, { v1_story: `${'长'.repeat(999)}改` });
  await toEnd();
  const said = String(desk.submits[0]?.values.story);
  expect([said.length, said.slice(1990, 2001), said.at(-1)]).toEqual([12_000, `${'长'.repeat(9)}改长`, '完']);
});

test('errors lead back to where the text begins', async () => {
  await desk.opens(form([story('长'.repeat(12_000)), other]));
  desk.judge = () => ({ errors: { story: 'Too long.' } });
  await toEnd();
  expect(desk.seen()).toContain('Too long.');
  expect(desk.ann().errors).toEqual([]);
});

test('signs that nobody sees neither break a card nor fill it', async () => {
  const bell = '\u0007';
  await desk.opens(form([story(bell.repeat(6000).concat('text'))], { title: `Write${bell} it` }));
  expect(desk.ann().errors).toEqual([]);
  expect(JSON.stringify(desk.ann().messages().at(-1)?.card)).not.toContain('u0007');
  await desk.ann().submits({}, 'Send');
  expect(desk.submits[0]?.values).toEqual({ story: 'text' });
});
