import type { Card, Form } from '../../src/core/card.ts';
import type { Inbound } from '../../src/core/platform.ts';
import { md, person } from '../../src/core/md.ts';
import { ann, bo, desk, pause, team, until } from './kit/desk.ts';

const d = await desk('slack-receive');
const { slack, adapter } = d;
const Ann = slack.user(ann);

const card = (title: string, ...labels: string[]): Card => ({
  title,
  blocks: [
    { type: 'text', text: md`${person('bo')} says <!channel> & more` },
    ...(labels.length > 0
      ? [{ type: 'actions' as const, items: labels.map((label) => ({ label, token: `t.${label} {}` })) }]
      : []),
  ],
});

const form: Form = {
  title: 'Give feedback',
  submit: 'Send',
  token: 't.send {"id":"f1"}',
  fields: [
    { name: 'what', label: 'What happened', type: 'text', lines: 3, required: true },
    { name: 'level', label: 'Level', type: 'rating', required: true, options: [{ label: 'good', value: '4' }, { label: 'great', value: '5' }] },
    { name: 'whom', label: 'Whom', type: 'person', many: true },
    { name: 'day', label: 'Day', type: 'date', value: '2027-01-15' },
    { name: 'share', label: 'Share', type: 'number', value: '40' },
  ],
};

beforeEach(() => {
  d.heard.length = 0;
  d.answer(() => ({}));
  d.opens(() => false);
});
afterEach(() => {
  const refused = slack.refused().map((c) => `${c.method} ${c.error}`);
  slack.ledger.calls.length = 0;
  expect(refused).toEqual([]);
  expect(slack.ledger.troubles.splice(0)).toEqual([]);
});

describe('commands', () => {
  test('are answered to that person only, in the answer itself', async () => {
    d.answer(() => ({ card: card('Open for you', 'Go') }));
    await Ann.types('/perf goals <x> & y');
    expect(d.last()).toMatchObject({ kind: 'command', name: 'perf', text: 'goals <x> & y', from: ann, where: { tenant: team } });
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
      card: { title: 'Spread', blocks: [{ type: 'chart', kind: 'bar', labels: ['一', '二'], series: [{ name: 's', values: [1, 2] }], alt: 'one and two' }] },
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
    const options = (n: number) => Array.from({ length: n }, (_, i) => ({ label: `option ${i}`, value: `v${i}${'x'.repeat(90)}` }));
    await adapter.send(
      await adapter.direct(ann, team),
      { title: 'Choose', blocks: [{ type: 'choices', label: 'Level', token: 't.level {}', options: options(4), value: options(4)[1]!.value }, { type: 'choices', label: 'Team', token: 't.team {}', options: options(30) }] },
      'k3',
    );
    await Ann.clicks('option 2', 'Choose');
    expect(d.last()).toMatchObject({ kind: 'press', token: 't.level {}', value: `v2${'x'.repeat(90)}` });
    await Ann.picks('Choose', 'option 17', 'Choose');
    expect(d.last()).toMatchObject({ kind: 'press', token: 't.team {}', value: `v17${'x'.repeat(90)}` });
  });

  test('a long card is turned over page by page, and nothing of it is missing', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => md`line ${i} ${'word '.repeat(150)}`);
    await adapter.send(await adapter.direct(ann, team), { title: 'Long', blocks: lines.map((text) => ({ type: 'text', text })) }, 'k4');
    const seen: string[] = [];
    for (let n = 0; n < 20; n += 1) {
      seen.push(JSON.stringify(Ann.messages().findLast((m) => m.byApp && JSON.stringify(m.blocks).includes('Long'))?.blocks));
      if (!seen.at(-1)?.includes('Next →')) break;
      await Ann.clicks(/Next → \([^)]*\)/.exec(seen.at(-1) ?? '')?.[0] ?? '', 'Long');
      await d.rest();
    }
    expect(d.heard).toEqual([]);
    for (let i = 0; i < 60; i += 1) expect(seen.some((page) => page.includes(`line ${i} `))).toBe(true);
  });

  test('a button of another time is answered in words', async () => {
    await adapter.send(await adapter.direct(ann, team), card('Stale', 'Old'), 'k5');
    const message = Ann.messages().at(-1);
    const actions = message?.blocks.find((b) => b.type === 'actions') as { elements: Record<string, unknown>[] };
    actions.elements[0]!.action_id = 'approve-17';
    await Ann.clicks('Old');
    await d.rest();
    expect(d.heard).toEqual([]);
    expect(Ann.sees()).toContain('I can’t read that button');
  });
});

