import type { Inbound } from '../../src/core/platform.ts';
import { nextFaults } from '../kit/fake-slack/faults.ts';
import { ann, bo, card, desk, pause, team, tidily, until } from './kit/desk.ts';

const d = await desk('slack-events');
const { slack, adapter } = d;
const Ann = slack.user(ann);
tidily(d);

describe('Home', () => {
  test('is drawn when it is opened, and anew after a press on it', async () => {
    let n = 0;
    d.answer((e) => (e.kind === 'home' ? { card: card(`Page ${++n}`, 'Tick') } : { toast: 'Ticked.' }));
    await Ann.opensHome();
    await until(() => Ann.seesHome().includes('Page 1'));
    await Ann.opensHome('messages');
    await d.rest();
    expect(n).toBe(1);
    await Ann.clicks('Tick', { where: 'home' });
    await d.rest();
    expect(Ann.seesModal()).toContain('Ticked.');
    await until(() => Ann.seesHome().includes('Page 2'));
    await Ann.closes();
  });

  test('is drawn once more when Slack asks to wait, as it is by then', async () => {
    let n = 0;
    d.answer(() => ({ card: card(`Try ${++n}`) }));
    slack.faults(nextFaults('views.publish', { kind: 'limited', seconds: 1 }));
    await Ann.opensHome();
    await until(() => Ann.seesHome().includes('Try 2'));
    const [first, second] = slack.calls('views.publish');
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1000);
    slack.faults(undefined);
  });

  test('opened many times while it is drawn, it is drawn once more', async () => {
    let n = 0;
    let release = () => {};
    const gate = new Promise<void>((open) => {
      release = open;
    });
    d.answer(async () => {
      n += 1;
      if (n === 1) await gate;
      return { card: card(`Draw ${n}`) };
    });
    await Promise.all(Array.from({ length: 8 }, () => Ann.opensHome()));
    await pause(50);
    release();
    await until(() => Ann.seesHome().includes('Draw 2'));
    await pause(50);
    expect(n).toBe(2);
  });
});

describe('messages', () => {
  test('of people reach the bot with thread, files and names; its own and other bots’ do not', async () => {
    const sent = await adapter.send(await adapter.direct(ann, team), card('A question'), 'k9');
    const ts = await Ann.says(`it went well, thanks to <@${bo}> & all`, {
      thread: sent.messageId,
      files: [{ name: 'a.csv', type: 'text/csv', bytes: Buffer.from('a,b') }],
    });
    const e = d.last() as Inbound & { kind: 'message' };
    expect(e).toMatchObject({
      kind: 'message',
      direct: true,
      edited: false,
      messageId: ts,
      replyTo: sent.messageId,
    });
    expect(e.files).toMatchObject([{ name: 'a.csv', type: 'text/csv' }]);
    expect(await adapter.fetchFile(e.files![0]!)).toEqual(Buffer.from('a,b'));
    await Ann.says('write to bo@example.com, see https://a.test/?a=1&b=2 or example.com');
    expect(d.last()).toMatchObject({
      text: 'write to bo@example.com, see https://a.test/?a=1&b=2 or example.com',
    });
    await Ann.edits(ts, 'it went very well');
    expect(d.last()).toMatchObject({
      kind: 'message',
      edited: true,
      messageId: ts,
      text: 'it went very well',
    });
    const n = d.heard.length;
    await slack.sends(team, {
      type: 'message',
      channel: Ann.direct(),
      channel_type: 'im',
      bot_id: 'B1',
      user: 'U9',
      text: 'hi',
      ts: '1700000000.000100',
    });
    await slack.sends(team, {
      type: 'message',
      channel: Ann.direct(),
      channel_type: 'im',
      subtype: 'message_deleted',
      ts: '1700000000.000200',
    });
    expect(d.heard).toHaveLength(n);
  });

  test('a stranger is told once, in their own conversation', async () => {
    d.answer((e) => (e.kind === 'message' ? { toast: 'I don’t know you yet.' } : {}));
    slack.member(team, { id: 'U0NEW' });
    const stranger = slack.user('U0NEW');
    await stranger.says('hello');
    await stranger.says('hello?');
    await until(() => stranger.sees().includes('I don’t know you yet.'));
    expect(stranger.sees().split('I don’t know you yet.')).toHaveLength(2);
  });

  test('an event that was not stored is refused, so it comes again', async () => {
    let failed = 0;
    d.answer(() => {
      if (failed++ === 0) throw new Error('the store is away');
      return {};
    });
    await Ann.says('keep this');
    await until(() => d.heard.filter((e) => e.kind === 'message').length > 1);
    expect(d.heard.filter((e) => e.kind === 'message').map((e) => e.id)).toHaveLength(2);
    expect(new Set(d.heard.map((e) => e.id)).size).toBe(1);
  });
});

describe('members and the app itself', () => {
  test('changes are passed on', async () => {
    await slack.changes(bo, { title: 'Lead' });
    await slack.joins(team, { id: 'U0JOIN' });
    expect(d.changed).toHaveLength(2);
  });
});
