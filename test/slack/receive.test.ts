import { md } from '../../src/core/md.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { ann, card, desk, team, tidily, until } from './kit/desk.ts';

const d = await desk('slack-receive');
const { slack, adapter } = d;
const Ann = slack.user(ann);
tidily(d);

describe('commands', () => {
  test('are answered to that person only, in the answer itself', async () => {
    d.answer(() => ({ card: card('Open for you', 'Go') }));
    await Ann.types('/perf goals <x> & y');
    expect(d.last()).toMatchObject({
      kind: 'command',
      name: 'perf',
      text: 'goals <x> & y',
      from: ann,
      where: { tenant: team },
    });
    const message = Ann.messages().at(-1);
    expect(message?.only).toBe(ann);
    expect(Ann.sees()).toContain('Open for you');
    expect(Ann.sees()).toContain('@李波 says <!channel> & more');
    await d.rest();
    expect(d.acked).toContain(d.last().id);
  });

  test('a press on the answer replaces it', async () => {
    d.answer(() => ({ card: card('Done now') }));
    await Ann.clicks('Go');
    await d.rest();
    expect(d.last()).toMatchObject({ kind: 'press', token: 't.Go {}' });
    expect(d.last()).not.toHaveProperty('on');
    expect(Ann.sees()).toContain('Done now');
    expect(Ann.sees()).not.toContain('Open for you');
  });

  test('a card with a chart follows the answer', async () => {
    d.answer(() => ({
      card: {
        title: 'Spread',
        blocks: [
          {
            type: 'chart',
            kind: 'bar',
            labels: ['一', '二'],
            series: [{ name: 's', values: [1, 2] }],
            alt: 'one and two',
          },
        ],
      },
    }));
    await Ann.types('/perf distribution');
    await d.rest();
    await until(() => Ann.sees().includes('(picture: one and two)'));
  });
});

