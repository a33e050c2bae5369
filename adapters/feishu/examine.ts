/** What `npm run doctor` says about Feishu, found out by calling: token, bot, permissions, keys, quota. */
import { z } from 'zod';
import { type Finding, PlatformError } from '../../src/core/platform.ts';
import type { Call, Client } from './client.ts';
import { codeOf } from './errors.ts';
import type { FeishuOptions } from './index.ts';
import { aFew } from './members.ts';
import { freeCalls, type Recording } from './records.ts';

export const botShape = z.object({
  bot: z.object({
    open_id: z.string().min(1),
    app_name: z.string().default(''),
    activate_status: z.number().nullish(),
  }),
});
export const botInfo: Call = { method: 'GET', path: '/bot/v3/info' };

const well = (text: string): Finding => ({ well: true, text });
const ill = (text: string): Finding => ({ well: false, text });
const said = (e: unknown): string => (e instanceof PlatformError ? e.message : 'no answer');

/** Calls that do nothing, or are refused for what they say after the permission was looked at. */
const nobody = 'ou_00000000000000000000000000000000';
const probes: { scope: string; what: string; call: Call }[] = [
  {
    scope: 'im:message:send_as_bot',
    what: 'send messages',
    call: {
      method: 'POST',
      path: '/im/v1/messages',
      params: { receive_id_type: 'open_id' },
      data: { receive_id: nobody, msg_type: 'text', content: '{"text":"-"}' },
    },
  },
  {
    scope: 'contact:contact.base:readonly',
    what: 'read departments and people',
    call: {
      method: 'GET',
      path: '/contact/v3/departments/0/children',
      params: { department_id_type: 'open_department_id', page_size: 1 },
    },
  },
  {
    scope: 'contact:user.base:readonly',
    what: 'read names and e-mail addresses',
    call: {
      method: 'GET',
      path: '/contact/v3/users/find_by_department',
      params: { department_id: '0', department_id_type: 'open_department_id', page_size: 1 },
    },
  },
  {
    scope: 'im:chat:create',
    what: 'open appeal rooms as groups',
    call: {
      method: 'POST',
      path: '/im/v1/chats',
      data: { name: '', user_id_list: [nobody], chat_mode: 'none' },
    },
  },
  {
    scope: 'im:message:update',
    what: 'keep cards up to date',
    call: { method: 'PATCH', path: '/im/v1/messages/om_0', data: { content: '{}' } },
  },
  {
    scope: 'im:chat.members:write_only',
    what: 'add people to a room',
    call: {
      method: 'POST',
      path: '/im/v1/chats/oc_0/members',
      params: { member_id_type: 'open_id' },
      data: { id_list: [nobody] },
    },
  },
  {
    scope: 'calendar:calendar:read',
    what: 'find its own calendar',
    call: { method: 'POST', path: '/calendar/v4/calendars/primary' },
  },
  {
    scope: 'calendar:calendar.event:create',
    what: 'put conversations into calendars',
    call: { method: 'POST', path: '/calendar/v4/calendars/none/events', data: {} },
  },
  {
    scope: 'calendar:calendar.event:update',
    what: 'move what stands in calendars',
    call: { method: 'PATCH', path: '/calendar/v4/calendars/none/events/none', data: {} },
  },
  {
    scope: 'calendar:calendar.event:delete',
    what: 'take back what stands in calendars',
    call: { method: 'DELETE', path: '/calendar/v4/calendars/none/events/none' },
  },
  {
    scope: 'im:chat:update',
    what: 'close a room to others',
    call: { method: 'PUT', path: '/im/v1/chats/oc_0', data: {} },
  },
  {
    scope: 'im:resource:upload',
    what: 'attach files and pictures',
    call: { method: 'POST', path: '/im/v1/images', data: {} },
  },
  {
    scope: 'im:message:readonly',
    what: 'fetch files that people send',
    call: { method: 'GET', path: '/im/v1/messages/om_0/resources/file_0', params: { type: 'file' } },
  },
  {
    scope: 'tenant:tenant:readonly',
    what: 'ask which tenant it serves',
    call: { method: 'GET', path: '/tenant/v2/tenant/query' },
  },
];

