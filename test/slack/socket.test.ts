import { md } from '../../src/core/md.ts';
import { nextFaults } from '../kit/fake-slack/faults.ts';
import { ann, desk, pause, team, until } from './kit/desk.ts';

// The id of an app that is also installed by OAuth elsewhere changes nothing: the bot's token counts.
const d = await desk('slack-socket', 'socket', { clientId: '1.2', clientSecret: 's' });
const { slack, adapter } = d;
const Ann = slack.user(ann);
const said = (title: string, ...labels: string[]) => ({
  title,
  blocks: [
    { type: 'text' as const, text: md`words` },
    { type: 'actions' as const, items: labels.map((label) => ({ label, token: `t.${label} {}` })) },
  ],
});

afterEach(() => {
  expect(slack.refused().map((c) => `${c.method} ${c.error}`)).toEqual([]);
  expect(slack.ledger.troubles.splice(0)).toEqual([]);
});

test('the same deliveries come over the socket', async () => {
  expect(slack.delivery.sockets.open()).toBeTruthy();
  d.answer(() => ({ card: said('By socket', 'Go') }));
  await Ann.types('/perf help');
  await d.rest();
  expect(Ann.sees()).toContain('By socket');
  d.answer((e) =>
    e.kind === 'press'
      ? {
          open: {
            title: 'A form',
            submit: 'Send',
            token: 't.f {}',
            fields: [{ name: 'a', label: 'A', type: 'text' }],
          },
        }
      : { toast: 'Kept.' },
  );
  await Ann.clicks('Go');
  await d.rest();
  await Ann.submits({ A: 'text' });
  expect(d.last()).toMatchObject({ kind: 'submit', values: { a: 'text' } });
  await until(() => Ann.seesModal().includes('Kept.'));
  await Ann.closes();
  await Ann.says('hello');
  expect(d.last()).toMatchObject({ kind: 'message', text: 'hello', direct: true });
});

test('an event is acked when it is stored, not before: one that was not stored comes again', async () => {
  let n = 0;
  d.answer(() => {
    n += 1;
    if (n === 1) throw new Error('the store is away');
    return {};
  });
  const from = d.heard.length;
  await Ann.says('do not lose this').catch(() => {});
  await until(() => d.heard.length >= from + 2);
  expect(new Set(d.heard.slice(from).map((e) => e.id)).size).toBe(1);
});

test('what takes longer than Slack waits is acked in time and answered later', async () => {
  await adapter.send(await adapter.direct(ann, team), said('Slow', 'Wait'), 'slow');
  d.answer(async () => {
    await pause(3200);
    return { card: said('Done after all', 'Next') };
  });
  await Ann.clicks('Wait');
  await until(() => Ann.sees().includes('Done after all'));
});

test('what broke is said', async () => {
  await adapter.send(await adapter.direct(ann, team), said('Breaks', 'Break'), 'breaks');
  d.answer(() => {
    throw Object.assign(new Error('broken'), { reply: { toast: 'Nothing was changed.' } });
  });
  await Ann.clicks('Break');
  await until(() => Ann.sees().includes('Nothing was changed.'));
});

test('a line that tears comes back, also when Slack refuses the first new one', async () => {
  const thrown: unknown[] = [];
  const note = (e: unknown) => void thrown.push(e);
  process.on('unhandledRejection', note);
  slack.faults(nextFaults('apps.connections.open', { kind: 'error', error: 'invalid_auth' }));
  const asked = slack.calls('apps.connections.open').length;
  slack.delivery.sockets.cut();
  await until(() => slack.calls('apps.connections.open').length > asked);
  await until(() => slack.delivery.sockets.open());
  process.off('unhandledRejection', note);
  expect(thrown).toEqual([]);
  d.answer(() => ({}));
  await Ann.says('still there');
  expect(d.last()).toMatchObject({ kind: 'message', text: 'still there' });
  slack.ledger.calls.length = 0;
});
