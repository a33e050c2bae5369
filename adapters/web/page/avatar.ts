/** A person's round picture: initials on one of eight quiet colours, the same one every time. */
import { h } from './dom.ts';
import { mark } from './icons.ts';

const HAN = /\p{Script=Han}/u;

/** Two letters of a Latin name; of a Chinese one the given name, as chats in China do. */
export function initials(name: string): string {
  const letters = [...name.trim()];
  if (HAN.test(name))
    return letters
      .filter((c) => HAN.test(c))
      .slice(-2)
      .join('');
  const parts = name.trim().split(/\s+/);
  const first = [...(parts[0] ?? '?')][0] ?? '?';
  const last = parts.length > 1 ? ([...(parts.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

export function hueOf(id: string): number {
  let sum = 7;
  for (const c of id) sum = (sum * 31 + (c.codePointAt(0) ?? 0)) % 9973;
  return sum % 8;
}

export function avatar(id: string, name: string, size: 'small' | 'normal' = 'normal'): HTMLElement {
  if (id === 'bot')
    return h(
      'span',
      { class: `avatar avatar-bot avatar-${size}`, 'aria-hidden': 'true' },
      mark(size === 'small' ? 14 : 20),
    );
  return h(
    'span',
    { class: `avatar avatar-${size} hue-${hueOf(id)}`, 'aria-hidden': 'true' },
    initials(name),
  );
}
