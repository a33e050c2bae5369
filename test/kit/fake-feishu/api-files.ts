/** Pictures and files: up, and down again from the message that carries them. */
import { Refused } from './codes.ts';
import type { Call, Download, Route } from './route.ts';
import type { State, Stored } from './state.ts';

const mb = 1024 * 1024;

async function upload(
  state: State,
  form: FormData | undefined,
  field: 'image' | 'file',
  most: number,
): Promise<Stored> {
  const part = form?.get(field);
  if (!part || typeof part === 'string') throw new Refused('fieldInvalid', `: ${field} is required`);
  if (part.size === 0) throw new Refused('parameter', ' the file is empty');
  if (part.size > most) throw new Refused('imageTooLarge');
  const named = form?.get('file_name');
  const stored: Stored = {
    key: state.id(field === 'image' ? 'img_v3_' : 'file_v3_'),
    name: typeof named === 'string' ? named : part.name,
    type: part.type,
    bytes: Buffer.from(await part.arrayBuffer()),
  };
  state.stored.set(stored.key, stored);
  return stored;
}

function resource(state: State, { params, query }: Call): Download {
  const stored = state.stored.get(params.file_key ?? '');
  const message = state.messages.get(params.message_id ?? '');
  if (!['image', 'file'].includes(query.type ?? '')) throw new Refused('fieldInvalid', ': type is required');
  if (!stored || !message?.content.includes(stored.key)) throw new Refused('resourceUnknown');
  return stored;
}

const kinds = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];

export const fileRoutes: Route[] = [
  {
    method: 'POST',
    path: '/open-apis/im/v1/images',
    scopes: ['im:resource', 'im:resource:upload'],
    async run(state, { form }) {
      if (!['message', 'avatar'].includes(String(form?.get('image_type'))))
        throw new Refused('fieldInvalid', ': image_type is required');
      return { image_key: (await upload(state, form, 'image', 10 * mb)).key };
    },
  },
  {
    method: 'POST',
    path: '/open-apis/im/v1/files',
    scopes: ['im:resource', 'im:resource:upload'],
    async run(state, { form }) {
      if (!kinds.includes(String(form?.get('file_type'))))
        throw new Refused('fieldInvalid', ': file_type is required');
      if (!form?.get('file_name')) throw new Refused('fieldInvalid', ': file_name is required');
      return { file_key: (await upload(state, form, 'file', 30 * mb)).key };
    },
  },
  {
    method: 'GET',
    path: '/open-apis/im/v1/messages/:message_id/resources/:file_key',
    scopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'],
    download: true,
    run: resource,
  },
];
