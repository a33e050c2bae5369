/** A store that answers late: a window opens at once and waits; the form comes when it can. */
import { type SlackWorld, slackWorld } from '../slack-journey/slack-world.ts';

const lateMs = 2000;
let w: SlackWorld;
beforeEach(async () => {
  w = await slackWorld({ database: 'slack-slow', mode: 'http' });
}, 60_000);
afterEach(() => w.end(), 60_000);

interface Server {
  command(...args: unknown[]): Promise<unknown>;
}

/** Every command to the store is answered two seconds later, whoever gives it; returns how to end that. */
function late(): () => void {
  const client = w.parts.store.connection.getClient() as unknown as {
    topology: { s: { servers: Map<string, Server> } };
  };
  const servers = [...client.topology.s.servers.values()];
  expect(servers.length).toBeGreaterThan(0);
  const ends = servers.map((server) => {
    const { command } = server;
    server.command = async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, lateMs));
      return command.apply(server, args);
    };
    return () => {
      server.command = command;
    };
  });
  return () => {
    for (const end of ends) end();
  };
}

test.each(['command', 'press'])(
  'a %s that opens a form',
  async (by) => {
    const hanna = w.as('hanna');
    const user = w.slack.user('UHANNA');
    if (by === 'press') {
      await user.says('/perf kickoff');
      await w.quiet();
      await w.bot.settle();
    }
    const inTime = late();
    const opens = w.slack.calls('views.open').length;
    const asked = by === 'press' ? user.clicks('Open the form') : user.types('/perf kickoff');
    await w.happens(() => w.slack.calls('views.open').length > opens);
    // The window stands there, before the store has said anything.
    expect(w.heard.pending).toBeGreaterThan(0);
    expect(user.modal()?.view.submit).toBeUndefined();
    // What is left takes as long as it takes; here nobody has to wait for that.
    inTime();
    const came = await asked;
    expect(came).toMatchObject({ status: 200 });
    await w.quiet();
    expect(user.modal()?.view.submit).toBeDefined();
    expect(w.slack.refused()).toEqual([]);
    expect(w.slack.ledger.troubles).toEqual([]);
    expect(hanna.form().fields.length).toBeGreaterThan(3);
  },
  60_000,
);
