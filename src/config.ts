/** The environment, read once through zod; everyone else receives values. Every secret may come as `NAME_FILE`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type FeishuConfig,
  feishuIn,
  MissingVariable,
  platformSecrets,
  platformVariables,
  type SlackConfig,
  slackIn,
} from './config-platforms.ts';

/** A value that can't be right, or one that is missing: one sentence that names the variable. Ends the start with 2. */
export class ConfigError extends Error {}

type Env = Record<string, string | undefined>;

const secrets = ['MONGODB_URI', 'CONSOLE_TOKEN', 'SECRETS_KEY', ...platformSecrets] as const;

const port = z.coerce
  .number('must be a port number')
  .int()
  .min(0)
  .max(65_535, 'must be a port from 0 to 65535');
const url = z.url('must be an address like https://example.com');

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: url.optional(),
  DATA_DIR: z.string().default('./data'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  FIRST_HR: z
    .string()
    .transform((v) =>
      v
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((e) => e.toLowerCase()),
    )
    .optional(),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be info, debug, warn, error or silent')
    .default('info'),
  CONSOLE: z.enum(['on', 'off'], 'must be on or off').optional(),
  CONSOLE_PORT: port.default(3001),
  CONSOLE_TOKEN: z.string().min(32, 'must have at least 32 characters').optional(),
  SECRETS_KEY: z
    .string()
    .refine(
      (key) => Buffer.from(key, 'base64').length === 32,
      'must be 32 bytes in base64 (openssl rand -base64 32)',
    )
    .optional(),
  ...platformVariables,
});

export interface Config {
  port: number;
  host: string;
  baseUrl: string | undefined;
  dataDir: string;
  mongoUri: string | undefined;
  logLevel: string;
  /** E-mail addresses of those who are HR when a real platform is looked at for the first time. */
  firstHr: readonly string[];
  /** `apart`: on an address of its own, beside a real platform. */
  console: { on: boolean; apart: boolean; host: string; port: number; token: string | undefined };
  slack: SlackConfig | undefined;
  feishu: FeishuConfig | undefined;
  secretsKey: Buffer | undefined;
}

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\./.test(host);

export function readConfig(env: Env): Config {
  const given = Object.fromEntries(
    Object.entries(withFiles(env)).filter(([, v]) => v !== undefined && v !== ''),
  );
  const read = schema.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])} ${issue?.message}.`);
  }
  const v = read.data;
  if (v.MONGODB_URI && !v.SECRETS_KEY)
    throw new ConfigError(
      'SECRETS_KEY is missing: with MONGODB_URI give the key that seals what people write (openssl rand -base64 32).',
    );
  const platforms = platformsIn(v);
  const console = consoleIn(v, platforms);
  return {
    port: v.PORT,
    host: v.HOST,
    baseUrl: v.BASE_URL,
    dataDir: v.DATA_DIR,
    mongoUri: v.MONGODB_URI,
    logLevel: v.LOG_LEVEL,
    firstHr: v.FIRST_HR ?? [],
    console,
    ...platforms,
    secretsKey: v.SECRETS_KEY === undefined ? undefined : Buffer.from(v.SECRETS_KEY, 'base64'),
  };
}

type Read = z.infer<typeof schema>;

/** Without a platform it stands on the public address; beside one it is off, or on an address of its own. */
function consoleIn(v: Read, { slack, feishu }: Pick<Config, 'slack' | 'feishu'>): Config['console'] {
  const apart = slack !== undefined || feishu !== undefined;
  const on = apart ? v.CONSOLE === 'on' : v.CONSOLE !== 'off';
  const why = apart
    ? 'beside a real platform the console asks for a token of at least 32 characters.'
    : `HOST ${v.HOST} is reached from outside, so the console needs a token of at least 32 characters.`;
  if (on && (apart || !isLoopback(v.HOST)) && !v.CONSOLE_TOKEN)
    throw new ConfigError(`CONSOLE_TOKEN is missing: ${why}`);
  const at = apart ? { host: '127.0.0.1', port: v.CONSOLE_PORT } : { host: v.HOST, port: v.PORT };
  return { on, apart, ...at, token: v.CONSOLE_TOKEN };
}

function platformsIn(v: Read): Pick<Config, 'slack' | 'feishu'> {
  try {
    return { slack: slackIn(v), feishu: feishuIn(v) };
  } catch (e) {
    throw e instanceof MissingVariable ? new ConfigError(e.message) : e;
  }
}

/** `NAME_FILE` names a file that holds the secret (as container platforms mount them). */
function withFiles(env: Env): Env {
  const all = { ...env };
  for (const name of secrets) {
    const file = env[`${name}_FILE`];
    if (!file || all[name]) continue;
    try {
      all[name] = readFileSync(file, 'utf8').trim();
    } catch {
      throw new ConfigError(`${name}_FILE names ${file}, which cannot be read.`);
    }
  }
  return all;
}
