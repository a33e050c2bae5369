/** What Slack delivers, as far as we read it. Everything from outside goes through here before it is used. */
import { z } from 'zod';
import { limits } from './limits.ts';
import { stateShape } from './values.ts';

const id = z.string().min(1).max(64);
const ts = z.string().regex(/^\d{1,12}(\.\d{1,9})?$/);
const trigger = z.string().max(300);
const flag = z.union([z.boolean(), z.enum(['true', 'false'])]).optional();

const user = z.object({ id, team_id: id.nullish() });
const interactive = z.object({
  team: z.object({ id }).nullish(),
  enterprise: z.object({ id }).nullish(),
  is_enterprise_install: flag,
  api_app_id: id.optional(),
  user,
  trigger_id: trigger.optional(),
});

const view = z.object({
  id,
  hash: z.string().max(200).optional(),
  type: z.string().max(40),
  callback_id: z.string().max(limits.id).optional(),
  private_metadata: z.string().max(limits.metadata).default(''),
  app_installed_team_id: id.nullish(),
  state: stateShape.optional(),
  title: z.looseObject({ text: z.string().max(100) }).optional(),
  submit: z.looseObject({ text: z.string().max(100) }).nullish(),
  close: z.looseObject({ text: z.string().max(100) }).nullish(),
  /** Whole: a form that is answered late is drawn again as it was sent. */
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().max(400).optional() })).default([]),
});

const option = z.object({ value: z.string().max(limits.value) });
export const action = z.object({
  type: z.string().max(60),
  action_id: z.string().max(limits.id),
  block_id: z.string().max(limits.id).default(''),
  action_ts: z.string().max(40),
  value: z.string().max(limits.value).optional(),
  selected_option: option.nullish(),
});

export const pressed = interactive.extend({
  actions: z.array(action).min(1).max(25),
  channel: z.object({ id }).nullish(),
  message: z.object({ ts, thread_ts: ts.optional() }).nullish(),
  view: view.nullish(),
  container: z
    .object({
      type: z.string().max(60),
      message_ts: ts.optional(),
      channel_id: id.optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  response_url: z.url().max(2000).optional(),
});

export const suggested = interactive.extend({
  action_id: z.string().max(limits.id),
  value: z.string().max(500).default(''),
});

export const submitted = interactive.extend({ view });

export const shortcut = interactive.extend({
  type: z.enum(['shortcut', 'message_action']),
  callback_id: z.string().max(limits.id),
  action_ts: z.string().max(40).optional(),
  channel: z.object({ id }).nullish(),
  message: z.object({ ts, user: id.optional() }).nullish(),
  response_url: z.url().max(2000).optional(),
});

export const command = z.object({
  command: z.string().max(60),
  text: z.string().max(20_000).default(''),
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  is_enterprise_install: flag,
  api_app_id: id.optional(),
  user_id: id,
  channel_id: id.optional(),
  trigger_id: trigger.optional(),
  response_url: z.url().max(2000).optional(),
});

const file = z.object({
  id,
  name: z.string().max(500).nullish(),
  mimetype: z.string().max(200).nullish(),
  size: z.number().nonnegative().nullish(),
});

export const said = z.object({
  user: id.optional(),
  bot_id: id.optional(),
  text: z.string().max(100_000).default(''),
  ts,
  thread_ts: ts.optional(),
  subtype: z.string().max(60).optional(),
  files: z.array(file).max(100).optional(),
  edited: z.object({ ts }).optional(),
  user_team: id.optional(),
});

export const message = said.extend({
  type: z.literal('message'),
  channel: id,
  channel_type: z.string().max(40).optional(),
  message: said.optional(),
  previous_message: z.object({ text: z.string().max(100_000).default('') }).optional(),
  team: id.optional(),
});
export type Message = z.infer<typeof message>;

export const homeOpened = z.object({ type: z.literal('app_home_opened'), user: id, tab: z.string().max(40) });
export const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).optional() }).optional() });

export const event = z.object({
  event_id: z.string().min(1).max(100),
  event_time: z.number().optional(),
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  api_app_id: id.optional(),
  authorizations: z
    .array(
      z.object({
        team_id: id.nullish(),
        enterprise_id: id.nullish(),
        is_enterprise_install: z.boolean().optional(),
      }),
    )
    .nullish(),
  event: z.looseObject({ type: z.string().max(100) }),
});

/** The workspace that an installation stands for: the organisation where the app was installed in all of its workspaces. */
export function tenantOf(
  org: boolean | 'true' | 'false' | undefined,
  enterprise: string | null | undefined,
  ...teams: (string | null | undefined)[]
): string | undefined {
  if ((org === true || org === 'true') && enterprise) return enterprise;
  return teams.find(Boolean) ?? undefined;
}
