/**
 * Half of the company works in Slack only, the other half in Feishu only: one bot, one store, one clock, and people who
 * click and type each where they are.
 */
import { dayIn } from '../../src/core/calendar.ts';
import { rooms } from '../../src/core/room.ts';
import { people } from '../../src/people/model.ts';
import { createSample } from '../../src/people/sample.ts';
import {
  employed as employedInFeishu,
  type FeishuWorld,
  feishuGround,
  onGround as onFeishuGround,
} from '../feishu-journey/feishu-world.ts';
import { team } from '../kit/fake-slack/company.ts';
import { travel } from '../kit/side.ts';
import { type Disturbance, type World, world } from '../kit/world.ts';
import {
  employed as employedInSlack,
  onGround as onSlackGround,
  type SlackWorld,
  slackGround,
} from '../slack-journey/slack-world.ts';

export interface HalfWorld extends World {
  onSlack: SlackWorld;
  onFeishu: FeishuWorld;
  /** Who works where. */
  sides: { slack: readonly string[]; feishu: readonly string[] };
}

export interface HalfWorldOptions extends Omit<Disturbance, 'twice'> {
  database: string;
  start: string;
  seed: string;
  /** They have Slack; everybody else has Feishu. */
  slackers: ReadonlySet<string>;
  modes: { slack: 'http' | 'socket'; feishu: 'webhook' | 'socket' };
  /** Every event comes once more after each of these. */
  again?: { slack?: readonly number[]; feishu?: readonly number[] };
}

export async function halfWorld(options: HalfWorldOptions): Promise<HalfWorld> {
  const { database, start, seed, abortEvery, slackers, modes, again = {} } = options;
  const [slack, feishu] = [await slackGround(start, again.slack), await feishuGround(start, again.feishu)];
  const inner = await world({
    ...{ database, start, seed },
    ...(abortEvery && { abortEvery }),
    arrange: async () => {
      await createSample(dayIn('Europe/Berlin', new Date(start)));
      const all = await people.find({}, { sort: { _id: 1 } });
      await employedInSlack(
        slack.slack,
        all.filter((p) => slackers.has(p._id)),
      );
      await employedInFeishu(
        feishu,
        all.filter((p) => !slackers.has(p._id)),
      );
      // The platform that came first has the company's room.
      await rooms.change({ _id: 'company' }, { $set: { lane: `slack:${team}` }, $inc: { rev: 1 } });
    },
  });
  const onSlack = await onSlackGround(inner, slack, { mode: modes.slack });
  const onFeishu = await onFeishuGround(inner, feishu, { mode: modes.feishu });
  const ids = await inner.inside(async () => (await people.find({}, { sort: { _id: 1 } })).map((p) => p._id));
  return {
    ...inner,
    ...{ onSlack, onFeishu },
    sides: {
      slack: ids.filter((id) => slackers.has(id)),
      feishu: ids.filter((id) => !slackers.has(id)),
    },
    as: (person) => (slackers.has(person) ? onSlack : onFeishu).as(person),
    until: (iso) => travel(inner, [onSlack.side, onFeishu.side], Date.parse(iso)),
    async end() {
      await onSlack.side.leave();
      await onFeishu.side.leave();
      await inner.end();
    },
  };
}
