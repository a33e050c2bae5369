/** One message of a conversation: mine to the right, everybody else's to the left with a face. */
import { avatar } from './avatar.ts';
import { drawCard } from './card.ts';
import { h } from './dom.ts';
import { drawFiles } from './files.ts';
import { icon } from './icons.ts';
import type { Look, Page } from './page.ts';
import { rich } from './text.ts';
import type { Entry } from './timeline.ts';
import { full, hour } from './when.ts';
import type { Item } from './wire.ts';

/** The bot speaks in markup, people in plain text. */
function drawText(item: Item, look: Look): HTMLElement | false {
  if (!item.text) return false;
  return h('div', { class: 'bubble', dir: 'auto' }, item.from === 'bot' ? rich(item.text, look) : item.text);
}

function drawHead(item: Item, look: Look): HTMLElement {
  const at = new Date(item.at);
  const time = h('time', { datetime: item.at, title: full(at, look.reader) }, hour(at, look.reader));
  const name =
    item.from === look.me ? false : h('span', { class: 'who', dir: 'auto' }, look.nameOf(item.from));
  return h('div', { class: 'item-head' }, name, time);
}

function drawReply(item: Item, look: Look, page: Page): HTMLElement {
  return h(
    'button',
    {
      type: 'button',
      class: 'item-reply icon-button',
      title: look.words.replyTo,
      'aria-label': look.words.replyTo,
      onClick: () => {
        page.store.set({ replyTo: item.key });
        document.querySelector<HTMLElement>('#composer')?.focus();
      },
    },
    icon('reply', 16),
  );
}

export function drawItem(entry: Entry, look: Look, page: Page): HTMLElement {
  const { item, leads } = entry;
  const mine = item.from === look.me;
  const press = (token: string, value?: string) => page.deeds.press(token, item.key, value);
  const body = h(
    'div',
    { class: 'item-body' },
    leads && drawHead(item, look),
    drawText(item, look),
    item.card && drawCard(item.card, look, press),
    item.files && item.files.length > 0 && drawFiles(item.files, look),
    item.edited && !item.card && h('span', { class: 'edited' }, look.words.edited),
  );
  return h(
    'div',
    { class: `item ${mine ? 'mine' : 'theirs'}${leads ? ' leads' : ''}`, 'data-key': item.key },
    !mine && (leads ? avatar(item.from, look.nameOf(item.from)) : h('span', { class: 'avatar-gap' })),
    body,
    !mine && drawReply(item, look, page),
  );
}

export const drawPending = (text: string, look: Look): HTMLElement =>
  h(
    'div',
    { class: 'item mine leads pending' },
    h(
      'div',
      { class: 'item-body' },
      h('div', { class: 'item-head' }, look.words.sending),
      h('div', { class: 'bubble', dir: 'auto' }, text),
    ),
  );

export const drawThinking = (look: Look): HTMLElement =>
  h(
    'div',
    { class: 'item theirs leads thinking' },
    avatar('bot', 'growloop'),
    h(
      'div',
      { class: 'item-body' },
      h(
        'div',
        { class: 'bubble dots', role: 'status', 'aria-label': look.words.thinking },
        h('i'),
        h('i'),
        h('i'),
      ),
    ),
  );
