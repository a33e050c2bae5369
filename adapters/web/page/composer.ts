/** Where one writes: text, commands with completion, files, and an answer to a particular message. */
import { type Attaching, createAttaching } from './attaching.ts';
import { mountCompletion } from './completion.ts';
import { css, fill, h, must } from './dom.ts';
import { icon } from './icons.ts';
import { lookOf, type Page } from './page.ts';
import { changed, feedOf, roomOf, type State } from './state.ts';

interface Composer {
  page: Page;
  input: HTMLTextAreaElement;
  sendButton: HTMLButtonElement;
  attachButton: HTMLElement;
  extras: HTMLElement;
  files: Attaching;
  drafts: Map<string, string>;
}

const TALLEST = 180;
const GROWS_ALONE = CSS.supports('field-sizing', 'content');

function fit(input: HTMLTextAreaElement): void {
  if (GROWS_ALONE || input.offsetParent === null) return;
  css(input, 'height', 'auto');
  css(input, 'height', `${Math.min(input.scrollHeight, TALLEST)}px`);
}

function quoted(state: State): string {
  const item = feedOf(state).items.find((one) => one.key === state.replyTo);
  return (item?.card?.title ?? item?.text ?? '').slice(0, 80);
}

export const chip = (text: string, label: string, onClick: () => void): HTMLElement =>
  h(
    'span',
    { class: 'file-chip' },
    h('span', { dir: 'auto' }, text),
    h(
      'button',
      { type: 'button', class: 'icon-button small', 'aria-label': label, onClick },
      icon('close', 14),
    ),
  );

function drawExtras({ page, files, input, extras, sendButton }: Composer): void {
  const { store } = page;
  const state = store.get();
  const w = lookOf(state).words;
  const reply = state.replyTo && chip(w.replying(quoted(state)), w.cancel, () => store.set({ replyTo: '' }));
  const attached = files
    .list()
    .map((file) =>
      chip(file.id ? file.name : w.uploading(file.name), w.remove(file.name), () => files.drop(file)),
    );
  fill(extras, reply, attached);
  sendButton.disabled = input.value.trim() === '' && files.ids().length === 0;
}

function write(composer: Composer, text: string): void {
  composer.input.value = text;
  fit(composer.input);
  drawExtras(composer);
}

/** The input is free at once; what could not be sent comes back into it. */
async function send(composer: Composer): Promise<void> {
  const { page, input, files, sendButton } = composer;
  if (sendButton.disabled || files.busy()) return;
  const text = input.value.trimEnd();
  const { replyTo } = page.store.get();
  const sentFiles = files.list();
  const ids = files.ids();
  files.set([]);
  write(composer, '');
  const sent = await page.deeds.say({
    text,
    ...(replyTo ? { replyTo } : {}),
    ...(ids.length > 0 ? { files: ids } : {}),
  });
  if (sent || input.value !== '') return;
  files.set(sentFiles);
  write(composer, text);
}

const place = (state: State) => `${state.me} ${state.room}`;

function draw(composer: Composer, state: State, before: State | undefined): void {
  const { input, drafts, sendButton, attachButton } = composer;
  const w = lookOf(state).words;
  if (before && place(before) !== place(state)) {
    drafts.set(place(before), input.value);
    write(composer, drafts.get(place(state)) ?? '');
  }
  must('#composer-form').hidden = !state.me;
  input.placeholder = state.room ? w.messageRoom(roomOf(state)?.name ?? '') : w.messageBot;
  input.setAttribute('aria-label', input.placeholder);
  must('#composer-keys').textContent = w.keys;
  for (const [button, label] of [
    [sendButton, w.send],
    [attachButton, w.attach],
  ] as const) {
    button.title = label;
    button.setAttribute('aria-label', label);
  }
  drawExtras(composer);
}

function listenTo(composer: Composer): void {
  const { page, input, files, attachButton } = composer;
  const completion = mountCompletion(page, input);
  const go = (event: Event) => {
    event.preventDefault();
    completion.close();
    void send(composer);
  };
  input.addEventListener('input', () => {
    fit(input);
    drawExtras(composer);
  });
  input.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    go(event);
  });
  input.addEventListener('paste', (event) => files.add(event.clipboardData?.files));
  must('#composer-form').addEventListener('submit', go);
  const picker = h('input', { type: 'file', multiple: true, hidden: true });
  must('#composer-form').append(picker);
  attachButton.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    files.add(picker.files);
    picker.value = '';
  });
}

export function mountComposer(page: Page): void {
  const composer: Composer = {
    page,
    input: must('#composer') as HTMLTextAreaElement,
    sendButton: must('[data-action="send"]') as HTMLButtonElement,
    attachButton: must('[data-action="attach"]'),
    extras: must('#composer-extras'),
    files: createAttaching(page, () => drawExtras(composer)),
    drafts: new Map(),
  };
  fill(composer.sendButton, icon('send'));
  fill(composer.attachButton, icon('attach'));
  listenTo(composer);
  page.store.watch((state, before) => {
    if (changed(state, before, 'me', 'room', 'feeds', 'replyTo', 'people', 'chosenLang')) {
      draw(composer, state, before);
    }
  });
}

/** After a button that went away; not on touch screens, where a keyboard would jump up. */
export function focusComposer(): void {
  if (matchMedia('(pointer: fine)').matches) must('#composer').focus();
}

/** For the guide: puts a text there, ready to be sent. */
export function writeInComposer(text: string): void {
  const input = must('#composer') as HTMLTextAreaElement;
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.focus();
}
