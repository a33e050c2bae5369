/** A hundred thousand bent requests to the Slack adapter: nothing uncaught, no 5xx, and it does not grow. */
import { fuzz } from '../slack-faults/fuzz.ts';
import { slackWorld } from '../slack-journey/slack-world.ts';

const many = Number(process.env.FUZZ ?? 100_000);
const seed = Number(process.env.SEED ?? 20_273);
const round = 10_000;

test(`${many} bent requests`, async () => {
  const w = await slackWorld({ database: 'slack-long', mode: 'http' });
  const statuses: Record<string, number> = {};
  for (let done = 0; done < many; done += round) {
    const figures = await fuzz(w, Math.min(round, many - done), seed + done);
    for (const [status, n] of Object.entries(figures.statuses))
      statuses[status] = (statuses[status] ?? 0) + n;
    expect(figures.uncaught.slice(0, 3)).toEqual([]);
    expect(figures.broken.slice(0, 3)).toEqual([]);
    // What the fake itself remembers is no concern of the bot.
    w.slack.ledger.calls.length = 0;
    w.heard.events.length = 0;
  }
  process.stdout.write(`slack fuzz: seed ${seed}, ${many} requests, ${JSON.stringify(statuses)}\n`);
  await w.end();
}, 3_600_000);
