/** Files to and from Slack: an address to upload to, the bytes, and then their completion. */
import { type FileRef, PlatformError } from '../../src/core/platform.ts';
import { type Client, type Clients, timeoutMs } from './clients.ts';

export interface Uploads {
  /** Uploads; shared with nobody but where a block shows it. */
  put(tenant: string, file: { name: string; bytes: Buffer }): Promise<string>;
  /** The first step by itself: its id is known before anything can be seen. */
  begin(tenant: string, file: { name: string; bytes: Buffer }): Promise<string>;
  complete(tenant: string, file: { id: string; title: string }, to?: Place): Promise<void>;
  fetch(ref: FileRef): Promise<Buffer>;
}

interface Place {
  channel: string;
  thread?: string;
}

export const largestFile = 20_000_000;

/** Only Slack's own hosts, or the server that stands in for it, get bytes and see the token. */
export function isSlacks(url: string, apiUrl: string | undefined): boolean {
  try {
    const { protocol, hostname, origin } = new URL(url);
    if (apiUrl && origin === new URL(apiUrl).origin) return true;
    return protocol === 'https:' && /(^|\.)slack(-edge|-files|-gov)?\.com$/.test(hostname);
  } catch {
    return false;
  }
}

/** Nothing is seen before the completion, so what broke here may simply be begun anew. */
async function sentTo(url: string, bytes: Buffer): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    body: new Uint8Array(bytes),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => undefined);
  if (!answer?.ok)
    throw new PlatformError('retry', `file upload: ${answer ? `HTTP ${answer.status}` : 'no answer'}`);
}

export function uploading(clients: Clients, apiUrl: string | undefined): Uploads {
  const uploads: Uploads = {
    async begin(tenant, { name, bytes }) {
      const { upload_url: url, file_id: id } = await clients.call(
        tenant,
        'files.getUploadURLExternal',
        (client) => client.files.getUploadURLExternal({ filename: name, length: bytes.length }),
      );
      if (!url || !id || !isSlacks(url, apiUrl))
        throw new PlatformError('broken', 'files.getUploadURLExternal: no address');
      await sentTo(url, bytes);
      return id;
    },
    async complete(tenant, { id, title }, to) {
      const shared = to && { channel_id: to.channel, ...(to.thread && { thread_ts: to.thread }) };
      await clients.call(tenant, 'files.completeUploadExternal', (client) =>
        client.files.completeUploadExternal({ files: [{ id, title }], ...shared } as Completion),
      );
    },
    async put(tenant, file) {
      const id = await uploads.begin(tenant, file);
      await uploads.complete(tenant, { id, title: file.name });
      return id;
    },
    async fetch({ id }) {
      const [tenant = '', file = ''] = id.split(':');
      const found = await clients.call(tenant, 'files.info', (client) => client.files.info({ file }));
      const url = found.file?.url_private_download ?? found.file?.url_private;
      if (!url || !isSlacks(url, apiUrl)) throw new PlatformError('gone', 'files.info: no address');
      if ((found.file?.size ?? 0) > largestFile) throw new PlatformError('broken', 'the file is too large');
      const { token } = await clients.of(tenant);
      return downloaded(url, token);
    },
  };
  return uploads;
}

type Completion = Parameters<Client['files']['completeUploadExternal']>[0];

/** Without the permission Slack leads to its sign-in page: a redirect, or HTML where a file should be. */
async function downloaded(url: string, token: string | undefined): Promise<Buffer> {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs * 3),
  }).catch(() => undefined);
  if (!answer?.ok)
    throw new PlatformError('retry', `file download: ${answer ? `HTTP ${answer.status}` : 'no answer'}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.length > largestFile) throw new PlatformError('broken', 'the file is too large');
  if (
    /^\s*<!doctype html/i.test(bytes.subarray(0, 100).toString()) &&
    /^text\/html/.test(answer.headers.get('content-type') ?? '')
  )
    throw new PlatformError('denied', 'file download: files:read is missing');
  return bytes;
}
