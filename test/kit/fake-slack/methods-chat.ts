/** Messages. */
import { type ApiCall, complaints, jsonArg, type Method, no, textArg, tier } from './api.ts';
import { judgeMessage, mostBlockText, textLength } from './blocks.ts';
import { messageJson } from './json.ts';
import { isObject } from './shape.ts';
import {
  type Conversation,
  directOf,
  findMessage,
  type Json,
  type Message,
  memberOf,
  type Version,
} from './state.ts';

const mostText = 40_000;
const mostUpdatedText = 4000;

/** Text and blocks of a message, judged. */
export function content(
  core: ApiCall['core'],
  args: Json,
  mostLength = mostText,
): { version: Version; warnings: string[] } {
  const asked = jsonArg(args, 'blocks');
  const text = args.text === undefined || args.text === null ? '' : String(args.text);
  const blocks = Array.isArray(asked) ? asked.filter(isObject) : [];
  if (text === '' && blocks.length === 0) no('no_text');
  if (text.length > mostLength) no('msg_too_long');
  if (asked !== undefined) judgeBlocks(core, asked, blocks);
  return { version: { text, blocks }, warnings: text === '' ? ['missing_text_in_message'] : [] };
}

function judgeBlocks(core: ApiCall['core'], asked: unknown, blocks: Json[]): void {
  const issues = judgeMessage(asked);
  if (issues.length > 0) complaints('invalid_blocks', issues);
  if (textLength(blocks) > mostBlockText) no('msg_blocks_too_long');
  filesOfBlocks(core, blocks);
}

/** A picture from a file must have been uploaded, and be a picture. */
function filesOfBlocks({ state }: ApiCall['core'], blocks: Json[]): void {
  for (const block of blocks) {
    const file =
      block.type === 'image' && isObject(block.slack_file) ? String(block.slack_file.id) : undefined;
    if (file === undefined) continue;
    const stored = state.files.get(file);
    const picture = stored?.state === 'complete' && /^image\/(png|jpeg|gif)$/.test(stored.mimetype);
    if (!picture) complaints('invalid_blocks', [`[ERROR] invalid slack file ${file} [json-pointer:/blocks]`]);
  }
}

/** A user's id stands for the conversation with them. */
function directWith({ core, install, team }: ApiCall, id: string): Conversation {
  const user = memberOf(core.state, id);
  if (user?.team !== team) return no('channel_not_found');
  if (user.deleted) return no('account_inactive');
  if (user.bot) return no('cannot_dm_bot');
  return directOf(core.state, team, user.id, install.botUser);
}

export function whereTo(call: ApiCall, channel: string): Conversation {
  const { core, install, team } = call;
  if (/^[UW]/.test(channel)) return directWith(call, channel);
  const found = core.state.conversations.get(channel);
  if (found?.team !== team) return no('channel_not_found');
  if (found.archived) return no('is_archived');
  if (!found.members.has(install.botUser))
    return no(found.kind === 'private' ? 'channel_not_found' : 'not_in_channel');
  const other = [...found.members].find((m) => m !== install.botUser);
  const gone = found.kind === 'im' && other !== undefined && memberOf(core.state, other)?.deleted;
  return gone ? no('account_inactive') : found;
}

function metadataOf(args: Json): Json | undefined {
  const metadata = jsonArg(args, 'metadata');
  if (metadata === undefined) return undefined;
  const well =
    isObject(metadata) && typeof metadata.event_type === 'string' && isObject(metadata.event_payload);
  if (!well) return no('invalid_metadata_format');
  if (JSON.stringify(metadata).length > 16_000) return no('metadata_too_large');
  return metadata;
}

const postMessage: Method['run'] = (call) => {
  const { core, args, install, team, warnings } = call;
  const where = whereTo(call, textArg(args, 'channel'));
  const { version, warnings: more } = content(core, args);
  warnings.push(...more);
  const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts);
  if (thread && !findMessage(core.state, where.id, thread)) no('thread_not_found');
  const metadata = metadataOf(args);
  const message: Message = {
    ...version,
    ts: core.state.ts(),
    channel: where.id,
    team,
    user: install.botUser,
    byApp: true,
    files: [],
    before: [],
    deleted: false,
    ...(metadata && { metadata }),
    ...(thread && { thread }),
  };
  core.state.messages.push(message);
  return { channel: where.id, ts: message.ts, message: messageJson(core, message) };
};

const postEphemeral: Method['run'] = (call) => {
  const { core, args, install, team, warnings } = call;
  const where = whereTo(call, textArg(args, 'channel'));
  const only = textArg(args, 'user');
  if (!where.members.has(only)) no('user_not_in_channel');
  const { version, warnings: more } = content(core, args);
  warnings.push(...more);
  const ts = core.state.ts();
  core.state.messages.push({
    ...version,
    ts,
    channel: where.id,
    team,
    user: install.botUser,
    byApp: true,
    files: [],
    before: [],
    deleted: false,
    only,
  });
  return { message_ts: ts };
};

function ownMessage({ core, args, install, team }: ApiCall, cannot: string): Message {
  const channel = textArg(args, 'channel');
  // Unlike posting, editing knows no user ids.
  const where = core.state.conversations.get(channel);
  if (!where || where.team !== team || !where.members.has(install.botUser)) return no('channel_not_found');
  const message = findMessage(core.state, channel, textArg(args, 'ts'));
  if (!message) return no('message_not_found');
  if (message.user !== install.botUser) return no(cannot);
  if (where.archived) return no('is_archived');
  return message;
}

const update: Method['run'] = (call) => {
  const { core, args, warnings } = call;
  const message = ownMessage(call, 'cant_update_message');
  const keeps = args.blocks === undefined && args.text === undefined;
  if (keeps) no('no_text');
  const { version, warnings: more } = content(core, args, mostUpdatedText);
  warnings.push(...more);
  replace(message, version);
  const metadata = metadataOf(args);
  if (metadata) message.metadata = metadata;
  return {
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: messageJson(core, message),
  };
};

export function replace(message: Message, version: Version): void {
  message.before.push({ text: message.text, blocks: message.blocks });
  Object.assign(message, version);
}

const remove: Method['run'] = (call) => {
  const message = ownMessage(call, 'cant_delete_message');
  message.deleted = true;
  return { channel: message.channel, ts: message.ts };
};

const permalink: Method['run'] = ({ core, args, team }) => {
  const channel = textArg(args, 'channel');
  const message = findMessage(core.state, channel, textArg(args, 'message_ts'));
  if (message?.team !== team) return no('message_not_found');
  const { domain } = core.state.workspaces.get(team) ?? { domain: 'unknown' };
  return {
    channel,
    permalink: `https://${domain}.slack.com/archives/${channel}/p${message.ts.replace('.', '')}`,
  };
};

export const chat: Record<string, Method> = {
  'chat.postMessage': { perMinute: 'special', scopes: ['chat:write'], run: postMessage },
  'chat.postEphemeral': { perMinute: tier.four, scopes: ['chat:write'], run: postEphemeral },
  'chat.update': { perMinute: tier.three, scopes: ['chat:write'], run: update },
  'chat.delete': { perMinute: tier.three, scopes: ['chat:write'], run: remove },
  'chat.getPermalink': { perMinute: tier.auth, run: permalink },
};
