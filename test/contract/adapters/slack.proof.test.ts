import { slackAdapter } from '../../../adapters/slack/index.ts';
import type { Bot } from '../../../src/core/platform.ts';
import { connect } from '../../kit/database.ts';
import { fakeSlack } from '../../kit/fake-slack/index.ts';
import { testPorts } from '../../slack/kit/ports.ts';
import { platformContract } from './suite.ts';

const connection = await connect('contract-slack');
const tenant = 'T0CONTRACT';
const accounts = { ann: 'U0ANN', bo: 'U0BO', chen: 'U0CHEN' };

/** Nothing comes in here: what the adapter sends is looked at. */
const bot: Bot = { receive: async () => ({}), opens: () => false, changed: async () => {}, acked: () => {} };

const titleOf = (blocks: readonly Record<string, unknown>[]) =>
  String((blocks[0]?.text as { text?: string } | undefined)?.text ?? '').replace(
    /^\p{Extended_Pictographic} /u,
    '',
  );

platformContract(async () => {
  const slack = await fakeSlack();
  slack.workspace(tenant, 'Contract');
  for (const id of Object.values(accounts)) slack.member(tenant, { id });
  const { token } = slack.install(tenant);
  const people = Object.fromEntries(
    Object.entries(accounts).map(([name, account]) => [account, { id: name, name }]),
  );
  const adapter = slackAdapter(
    { botToken: token, signingSecret: slack.app.signingSecret, apiUrl: slack.apiUrl },
    testPorts(connection, people),
  );
  await adapter.start(bot);
  return {
    adapter,
    tenant,
    accounts,
    sees: async (person) =>
      slack
        .user(accounts[person as 'ann'])
        .messages()
        .filter((m) => m.byApp && m.blocks.length > 0)
        .map((m) => titleOf(m.blocks)),
    async end() {
      // Slack took everything that was sent.
      expect(slack.refused().map((call) => `${call.method}: ${call.error}`)).toEqual([]);
      await adapter.stop();
      await slack.stop();
    },
  };
});