describe('forms', () => {
  test('open from a press and come back by name', async () => {
    await adapter.send(await adapter.direct(ann, team), card('Feedback', 'Write'), 'k6');
    d.answer(() => ({ open: form }));
    await Ann.clicks('Write');
    await d.rest();
    expect(Ann.seesModal()).toContain('Give feedback');
    d.answer((e) => (e.kind === 'submit' && e.values.what === 'x' ? { errors: { what: 'A little more, please.' } } : { toast: 'Saved.' }));
    await Ann.submits({ 'What happened': 'x', Level: 'great', Whom: [bo] });
    const e = d.last() as Inbound & { kind: 'submit' };
    expect(e).toMatchObject({ kind: 'submit', token: form.token, values: { what: 'x', level: '5', whom: ['bo'], day: '2027-01-15', share: '40' } });
    expect(e.on?.at.channel).toBe(Ann.direct());
    expect(Ann.seesModal()).toContain('A little more, please.');
    await Ann.submits({ 'What happened': 'a lot more' });
    await d.rest();
    expect((d.last() as typeof e).values.what).toBe('a lot more');
    expect(d.last().id).not.toBe(e.id);
    expect(Ann.seesModal()).toContain('Saved.');
    await Ann.submits().catch(() => {});
  });

  test('a form follows a form, and nothing of the first stands in it', async () => {
    d.answer(() => ({ open: form }));
    await Ann.types('/perf feedback');
    await d.rest();
    d.answer(() => ({ open: { ...form, title: 'And one more', token: 't.send {"id":"f2"}' } }));
    await Ann.submits({ 'What happened': 'first', Level: 'good' });
    await d.rest();
    expect(Ann.seesModal()).toContain('And one more');
    expect(JSON.stringify(Ann.modal()?.values)).not.toContain('first');
    d.answer(() => ({}));
    await Ann.submits({ 'What happened': 'second', Level: 'good' });
    expect(Ann.modal()).toBeUndefined();
  });

  test('a slow one opens a window that waits, and a refusal is said in it', async () => {
    d.opens(() => true);
    d.answer(async () => {
      await pause(1100);
      return { open: form };
    });
    const typing = Ann.types('/perf feedback');
    await pause(950);
    expect(Ann.seesModal()).toContain('One moment');
    await typing;
    await d.rest();
    expect(Ann.seesModal()).toContain('What happened');
    await Ann.closes();
    d.answer(async () => {
      await pause(900);
      return { toast: 'Not before Monday.' };
    });
    await Ann.types('/perf feedback');
    await d.rest();
    expect(Ann.seesModal()).toContain('Not before Monday.');
    await Ann.closes();
  });

  test('a long one has several pages; no answer of an earlier one is lost, and its errors lead back to it', async () => {
    const long: Form = {
      title: 'A hundred questions',
      submit: 'Send all',
      token: 't.long {}',
      fields: Array.from({ length: 170 }, (_, i) => ({ name: `q${i}`, label: `Question ${i}.`, type: 'text' as const })),
    };
    d.answer((e) => {
      if (e.kind === 'command') return { open: long };
      return e.kind === 'submit' && e.values.q3 === 'three' ? { errors: { q3: 'Not three.' } } : { toast: 'All there.' };
    });
    await Ann.types('/perf survey');
    await d.rest();
    expect(JSON.parse(String(Ann.modal()?.view.private_metadata))).not.toHaveProperty('values');
    await Ann.submits({ 'Question 3.': 'three' });
    expect(d.heard.filter((e) => e.kind === 'submit')).toEqual([]);
    await Ann.submits({ 'Question 100.': 'hundred' });
    await Ann.submits({ 'Question 169.': 'last' });
    expect((d.last() as Inbound & { kind: 'submit' }).values).toMatchObject({ q3: 'three', q100: 'hundred', q169: 'last' });
    expect(Ann.seesModal()).toContain('Not three.');
    await Ann.submits({ 'Question 3.': 'four' });
    await Ann.submits();
    await Ann.submits();
    expect((d.last() as Inbound & { kind: 'submit' }).values).toMatchObject({ q3: 'four', q100: 'hundred', q169: 'last' });
    expect(Ann.seesModal()).toContain('All there.');
    await Ann.closes();
  });

  test('shortcuts stand for a command, on a message about whoever wrote it', async () => {
    d.answer(() => ({ open: form }));
    await Ann.shortcut('give_feedback');
    await d.rest();
    expect(d.last()).toMatchObject({ kind: 'command', text: 'feedback' });
    expect(Ann.seesModal()).toContain('Give feedback');
    await Ann.closes();
    await slack.user(bo).says('I finished it');
    const said = slack.user(bo).messages().find((m) => m.text === 'I finished it');
    await Ann.shortcut('kudos_on_message', said);
    await d.rest();
    expect(d.last()).toMatchObject({ kind: 'command', text: `kudos <@${bo}>` });
    await Ann.closes();
  });
});

describe('Home', () => {
  test('is drawn when it is opened, and anew after a press on it', async () => {
    let n = 0;
    d.answer((e) => (e.kind === 'home' ? { card: card(`Page ${(n += 1)}`, 'Tick') } : { toast: 'Ticked.' }));
    await Ann.opensHome();
    await d.rest();
    expect(Ann.seesHome()).toContain('Page 1');
    await Ann.opensHome('messages');
    await d.rest();
    expect(n).toBe(1);
    await Ann.clicks('Tick', { where: 'home' });
    await d.rest();
    expect(Ann.seesModal()).toContain('Ticked.');
    expect(Ann.seesHome()).toContain('Page 2');
    await Ann.closes();
  });

  test('opened many times at once it is drawn twice at most', async () => {
    let n = 0;
    d.answer(async () => {
      n += 1;
      await pause(50);
      return { card: card(`Draw ${n}`) };
    });
    await Promise.all(Array.from({ length: 8 }, () => Ann.opensHome()));
    await d.rest();
    await until(() => n > 1 && Ann.seesHome().includes(`Draw ${n}`));
    expect(n).toBe(2);
  });
});

