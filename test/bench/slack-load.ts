/** Signed presses, made beforehand, sent so many at once; and the measured process they go to. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { accountOf, team } from '../kit/fake-slack/company.ts';
import { encoded, signature } from '../kit/fake-slack/deliver.ts';
import type { FakeSlack } from '../kit/fake-slack/index.ts';
import { actionsBody } from '../kit/fake-slack/payloads.ts';
import type { Message } from '../kit/fake-slack/state.ts';
import { quantile } from './bench-world.ts';
import type { ChildSettings, Used } from './slack-child.ts';

export interface Child {
  port: number;
  used(): Promise<Used>;
  run(what: { token: string; person: string; many: number }): Promise<void>;
  end(): void;
}

const program = fileURLToPath(new URL('./slack-child.js', import.meta.url));

export async function child(settings: ChildSettings): Promise<Child> {
  const process_: ChildProcess = fork(program, [JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const asked = async (what: object): Promise<Record<string, unknown>> => {
    const answer = once(process_, 'message');
    process_.send(what);
    return (await answer)[0] as Record<string, unknown>;
  };
  const [{ port }] = (await once(process_, 'message')) as [{ port: number }];
  return {
    port,
    used: async () => (await asked({ used: true })).used as Used,
    run: async (what) => void (await asked({ run: what })),
    end: () => void process_.kill('SIGKILL'),
  };
}

/** What is pressed: help, on a card of its own that stands in the person's conversation. */
export const pressedToken = 'core.typed {"text":"help"}';

export interface Press {
  raw: string;
  headers: Record<string, string>;
  responseUrl: string;
}

export function presses(slack: FakeSlack, persons: readonly string[], many: number): Press[] {
  return Array.from({ length: many }, (_, n) => {
    const of = { team, user: accountOf(persons[n % persons.length] ?? '') };
    const message: Message = {
      text: 'card',
      blocks: [],
      ts: slack.state.ts(),
      channel: slack.user(of.user).direct(),
      team,
      user: slack.core.installFor(team).botUser,
      byApp: true,
      files: [],
      before: [],
      deleted: false,
    };
    slack.state.messages.push(message);
    const action = { type: 'button', action_id: 'press.0.0.0', block_id: 'a0.0', value: pressedToken };
    const body = actionsBody(slack.core, of, { action, message, state: {} });
    const { raw, type } = encoded('interactive', body);
    const at = Math.floor(Date.now() / 1000);
    return {
      raw,
      responseUrl: String(body.response_url),
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': signature(slack.app.signingSecret, at, raw),
      },
    };
  });
}

const agents = new Map<number, Agent>();

export function send(port: number, { raw, headers }: Press, atOnce = 1): Promise<number> {
  const agent = agents.get(atOnce) ?? new Agent({ keepAlive: true, maxSockets: atOnce });
  agents.set(atOnce, agent);
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path: '/slack/events', method: 'POST', headers, agent },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    asked.on('error', reject);
    asked.end(raw);
  });
}

export interface Loaded {
  perSecond: number;
  p50: number;
  p99: number;
  cpuMs: number;
  rssMb: number;
  others: number;
}

export async function load(to: Child, all: readonly Press[], atOnce: number): Promise<Loaded> {
  const times: number[] = [];
  let others = 0;
  const left = [...all];
  const before = await to.used();
  const from = performance.now();
  const one = async (): Promise<void> => {
    for (let press = left.pop(); press; press = left.pop()) {
      const at = performance.now();
      if ((await send(to.port, press, atOnce)) !== 200) others += 1;
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const seconds = (performance.now() - from) / 1000;
  // What follows the answers belongs to their price.
  await new Promise((done) => setTimeout(done, 300));
  const after = await to.used();
  times.sort((a, b) => a - b);
  return {
    perSecond: all.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpuMs: (after.cpuMs - before.cpuMs) / all.length,
    rssMb: after.rssMb,
    others,
  };
}
