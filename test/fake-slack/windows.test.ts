import { ackMs } from '../kit/fake-slack/deliver.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';
import { manualTime } from '../kit/fake-slack/time.ts';
import { type Handle, type SmallApp, smallApp } from './bolt.ts';
import { client, opened, refusal } from './clients.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const ask = (label: string, id: string) => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { type: 'plain_text_input', action_id: 'v', max_length: 10 },
});
const form = (title = 'T') => ({
  type: 'modal',
  title: plain(title),
  submit: plain('Send'),
  private_metadata: 'form',
  blocks: [ask('Name', 'name')],
});
const buttons = [
  {
    type: 'actions',
    block_id: 'b',
    elements: [
      { type: 'button', action_id: 'one', text: plain('One'), value: 'v1' },
      { type: 'button', action_id: 'two', text: plain('Two'), value: 'v2' },
    ],
  },
];

const time = manualTime();
let slack: FakeSlack;
let app: SmallApp;
let handle: Handle;
const came = () => app.came as Record<string, never>[];
beforeEach(async () => {
  slack = await opened({ time });
  handle = async ({ ack }) => ack?.();
  app = await smallApp(slack, 'http', (args) => handle(args));
});
afterEach(async () => {
  await app.stop();
  await slack.stop();
});

describe('commands and presses', () => {
  test('a command is answered to that person only', async () => {
    handle = async ({ ack }) => ack?.({ text: 'for your eyes' });
    await slack.user('UANN').types('/perf help me');
    expect(came()[0]).toMatchObject({ command: '/perf', text: 'help me', user_id: 'UANN', team_id: 'T1' });
    expect(slack.user('UANN').sees()).toBe('for your eyes');
    expect(slack.ledger.troubles).toEqual([]);
  });

  test('an answer after three seconds is none', async () => {
    let release = () => {};
    handle = ({ ack }) =>
      new Promise((resolve) => {
        release = () => void ack?.().then(resolve);
      });
    const typed = slack.user('UANN').types('/perf');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await time.advance(ackMs + 1);
    expect(await typed).toEqual({ failed: 'http_timeout' });
    expect(slack.ledger.troubles).toEqual([
      { user: 'UANN', what: '/perf failed with the error “operation_timeout”' },
    ]);
    release();
  });

  test('a press carries the button, the message and a response URL that replaces it five times', async () => {
    await client(slack).chat.postMessage({ channel: 'UANN', text: 'card', blocks: buttons as never });
    await slack.user('UANN').clicks('Two');
    const body = came()[0] as never as { response_url: string; actions: object[]; message: object };
    expect(body.actions[0]).toMatchObject({ type: 'button', action_id: 'two', block_id: 'b', value: 'v2' });
    const put = (text: string) =>
      fetch(body.response_url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ replace_original: true, text }),
      });
    const statuses = [];
    for (const n of [1, 2, 3, 4, 5, 6]) statuses.push((await put(`is ${n}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(slack.user('UANN').sees()).toBe('is 5');
    await slack.user('UANN').types('/perf');
    const later = (came()[1] as never as { response_url: string }).response_url;
    await time.advance(30 * 60_000 + 1);
    expect((await fetch(later, { method: 'POST', body: 'text=x' })).status).toBe(404);
  });
});

describe('windows', () => {
  const api = () => client(slack);
  const open = (trigger_id: string) => api().views.open({ trigger_id, view: form() as never });
  async function trigger(): Promise<string> {
    await slack.user('UANN').types('/perf');
    return (came().at(-1) as never as { trigger_id: string }).trigger_id;
  }

  test('a trigger opens once, within three seconds', async () => {
    const first = await trigger();
    await open(first);
    expect(await refusal(open(first))).toBe('exchanged_trigger_id');
    const second = await trigger();
    await time.advance(3001);
    expect(await refusal(open(second))).toBe('expired_trigger_id');
    expect(await refusal(open('made up'))).toBe('invalid_trigger_id');
  });

  test('three lie on each other, no more', async () => {
    const push = async () => api().views.push({ trigger_id: await trigger(), view: form() as never });
    expect(await refusal(push())).toBe('not_found');
    await open(await trigger());
    expect([await refusal(push()), await refusal(push()), await refusal(push())]).toEqual([
      'taken',
      'taken',
      'push_limit_reached',
    ]);
  });

  test('a hash stops who comes late; what was typed stays', async () => {
    const { view } = await open(await trigger());
    slack.user('UANN').fills({ Name: 'typed' });
    const update = (hash?: string) =>
      api().views.update({ view_id: view?.id as string, view: form('U') as never, ...(hash && { hash }) });
    await update(view?.hash as string);
    expect(await refusal(update(view?.hash as string))).toBe('hash_conflict');
    expect(slack.user('UANN').modal()?.values.name?.v?.value).toBe('typed');
  });

  test('a form: required, bounded, errors beside fields, then closed', async () => {
    await open(await trigger());
    const ann = slack.user('UANN');
    await expect(ann.submits()).rejects.toThrow('“Name” is required');
    await expect(ann.submits({ Name: 'longer than ten' })).rejects.toThrow('does not take');
    handle = async ({ ack }) => ack?.({ response_action: 'errors', errors: { name: 'not this one' } });
    await ann.submits({ Name: 'x' });
    expect(ann.seesModal()).toContain('✗ name: not this one');
    handle = async ({ ack }) => ack?.({ response_action: 'errors', errors: { v: 'by action id' } });
    await ann.submits();
    expect(slack.ledger.troubles.at(-1)?.what).toContain('errors for what is no input: v');
    handle = async ({ ack }) => ack?.();
    await ann.submits();
    expect(ann.modal()).toBeUndefined();
    expect(came().at(-1)).toMatchObject({ view: { state: { values: { name: { v: { value: 'x' } } } } } });
  });

  test('Home is published, pressed, and guarded by its hash', async () => {
    const view = { type: 'home', blocks: buttons } as never;
    const first = await api().views.publish({ user_id: 'UANN', view });
    const other = { type: 'home', blocks: [...buttons, { type: 'divider' }] } as never;
    await api().views.publish({ user_id: 'UANN', view: other, hash: first.view?.hash as string });
    const late = api().views.publish({ user_id: 'UANN', view, hash: first.view?.hash as string });
    expect(await refusal(late)).toBe('hash_conflict');
    await slack.user('UANN').clicks('One', { where: 'home' });
    expect(came()[0]).toMatchObject({ container: { type: 'view' }, view: { type: 'home' } });
    expect(came()[0]).not.toHaveProperty('response_url');
  });
});
