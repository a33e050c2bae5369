/**
 * The world of the journeys, on Slack: the real adapter between the real router and the strict fake, people at Slack's
 * window. `as` speaks the same verbs as everywhere, so a journey runs here unchanged, over HTTP or over a socket.
 */
import { slackAdapter } from '../../adapters/slack/index.ts';
import { dayIn } from '../../src/core/calendar.ts';
import type { Reply } from '../../src/core/card.ts';
import { type Log, silent } from '../../src/core/log.ts';
import type { Adapter, Bot, Inbound } from '../../src/core/platform.ts';
import { sealingOf } from '../../src/core/seal.ts';
import { type Person, people } from '../../src/people/model.ts';
import { aboutPeople } from '../../src/people/platform-ports.ts';
import { createSample } from '../../src/people/sample.ts';
import { application, type Listening, listen } from '../../src/server.ts';
import { accountOf, employ, team } from '../kit/fake-slack/company.ts';
import { type FakeSlack, fakeSlack } from '../kit/fake-slack/index.ts';
import { type ManualTime, manualTime } from '../kit/fake-slack/time.ts';
import { type Side, travel } from '../kit/side.ts';
import { type Disturbance, type Someone, type World, world } from '../kit/world.ts';
import { onSlack } from './someone.ts';

export interface SlackWorld extends World {
  slack: FakeSlack;
  heard: Heard;
  /** Presses and forms that were found in sight, and those made by hand because nothing in sight carries them. */
  found: { real: number; forged: string[] };
  /** Resolves when everything that came was answered, and what follows the answers is done. */
  quiet(): Promise<void>;
  /** Waits for what follows an answer. */
  happens(what: () => boolean): Promise<void>;
  side: Side;
}

interface Placing {
  mode: 'http' | 'socket';
  log?: Log;
}

export interface SlackWorldOptions extends Omit<Disturbance, 'twice'>, Placing {
  database: string;
  start?: string;
  seed?: string;
  /** Every event comes once more after each of these. */
  again?: readonly number[];
}

/** What passed between adapter and core. */
export interface Heard {
  events: Inbound[];
  answered: Map<string, Reply>;
  acked: Set<string>;
  pending: number;
}

const health = { ready: async () => [], metrics: async () => '' };

/** Slack before the bot is there, with a time of its own. */
export interface SlackGround {
  slack: FakeSlack;
  time: ManualTime;
}

export async function slackGround(start: string, again: readonly number[] = []): Promise<SlackGround> {
  const time = manualTime(Date.parse(start));
  const slack = await fakeSlack({ time });
  slack.workspace(team, 'Acme');
  slack.install(team);
  slack.delivery.disturb.eventsAgain = again;
  return { slack, time };
}

/** They have an account here, and none elsewhere. */
export async function employed(slack: FakeSlack, those: readonly Person[]): Promise<void> {
  const here = new Set(those.map(({ _id }) => _id));
  employ(
    slack,
    team,
    those.map(({ _id: id, name, title, zone, locale, manager }) => ({
      id,
      name,
      title,
      zone,
      locale,
      ...(manager && here.has(manager) && { manager }),
    })),
  );
  for (const { _id } of those)
    await people.change(
      { _id },
      { $set: { accounts: [`slack:${team}:${accountOf(_id)}`] }, $inc: { rev: 1 } },
    );
}

export const slackOptions = (slack: FakeSlack, mode: 'http' | 'socket') => ({
  apiUrl: slack.apiUrl,
  botToken: slack.core.installFor(team).token,
  ...(mode === 'socket' ? { appToken: slack.app.appToken } : { signingSecret: slack.app.signingSecret }),
});

/** Nobody waits for a pace in a journey; the faults and the bench measure it. */
const unhurried = (adapter: Adapter): Adapter => ({
  ...adapter,
  can: { ...adapter.can, perMinute: Number.POSITIVE_INFINITY, gapMs: 0 },
});

