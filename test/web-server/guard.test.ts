import { guardOf, isLoopback } from '../../adapters/web/guard.ts';
import { Trouble } from '../../adapters/web/http.ts';

const saying = (run: () => void): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Trouble) return error.saying;
    throw error;
  }
  return 'let in';
};
const asked = (guard: ReturnType<typeof guardOf>, headers: Record<string, string>, path = '/api/people') =>
  saying(() => guard(new Request(`http://127.0.0.1:3000${path}`, { headers }), path));

const TOKEN = 'a'.repeat(32);

describe('while it listens on this computer', () => {
  const guard = guardOf({ host: '127.0.0.1', pageRoot: '.' });

  test.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST:1',
    '127.0.0.1:3000',
    '127.9.8.7',
    '[::1]',
    '[::1]:3000',
  ])('Host %s is let in', (host) => {
    expect(asked(guard, { host })).toBe('let in');
    expect(asked(guard, { host, origin: `http://${host}` })).toBe('let in');
    expect(asked(guard, { host, origin: `https://${host}`, 'sec-fetch-site': 'same-origin' })).toBe('let in');
  });

  test.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    '128.0.0.1',
    'localhost@evil.example',
    'xlocalhost',
    '[::2]',
    '',
    '0.0.0.0',
  ])('Host %j is not', (host) => {
    expect(asked(guard, { host })).toBe('notFromHere');
    expect(asked(guard, { host }, '/')).toBe('notFromHere');
  });

  test.each([
    'http://evil.example',
    'null',
    'file://',
    'http://localhost.evil.example',
    'ftp://localhost',
    'localhost',
  ])('Origin %j is not', (origin) => {
    expect(asked(guard, { host: 'localhost', origin })).toBe('notFromHere');
  });

  test('a request that another site makes is not, for the page either', () => {
    const headers = { host: 'localhost', 'sec-fetch-site': 'cross-site' };
    expect(asked(guard, headers)).toBe('notFromHere');
    expect(asked(guard, headers, '/')).toBe('notFromHere');
  });

  test('with a token given it is asked for here, too', () => {
    const strict = guardOf({ host: 'localhost', token: TOKEN, pageRoot: '.' });
    expect(asked(strict, { host: 'localhost' })).toBe('noToken');
    expect(asked(strict, { host: 'localhost', authorization: `Bearer ${TOKEN}` })).toBe('let in');
  });
});

describe('on another host', () => {
  const guard = guardOf({ host: '0.0.0.0', token: TOKEN, pageRoot: '.' });

  test('the token decides, whatever the Host', () => {
    expect(asked(guard, { host: 'bot.example', authorization: `Bearer ${TOKEN}` })).toBe('let in');
    expect(
      asked(guard, { host: 'bot.example', authorization: `bearer ${TOKEN}`, origin: 'https://bot.example' }),
    ).toBe('let in');
  });

  test.each(['', 'Bearer', 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN, 'Bearer b'])(
    '%j is refused',
    (given) => {
      expect(asked(guard, { host: 'bot.example', authorization: given })).toBe('noToken');
    },
  );

  test('the page is open, its data are not, a token in the address does not count', () => {
    expect(asked(guard, { host: 'bot.example' }, '/')).toBe('let in');
    expect(asked(guard, { host: 'bot.example' }, '/page/page.js')).toBe('let in');
    expect(asked(guard, { host: 'bot.example' }, '/api/events')).toBe('noToken');
    expect(
      saying(() => guard(new Request(`http://bot.example/api/events?token=${TOKEN}`), '/api/events')),
    ).toBe('noToken');
    expect(
      asked(guard, { host: 'bot.example', authorization: `Bearer ${TOKEN}`, 'sec-fetch-site': 'cross-site' }),
    ).toBe('notFromHere');
  });

  test('without a token it does not begin', () => {
    expect(() => guardOf({ host: '0.0.0.0', pageRoot: '.' })).toThrow('needs a token');
  });
});

test.each([
  ['127.0.0.1', true],
  ['localhost', true],
  ['::1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['10.0.0.1', false],
])('%s is this computer: %s', (host, here) => {
  expect(isLoopback(host)).toBe(here);
});