const missingScope = new Set([99991672, 99991679]);

async function probed(client: Client, { scope, what, call }: (typeof probes)[number]): Promise<Finding> {
  try {
    await client.call(call, z.unknown());
    return well(`may ${what}`);
  } catch (e) {
    const code = codeOf(e) ?? 0;
    if (missingScope.has(code))
      return ill(
        `may not ${what}: add ${scope} (Permissions & Scopes → Batch import, manifests/feishu.json), then publish a version`,
      );
    const open = e instanceof PlatformError && (e.kind === 'retry' || e.kind === 'unknown');
    if (code === 0 || open) return ill(`could not find out whether the app may ${what} (${said(e)})`);
    return well(`may ${what}`);
  }
}

/** What the app may not see of a person is missing from the answer, not refused. */
async function fieldsOf(client: Client): Promise<Finding> {
  let items: Record<string, unknown>[];
  try {
    items = await aFew(client);
  } catch (e) {
    return ill(`could not find out what the app sees of people (${said(e)})`);
  }
  if (items.length === 0)
    return ill('the app sees nobody: Permissions & Scopes → contact range, then publish a version');
  const missing = [
    ['name', 'contact:user.base:readonly'],
    ['email', 'contact:user.email:readonly'],
    ['department_ids', 'contact:user.department:readonly'],
    ['job_title', 'contact:user.employee:readonly'],
  ].filter(([field = '']) => !items.some((u) => field in u));
  if (missing.length === 0) return well('sees what it needs of people');
  const scopes = missing.map(([, scope]) => scope).join(', ');
  return ill(`people come without ${missing.map(([field]) => field).join(', ')}: add ${scopes}`);
}

function configured({ mode, encryptKey, verificationToken }: FeishuOptions): Finding[] {
  if (mode === 'socket') return [well('long connection: no public address and no Encrypt Key needed')];
  return [
    encryptKey
      ? well('Encrypt Key is set')
      : ill('FEISHU_ENCRYPT_KEY is missing: Events & Callbacks → Encryption Strategy'),
    verificationToken
      ? well('Verification Token is set')
      : ill('FEISHU_VERIFICATION_TOKEN is missing: Events & Callbacks → Encryption Strategy'),
  ];
}

async function quota(records: Recording, counts: boolean): Promise<Finding> {
  const free = `free editions have ${freeCalls} for all own apps together`;
  if (!counts) return well(`no API calls of this month are written down in this store; ${free}`);
  const calls = await records.callsThisMonth();
  const much = `${calls} API calls this month; ${free}`;
  if (calls < freeCalls * 0.8) return well(much);
  return ill(`${much}: a broadcast may stop half-way; see the plan’s quota in the admin console`);
}

export async function examined(
  client: Client,
  options: FeishuOptions,
  records: Recording,
  socket?: () => string,
): Promise<Finding[]> {
  // Looking counts, too.
  const counts = await records.counts();
  try {
    await client.token();
  } catch (e) {
    return [ill(`no access token (${said(e)}): look at FEISHU_APP_ID, FEISHU_APP_SECRET and FEISHU_DOMAIN`)];
  }
  const findings = [well('app id and secret are right'), ...configured(options)];
  try {
    const { bot } = await client.call(botInfo, botShape);
    findings.push(well(`bot ability is on (${bot.app_name || bot.open_id})`));
  } catch (e) {
    findings.push(ill(`the bot ability is off (${said(e)}): Add Features → Bot, then publish a version`));
  }
  for (const probe of probes) findings.push(await probed(client, probe));
  findings.push(await fieldsOf(client));
  if (socket && socket() !== 'connected' && socket() !== 'idle')
    findings.push(ill(`the long connection is ${socket()}: Events & Callbacks → receive by long connection`));
  findings.push(
    well(
      'what no call tells: the menu (Bot → Custom menu) and the callback card.action.trigger, as manifests/feishu.json lists them',
    ),
  );
  findings.push(await quota(records, counts));
  return findings;
}