export async function slackWorld(options: SlackWorldOptions): Promise<SlackWorld> {
  const { again, database, abortEvery, seed, start = '2027-01-04T01:00:00Z' } = options;
  const ground = await slackGround(start, again);
  const inner = await world({
    database,
    start,
    ...(seed && { seed }),
    ...(abortEvery && { abortEvery }),
    arrange: async () => {
      await createSample(dayIn('Europe/Berlin', new Date(start)));
      await employed(ground.slack, await people.find({}, { sort: { _id: 1 } }));
    },
  });
  return onGround(inner, ground, options);
}

/** The bot of this world works there. */
export async function onGround(
  inner: World,
  { slack, time }: SlackGround,
  { mode, log = silent }: Placing,
): Promise<SlackWorld> {
  const { bot, heard } = overheard(inner);
  const adapter = slackAdapter(slackOptions(slack, mode), {
    connection: inner.store.connection,
    log,
    now: inner.clock.now,
    sealing: sealingOf(inner.store),
    ...aboutPeople(inner.store.within, inner.clock.now),
  });
  (inner.parts.adapters as Map<string, Adapter>).set('slack', unhurried(adapter));
  const server = await listen(application(adapter.routes, health, silent), '127.0.0.1', 0);
  slack.delivery.to.url = eventsAt(server);
  await adapter.start(bot);
  if (mode === 'socket') await connected(slack);
  const seats = new Map<string, Someone>();
  const still = () => quiet(slack, heard);
  const side: Side = {
    next: time.next,
    async moveTo(ms) {
      await time.moveTo(ms);
      await still();
    },
    async leave() {
      slack.delivery.sockets.cut();
      await aMoment(20);
      await adapter.stop();
      await server.stop();
      await slack.stop();
    },
  };
  const self: SlackWorld = {
    ...inner,
    ...{ slack, heard, found: { real: 0, forged: [] }, quiet: still, happens, side },
    as(person) {
      const seat = seats.get(person) ?? onSlack(self, person, time);
      seats.set(person, seat);
      return seat;
    },
    until: (iso) => travel(inner, [side], Date.parse(iso)),
    async end() {
      await side.leave();
      await inner.end();
    },
  };
  return self;
}

export const eventsAt = ({ port }: Listening): string => `http://127.0.0.1:${port}/slack/events`;

export const aMoment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function connected(slack: FakeSlack): Promise<void> {
  for (let n = 0; n < 500 && !slack.delivery.sockets.open(); n += 1) await aMoment(10);
}

function overheard({ bot }: World): { bot: Bot; heard: Heard } {
  const heard: Heard = { events: [], answered: new Map(), acked: new Set(), pending: 0 };
  const own: Bot = {
    opens: bot.opens,
    changed: bot.changed,
    async receive(e) {
      heard.pending += 1;
      heard.events.push(e);
      try {
        const reply = await bot.receive(e);
        heard.answered.set(e.id, reply);
        return reply;
      } finally {
        heard.pending -= 1;
      }
    },
    acked(e) {
      void bot.acked(e).then(() => heard.acked.add(e.id));
    },
  };
  return { bot: own, heard };
}

const patienceMs = 15_000;

async function happens(what: () => boolean): Promise<void> {
  for (const until = Date.now() + patienceMs; !what() && Date.now() < until; ) await aMoment(2);
}

/** What was answered was flushed, and Home that was drawn was published. */
async function quiet(slack: FakeSlack, heard: Heard): Promise<void> {
  const waits = () => {
    const open = heard.events.filter(
      (e) => e.kind !== 'home' && heard.answered.has(e.id) && !heard.acked.has(e.id),
    );
    const homes = heard.events.filter((e) => e.kind === 'home').length - slack.calls('views.publish').length;
    return heard.pending > 0 || homes > 0 || open.length > 0
      ? { open: open.map((e) => e.kind), homes }
      : undefined;
  };
  const until = Date.now() + patienceMs;
  for (;;) {
    await slack.idle();
    const still = waits();
    if (!still) break;
    if (Date.now() > until)
      throw new Error(
        `not quiet: ${JSON.stringify(still)}; refused: ${JSON.stringify(slack.refused().slice(-3))}`,
      );
  }
}
