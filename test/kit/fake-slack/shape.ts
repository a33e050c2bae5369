/** A small language for what JSON may look like, which complains as Slack does. */

export interface Look {
  surface: 'message' | 'modal' | 'home';
  issues: string[];
}

export type Check = (value: unknown, at: string, look: Look) => void;

export const complain = (look: Look, what: string, at: string): void =>
  void look.issues.push(`[ERROR] ${what} [json-pointer:${at}]`);

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A string of so many characters. */
export const str =
  (most: number, least = 1): Check =>
  (value, at, look) => {
    if (typeof value !== 'string') return complain(look, 'must be a string', at);
    if (value.length < least) complain(look, `must be more than ${least - 1} characters`, at);
    if (value.length > most) complain(look, `must be less than ${most + 1} characters`, at);
  };

export const bool: Check = (value, at, look) => {
  if (typeof value !== 'boolean') complain(look, 'must be a boolean', at);
};

export const int =
  (least: number, most: number): Check =>
  (value, at, look) => {
    if (!Number.isInteger(value)) return complain(look, 'must be an integer', at);
    if ((value as number) < least || (value as number) > most)
      complain(look, `must be between ${least} and ${most}`, at);
  };

export const number: Check = (value, at, look) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) complain(look, 'must be a number', at);
};

/** Slack wants numbers of number inputs as text. */
export const numberText: Check = (value, at, look) => {
  if (typeof value !== 'string' || value.trim() === '' || !Number.isFinite(Number(value)))
    complain(look, 'must be a string that holds a number', at);
};

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, at, look) => {
    if (!allowed.includes(value)) complain(look, `must be one of: ${allowed.join(', ')}`, at);
  };

export const match =
  (pattern: RegExp, what: string): Check =>
  (value, at, look) => {
    if (typeof value !== 'string' || !pattern.test(value)) complain(look, what, at);
  };

export const list =
  (item: Check, most: number, least = 1): Check =>
  (value, at, look) => {
    if (!Array.isArray(value)) return complain(look, 'must be an array', at);
    if (value.length < least) complain(look, `no fewer than ${least} items allowed`, at);
    if (value.length > most) complain(look, `no more than ${most} items allowed`, at);
    for (const [i, one] of value.entries()) item(one, `${at}/${i}`, look);
  };

export const both =
  (...checks: readonly Check[]): Check =>
  (value, at, look) => {
    for (const check of checks) check(value, at, look);
  };

/** Only these properties: a misspelt one is a mistake. */
export const shape = (required: Record<string, Check>, optional: Record<string, Check> = {}): Check => {
  const known = new Map(Object.entries({ ...optional, ...required }));
  const unknown =
    (name: string): Check =>
    (_, at, look) =>
      complain(look, `invalid additional property: ${name}`, at.slice(0, -name.length - 1));
  return (value, at, look) => {
    if (!isObject(value)) return complain(look, 'must be an object', at);
    for (const name of Object.keys(required).filter((n) => value[n] === undefined))
      complain(look, `missing required field: ${name}`, at);
    for (const [name, one] of Object.entries(value))
      if (one !== undefined) (known.get(name) ?? unknown(name))(one, `${at}/${name}`, look);
  };
};

/** Told apart by `type`. */
export const byType =
  (kinds: Record<string, Check>): Check =>
  (value, at, look) => {
    if (!isObject(value)) return complain(look, 'must be an object', at);
    const type = value.type;
    const check = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    if (check) check(value, at, look);
    else complain(look, `unsupported type: ${String(type)}`, `${at}/type`);
  };

export const onlyOn =
  (surfaces: readonly Look['surface'][], check: Check): Check =>
  (value, at, look) => {
    if (surfaces.includes(look.surface)) check(value, at, look);
    else
      complain(
        look,
        `unsupported type: ${String((value as { type?: unknown }).type)} on ${look.surface}`,
        `${at}/type`,
      );
  };

export const exactlyOne =
  (...names: readonly string[]): Check =>
  (value, at, look) => {
    const given = names.filter((name) => isObject(value) && value[name] !== undefined);
    if (given.length !== 1) complain(look, `exactly one of ${names.join(', ')} is required`, at);
  };

export const atLeastOne =
  (...names: readonly string[]): Check =>
  (value, at, look) => {
    if (!names.some((name) => isObject(value) && value[name] !== undefined))
      complain(look, `at least one of ${names.join(', ')} is required`, at);
  };
