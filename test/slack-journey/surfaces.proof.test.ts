/** Every card of the product where a message is not its only place: on Home, in a window, and as a command's answer. */

import { can } from '../../adapters/slack/can.ts';
import { slackAdapter } from '../../adapters/slack/index.ts';
import type { Card, Reply } from '../../src/core/card.ts';
import { fitted } from '../../src/core/fit.ts';
import type { Locale } from '../../src/core/i18n.ts';
import { silent } from '../../src/core/log.ts';
import { registry } from '../../src/core/module.ts';
import type { Adapter, Bot, Inbound } from '../../src/core/platform.ts';
import { modules } from '../../src/modules.ts';
import { application, type Listening, listen } from '../../src/server.ts';
import { connect } from '../kit/database.ts';
import { team } from '../kit/fake-slack/company.ts';
import { type FakeSlack, fakeSlack } from '../kit/fake-slack/index.ts';
import { testPorts } from '../slack/kit/ports.ts';
import { eventsAt } from './slack-world.ts';

const connection = await connect('slack-surfaces');
const samples = registry(modules).modules.flatMap((m) =>
  m.cards.map((c) => ({ ...c, name: `${m.name}.${c.name}` })),
);
const views = (['en', 'zh'] as Locale[]).map((locale) => ({
  locale,
  zone: locale === 'en' ? 'America/New_York' : 'Asia/Shanghai',
  now: new Date('2027-01-06T02:00:00Z'),
}));

let slack: FakeSlack;
let adapter: Adapter;
let server: Listening;
/** What the bot answers with now; Home shows it, or the button that asks for it. */
let answer: Card = { title: '', blocks: [] };
let home: Card = answer;

const bot: Bot = {
  receive: async (e: Inbound): Promise<Reply> => ({ card: e.kind === 'home' ? home : answer }),
  opens: () => false,
  changed: async () => {},
  acked: () => {},
};

beforeAll(async () => {
  slack = await fakeSlack();
  slack.workspace(team, 'Acme');
  slack.member(team, { id: 'UANN', realName: 'Ann' });
  slack.install(team);
  const ports = testPorts(connection, { UANN: { id: 'ann', name: 'Ann' } });
  const { SLACK_BOT_TOKEN: botToken } = slack.env('http');
  const made = slackAdapter(
    { apiUrl: slack.apiUrl, botToken, signingSecret: slack.app.signingSecret },
    ports,
  );
  const health = { ready: async () => [], metrics: async () => '' };
  server = await listen(application(made.routes, health, silent), '127.0.0.1', 0);
  slack.delivery.to.url = eventsAt(server);
  await made.start(bot);
  adapter = made;
});
afterAll(async () => {
  await adapter.stop();
  await server.stop();
  await slack.stop();
});

async function shows(what: () => string, mark: string): Promise<void> {
  for (const until = Date.now() + 30_000; !what().includes(mark) && Date.now() < until; )
    await new Promise((resolve) => setTimeout(resolve, 2));
  if (!what().includes(mark))
    throw new Error(`nothing came; refused: ${JSON.stringify(slack.refused().at(-1))}`);
}

let n = 0;

test.each(samples)('$name', async ({ draw }) => {
  const ann = slack.user('UANN');
  for (const view of views)
    for (const which of ['shortest', 'longest'] as const) {
      n += 1;
      // So that it can be told from all the others.
      const mark = `${n}§`;
      const card = draw(which, view);
      answer = fitted({ ...card, title: `${mark} ${card.title}` }, can.limits);
      home = answer;
      await ann.opensHome();
      await shows(ann.seesHome, mark);
      await ann.types('/perf look');
      await shows(() => ann.sees().slice(-20_000), mark);
      const look = { label: `Look ${n}`, token: 'look {}' };
      home = { title: 'Home', blocks: [{ type: 'actions', items: [look] }] };
      await ann.opensHome();
      await shows(ann.seesHome, look.label);
      await ann.clicks(look.label, { where: 'home' });
      await shows(ann.seesModal, mark);
      await ann.closes();
      slack.state.messages.length = 0;
    }
  const wrong = slack.refused().map(({ method, error, messages }) => ({ method, error, messages }));
  expect(wrong).toEqual([]);
  expect(slack.ledger.troubles).toEqual([]);
  expect(slack.ledger.warnings).toEqual([]);
});
