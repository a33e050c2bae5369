/** The adapter between the strict fake Slack and a bot that says what the test tells it to. */

import type { Connection } from 'mongoose';
import { type SlackOptions, slackAdapter } from '../../../adapters/slack/index.ts';
import type { Card, Form, Option, Reply } from '../../../src/core/card.ts';
import { silent } from '../../../src/core/log.ts';
import { md, person } from '../../../src/core/md.ts';
import type { Adapter, Bot, Inbound } from '../../../src/core/platform.ts';
import { application, listen } from '../../../src/server.ts';
import { connect } from '../../kit/database.ts';
import { type FakeSlack, fakeSlack } from '../../kit/fake-slack/index.ts';
import { testPorts } from './ports.ts';

export interface Desk {
  connection: Connection;
  slack: FakeSlack;
  adapter: Adapter;
  /** Everything that reached the bot, and what was acked. */
  heard: Inbound[];
  acked: string[];
  changed: string[];
  /** Persons who are not in this workspace. */
  others: Option[];
  /** How the bot answers from now on. */
  answer(how: (e: Inbound) => Reply | Promise<Reply>): void;
  opens(which: (what: { token: string } | { command: string }) => boolean): void;
  last(): Inbound;
  /** Waits until all that the bot answered was brought to where it belongs. */
  rest(): Promise<void>;
}

export const team = 'T0DESK';
export const [ann, bo] = ['U0ANN', 'U0BO'];
const people = {
  [ann]: { id: 'ann', name: 'Ann Ångström' },
  [bo]: { id: 'bo', name: '李波', locale: 'zh' as const },
};

export async function desk(
  name: string,
  mode: 'http' | 'socket' | 'oauth' = 'http',
  more: SlackOptions = {},
): Promise<Desk> {
  const connection = await connect(name);
  const slack = await fakeSlack();
  slack.workspace(team, 'Desk');
  slack.member(team, { id: ann, realName: 'Ann Ångström', email: 'Ann@Example.com', title: 'Engineer' });
  slack.member(team, { id: bo, realName: '李波', locale: 'zh-CN', tz: 'Asia/Shanghai' });
  const install = mode === 'oauth' ? undefined : slack.install(team);
  const { app } = slack;
  const options: SlackOptions = {
    apiUrl: slack.apiUrl,
    ...(mode === 'socket' ? { appToken: app.appToken } : { signingSecret: app.signingSecret }),
    ...(mode === 'oauth'
      ? { clientId: app.clientId, clientSecret: app.clientSecret }
      : { botToken: install?.token }),
    ...more,
  };
  const others: Option[] = [];
  const adapter = slackAdapter(options, testPorts(connection, people, others));
  let how: (e: Inbound) => Reply | Promise<Reply> = () => ({});
  let opening: Parameters<Desk['opens']>[0] = () => false;
  const seen = { heard: [] as Inbound[], acked: [] as string[], changed: [] as string[] };
  const awaited = new Set<string>();
  const bot: Bot = {
    async receive(e) {
      seen.heard.push(e);
      const reply = await how(e);
      if (e.kind !== 'home' && !seen.acked.includes(e.id)) awaited.add(e.id);
      return reply;
    },
    opens: (what) => opening(what),
    changed: async (_, id) => void seen.changed.push(id),
    acked: (e) => {
      seen.acked.push(e.id);
      awaited.delete(e.id);
    },
  };
  const server = await listen(
    application(adapter.routes ?? [], { ready: async () => [], metrics: async () => '' }, silent),
    '127.0.0.1',
    0,
  );
  slack.delivery.to.url = `http://127.0.0.1:${server.port}/slack/events`;
  await adapter.start(bot);
  if (mode === 'socket') for (let n = 0; n < 200 && !slack.delivery.sockets.open(); n += 1) await pause(20);
  afterAll(async () => {
    await adapter.stop();
    await server.stop();
    await slack.stop();
  });
  return {
    connection,
    slack,
    adapter,
    ...seen,
    others,
    answer: (next) => {
      how = next;
    },
    opens: (which) => {
      opening = which;
    },
    last: () => seen.heard.at(-1) as Inbound,
    async rest() {
      await until(() => awaited.size === 0);
      await slack.idle();
    },
  };
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Waits until it holds; the test's own time limit ends it when it never does. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(10);
}

export const card = (title: string, ...labels: string[]): Card => ({
  title,
  blocks: [
    { type: 'text', text: md`${person('bo')} says <!channel> & more` },
    ...(labels.length > 0
      ? [{ type: 'actions' as const, items: labels.map((label) => ({ label, token: `t.${label} {}` })) }]
      : []),
  ],
});

export const form: Form = {
  title: 'Give feedback',
  submit: 'Send',
  token: 't.send {"id":"f1"}',
  fields: [
    { name: 'what', label: 'What happened', type: 'text', lines: 3, required: true },
    {
      name: 'level',
      label: 'Level',
      type: 'rating',
      required: true,
      options: [
        { label: 'good', value: '4' },
        { label: 'great', value: '5' },
      ],
    },
    { name: 'whom', label: 'Whom', type: 'person', many: true },
    { name: 'day', label: 'Day', type: 'date', value: '2027-01-15' },
    { name: 'share', label: 'Share', type: 'number', value: '40' },
  ],
};

/** Between tests nothing stays, and Slack refused nothing of what was sent. */
export function tidily(d: Desk): void {
  const { slack } = d;
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
}
