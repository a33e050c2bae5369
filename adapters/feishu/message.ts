/** Messages as Feishu tells of them, read into text and files. */
import { z } from 'zod';
import type { FileRef } from '../../src/core/platform.ts';

const id = z.object({ open_id: z.string().nullish() }).nullish();
const mention = z.object({ key: z.string().min(1).max(100), id, name: z.string().nullish() });

export const messageEvent = z.object({
  sender: z.object({
    sender_id: z.object({ open_id: z.string().min(1).max(200) }),
    sender_type: z.string().nullish(),
  }),
  message: z.object({
    message_id: z.string().min(1).max(200),
    parent_id: z.string().max(200).nullish(),
    create_time: z.union([z.string(), z.number()]).nullish(),
    chat_id: z.string().min(1).max(200),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.array(mention).nullish(),
  }),
});
export type FeishuMessage = z.infer<typeof messageEvent>['message'];

export interface Said {
  text: string;
  files: FileRef[];
}

const textContent = z.object({ text: z.string() });
const imageContent = z.object({ image_key: z.string().min(1).max(300) });
const fileContent = z.object({ file_key: z.string().min(1).max(300), file_name: z.string().nullish() });
const postLine = z.array(
  z.object({
    tag: z.string(),
    text: z.string().nullish(),
    user_id: z.string().nullish(),
    href: z.string().nullish(),
    image_key: z.string().max(300).nullish(),
    file_key: z.string().max(300).nullish(),
    file_name: z.string().nullish(),
  }),
);
const post = z.object({ title: z.string().nullish(), content: z.array(postLine) });

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  zip: 'application/zip',
  mp4: 'video/mp4',
};
const typeOf = (name: string) =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** Where the file is to be fetched: message, key and kind, as the API asks for them. Feishu does not tell its size. */
const refOf = (message: string, kind: 'file' | 'image', key: string, name: string): FileRef => ({
  id: `${kind}:${message}:${key}`,
  name,
  type: kind === 'image' ? 'image/png' : typeOf(name),
  size: 0,
});

export function fileOf(ref: string): { kind: 'file' | 'image'; message: string; key: string } | undefined {
  const [, kind, message, key] = /^(file|image):([\w-]+):([\w-]+)$/.exec(ref) ?? [];
  return key === undefined ? undefined : { kind: kind as 'file' | 'image', message: message ?? '', key };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

/** The bot's own mention is dropped, another's becomes what the core reads as an account. */
function spoken(text: string, message: FeishuMessage, bot: string | undefined): string {
  let out = text;
  // The longest first: @_user_1 is also the beginning of @_user_10.
  const mentions = [...(message.mentions ?? [])].sort((a, b) => b.key.length - a.key.length);
  for (const { key, id: who, name } of mentions) {
    const account = who?.open_id;
    const said = account && account === bot ? '' : account ? `<@${account}>` : `@${name ?? ''}`;
    out = out.replaceAll(key, () => said);
  }
  return out.replace(/^[ \t]+/, '');
}

type Post = z.infer<typeof post>;

const postOf = (content: unknown): Post | undefined => {
  const languages = post.safeParse(content).success ? content : Object.values(content ?? {})[0];
  return post.safeParse(languages).data;
};

const postText = ({ title, content }: Post): string => {
  const lines = content.map((line) =>
    line.map((part) => (part.tag === 'at' ? (part.user_id ?? '') : (part.text ?? part.href ?? ''))).join(''),
  );
  return [title, ...lines].filter(Boolean).join('\n');
};

/** What stands between the lines: pictures, and files such as films, whose picture is only their cover. */
const postFiles = (message: string, { content }: Post): FileRef[] =>
  content.flat().flatMap((part, i) => {
    if (part.file_key) return [refOf(message, 'file', part.file_key, part.file_name ?? part.tag)];
    return part.image_key ? [refOf(message, 'image', part.image_key, `image-${i + 1}.png`)] : [];
  });

function posted(message: FeishuMessage, content: unknown, named: (text: string) => Said): Said {
  const read = postOf(content);
  if (!read) return { text: '', files: [] };
  return { ...named(postText(read)), files: postFiles(message.message_id, read) };
}

export function saidIn(message: FeishuMessage, bot: string | undefined): Said {
  const content = parsed(message.content);
  const nothing: Said = { text: '', files: [] };
  const named = (text: string | undefined): Said => ({
    text: text === undefined ? '' : spoken(text, message, bot),
    files: [],
  });
  switch (message.message_type) {
    case 'text':
      return named(textContent.safeParse(content).data?.text);
    case 'post':
      return posted(message, content, named);
    case 'image': {
      const read = imageContent.safeParse(content).data;
      return read
        ? { text: '', files: [refOf(message.message_id, 'image', read.image_key, 'image.png')] }
        : nothing;
    }
    case 'file':
    case 'media':
    case 'audio': {
      const read = fileContent.safeParse(content).data;
      const name = read?.file_name ?? message.message_type;
      return read ? { text: '', files: [refOf(message.message_id, 'file', read.file_key, name)] } : nothing;
    }
    default:
      return nothing;
  }
}
