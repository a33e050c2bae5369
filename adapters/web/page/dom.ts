/** Elements in one call. Text is always a text node and there is no way to pass HTML. */
export type Child = Node | string | number | false | null | undefined | readonly Child[];
type Handler = (event: never) => unknown;
type Props = Record<string, string | number | boolean | undefined | Handler>;

const SVG = 'http://www.w3.org/2000/svg';
const AS_PROPERTY = new Set([
  'value',
  'checked',
  'disabled',
  'hidden',
  'selected',
  'multiple',
  'indeterminate',
]);

function setProp(el: Element, name: string, value: Props[string]): void {
  if (value === undefined || value === false) return;
  if (typeof value === 'function') el.addEventListener(name.slice(2).toLowerCase(), value as EventListener);
  else if (AS_PROPERTY.has(name)) Reflect.set(el, name, value);
  else el.setAttribute(name, value === true ? '' : String(value));
}

function append(el: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === false || child === null || child === undefined) continue;
    if (Array.isArray(child)) append(el, child);
    else el.append(child instanceof Node ? child : String(child));
  }
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const el = document.createElement(tag);
  append(el, children);
  for (const [name, value] of Object.entries(props)) setProp(el, name, value);
  return el;
}

export function s(tag: string, props: Props = {}, ...children: Child[]): SVGElement {
  const el = document.createElementNS(SVG, tag);
  append(el, children);
  for (const [name, value] of Object.entries(props)) setProp(el, name, value);
  return el as SVGElement;
}

export function fill(el: Element, ...children: Child[]): void {
  el.replaceChildren();
  append(el, children);
}

/** The strict content security policy forbids style attributes; the object model is allowed. */
export function css(el: HTMLElement | SVGElement, name: string, value: string): void {
  el.style.setProperty(name, value);
}

export function must(selector: string): HTMLElement {
  const el = document.querySelector<HTMLElement>(selector);
  if (!el) throw new Error(`the page has no ${selector}`);
  return el;
}

/** Rebuilding a list must not lose the keyboard's place: focus returns to the element with the same mark. */
export function keepFocus(root: Element, mark: string, change: () => void): void {
  const held = document.activeElement;
  const value = held && root.contains(held) ? held.getAttribute(mark) : null;
  change();
  if (value === null) return;
  const again = [...root.querySelectorAll<HTMLElement>(`[${mark}]`)].find(
    (el) => el.getAttribute(mark) === value,
  );
  again?.focus({ preventScroll: true });
}
