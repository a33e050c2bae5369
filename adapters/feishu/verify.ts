/** Is it from Feishu, is it fresh, can it be read? Over the raw bytes, in constant time, before anything of it is used. */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

export interface Secrets {
  encryptKey: string;
  verificationToken?: string | undefined;
}

/** The status says what is wrong; the text is for the log. */
export class Unwelcome extends Error {
  readonly status: 400 | 401 | 413;
  constructor(status: 400 | 401 | 413, why: string) {
    super(why);
    this.status = status;
  }
}

export const mostBytes = 512 * 1024;
/** Feishu repeats an event for up to seven hours; whether it signs the repetition anew is not documented. */
const oldestMs = 8 * 3_600_000;
const aheadMs = 5 * 60_000;

export function signatureOf(timestamp: string, nonce: string, encryptKey: string, raw: Uint8Array): string {
  return createHash('sha256').update(timestamp).update(nonce).update(encryptKey).update(raw).digest('hex');
}

const same = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
};

/** AES-256-CBC; the key is the hash of the Encrypt Key, the first 16 bytes are the vector. */
export function decrypted(encryptKey: string, encrypt: string): string {
  const bytes = Buffer.from(encrypt, 'base64');
  const key = createHash('sha256').update(encryptKey).digest();
  if (bytes.length < 32 || bytes.length % 16 !== 0) throw new Unwelcome(400, 'cannot be decrypted');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, 16));
    const plain = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    throw new Unwelcome(400, 'cannot be decrypted');
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unwelcome(400, 'is no JSON');
  }
}

const sealed = z.object({ encrypt: z.string() });
const challenge = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().max(1000),
  token: z.string().optional(),
});

function opened(secrets: Secrets, raw: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw new Unwelcome(400, 'is no UTF-8');
  }
  const body = json(text);
  if (typeof body !== 'object' || body === null || !('encrypt' in body)) return body;
  const read = sealed.safeParse(body);
  if (!read.success) throw new Unwelcome(400, 'what is encrypted is no text');
  return json(decrypted(secrets.encryptKey, read.data.encrypt));
}

const tokenOf = (body: unknown): string => {
  const { token, header } = (body ?? {}) as { token?: unknown; header?: { token?: unknown } };
  return String(header?.token ?? token ?? '');
};

function checkToken({ verificationToken }: Secrets, token: string): void {
  if (verificationToken && !same(verificationToken, token))
    throw new Unwelcome(401, 'another verification token');
}

function checkSignature(secrets: Secrets, headers: Headers, raw: Uint8Array, now: number): void {
  const [timestamp, nonce, signature] = ['timestamp', 'nonce', 'signature'].map(
    (name) => headers.get(name === 'signature' ? 'x-lark-signature' : `x-lark-request-${name}`) ?? '',
  );
  if (!timestamp || !signature) throw new Unwelcome(401, 'is not signed');
  if (!same(signatureOf(timestamp, nonce ?? '', secrets.encryptKey, raw), signature.toLowerCase()))
    throw new Unwelcome(401, 'another signature');
  const age = now - Number(timestamp) * 1000;
  if (!(age <= oldestMs && age >= -aheadMs)) throw new Unwelcome(401, 'too old, or from the future');
}

export type Verified = { challenge: string } | { body: unknown };

/** @throws Unwelcome */
export function verified(secrets: Secrets, headers: Headers, raw: Uint8Array, now = Date.now()): Verified {
  const body = opened(secrets, raw);
  const asked = challenge.safeParse(body);
  if (asked.success) {
    // The address is tried out before anything is signed; whoever knows the token, or the key, gets only an echo.
    checkToken(secrets, asked.data.token ?? '');
    return { challenge: asked.data.challenge };
  }
  checkSignature(secrets, headers, raw, now);
  checkToken(secrets, tokenOf(body));
  return { body };
}
