/**
 * Readers of form fields. Platforms deliver strings, numbers or lists of strings; each reader turns one field into a
 * value or says, by its issue's message, which sentence belongs beside the field.
 */
import { z } from 'zod';

const empty = (v: unknown) =>
  v === undefined || v === null || v === '' || (Array.isArray(v) && v.length === 0);
const one = (v: unknown) => (Array.isArray(v) && v.length === 1 ? v[0] : v);
const given = (v: unknown) => (empty(v) ? undefined : one(typeof v === 'string' ? v.trim() : v));
const written = (v: unknown) => given(typeof v === 'number' ? String(v) : v) || undefined;
const isDay = (v: string) =>
  /^\d{4}-\d\d-\d\d$/.test(v) && new Date(`${v}T00:00:00Z`).toJSON()?.slice(0, 10) === v;

/** Full-width digits as a Chinese keyboard writes them, a percent sign, "1,200" and the comma of "12,5". */
function digits(v: unknown) {
  if (typeof v !== 'string') return v;
  const plain = v.normalize('NFKC').replace(/%$/, '').trim();
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain) ? plain.replace(/,/g, '') : plain.replace(',', '.');
}

export const longText = 3000;

export const text = (max = longText) => z.preprocess(written, z.string('needed').max(max, `max ${max}`));
export const day = () => z.preprocess(given, z.string('needed').refine(isDay, 'day'));
export const choice = <const T extends readonly [string, ...string[]]>(...options: T) =>
  z.preprocess(given, z.enum(options, 'choose'));
/** One of the options that the form offered; which they were is the handler's to know. */
export const pick = () => z.preprocess(given, z.string('choose').max(200, 'choose'));
export const many = (max = 500) =>
  z.preprocess(
    (v) => (empty(v) ? [] : Array.isArray(v) ? v : [v]),
    z.array(z.string('choose').max(200, 'choose')).max(max, `most ${max}`),
  );
export const number = (min = -1e12, max = 1e12) =>
  z.preprocess(
    (v) => digits(given(v)),
    z
      .union(
        [
          z.number(),
          z
            .string()
            .regex(/^[+-]?(\d+\.?\d*|\.\d+)$/, 'number')
            .transform(Number),
        ],
        'number',
      )
      .refine((n) => n >= min && n <= max, `range ${min} ${max}`),
  );
export const whole = (min: number, max: number) => number(min, max).refine(Number.isInteger, 'whole');

/** The field may stay empty. */
export const maybe = <T extends z.ZodType>(reader: T) =>
  z.preprocess((v) => (empty(given(v)) ? undefined : v), reader.optional());