describe('cards', () => {
  test('a press replaces the card, its toast is for that person only', async () => {
    await adapter.send(await adapter.direct(ann, team), card('A goal', 'Agree'), 'k1');
    d.answer(() => ({ card: card('Agreed'), toast: 'Thank <you>' }));
    await Ann.clicks('Agree');
    await d.rest();
    const e = d.last() as Inbound & { kind: 'press' };
    expect(e.on?.at).toMatchObject({ tenant: team, channel: Ann.direct() });
    expect(Ann.messages().find((m) => m.ts === e.on?.messageId)?.before).toHaveLength(1);
    expect(Ann.sees()).toContain('Agreed');
    expect(Ann.messages().at(-1)?.only).toBe(ann);
    expect(Ann.sees()).toContain('Thank <you>');
    expect(d.acked).toContain(e.id);
  });

  test('the same press is the same event; another one is another', async () => {
    await adapter.send(await adapter.direct(ann, team), card('Twice', 'Yes'), 'k2');
    slack.delivery.disturb.actionsTwice = true;
    await Ann.clicks('Yes');
    await d.rest();
    await Ann.clicks('Yes');
    await d.rest();
    slack.delivery.disturb.actionsTwice = false;
    const ids = d.heard.map((e) => e.id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });

  test('a choice carries its value, in a row or in a menu', async () => {
    const options = (n: number) =>
      Array.from({ length: n }, (_, i) => ({ label: `option ${i}`, value: `v${i}${'x'.repeat(90)}` }));
    await adapter.send(
      await adapter.direct(ann, team),
      {
        title: 'Choose',
        blocks: [
          {
            type: 'choices',
            label: 'Level',
            token: 't.level {}',
            options: options(4),
            value: options(4)[1]!.value,
          },
          { type: 'choices', label: 'Team', token: 't.team {}', options: options(30) },
        ],
      },
      'k3',
    );
    await Ann.clicks('option 2', 'Choose');
    expect(d.last()).toMatchObject({ kind: 'press', token: 't.level {}', value: `v2${'x'.repeat(90)}` });
    await Ann.picks('Choose', 'option 17', 'Choose');
    expect(d.last()).toMatchObject({ kind: 'press', token: 't.team {}', value: `v17${'x'.repeat(90)}` });
  });

  test('a menu shows what is chosen, also after a choice that was refused', async () => {
    const options = Array.from({ length: 9 }, (_, i) => ({ label: `unit ${i}`, value: `u${i}` }));
    const menu = (value: string) => ({
      title: 'Units',
      blocks: [{ type: 'choices' as const, label: 'Unit', token: 't.unit {}', options, value }],
    });
    const id = () =>
      Ann.messages()
        .findLast((m) => JSON.stringify(m.blocks).includes('t.unit'))
        ?.blocks.find((b) => b.accessory)?.block_id;
    await adapter.send(await adapter.direct(ann, team), menu('u1'), 'k3b');
    const first = id();
    d.answer(() => ({ card: menu('u1'), toast: 'Not that one.' }));
    await Ann.picks('Unit', 'unit 5', 'Units');
    await d.rest();
    // Slack keeps showing what was picked where a block keeps its id.
    expect(id()).not.toBe(first);
    const refused = id();
    d.answer(() => ({ card: menu('u6') }));
    await Ann.picks('Unit', 'unit 6', 'Units');
    await d.rest();
    expect(d.last()).toMatchObject({ token: 't.unit {}', value: 'u6' });
    expect(id()).not.toBe(refused);
    expect(String(id())).toContain('t.unit {}');
  });

  test('a long card is turned over page by page, and nothing of it is missing', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => md`line ${i} ${'word '.repeat(150)}`);
    await adapter.send(
      await adapter.direct(ann, team),
      { title: 'Long', blocks: lines.map((text) => ({ type: 'text', text })) },
      'k4',
    );
    const page = () =>
      JSON.stringify(
        Ann.messages().findLast((m) => m.byApp && JSON.stringify(m.blocks).includes('Long'))?.blocks,
      );
    const seen: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      seen.push(page());
      if (!seen.at(-1)?.includes('Next →')) break;
      const shown = seen.at(-1);
      await Ann.clicks(/Next → \([^)]*\)/.exec(shown ?? '')?.[0] ?? '', 'Long');
      await until(() => page() !== shown);
    }
    expect(d.heard).toEqual([]);
    for (let i = 0; i < 60; i += 1) expect(seen.some((page) => page.includes(`line ${i} `))).toBe(true);
  });

  test('a button of another time is answered in words', async () => {
    await adapter.send(await adapter.direct(ann, team), card('Stale', 'Old'), 'k5');
    const message = Ann.messages().at(-1);
    const actions = message?.blocks.find((b) => b.type === 'actions') as {
      elements: Record<string, unknown>[];
    };
    actions.elements[0]!.action_id = 'approve-17';
    await Ann.clicks('Old');
    await until(() => Ann.sees().includes('I can’t read that button'));
    expect(d.heard).toEqual([]);
  });
});

test('what is pressed on a further page is answered on that page', async () => {
  const long = (word: string) => ({
    title: 'Many',
    blocks: Array.from({ length: 90 }, (_, i) => ({
      type: 'actions' as const,
      items: [{ label: `${word} ${i}`, token: `t.n {"i":${i}}` }],
    })),
  });
  await adapter.send(await adapter.direct(ann, team), long('take'), 'k7');
  await Ann.clicks('Next → (Page 1 of 2)', 'Many');
  await until(() => Ann.sees().includes('[take 50]'));
  d.answer(() => ({ card: long('taken') }));
  await Ann.clicks('take 50', 'Many');
  await d.rest();
  expect(d.last()).toMatchObject({ kind: 'press', token: 't.n {"i":50}' });
  const now = JSON.stringify(
    Ann.messages().findLast((m) => JSON.stringify(m.blocks).includes('Many'))?.blocks,
  );
  expect(now).toContain('taken 50');
  expect(now).not.toContain('taken 10');
});
