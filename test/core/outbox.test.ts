import fc from 'fast-check';
import type { Ctx, Draw } from '../../src/core/context.ts';
import { job } from '../../src/core/job.ts';
import { pace } from '../../src/core/lane.ts';
import { command, module, type Typed } from '../../src/core/module.ts';
import { afterQuiet, outbox } from '../../src/core/outbox.ts';
import { PlatformError, type Receipt } from '../../src/core/platform.ts';
import { people } from '../../src/people/model.ts';
import { notesModule } from '../kit/notes.ts';
import { fakePlatform } from '../kit/platform.ts';
import { small } from '../kit/someone.ts';
import { type World, world } from '../kit/world.ts';

const card =
  (title: string): Draw =>
  () => ({ title, blocks: [] });

const nudge = job('nudge', {}, async (ctx) => {
  for (const n of [1, 2, 3, 4, 5])
    ctx.tell(`nudge${n}`, { person: 'ann' }, card(`nudge ${n}`), { proactive: true });
});
const asks = (name: string, run: (ctx: Ctx, _: unknown, typed: Typed) => Promise<void>) =>
  command(name, {
    help: () => name,
    touches: ['notes:W'],
    load: async () => undefined,
    allow: () => true,
    run,
  });
const tries = module('tries', {
  jobs: [nudge as never],
  commands: [
    asks('tell', async (ctx, _, typed) => ctx.tell(typed.text, { person: 'ann' }, card('hello'))),
    asks('show', async (ctx, _, typed) => ctx.show('live', { person: 'ann' }, card(typed.text))),
    asks('nudge', async (ctx) => ctx.later(nudge, {})),
  ],
});

let w: World;
beforeEach(async () => {
  w = await world({
    database: 'outbox',
    more: [tries, notesModule],
    start: '2027-01-04T09:00:00Z',
    arrange: () => small({ _id: 'ann' }, { _id: 'bo' }),
  });
});
afterEach(() => w.end());

/** Lets the platform fail for some calls, in order. */
function failing(call: 'send' | 'edit', ...faults: (PlatformError | 'lost' | undefined)[]): () => number {
  const real = w.platform[call].bind(w.platform) as (...args: unknown[]) => Promise<Receipt>;
  let n = 0;
  Object.assign(w.platform, {
    [call]: async (...args: unknown[]) => {
      const fault = faults[n];
      n += 1;
      if (fault instanceof PlatformError) throw fault;
      const done = await real(...args);
      if (fault === 'lost') throw new PlatformError('unknown', 'the answer was lost');
      return done;
    },
  });
  return () => n;
}

const titles = (who = 'ann') =>
  w
    .as(who)
    .messages()
    .map((m) => m.card.title);
const later = (minutes: number) =>
  w.until(new Date(w.clock.now().getTime() + minutes * 60_000).toISOString());

test('an unknown outcome is tried again under the same key: the message is there once', async () => {
  const calls = failing('send', 'lost');
  await w.as('ann').types('tell x');
  await later(1);
  expect(calls()).toBe(2);
  expect(titles()).toEqual(['hello']);
});

test('once it may be there it is never sent blindly, whatever happens in between', async () => {
  const asked: unknown[] = [];
  failing('send', 'lost', new PlatformError('retry', 'too often', new Date('2027-01-04T09:00:30Z')));
  const { send } = w.platform;
  w.platform.send = (to, card, key, again) => {
    asked.push(again ?? false);
    return send(to, card, key, again);
  };
  await w.as('ann').types('tell x');
  await later(2);
  expect(asked).toEqual([false, true, true]);
  expect(titles()).toEqual(['hello']);
});

test('a message that waited goes to the account of its lane, not to the one used since', async () => {
  const other = fakePlatform(w.clock, 'other');
  (w.parts.adapters as Map<string, unknown>).set('other', other);
  const first = ['other:local:ann2', 'web:local:ann'];
  await w.inside(() => people.change({ _id: 'ann' }, { $set: { accounts: first } }));
  await w.until('2027-01-04T22:00:00Z');
  await w.as('bo').types('nudge');
  await w.inside(() => people.change({ _id: 'ann' }, { $set: { accounts: first.toReversed() } }));
  await w.until('2027-01-05T08:01:00Z');
  expect(other.all().map((m) => m.to)).toEqual(['dm:ann2', 'dm:ann2', 'dm:ann2']);
});

test('what the platform refuses for good is dead at once and kept, with the reason', async () => {
  failing('send', new PlatformError('broken', 'invalid_blocks'));
  await w.as('ann').types('tell x');
  const [row] = await w.inside(() => outbox.find({ state: 'dead' }));
  expect([row?.error, row?.card?.includes('hello')]).toEqual(['broken: invalid_blocks', true]);
});

