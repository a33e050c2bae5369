/** Structured log on stderr. Whatever may hold personal text or a secret never gets in: the fields are named here. */
import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type Log = Logger;

const secret = [
  'text',
  'value',
  'values',
  'card',
  'answers',
  'comment',
  'reason',
  'token',
  'secret',
  'password',
  'authorization',
  'email',
  'name',
  'files',
];

export function logger(level: string, to: DestinationStream = destination(2)): Log {
  const paths = secret.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  return pino({ level, redact: { paths, censor: '[kept back]' }, base: null }, to);
}

export const silent: Log = pino({ level: 'silent' });
