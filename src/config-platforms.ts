/** Which platforms are configured, and how: which variables are set decides it. Half a platform is refused. */
import { z } from 'zod';

export interface SlackConfig {
  mode: 'socket' | 'http' | 'oauth';
  signingSecret?: string;
  botToken?: string;
  appToken?: string;
  clientId?: string;
  clientSecret?: string;
  stateSecret?: string;
  /** Workspaces and organisations that may install by OAuth; without any only the first that does. */
  teams?: string[];
  apiUrl?: string;
}

export interface FeishuConfig {
  mode: 'webhook' | 'socket';
  appId: string;
  appSecret: string;
  encryptKey?: string;
  verificationToken?: string;
  /** Without a slash at its end. */
  domain: string;
}

export const platformSecrets = [
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'FEISHU_APP_SECRET',
  'FEISHU_ENCRYPT_KEY',
  'FEISHU_VERIFICATION_TOKEN',
] as const;

const url = z.url('must be an address like https://example.com');
const begins = (with_: string) => z.string().startsWith(with_, `must begin with ${with_}`).optional();
const domains: Record<string, string> = {
  feishu: 'https://open.feishu.cn',
  lark: 'https://open.larksuite.com',
};

export const platformVariables = {
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_BOT_TOKEN: begins('xox'),
  SLACK_APP_TOKEN: begins('xapp-'),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().optional(),
  SLACK_TEAMS: z
    .string()
    .regex(
      /^[\s,;]*[TE][A-Z0-9]+([\s,;]+[TE][A-Z0-9]+)*[\s,;]*$/,
      'must be ids like T012AB3CD, separated by commas',
    )
    .optional(),
  SLACK_API_URL: url.optional(),
  FEISHU_APP_ID: begins('cli_'),
  FEISHU_APP_SECRET: z.string().optional(),
  FEISHU_ENCRYPT_KEY: z.string().optional(),
  FEISHU_VERIFICATION_TOKEN: z.string().optional(),
  FEISHU_DOMAIN: z
    .string()
    .transform((v) => (domains[v] ?? v).replace(/\/+$/, ''))
    .pipe(z.url('must be feishu, lark or an address like https://open.feishu.cn'))
    .optional(),
  FEISHU_MODE: z.enum(['webhook', 'socket'], 'must be webhook or socket').optional(),
};

type Given = Partial<Record<keyof typeof platformVariables, string | undefined>>;

/** A variable that is missing, and why it is needed. */
export class MissingVariable extends Error {
  constructor(name: string, why: string) {
    super(`${name} is missing: ${why}`);
  }
}

const isSet = (v: Given, platform: string) => Object.entries(v).some(([k, x]) => k.startsWith(platform) && x);

function needs(v: Given, names: readonly (keyof Given)[], why: string): void {
  for (const name of names) if (!v[name]) throw new MissingVariable(name, why);
}

/** @throws MissingVariable */
export function slackIn(v: Given): SlackConfig | undefined {
  if (!isSet(v, 'SLACK_')) return undefined;
  const mode = v.SLACK_APP_TOKEN ? 'socket' : v.SLACK_CLIENT_ID ? 'oauth' : 'http';
  const wanted = {
    socket: ['SLACK_BOT_TOKEN'],
    http: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
    oauth: ['SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_SIGNING_SECRET'],
  } as const;
  const why = {
    socket: 'Socket Mode (SLACK_APP_TOKEN is set) also needs the bot’s token.',
    http: 'Slack over HTTP needs the bot’s token and the signing secret.',
    oauth:
      'installing by OAuth (SLACK_CLIENT_ID is set) needs client secret, state secret and signing secret.',
  };
  needs(v, wanted[mode], why[mode]);
  if (v.SLACK_TEAMS && mode !== 'oauth')
    needs(v, ['SLACK_CLIENT_ID'], 'SLACK_TEAMS says which workspaces may install by OAuth.');
  const teams = v.SLACK_TEAMS?.split(/[\s,;]+/).filter(Boolean);
  return { mode, ...picked(v, slackNames[mode]), ...(teams && { teams }) };
}

const always = { signingSecret: 'SLACK_SIGNING_SECRET', apiUrl: 'SLACK_API_URL' } as const;
const oneWorkspace = { ...always, botToken: 'SLACK_BOT_TOKEN' } as const;
const byOAuth = {
  clientId: 'SLACK_CLIENT_ID',
  clientSecret: 'SLACK_CLIENT_SECRET',
  stateSecret: 'SLACK_STATE_SECRET',
} as const;
const slackNames = {
  http: oneWorkspace,
  // The bot's token says which workspace it is, so nothing is installed by OAuth beside it.
  socket: { ...oneWorkspace, appToken: 'SLACK_APP_TOKEN' },
  oauth: { ...always, ...byOAuth },
} as const;

const picked = (v: Given, names: Readonly<Record<string, keyof Given>>) =>
  Object.fromEntries(Object.entries(names).flatMap(([as, name]) => (v[name] ? [[as, v[name]]] : [])));

/** @throws MissingVariable */
export function feishuIn(v: Given): FeishuConfig | undefined {
  if (!isSet(v, 'FEISHU_')) return undefined;
  needs(v, ['FEISHU_APP_ID', 'FEISHU_APP_SECRET'], 'a Feishu app has an id and a secret.');
  const mode = (v.FEISHU_MODE as FeishuConfig['mode']) ?? (v.FEISHU_ENCRYPT_KEY ? 'webhook' : 'socket');
  const why = 'without it anybody could send events (FEISHU_MODE=socket needs no public address and no key).';
  if (mode === 'webhook') needs(v, ['FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'], why);
  return {
    mode,
    appId: v.FEISHU_APP_ID ?? '',
    appSecret: v.FEISHU_APP_SECRET ?? '',
    ...(v.FEISHU_ENCRYPT_KEY && { encryptKey: v.FEISHU_ENCRYPT_KEY }),
    ...(v.FEISHU_VERIFICATION_TOKEN && { verificationToken: v.FEISHU_VERIFICATION_TOKEN }),
    domain: v.FEISHU_DOMAIN ?? (domains.feishu as string),
  };
}
