/** The list of commands above the composer: arrows choose, Tab or Enter completes. */
import { type Command, helpOf, offered, typedCommand } from './commands.ts';
import { fill, h, must } from './dom.ts';
import { lookOf, type Page } from './page.ts';

interface Completion {
  list: HTMLElement;
  input: HTMLTextAreaElement;
  offers: Command[];
  at: number;
  /** Chosen by arrows, so Enter means it. */
  moved: boolean;
  page: Page;
}

function close(completion: Completion): void {
  completion.offers = [];
  completion.list.hidden = true;
  completion.input.setAttribute('aria-expanded', 'false');
  completion.input.removeAttribute('aria-activedescendant');
}

const isZh = (text: string) => text.trimStart().startsWith('绩效');
const spelled = (command: Command, typed: string) =>
  isZh(typed) ? `绩效 ${command.zh}` : `/perf ${command.name}`;

function take(completion: Completion, command: Command): void {
  const { input } = completion;
  input.value = `${spelled(command, input.value)} `;
  close(completion);
  input.focus();
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

function draw(completion: Completion): void {
  const { list, offers, at, input } = completion;
  const { lang, words } = lookOf(completion.page.store.get());
  list.setAttribute('aria-label', words.commandsFor);
  fill(
    list,
    offers.map((command, i) =>
      h(
        'div',
        {
          class: 'offer',
          role: 'option',
          id: `command-${command.name}`,
          'data-command': command.name,
          'aria-selected': i === at ? 'true' : 'false',
          onMousedown: (event: MouseEvent) => {
            event.preventDefault();
            take(completion, command);
          },
        },
        h('code', {}, spelled(command, input.value)),
        h('span', { class: 'quiet' }, helpOf(command, lang)),
      ),
    ),
  );
  list.hidden = offers.length === 0;
  input.setAttribute('aria-expanded', String(offers.length > 0));
  const chosen = offers[at];
  if (chosen) input.setAttribute('aria-activedescendant', `command-${chosen.name}`);
  list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
}

/** Enter completes what was begun or chosen; a whole command, or one that is not in the list, it sends. */
function enterTakes(completion: Completion, command: Command): boolean {
  const text = completion.input.value;
  if (completion.moved) return true;
  if (['/perf', '绩效', spelled(command, text)].includes(text.trim().toLowerCase())) return false;
  const typed = typedCommand(text)?.trim() ?? '';
  return command.name.startsWith(typed) || command.zh.startsWith(typed);
}

function onKey(completion: Completion, event: KeyboardEvent): void {
  const { offers } = completion;
  const chosen = offers[completion.at];
  if (!chosen || event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    completion.at = (completion.at + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length;
    completion.moved = true;
    draw(completion);
  } else if (event.key === 'Escape') close(completion);
  else if (
    event.key === 'Tab' ||
    (event.key === 'Enter' && !event.shiftKey && enterTakes(completion, chosen))
  ) {
    take(completion, chosen);
  } else return;
  event.preventDefault();
}

export function mountCompletion(page: Page, input: HTMLTextAreaElement): { close(): void } {
  const list = must('#commands');
  const completion: Completion = { list, input, offers: [], at: 0, moved: false, page };
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', 'commands');
  input.setAttribute('aria-autocomplete', 'list');
  close(completion);
  input.addEventListener('input', () => {
    completion.offers = offered(input.value);
    completion.at = 0;
    completion.moved = false;
    draw(completion);
  });
  input.addEventListener('keydown', (event) => onKey(completion, event));
  input.addEventListener('blur', () => close(completion));
  return { close: () => close(completion) };
}
