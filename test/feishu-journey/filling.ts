/** What a person types into the fields of a form on Feishu, by the core's names of the fields. */
import { readName } from '../../adapters/feishu/names.ts';
import type { Json } from '../kit/fake-feishu/checks.ts';
import { everything } from '../kit/fake-feishu/draw.ts';

export interface Whom {
  account(person: string): string;
  name(person: string): string;
}

const inputMost = 1000;
const listed = (value: unknown): string[] =>
  [value]
    .flat()
    .filter((v) => v !== undefined && v !== '')
    .map(String);

/** The values of the fields that this form shows now. */
export function filledIn(form: Json, values: Record<string, unknown>, whom: Whom): Json {
  const shown = [...everything((form.elements as Json[]) ?? [])].map(({ element }) => element);
  const names = shown.map((element) => ({ element, named: readName(String(element.name ?? '')) }));
  const searched = new Set(names.flatMap(({ named }) => (named?.kind === 'q' ? [named.field] : [])));
  // Accounts, with their pictures; or persons, where one of them has no account here.
  const pickable = new Map(
    names.flatMap(({ element, named }) => {
      const offers = named?.kind === 'a' || (named?.kind === 'v' && searched.has(named.field));
      return named && offers
        ? [[named.field, new Set(((element.options as Json[]) ?? []).map((o) => String(o.value)))] as const]
        : [];
    }),
  );
  const given: Json = {};
  for (const element of shown) {
    const named = readName(String(element.name ?? ''));
    if (!named || values[named.field] === undefined) continue;
    const value = valueFor(element, named, values[named.field], { whom, pickable });
    if (value !== undefined) given[String(element.name)] = value;
  }
  return given;
}

interface Around {
  whom: Whom;
  pickable: ReadonlyMap<string, ReadonlySet<string>>;
}

function valueFor(
  element: Json,
  { kind, field, part }: { kind: string; field: string; part: number },
  value: unknown,
  { whom, pickable }: Around,
): unknown {
  const many = String(element.tag).startsWith('multi_');
  if (kind === 'd') return String(value);
  if (kind === 'v' && element.tag === 'input')
    return [...String(value)].slice(part * inputMost, (part + 1) * inputMost).join('');
  const offered = pickable.get(field);
  if (kind === 'v' && !offered) return many ? listed(value) : String(value);
  if (kind !== 'q') {
    const there = listed(value)
      .map((id) => (kind === 'a' ? whom.account(id) : id))
      .filter((a) => offered?.has(a));
    return many ? there : there[0];
  }
  // The first who cannot be picked yet is searched.
  const missing = listed(value).find((id) => !offered?.has(whom.account(id)) && !offered?.has(id));
  return missing && whom.name(missing);
}

/** A form's values on the wire, for a form that nobody opened. */
export function sendValue(values: Record<string, unknown>): Json {
  return Object.fromEntries(
    Object.entries(values).map(([name, v]) => [
      `v0_${name}`,
      Array.isArray(v) ? v.map(String) : String(v ?? ''),
    ]),
  );
}
