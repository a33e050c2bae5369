/** What may stand in a property of a card: small checks that throw Feishu's fault. */
import { CardFault } from './codes.ts';

export type Json = Record<string, unknown>;
/** `path` tells where, as Feishu's messages do. */
export type Check = (value: unknown, path: string) => void;

export const isObject = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v);

const wrong = (path: string, wanted: string, value: unknown) =>
  new CardFault(
    200621,
    `parse card json err, please check whether the card json is correct, ${path}: ${wanted}`,
    brief(value),
  );
const brief = (value: unknown) => String(JSON.stringify(value) ?? value).slice(0, 60);

/** By characters, as a client counts them. */
export const length = (text: string) => [...text].length;

export const str =
  (most = Number.POSITIVE_INFINITY, least = 0): Check =>
  (v, path) => {
    if (typeof v !== 'string') throw wrong(path, 'a string', v);
    if (length(v) > most || length(v) < least)
      throw wrong(path, `${least} to ${most} characters, has ${length(v)}`, v);
  };
export const bool: Check = (v, path) => {
  if (typeof v !== 'boolean') throw wrong(path, 'true or false', v);
};
export const num =
  (least: number, most: number): Check =>
  (v, path) => {
    if (typeof v !== 'number' || !Number.isInteger(v) || v < least || v > most)
      throw wrong(path, `${least} to ${most}`, v);
  };
export const oneOf =
  (...values: string[]): Check =>
  (v, path) => {
    if (typeof v !== 'string' || !values.includes(v)) throw wrong(path, `one of ${values.join(', ')}`, v);
  };
export const matching =
  (shape: RegExp, what: string): Check =>
  (v, path) => {
    if (typeof v !== 'string' || !shape.test(v)) throw wrong(path, what, v);
  };
export const listOf =
  (check: Check, most = Number.POSITIVE_INFINITY, least = 0): Check =>
  (v, path) => {
    if (!Array.isArray(v)) throw wrong(path, 'a list', v);
    if (v.length > most || v.length < least)
      throw wrong(path, `${least} to ${most} entries, has ${v.length}`, v.length);
    for (const [i, one] of v.entries()) check(one, `${path}[${i}]`);
  };
export const anyObject: Check = (v, path) => {
  if (!isObject(v)) throw wrong(path, 'an object', v);
};

const checkProperty = (props: Record<string, Check>, path: string, key: string, value: unknown): void => {
  const check = Object.hasOwn(props, key) ? props[key] : undefined;
  if (!check) throw new CardFault(200621, `unknown property, property: ${key}, path: ${path}`, key);
  check(value, `${path}.${key}`);
};

/** An object with these properties and no other: an unknown property is an error in 2.0. */
export const shape =
  (props: Record<string, Check>, required: readonly string[] = []): Check =>
  (v, path) => {
    if (!isObject(v)) throw wrong(path, 'an object', v);
    for (const [key, value] of Object.entries(v)) checkProperty(props, path, key, value);
    const missing = required.find((key) => !(key in v));
    if (missing) throw wrong(`${path}.${missing}`, 'is required', undefined);
  };

const languages =
  'zh_cn en_us zh_hk zh_tw ja_jp id_id vi_vn th_th pt_br es_es ko_kr de_de fr_fr it_it ru_ru ms_my'.split(
    ' ',
  );
export const i18n: Check = (v, path) => {
  if (!isObject(v)) throw wrong(path, 'texts by language', v);
  for (const [key, value] of Object.entries(v)) {
    if (!languages.includes(key))
      throw new CardFault(200621, `unknown property, property: ${key}, path: ${path}`, key);
    str()(value, `${path}.${key}`);
  }
};
export const locales: Check = listOf(oneOf(...languages));

/** `12px`, `4px 8px`, `4px 8px 4px 8px`. */
export const spacing: Check = matching(/^-?\d{1,3}px( -?\d{1,3}px){0,3}$/, 'pixels');
export const gap: Check = matching(/^(small|medium|large|extra_large|\d{1,2}px)$/, 'a spacing');
export const colour: Check = matching(/^([a-z]+(-\d{2,3})?|rgba\([\d., ]+\))$/, 'a colour');
export const alignment: Check = oneOf('left', 'center', 'right');
export const vertical: Check = oneOf('top', 'center', 'bottom');

const textSize = matching(
  /^(heading(-[0-4])?|normal|notation|xxxx-large|xxx-large|xx-large|x-large|large|medium|small|x-small|[a-z][a-z0-9_-]{0,30})$/,
  'a text size',
);
const icon = shape(
  { tag: oneOf('standard_icon', 'custom_icon'), token: str(), color: colour, img_key: str(), size: str() },
  ['tag'],
);

const written = (tags: string[], most: number): Check =>
  shape(
    {
      tag: oneOf(...tags),
      element_id: str(20),
      content: str(most),
      i18n_content: i18n,
      text_size: textSize,
      text_color: colour,
      text_align: alignment,
      lines: num(1, 100),
      icon,
    },
    ['tag', 'content'],
  );
export const plain = (most = Number.POSITIVE_INFINITY): Check => written(['plain_text'], most);
export const anyText: Check = written(['plain_text', 'lark_md'], Number.POSITIVE_INFINITY);
export const titleText: Check = written(['plain_text', 'lark_md', 'markdown'], Number.POSITIVE_INFINITY);
export { icon, textSize };

export const confirm = shape({ title: plain(), text: plain() }, ['title', 'text']);
const urls = { default_url: str(), pc_url: str(), ios_url: str(), android_url: str() };
export const behaviors: Check = (v, path) => {
  listOf(anyObject)(v, path);
  for (const [i, one] of (v as Json[]).entries()) {
    const at = `${path}[${i}]`;
    const kind = { type: oneOf('callback', 'open_url') };
    if (one.type === 'open_url') shape({ ...kind, ...urls }, ['default_url'])(one, at);
    else shape({ ...kind, value: anyObject }, ['type', 'value'])(one, at);
  }
};
