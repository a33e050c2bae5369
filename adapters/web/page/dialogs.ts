/** Small things above the page: a question before a serious step, a passing notice. */
import { h, must } from './dom.ts';
import { icon } from './icons.ts';
import type { Words } from './messages.ts';

export interface Question {
  title: string;
  text?: string;
  yes: string;
  no: string;
  danger?: boolean;
}

/** Resolves when the dialog closes; true only by its own button. */
export function ask(question: Question): Promise<boolean> {
  return new Promise((answered) => {
    let agreed = false;
    const yes = h(
      'button',
      {
        type: 'button',
        class: question.danger ? 'button danger-solid' : 'button primary',
        'data-answer': 'yes',
      },
      question.yes,
    );
    const no = h('button', { type: 'button', class: 'button', 'data-answer': 'no' }, question.no);
    const dialog = h(
      'dialog',
      { class: 'ask', 'aria-labelledby': 'ask-title' },
      h('h2', { id: 'ask-title' }, question.title),
      question.text && h('p', { dir: 'auto' }, question.text),
      h('div', { class: 'ask-row' }, no, yes),
    );
    yes.addEventListener('click', () => {
      agreed = true;
      dialog.close();
    });
    no.addEventListener('click', () => dialog.close());
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      answered(agreed);
    });
    document.body.append(dialog);
    dialog.showModal();
    (question.danger ? no : yes).focus();
  });
}

export function askForToken(w: Words): Promise<string> {
  return new Promise((answered) => {
    const input = h('input', {
      type: 'password',
      class: 'input',
      autocomplete: 'off',
      required: true,
      'aria-label': w.tokenTitle,
    });
    const form = h(
      'form',
      { method: 'dialog' },
      h('h2', {}, w.tokenTitle),
      h('p', {}, w.tokenText),
      input,
      h('div', { class: 'ask-row' }, h('button', { class: 'button primary' }, w.tokenGo)),
    );
    const dialog = h('dialog', { class: 'ask', 'data-panel': 'token' }, form);
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    dialog.addEventListener('close', () => {
      dialog.remove();
      answered(input.value.trim());
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

const STAYS = 2600;

/** Open dialogs hide the rest of the page, so notices live in the topmost one, and leave it before it goes. */
export function placeToasts(): void {
  const host = must('#toasts');
  const top = [...document.querySelectorAll<HTMLElement>('dialog[open]')].at(-1) ?? document.body;
  if (host.parentElement !== top) top.append(host);
}

export function toast(text: string, bad = false): void {
  const host = must('#toasts');
  placeToasts();
  const note = h(
    'div',
    { class: bad ? 'toast bad' : 'toast', role: bad ? 'alert' : 'status' },
    icon(bad ? 'alert' : 'check', 18),
    h('span', { dir: 'auto' }, text),
  );
  // Only the newest, and at the top: the next button to press is at the bottom.
  host.replaceChildren(note);
  const leave = () => {
    note.classList.add('leaving');
    setTimeout(() => note.remove(), 250);
  };
  note.addEventListener('click', leave);
  setTimeout(leave, STAYS + text.length * 30);
}
