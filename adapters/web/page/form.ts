/** A form is a panel at the side — the whole screen on a phone. What was typed is never lost by accident. */
import type { Field, Form } from '../../../src/core/card.ts';
import { Problem, type Values } from './api.ts';
import { ask, placeToasts } from './dialogs.ts';
import { fill, h } from './dom.ts';
import { type Control, makeControl } from './fields.ts';
import { icon } from './icons.ts';
import { type Look, lookOf, type Page } from './page.ts';
import { rich } from './text.ts';

interface Row {
  field: Field;
  control: Control;
  el: HTMLElement;
  error: HTMLElement;
}

interface Panel {
  page: Page;
  look: Look;
  form: Form;
  on: string | undefined;
  rows: Row[];
  top: HTMLElement;
  dialog: HTMLDialogElement;
  submit: HTMLButtonElement;
  opened: string;
}

let made = 0;

function makeRow(field: Field, page: Page, look: Look): Row {
  made += 1;
  const id = `field-${made}`;
  const control = makeControl({ field, id, look, page });
  const error = h('p', { class: 'field-error', id: `${id}-error`, role: 'alert', hidden: true });
  const optional = !field.required && h('span', { class: 'optional' }, look.words.optional);
  const label = control.grouped
    ? h('div', { class: 'field-label', id: `${id}-label`, dir: 'auto' }, field.label, optional)
    : h('label', { class: 'field-label', for: id, dir: 'auto' }, field.label, optional);
  const hint = field.hint ? h('p', { class: 'hint', id: `${id}-hint`, dir: 'auto' }, field.hint) : undefined;
  if (control.grouped) control.el.querySelector(`#${id}`)?.setAttribute('aria-labelledby', `${id}-label`);
  if (control.grouped && control.el.id === id) control.el.setAttribute('aria-labelledby', `${id}-label`);
  control.focus.setAttribute('aria-describedby', `${hint ? `${id}-hint ` : ''}${id}-error`);
  if (field.required) control.focus.setAttribute('aria-required', 'true');
  const el = h(
    'div',
    { class: `field field-${field.type}`, 'data-field': field.name },
    label,
    hint,
    control.el,
    error,
  );
  return { field, control, el, error };
}

function valuesOf(rows: readonly Row[]): Values {
  const values: Values = {};
  for (const { field, control } of rows) {
    const value = control.read();
    if (value !== undefined) values[field.name] = value;
  }
  return values;
}

/** Errors stand beside their fields; whatever names no field stands above the buttons, always in sight. */
function showErrors(panel: Panel, errors: Record<string, string>): void {
  const names = new Set(panel.rows.map((row) => row.field.name));
  for (const row of panel.rows) {
    const text = errors[row.field.name];
    row.error.hidden = text === undefined;
    row.error.textContent = text ?? '';
    row.el.classList.toggle('wrong', text !== undefined);
    if (text === undefined) row.control.focus.removeAttribute('aria-invalid');
    else row.control.focus.setAttribute('aria-invalid', 'true');
  }
  const others = Object.entries(errors).filter(([name]) => !names.has(name));
  const beside = Object.keys(errors).length - others.length;
  const lines = others.map(([, text]) => text);
  if (lines.length === 0 && beside > 0) lines.push(panel.look.words.lookOver(beside));
  panel.top.hidden = lines.length === 0;
  fill(panel.top, icon('alert', 18), h('span', { dir: 'auto' }, lines.join('\n')));
  const first = panel.rows.find((row) => errors[row.field.name] !== undefined);
  first?.control.focus.focus();
}

const missing = (panel: Panel): Record<string, string> =>
  Object.fromEntries(
    panel.rows
      .filter((row) => row.field.required && row.control.read() === undefined)
      .map((row) => [row.field.name, panel.look.words.missing]),
  );

async function send(panel: Panel): Promise<void> {
  const { page, form, on, rows, submit, dialog } = panel;
  if (submit.classList.contains('busy') || rows.some((row) => row.control.busy?.())) return;
  const empty = missing(panel);
  showErrors(panel, empty);
  if (Object.keys(empty).length > 0) return;
  submit.classList.add('busy');
  submit.setAttribute('aria-busy', 'true');
  try {
    const reply = await page.deeds.submit(form.token, valuesOf(rows), on);
    if (reply.errors && Object.keys(reply.errors).length > 0) showErrors(panel, reply.errors);
    else if (reply.refused) showErrors(panel, { '': reply.toast ?? panel.look.words.failed });
    else dialog.close();
  } catch (error) {
    showErrors(panel, { '': (error instanceof Problem && error.message) || panel.look.words.failed });
  } finally {
    submit.classList.remove('busy');
    submit.removeAttribute('aria-busy');
  }
}

async function leave(panel: Panel): Promise<void> {
  const w = panel.look.words;
  const touched = JSON.stringify(valuesOf(panel.rows)) !== panel.opened;
  const question = { title: w.discard, yes: w.discardYes, no: w.keepWriting, danger: true };
  if (!touched || (await ask(question))) panel.dialog.close();
}

function assemble(page: Page, form: Form, on: string | undefined): Panel {
  const look = lookOf(page.store.get());
  const rows = form.fields.map((field) => makeRow(field, page, look));
  const top = h('div', { class: 'form-error', role: 'alert', hidden: true });
  const submit = h(
    'button',
    { type: 'submit', class: 'button primary', 'data-token': form.token },
    h('span', {}, form.submit),
  );
  const dialog = h('dialog', { class: 'panel', 'data-panel': 'form', 'aria-labelledby': 'form-title' });
  const panel: Panel = { page, look, form, on, rows, top, dialog, submit, opened: '' };
  const closing = () => void leave(panel);
  const body = h(
    'form',
    { class: 'form', novalidate: true },
    h(
      'header',
      { class: 'panel-head' },
      h('h2', { id: 'form-title', dir: 'auto' }, form.title),
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': look.words.close, onClick: closing },
        icon('close'),
      ),
    ),
    h(
      'div',
      { class: 'panel-body' },
      form.intro && h('p', { class: 'intro', dir: 'auto' }, rich(form.intro, look)),
      rows.map((row) => row.el),
    ),
    top,
    h(
      'footer',
      { class: 'panel-foot' },
      h('button', { type: 'button', class: 'button', onClick: closing }, look.words.cancel),
      submit,
    ),
  );
  body.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(panel);
  });
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send(panel);
  });
  dialog.append(body);
  return panel;
}

export function openForm(page: Page, form: Form, on: string | undefined): void {
  const back = document.activeElement as HTMLElement | null;
  const panel = assemble(page, form, on);
  const { dialog, rows } = panel;
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    void leave(panel);
  });
  dialog.addEventListener('close', () => {
    placeToasts();
    dialog.remove();
    if (document.querySelector('dialog[open]')) return;
    if (back?.isConnected && back !== document.body) back.focus();
    else document.querySelector<HTMLElement>('#composer')?.focus();
  });
  for (const other of document.querySelectorAll<HTMLDialogElement>('[data-panel="form"]')) other.close();
  document.body.append(dialog);
  dialog.showModal();
  panel.opened = JSON.stringify(valuesOf(rows));
  rows[0]?.control.focus.focus();
}
