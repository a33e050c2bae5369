/** A store that answers late: a window opens at once and waits; the form comes when it can. */
import { type SlackWorld, slackWorld } from '../slack-journey/slack-world.ts';

const lateMs = 2000;
let w: SlackWorld;
beforeEach(async () => {
  w = await slackWorld({ database: 'slack-slow', mode: 'http' });
}, 60_000);
afterEach(() => w.end(), 60_000);

/** Whatever is asked in a transaction is answered two seconds later. */
function late(): void {
  const { store } = w.parts as { store: { transact: unknown } };
  const { transact } = w.parts.store;
  store.transact = async (run: () => Promise<unknown>) => {
    await new Promise((resolve) => setTimeout(resolve, lateMs));
    return transact(run);
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
    late();
    const opens = w.slack.calls('views.open').length;
    const asked = by === 'press' ? user.clicks('Open the form') : user.types('/perf kickoff');
    await w.happens(() => w.slack.calls('views.open').length > opens);
    // The window stands there, before the store has said anything.
    expect(w.heard.pending).toBeGreaterThan(0);
    expect(user.modal()?.view.submit).toBeUndefined();
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
