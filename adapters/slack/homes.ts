/** Home: drawn when it is opened and after what was done on it; never twice at once for one person. */
import { randomUUID } from 'node:crypto';
import type { Card } from '../../src/core/card.ts';
import { PlatformError } from '../../src/core/platform.ts';
import type { Client } from './clients.ts';
import { keyOf } from './kept.ts';
import { arrived, type Parts, pause } from './turn.ts';

export interface Homes {
  /** Draws it as it is now; while that runs, all further wishes are one more drawing after it. */
  refresh(tenant: string, account: string, page?: number): Promise<void>;
  publish(tenant: string, account: string, card: Card, page?: number): Promise<void>;
}

/** Between two drawings for one person that follow each other. */
const apartMs = 1000;

interface Running {
  done: Promise<void>;
  again: boolean;
}

function waitAfter(e: unknown, now: Date): number | undefined {
  const at = e instanceof PlatformError && e.kind === 'retry' ? e.retryAt : undefined;
  return at && Math.max(0, at.getTime() - now.getTime()) + Math.random() * apartMs;
}

export function homesOf(parts: Parts): Homes {
  const running = new Map<string, Running>();

  async function publish(tenant: string, account: string, card: Card, page = 0): Promise<void> {
    const { blocks } = await parts.drawing.page({ tenant, account }, 'view', card, page);
    const view = { type: 'home', blocks } as unknown as Parameters<Client['views']['publish']>[0]['view'];
    await parts.clients.call(tenant, 'views.publish', (client) =>
      client.views.publish({ user_id: account, view }),
    );
  }

  async function drawn(tenant: string, account: string, page: number): Promise<void> {
    const id = keyOf('home', tenant, account, randomUUID());
    const reply = await parts.bot().receive({
      ...arrived(id, parts.ports.now(), account, tenant, account),
      kind: 'home',
    });
    if (reply.card) await publish(tenant, account, reply.card, page);
    else if (reply.toast) await publish(tenant, account, { title: reply.toast, blocks: [] });
  }

  /** Where Slack asks to wait it is drawn once more, as it is by then; not all at the same moment. */
  async function patiently(tenant: string, account: string, page: number, isLast: boolean): Promise<void> {
    try {
      await drawn(tenant, account, page);
    } catch (e) {
      const wait = waitAfter(e, parts.ports.now());
      if (wait === undefined || isLast) throw e;
      setTimeout(() => {
        refresh(tenant, account, page, true).catch((err) =>
          parts.log.warn({ err: (err as Error).message }, 'Home was not drawn'),
        );
      }, wait).unref();
    }
  }

  function refresh(tenant: string, account: string, page = 0, isLast = false): Promise<void> {
    const key = `${tenant}:${account}`;
    const now = running.get(key);
    if (now) {
      now.again = true;
      return now.done;
    }
    const state: Running = { again: false, done: Promise.resolve() };
    state.done = (async () => {
      try {
        do {
          if (state.again) await pause(apartMs);
          state.again = false;
          await patiently(tenant, account, page, isLast);
        } while (state.again);
      } finally {
        running.delete(key);
      }
    })();
    running.set(key, state);
    return state.done;
  }

  return { refresh, publish };
}