describe('messages', () => {
  test('of people reach the bot with thread, files and names; its own and other bots’ do not', async () => {
    const sent = await adapter.send(await adapter.direct(ann, team), card('A question'), 'k9');
    const ts = await Ann.says(`it went well, thanks to <@${bo}> & all`, { thread: sent.messageId, files: [{ name: 'a.csv', type: 'text/csv', bytes: Buffer.from('a,b') }] });
    const e = d.last() as Inbound & { kind: 'message' };
    expect(e).toMatchObject({ kind: 'message', direct: true, edited: false, messageId: ts, replyTo: sent.messageId });
    expect(e.files).toMatchObject([{ name: 'a.csv', type: 'text/csv' }]);
    expect(await adapter.fetchFile(e.files![0]!)).toEqual(Buffer.from('a,b'));
    await Ann.edits(ts, 'it went very well');
    expect(d.last()).toMatchObject({ kind: 'message', edited: true, messageId: ts, text: 'it went very well' });
    const n = d.heard.length;
    await slack.sends(team, { type: 'message', channel: Ann.direct(), channel_type: 'im', bot_id: 'B1', user: 'U9', text: 'hi', ts: '1700000000.000100' });
    await slack.sends(team, { type: 'message', channel: Ann.direct(), channel_type: 'im', subtype: 'message_deleted', ts: '1700000000.000200' });
    expect(d.heard).toHaveLength(n);
  });

  test('a stranger is told once, in their own conversation', async () => {
    d.answer((e) => (e.kind === 'message' ? { toast: 'I don’t know you yet.' } : {}));
    slack.member(team, { id: 'U0NEW' });
    const stranger = slack.user('U0NEW');
    await stranger.says('hello');
    await stranger.says('hello?');
    await d.rest();
    expect(stranger.sees().split('I don’t know you yet.')).toHaveLength(2);
  });

  test('an event that was not stored is refused, so it comes again', async () => {
    let failed = 0;
    d.answer(() => {
      if (failed++ === 0) throw new Error('the store is away');
      return {};
    });
    await Ann.says('keep this');
    await pause(50);
    await d.rest();
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

describe('what is not well', () => {
  const event = (more: Record<string, unknown> = {}) =>
    JSON.stringify({ type: 'event_callback', team_id: team, api_app_id: slack.app.id, event_id: `Ev${Math.random()}`, event: { type: 'message', channel: 'D1', channel_type: 'im', user: ann, text: 'x', ts: '1700000001.000100' }, ...more });

  test.each([
    ['unsigned', () => slack.delivery.post(event(), { unsigned: true }), 401],
    ['signed by somebody else', () => slack.delivery.post(event(), { secret: 'other' }), 401],
    ['six minutes old', () => slack.delivery.post(event(), { off: -360 }), 401],
    ['six minutes ahead', () => slack.delivery.post(event(), { off: 360 }), 401],
    ['another app’s', () => slack.delivery.post(event({ api_app_id: 'A0OTHER' })), 403],
    ['of a workspace where we are not', () => slack.delivery.post(event({ team_id: 'T0OTHER' })), 403],
    ['of another type', () => slack.delivery.post(event(), { type: 'text/plain' }), 415],
    ['too large', () => slack.delivery.post(JSON.stringify({ x: 'y'.repeat(1_100_000) })), 413],
    ['not JSON', () => slack.delivery.post('{"a":'), 400],
    ['an event without one', () => slack.delivery.post(event({ event: null })), 400],
    ['of no kind', () => slack.delivery.post('{"type":"dialog_submission"}'), 400],
    ['a press without a user', () => slack.delivery.post(`payload=${encodeURIComponent('{"type":"block_actions","actions":[]}')}`, { type: 'application/x-www-form-urlencoded' }), 400],
  ])('%s: refused', async (_, send, status) => {
    const before = d.heard.length;
    const came = await send();
    expect(came.status).toBe(status);
    expect(came.noRetry).toBe(true);
    expect(d.heard).toHaveLength(before);
  });

  test('a charset beside the content type is fine, and so is the address check', async () => {
    const check = await slack.delivery.post(JSON.stringify({ type: 'url_verification', challenge: 'abc' }), { type: 'application/json; charset=utf-8' });
    expect(check).toMatchObject({ status: 200, body: { challenge: 'abc' } });
    expect((await slack.delivery.post('ssl_check=1&token=x', { type: 'application/x-www-form-urlencoded; charset=utf-8' })).status).toBe(200);
  });
});
