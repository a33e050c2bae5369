/** The environment, read once through zod; everyone else receives values. Every secret may come as `NAME_FILE`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A value that can't be right, or one that is missing: one sentence that names the variable. Ends the start with 2. */
export class ConfigError extends Error {}

type Env = Record<string, string | undefined>;

const secrets = ['MONGODB_URI', 'CONSOLE_TOKEN', 'SECRETS_KEY'] as const;

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
});

export interface Config {
  port: number;
  host: string;
  baseUrl: string | undefined;
  dataDir: string;
  mongoUri: string | undefined;
  logLevel: string;
  console: { on: boolean; apart: boolean; port: number; token: string | undefined };
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
  refuseLonelyPlatforms(given);
  const open = isLoopback(v.HOST);
  if (v.CONSOLE !== 'off' && !open && !v.CONSOLE_TOKEN)
    throw new ConfigError(
      `CONSOLE_TOKEN is missing: HOST ${v.HOST} is reached from outside, so the console needs a token of at least 32 characters.`,
    );
  return {
    port: v.PORT,
    host: v.HOST,
    baseUrl: v.BASE_URL,
    dataDir: v.DATA_DIR,
    mongoUri: v.MONGODB_URI,
    logLevel: v.LOG_LEVEL,
    console: { on: v.CONSOLE !== 'off', apart: false, port: v.CONSOLE_PORT, token: v.CONSOLE_TOKEN },
    secretsKey: v.SECRETS_KEY === undefined ? undefined : Buffer.from(v.SECRETS_KEY, 'base64'),
  };
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

/** Slack and Feishu come with their adapters; until then a configured one must not look as if it worked. */
function refuseLonelyPlatforms(env: Env): void {
  const given = Object.keys(env).find((name) => /^(SLACK|FEISHU)_/.test(name));
  if (given)
    throw new ConfigError(
      `${given} is set, but this version serves the web console only. Unset it to start.`,
    );
}
