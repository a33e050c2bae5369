/** Files: asked for, their bytes brought, then shown. */
import { type ApiCall, jsonArg, type Method, no, textArg, tier } from './api.ts';
import { fileJson } from './json.ts';
import { isObject } from './shape.ts';
import { type Conversation, memberOf, type StoredFile } from './state.ts';

const mimes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  ics: 'text/calendar',
  json: 'application/json',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const ask: Method['run'] = ({ core, args, install, team }) => {
  const name = textArg(args, 'filename');
  const length = Number(textArg(args, 'length'));
  if (!Number.isInteger(length) || length < 1) no('file_upload_size_restricted');
  const file: StoredFile = {
    id: core.state.id('F'),
    team,
    user: install.botUser,
    name,
    title: name,
    mimetype: mimes[name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream',
    alt: String(args.alt_txt ?? args.alt_text ?? ''),
    bytes: Buffer.alloc(0),
    state: 'asked',
    channels: new Set(),
  };
  core.state.files.set(file.id, file);
  return { file_id: file.id, upload_url: `${core.base()}/upload/v1/${file.id}?length=${length}` };
};

const refusals = { asked: 'file_upload_error', uploaded: undefined, complete: 'file_already_completed' };

function uploaded({ core, team }: ApiCall, given: unknown): StoredFile[] {
  if (!Array.isArray(given) || given.length === 0) return no('invalid_arguments');
  return given.filter(isObject).map((one) => {
    const file = core.state.files.get(String(one.id));
    if (file?.team !== team) return no('file_not_found');
    const refused = refusals[file.state];
    if (refused) return no(refused);
    if (typeof one.title === 'string') file.title = one.title;
    return file;
  });
}

/** Only ids of conversations, not of people. */
function sharedIn({ core, args, install, team }: ApiCall): Conversation | undefined {
  const channel = args.channel_id ?? args.channels;
  if (channel === undefined) return undefined;
  const where = core.state.conversations.get(String(channel));
  if (where?.team !== team || !where.members.has(install.botUser)) return no('channel_not_found');
  return where.archived ? no('is_archived') : where;
}

const complete: Method['run'] = (call) => {
  const files = uploaded(call, jsonArg(call.args, 'files'));
  const where = sharedIn(call);
  for (const file of files) file.state = 'complete';
  if (where) share(call, files, where);
  return { files: files.map((f) => ({ id: f.id, title: f.title })) };
};

function share({ core, args, install, team }: ApiCall, files: StoredFile[], where: Conversation): void {
  for (const file of files) file.channels.add(where.id);
  const thread = args.thread_ts === undefined ? undefined : String(args.thread_ts);
  core.state.messages.push({
    ts: core.state.ts(),
    channel: where.id,
    team,
    user: install.botUser,
    byApp: true,
    text: String(args.initial_comment ?? ''),
    blocks: [],
    files,
    before: [],
    deleted: false,
    ...(thread && { thread }),
  });
}

/** A file that the bot may see: its own, or one shared where it is. */
export function visibleFile(
  { core, install, team }: Pick<ApiCall, 'core' | 'install' | 'team'>,
  id: string,
): StoredFile {
  const file = core.state.files.get(id);
  const shared = [...(file?.channels ?? [])].some((c) =>
    core.state.conversations.get(c)?.members.has(install.botUser),
  );
  if (file?.team !== team || !(shared || file.user === install.botUser)) return no('file_not_found');
  return file;
}

const info: Method['run'] = (call) => {
  const file = visibleFile(call, textArg(call.args, 'file'));
  const shares = Object.fromEntries(
    [...file.channels].map((channel) => {
      const message = call.core.state.messages.find((m) => m.channel === channel && m.files.includes(file));
      return [channel, [{ ts: message?.ts ?? '' }]];
    }),
  );
  const owner = memberOf(call.core.state, file.user);
  return {
    file: { ...fileJson(call.core, file), shares: { private: shares }, user_team: owner?.team ?? call.team },
  };
};

const remove: Method['run'] = (call) => {
  const file = visibleFile(call, textArg(call.args, 'file'));
  if (file.user !== call.install.botUser) no('cant_delete_file');
  call.core.state.files.delete(file.id);
  return {};
};

export const files: Record<string, Method> = {
  'files.getUploadURLExternal': { perMinute: tier.four, scopes: ['files:write'], run: ask },
  'files.completeUploadExternal': { perMinute: tier.four, scopes: ['files:write'], run: complete },
  'files.info': { perMinute: tier.four, scopes: ['files:read'], run: info },
  'files.delete': { perMinute: tier.three, scopes: ['files:write'], run: remove },
};
