/** While Slack lets us neither send nor look. */
import type { PlatformError } from '../../src/core/platform.ts';
import { nextFaults } from '../kit/fake-slack/faults.ts';
import { ann, desk, pause, team, until } from './kit/desk.ts';

const d = await desk('slack-waiting');
const { slack, adapter } = d;
const card = (title: string) => ({ title, blocks: [] });
const toAnn = () => adapter.direct(ann, team);
const shown = (title: string) =>
  slack
    .user(ann)
    .messages()
    .filter((m) => JSON.stringify(m.blocks).includes(title)).length;
const trouble = (run: Promise<unknown>): Promise<PlatformError> =>
  run.then(
    () => {
      throw new Error('nothing went wrong');
    },
    (e: PlatformError) => e,
  );

afterEach(async () => {
  slack.faults(undefined);
  await pause(1100);
});

describe('a message that may be there', () => {
  test('looked for since the first try only, page by page from where it had to wait', async () => {
    const room = await adapter.room(team, 'busy', 'Busy', [ann]);
    slack.faults(nextFaults('chat.postMessage', { kind: 'reset', accepted: true }));
    await trouble(adapter.send(room, card('first'), 'busy-1'));
    for (let n = 0; n < 150; n += 1) await adapter.send(room, card(`later ${n}`), `busy-later-${n}`);
    // One page a minute: the second has to wait, and begins there.
    slack.faults(nextFaults('conversations.history', undefined, { kind: 'limited', seconds: 1 }));
    const from = slack.calls('conversations.history').length;
    expect((await trouble(adapter.send(room, card('first'), 'busy-1', true))).kind).toBe('retry');
    await pause(1100);
    // The core no longer says that it may be there: it was asked to wait.
    await adapter.send(room, card('first'), 'busy-1');
    const asked = slack.calls('conversations.history').slice(from);
    expect(asked).toHaveLength(3);
    expect(asked[2]?.args.cursor).toBe(asked[1]?.args.cursor);
    for (const { args, at } of asked) expect(Number(args.oldest) * 1000).toBeGreaterThan(at - 120_000);
    const there = slack.state.messages.filter((m) => JSON.stringify(m.metadata)?.includes('"busy-1"'));
    expect(there).toHaveLength(1);
  });

  test('where nobody is ever let in to look, somebody is told', async () => {
    slack.faults(nextFaults('chat.postMessage', { kind: 'reset', accepted: true }));
    await trouble(adapter.send(await toAnn(), card('never'), 'never'));
    slack.faults((asked) =>
      asked.method === 'conversations.history' ? { kind: 'limited', seconds: 1 } : undefined,
    );
    const kinds = new Set<string>();
    for (let n = 0; n < 12; n += 1)
      kinds.add((await trouble(adapter.send(await toAnn(), card('never'), 'never', true))).kind);
    expect(kinds).toEqual(new Set(['retry', 'unsure']));
    expect(shown('never')).toBe(1);
  });

  test('a picture that Slack asks to wait for makes its message wait; one that fails is a sentence', async () => {
    const chart = (alt: string) => ({
      title: alt,
      blocks: [
        {
          type: 'chart' as const,
          kind: 'bar' as const,
          labels: ['a'],
          series: [{ name: alt, values: [1] }],
          alt,
        },
      ],
    });
    slack.faults(nextFaults('files.getUploadURLExternal', { kind: 'limited', seconds: 1 }));
    const e = await trouble(adapter.send(await toAnn(), chart('waits'), 'chart-1'));
    expect([e.kind, e.retryAt instanceof Date]).toEqual(['retry', true]);
    expect(shown('waits')).toBe(0);
    slack.faults(nextFaults('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope' }));
    await adapter.send(await toAnn(), chart('fails'), 'chart-2');
    expect(shown('fails')).toBe(1);
    await pause(1000);
  });
});

describe('while Slack wants us to wait', () => {
  const next = (title: string) => ({ ...card(title), blocks: [{ type: 'actions' as const, items: [go] }] });
  const go = { label: 'Go on', token: 't.go {}' };

  test('nothing is sent or edited beside the outbox', async () => {
    slack.member(team, { id: 'U0WAIT' });
    const stranger = slack.user('U0WAIT');
    await adapter.send(await toAnn(), next('before'), 'blocked-1');
    slack.faults(nextFaults('chat.postMessage', { kind: 'limited', seconds: 2 }));
    await trouble(adapter.send(await toAnn(), card('x'), 'blocked-2'));
    const calls = () => slack.calls().filter((c) => /^chat\.(postMessage|update)$/.test(c.method)).length;
    const before = calls();
    d.answer((e) => ({ ...(e.kind === 'press' && { card: next('after') }), toast: 'Not known.' }));
    await stranger.says('hello');
    // The address to answer at is used up, so the message would be edited.
    slack.core.urls.spent = true;
    await slack.user(ann).clicks('Go on');
    await pause(300);
    expect(calls()).toBe(before);
    // Not acked: the outbox still has what is to be shown.
    expect(d.acked).not.toContain(d.heard.find((e) => e.kind === 'press')?.id);
    slack.core.urls.spent = false;
    await pause(1800);
    await stranger.says('hello?');
    await until(() => stranger.sees().includes('Not known.'));
  });
});
