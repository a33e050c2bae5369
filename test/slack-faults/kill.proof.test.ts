/** Killed with -9 before Slack accepts, after it, and before that is noted: every message is there once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outbox } from '../../src/core/outbox.ts';
import { random } from '../kit/fake-slack/faults.ts';
import {
  companyOf,
  ended,
  fillStore,
  keysOf,
  looking,
  productOn,
  servedFrom,
  timesOf,
  within,
} from './processes.ts';

const seed = Number(process.env.SEED ?? 20_274);
const kills = Number(process.env.KILLS ?? 6);
const many = 60;
const moments = ['accepted', 'before', 'completion'] as const;

test(`${kills} kills -9 while ${many} messages go to Slack`, async () => {
  const draw = random(seed);
  const dir = mkdtempSync(join(tmpdir(), 'growloop-slack-kill-'));
  const slack = await companyOf(many);
  await servedFrom(dir, (store) => fillStore(store.line, many, many));
  const at: Record<string, number> = {};
  for (let life = 0; life < kills; life += 1) {
    const moment = moments[life % moments.length] ?? 'accepted';
    const nth = 1 + Math.floor(draw() * 6);
    const product = await productOn(slack, { DATA_DIR: dir });
    const kill = () => void product.process.kill('SIGKILL');
    slack.faults(({ method, nth: n }) => {
      if (method !== 'chat.postMessage' || n !== nth) return undefined;
      at[moment] = (at[moment] ?? 0) + 1;
      if (moment === 'completion') return void setTimeout(kill, 1 + draw() * 4);
      kill();
      return { kind: 'hang', accepted: moment === 'accepted' };
    });
    if (!(await within(20_000, () => product.process.signalCode !== null))) kill();
    await ended(product);
  }
  const before = slack.posts().size;
  slack.faults(undefined);
  const last = await productOn(slack, { DATA_DIR: dir });
  const whole = await within(60_000, () => timesOf(slack, keysOf(many)).every((n) => n > 0));
  await new Promise((r) => setTimeout(r, 2000));
  await last.stop();
  const left = await servedFrom(dir, (store) =>
    looking(store.line, () => outbox.find({ state: { $ne: 'done' } })),
  );
  const times = timesOf(slack, keysOf(many));
  const figures = {
    lost: times.filter((n) => n === 0).length,
    doubled: times.filter((n) => n > 1).length,
    listed: left.filter((row) => row.state === 'unsure').length,
    waiting: left.filter((row) => row.state !== 'unsure').length,
    lookedUp: slack.calls('conversations.history').length,
  };
  process.stdout.write(
    `slack kill -9: seed ${seed}, at ${JSON.stringify(at)}, ${before} sent by then, ${JSON.stringify(figures)}\n`,
  );
  await slack.stop();
  rmSync(dir, { recursive: true, force: true });
  expect(whole).toBe(true);
  expect(Object.keys(at)).toHaveLength(moments.length);
  expect(before).toBeLessThan(many);
  expect(figures).toMatchObject({ lost: 0, doubled: 0, listed: 0, waiting: 0 });
  expect(figures.lookedUp).toBeGreaterThan(0);
}, 400_000);
