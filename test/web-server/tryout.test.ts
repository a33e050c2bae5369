import { connect } from '../kit/database.ts';
import { type Console, openConsole, START } from './kit/console.ts';
import { get, post } from './kit/visit.ts';

const connection = await connect('web-tryout');
let c: Console | undefined;

afterEach(async () => {
  await c?.web.stop();
});

const later = new Date(+START + 3_600_000);

test('where nothing can be tried out there is no clock and no play', async () => {
  c = await openConsole(connection);
  expect((await c.ask(get('/api/clock'))).status).toBe(404);
  expect((await c.ask(post('/api/clock', { by: 'PT1H' }))).status).toBe(404);
  expect((await c.ask(post('/api/play', {}))).status).toBe(404);
});

test('the clock is answered when everything it set off was sent', async () => {
  const order: string[] = [];
  c = await openConsole(connection, {
    clock: {
      read: async () => ({ now: START, next: later }),
      move: async () => {
        order.push('moved');
        return { now: later, ran: 3 };
      },
    },
    play: async () => {
      order.push('played');
      return [];
    },
    settled: async () => {
      await new Promise((done) => setTimeout(done, 5));
      order.push('settled');
    },
  });
  expect((await c.ask(get('/api/clock'))).body).toEqual({
    now: START.toISOString(),
    next: later.toISOString(),
  });
  const [moved, played] = await Promise.all([
    c.ask(post('/api/clock', { to: 'next-working-day' })),
    c.ask(post('/api/play', {})),
  ]);
  expect([moved.body, played.body]).toEqual([{ now: later.toISOString(), ran: 3 }, { did: [] }]);
  expect([...order].sort()).toEqual(['moved', 'played', 'settled', 'settled']);
  expect(order[1]).toBe('settled');
});

test('what is not a clock move or a person', async () => {
  c = await openConsole(connection, {
    clock: { read: async () => ({ now: START }), move: async () => ({ now: START, ran: 0 }) },
    play: async () => [],
  });
  for (const body of [{}, { to: 1 }, { to: 'x', by: 'y' }, [], 'x', null, { by: '' }]) {
    expect((await c.ask(post('/api/clock', body))).status).toBe(400);
  }
  expect((await c.ask(post('/api/play', { people: ['nobody'] }))).status).toBe(404);
  expect((await c.ask(post('/api/play', { people: 'ann' }))).status).toBe(400);
});
