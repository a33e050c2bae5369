/** How Feishu encrypts and signs what it pushes. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const keyOf = (encryptKey: string) => createHash('sha256').update(encryptKey).digest();

export function encrypted(encryptKey: string, plain: string, iv: Buffer = randomBytes(16)): string {
  const cipher = createCipheriv('aes-256-cbc', keyOf(encryptKey), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

export function decrypted(encryptKey: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', keyOf(encryptKey), bytes.subarray(0, 16));
  return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString('utf8');
}

export const signature = (
  timestamp: string,
  nonce: string,
  encryptKey: string,
  body: string | Buffer,
): string => createHash('sha256').update(`${timestamp}${nonce}${encryptKey}`).update(body).digest('hex');

/** The headers with which Feishu pushes a body. */
export function signed(encryptKey: string, body: string | Buffer, seconds: number): Record<string, string> {
  const timestamp = String(Math.floor(seconds));
  const nonce = randomBytes(8).toString('hex');
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature(timestamp, nonce, encryptKey, body),
  };
}
