/** Reading what was sent, never more than is allowed. */
import type { z } from 'zod';
import { type Call, Trouble } from './http.ts';

const JSON_BYTES = 256 * 1024;
export const FILE_BYTES = 10 * 1024 * 1024;
/** What the form around a file may weigh. */
const FORM_BYTES = FILE_BYTES + 64 * 1024;

async function bytesOf(request: Request, limit: number, limitName: string): Promise<Buffer> {
  const tooLarge = new Trouble('tooLarge', limitName);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A length header may lie or be missing, so what arrives is counted too.
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The request's JSON in the shape that was asked for; anything else is a 400. */
export async function jsonOf<S extends z.ZodType>({ request }: Call, shape: S): Promise<z.infer<S>> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? ''))
    throw new Trouble('notJson');
  const bytes = await bytesOf(request, JSON_BYTES, '256 kB');
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Trouble('malformed');
  }
  return shape.parse(body);
}

/** The one file of a multipart request. */
export async function uploadOf({ request }: Call): Promise<File> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Trouble('oneFile');
  const bytes = await bytesOf(request, FORM_BYTES, '10 MB');
  let form: FormData;
  try {
    form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Trouble('malformed');
  }
  const [entry, ...others] = [...form.entries()];
  const [name, file] = entry ?? [];
  if (others.length > 0 || name !== 'file' || typeof file !== 'object') throw new Trouble('oneFile');
  if (file.size > FILE_BYTES) throw new Trouble('tooLarge', '10 MB');
  return file;
}