test('a rate limit blocks the whole lane until it ends, and is no attempt', async () => {
  const calls = failing('send', new PlatformError('retry', '429', new Date('2027-01-04T09:10:00Z')));
  await w.as('ann').types('tell x');
  await w.as('ann').types('tell y');
  expect(calls()).toBe(1);
  await w.until('2027-01-04T09:09:59Z');
  expect(calls()).toBe(1);
  await w.until('2027-01-04T09:10:01Z');
  expect(titles()).toEqual(['hello', 'hello']);
});

test('after eight tries a message is dead, not lost', async () => {
  failing('send', ...Array.from({ length: 20 }, () => new PlatformError('retry', 'down')));
  await w.as('ann').types('tell x');
  await later(60);
  expect(await w.inside(() => outbox.count({ state: 'dead' }))).toBe(1);
});

test('of a live card only the newest is sent, and edited afterwards', async () => {
  await w.as('ann').types('show one');
  await w.as('bo').types('show two');
  expect(titles()).toEqual(['two']);
  expect(w.platform.all().map((m) => m.edits)).toEqual([1]);
  await w.as('bo').types('show two');
  expect(w.platform.all().map((m) => m.edits)).toEqual([1]);
});

test('a card that is gone, or too old to be edited, is sent anew', async () => {
  await w.as('ann').types('show one');
  failing('edit', new PlatformError('gone', 'deleted'));
  await w.as('ann').types('show two');
  expect(titles()).toEqual(['one', 'two']);
  Object.assign(w.platform.can, { editableDays: 14 });
  await w.until('2027-01-20T09:00:00Z');
  await w.as('ann').types('show three');
  expect(titles()).toEqual(['one', 'two', 'three']);
});

test('a card that went back in the answer is not sent as well; one whose answer got lost is', async () => {
  const ann = w.as('ann');
  await ann.types('jot x');
  await ann.presses('Add');
  expect(ann.messages().map((m) => m.edits)).toEqual([1]);
  const { button, message } = w.platform.find('ann', 'Add');
  await w.bot.receive({
    id: 'lost',
    at: w.clock.now(),
    from: 'ann',
    where: message.receipt.at,
    kind: 'press',
    token: button.token,
    on: message.receipt,
  });
  await w.bot.settle();
  expect(ann.sees()).toContain('×1');
  await later(1);
  expect(ann.sees()).toContain('×2');
});

test('nobody hears more than three things a day that they did not ask for', async () => {
  await w.as('bo').types('nudge');
  expect(titles()).toEqual(['nudge 1', 'nudge 2', 'nudge 3']);
  await w.until('2027-01-05T09:00:00Z');
  expect(titles()).toHaveLength(5);
});

test('in quiet hours what nobody asked for waits, an answer does not', async () => {
  await w.until('2027-01-04T22:00:00Z');
  await w.as('bo').types('nudge');
  await w.as('ann').types('tell x');
  expect(titles()).toEqual(['hello']);
  await w.until('2027-01-05T07:59:00Z');
  expect(titles()).toEqual(['hello']);
  await w.until('2027-01-05T08:01:00Z');
  expect(titles()).toHaveLength(4);
});

test('the first moment outside quiet hours is never inside them, and never before now', () => {
  const zone = fc.constantFrom(
    'Europe/Berlin',
    'Asia/Shanghai',
    'America/New_York',
    'Africa/Cairo',
    'Pacific/Chatham',
  );
  const hour = fc.constantFrom('00:00', '06:30', '08:00', '12:00', '20:00', '23:30');
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(zone, hour, hour, moment, (z, from, to, now) => {
      fc.pre(from !== to);
      const reach = { zone: z, quiet: { from, to } };
      const then = afterQuiet(reach, now);
      expect(then.getTime()).toBeGreaterThanOrEqual(now.getTime());
      expect(afterQuiet(reach, then)).toEqual(then);
      expect(then.getTime() - now.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
    }),
  );
});

test('a fifth of the pace is kept for answers and approvals', () => {
  let now = 0;
  const lane = pace({ perMinute: 60, learnsPace: false, gapMs: 0 }, undefined, () => now);
  const taken = (priority: number) =>
    Array.from({ length: 20 }, () => lane.take(priority)).filter(Boolean).length;
  expect([taken(4), taken(0), taken(0)]).toEqual([8, 2, 0]);
  now += 5000;
  expect(taken(4)).toBe(3);
});
