/** Cards as DOM: every block of the contract, in an exhaustive switch. */
import type { Block, Card, Tone } from '../../../src/core/card.ts';
import { avatar } from './avatar.ts';
import { drawActions, drawChoices, type Press } from './card-actions.ts';
import { drawTable } from './card-table.ts';
import { drawChart } from './chart.ts';
import { css, h } from './dom.ts';
import { drawImage } from './files.ts';
import { type IconName, icon } from './icons.ts';
import type { Look } from './page.ts';
import { rich } from './text.ts';

export type { Press };

const TONE_ICON: Record<Tone, IconName | undefined> = {
  plain: undefined,
  good: 'check',
  attention: 'alert',
  serious: 'warn',
};

function drawFacts(items: { label: string; value: string }[]): HTMLElement {
  return h(
    'dl',
    { class: 'facts' },
    items.map((fact) =>
      h('div', {}, h('dt', { dir: 'auto' }, fact.label), h('dd', { dir: 'auto' }, fact.value)),
    ),
  );
}

function drawProgress(label: string, done: number, of: number, look: Look): HTMLElement {
  const part = of > 0 ? Math.min(1, Math.max(0, done / of)) : 0;
  const bar = h('div', { class: part >= 1 ? 'bar-done full' : 'bar-done' });
  css(bar, 'inline-size', `${part * 100}%`);
  const said = look.words.doneOf(done, of);
  return h(
    'div',
    { class: 'progress' },
    h(
      'div',
      { class: 'progress-text' },
      h('span', { dir: 'auto' }, label),
      h('span', { class: 'count' }, said),
    ),
    h(
      'div',
      {
        class: 'bar',
        role: 'progressbar',
        'aria-label': label,
        'aria-valuemin': 0,
        'aria-valuemax': of,
        'aria-valuenow': done,
        'aria-valuetext': said,
      },
      bar,
    ),
  );
}

function drawPeople(ids: string[], look: Look): HTMLElement {
  return h(
    'ul',
    { class: 'people-chips' },
    ids.map((id) =>
      h(
        'li',
        { class: 'person-chip' },
        avatar(id, look.nameOf(id), 'small'),
        h('span', { dir: 'auto' }, look.nameOf(id)),
      ),
    ),
  );
}

export function drawBlock(block: Block, look: Look, press: Press): HTMLElement {
  switch (block.type) {
    case 'text':
      return h('p', { class: 'block-text', dir: 'auto' }, rich(block.text, look));
    case 'note':
      return h('p', { class: 'block-note', dir: 'auto' }, rich(block.text, look));
    case 'facts':
      return drawFacts(block.items);
    case 'table':
      return drawTable(block, look);
    case 'chart':
      return drawChart(block);
    case 'image':
      return drawImage(block, look.me);
    case 'progress':
      return drawProgress(block.label, block.done, block.of, look);
    case 'people':
      return drawPeople(block.ids, look);
    case 'divider':
      return h('hr', {});
    case 'actions':
      return drawActions(block.items, look, press);
    case 'choices':
      return drawChoices(block, look, press);
  }
}

export function drawCard(card: Card, look: Look, press: Press): HTMLElement {
  const tone = card.tone ?? 'plain';
  const sign = TONE_ICON[tone];
  return h(
    'article',
    { class: `card tone-${tone}`, 'aria-label': card.title },
    h(
      'h3',
      { class: 'card-title' },
      sign && h('span', { class: 'tone-sign' }, icon(sign, 18)),
      h('span', { dir: 'auto' }, card.title),
    ),
    card.blocks.map((block) => drawBlock(block, look, press)),
  );
}
