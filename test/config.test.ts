import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, isLoopback, readConfig } from '../src/config.ts';

const key = Buffer.alloc(32, 3).toString('base64');

test('nothing at all is a whole configuration', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataDir: './data',
    mongoUri: undefined,
  });
});

test.each([
  [{ PORT: '99999' }, 'PORT must be a port from 0 to 65535.'],
  [{ PORT: 'eighty' }, 'PORT must be a port number.'],
  [{ MONGODB_URI: 'postgres://x' }, 'MONGODB_URI must begin with mongodb://'],
  [{ MONGODB_URI: 'mongodb://x' }, 'SECRETS_KEY is missing'],
  [{ SECRETS_KEY: 'short' }, 'SECRETS_KEY must be 32 bytes'],
  [{ HOST: '0.0.0.0' }, 'CONSOLE_TOKEN is missing'],
  [{ CONSOLE_TOKEN: 'short' }, 'CONSOLE_TOKEN must have at least 32 characters'],
  [{ CONSOLE: 'maybe' }, 'CONSOLE must be on or off'],
  [{ BASE_URL: 'growloop' }, 'BASE_URL must be an address'],
  [{ SECRETS_KEY_FILE: '/nowhere/key' }, 'SECRETS_KEY_FILE names /nowhere/key'],
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET is missing'],
  [{ SLACK_SIGNING_SECRET: 's' }, 'SLACK_BOT_TOKEN is missing'],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN is missing'],
  [{ SLACK_BOT_TOKEN: 'hello' }, 'SLACK_BOT_TOKEN must begin with xox.'],
  [{ SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's' }, 'SLACK_STATE_SECRET is missing'],
  [
    { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', SLACK_TEAMS: 'T1' },
    'SLACK_CLIENT_ID is missing: SLACK_TEAMS says',
  ],
  [{ SLACK_TEAMS: 'acme.slack.com' }, 'SLACK_TEAMS must be ids'],
  [{ FEISHU_APP_ID: 'cli_1' }, 'FEISHU_APP_SECRET is missing'],
  [
    { FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 's', FEISHU_MODE: 'webhook' },
    'FEISHU_ENCRYPT_KEY is missing',
  ],
  [
    { FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 's', FEISHU_DOMAIN: 'mars' },
    'FEISHU_DOMAIN must be feishu, lark',
  ],
  [
    { FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 's', CONSOLE: 'on' },
    'CONSOLE_TOKEN is missing: beside a real platform',
  ],
])('%j is refused in one sentence that names the variable', (env, sentence) => {
  expect(() => readConfig(env as never)).toThrow(ConfigError);
  expect(() => readConfig(env as never)).toThrow(sentence);
});

test('which variables are set decides how a platform is reached', () => {
  const slack = (env: object) => readConfig(env as never).slack?.mode;
  expect(slack({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toBe('http');
  expect(slack({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toBe('socket');
  expect(
    slack({
      SLACK_CLIENT_ID: '1',
      SLACK_CLIENT_SECRET: 's',
      SLACK_STATE_SECRET: 't',
      SLACK_SIGNING_SECRET: 'u',
    }),
  ).toBe('oauth');
  // The bot's token counts: with it, an installation by OAuth would be looked at by nobody.
  const both = { SLACK_CLIENT_ID: '1', SLACK_CLIENT_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-1' };
  const socket = readConfig({ ...both, SLACK_APP_TOKEN: 'xapp-1' }).slack;
  expect(socket).toEqual({ mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' });
  const oauth = {
    SLACK_CLIENT_ID: '1',
    SLACK_CLIENT_SECRET: 's',
    SLACK_STATE_SECRET: 't',
    SLACK_SIGNING_SECRET: 'u',
    SLACK_TEAMS: 'T1, E2',
  };
  expect(readConfig(oauth).slack?.teams).toEqual(['T1', 'E2']);
  const feishu = { FEISHU_APP_ID: 'cli_1', FEISHU_APP_SECRET: 's' };
  expect(readConfig(feishu)).toMatchObject({
    console: { on: false },
    feishu: { mode: 'socket', domain: 'https://open.feishu.cn' },
  });
  expect(
    readConfig({
      ...feishu,
      FEISHU_ENCRYPT_KEY: 'k',
      FEISHU_VERIFICATION_TOKEN: 't',
      FEISHU_DOMAIN: 'http://127.0.0.1:9/',
    }).feishu,
  ).toMatchObject({ mode: 'webhook', domain: 'http://127.0.0.1:9' });
});

test('a secret may come from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'growloop-')), 'key');
  writeFileSync(file, `${key}\n`);
  expect(readConfig({ SECRETS_KEY_FILE: file }).secretsKey).toEqual(Buffer.alloc(32, 3));
});

test('loopback is what only this computer reaches', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '10.0.0.1', 'example.com', '::'].some(isLoopback)).toBe(false);
});
