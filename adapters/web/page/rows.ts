/** A list that changes in place: rows with the same parts stay, the others are drawn anew. */
export interface Row {
  key: string;
  /** A row with the same parts is the same row. */
  parts: readonly unknown[];
  draw(): HTMLElement;
}

export type Drawn = Map<string, { row: Row; el: HTMLElement }>;

const same = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((part, i) => part === b[i]);

function removeGone(rows: readonly Row[], drawn: Drawn): void {
  const wanted = new Set(rows.map((row) => row.key));
  for (const [key, old] of drawn) {
    if (wanted.has(key)) continue;
    old.el.remove();
    drawn.delete(key);
  }
}

/** The row's element, redrawn in its place when it changed. */
function current(row: Row, drawn: Drawn): HTMLElement {
  const old = drawn.get(row.key);
  if (old && same(old.row.parts, row.parts)) return old.el;
  const el = row.draw();
  if (old) swap(old.el, el);
  drawn.set(row.key, { row, el });
  return el;
}

/** Puts drawn rows in order, touching only those that moved, came or went. */
export function reconcile(list: HTMLElement, rows: readonly Row[], drawn: Drawn): void {
  removeGone(rows, drawn);
  let before: Element | null = null;
  for (const row of rows) {
    const el = current(row, drawn);
    const next: Element | null = before ? before.nextElementSibling : list.firstElementChild;
    if (next !== el) list.insertBefore(el, next);
    before = el;
  }
}

const actionOn = (el: HTMLElement | undefined) => `${el?.dataset.token?.split(' ')[0]} ${el?.dataset.value}`;

/** A card that is redrawn under the keyboard keeps it: on the same button, else on the first one. */
function swap(old: HTMLElement, el: HTMLElement): void {
  const active = document.activeElement;
  const held = active instanceof HTMLElement && old.contains(active) ? active : undefined;
  old.replaceWith(el);
  if (!held) return;
  const buttons = [...el.querySelectorAll<HTMLElement>('[data-token]')];
  const next = buttons.find((button) => actionOn(button) === actionOn(held)) ?? buttons[0];
  next?.focus({ preventScroll: true });
}
