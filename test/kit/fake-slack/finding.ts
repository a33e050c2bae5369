/** Where a person finds what they want to press: the newest that says so. */
import type { Core } from './core.ts';
import { blocksOf, optionsOf, unfinished } from './filling.ts';
import { type Pressed, pressable } from './payloads.ts';
import { drawn, viewText } from './seen.ts';
import { isObject } from './shape.ts';
import type { Json, Message, ViewState } from './state.ts';
import { fieldKinds, initialValues } from './values.ts';

export type Found = Pressed;

export interface Sight {
  messages(): Message[];
  modal(): ViewState | undefined;
  home(): ViewState | undefined;
}

/** A surface with things to press. */
interface Surface {
  blocks: Json[];
  message?: Message;
  view?: ViewState;
  words: string;
}

/** Looking without being surprised: nothing where nothing is found. */
export interface Look {
  /** A button or an option with that label; `title` narrows to what begins with it. */
  labelled(
    label: string,
    how: { title?: string | undefined; where: 'modal' | 'messages' | 'home' },
  ): Found | undefined;
  /** By what it carries: a button's value, of a choice with the option's. */
  carrying(token: string, value?: string): Found | undefined;
  /** The button that turns to the next page of the newest card that has one. */
  next(): Found | undefined;
}

export interface Finding {
  look: Look;
  button(label: string, how: { on?: string; where?: 'messages' | 'home' }): Found;
  option(label: string, option: string, on?: string): Found;
  /** @throws when Slack's window would not let the form go. */
  ready(v: ViewState): void;
}

const textOf = (object: unknown): string => (isObject(object) ? String(object.text ?? '') : '');

const elementsOf = (block: Json): Json[] =>
  [block.accessory, block.element, ...(Array.isArray(block.elements) ? block.elements : [])].filter(isObject);

/** How one element is pressed: `actions[0]`, without its time. */
function pressed(block: Json, element: Json, chosen?: Json): Json {
  const type = String(element.type);
  const holds = fieldKinds[type]?.holds ?? (type === 'overflow' ? 'selected_option' : undefined);
  const base = { type, action_id: element.action_id ?? 'auto', block_id: block.block_id };
  if (type === 'button')
    return { ...base, text: element.text, ...(element.value !== undefined && { value: element.value }) };
  if (type === 'checkboxes' || type === 'multi_static_select')
    return { ...base, selected_options: chosen ? [chosen] : [] };
  return {
    ...base,
    ...(holds && { [holds]: chosen }),
    ...(element.placeholder ? { placeholder: element.placeholder } : {}),
  };
}

/** The adapter keeps a menu's token in the id of its block. */
function ofMenu(element: Json, block: Json, token: string, value?: string): { chosen?: Json } | undefined {
  if (String(block.block_id).replace(/^c\d+(-[\w-]+)?\./, '') !== token) return undefined;
  const chosen = optionsOf(element).find((o) => o.value === value);
  return chosen && { chosen };
}

/** The button or the option that says so. */
function said(element: Json, label: string): { chosen?: Json } | undefined {
  if (element.type === 'button') return textOf(element.text) === label ? {} : undefined;
  const chosen = optionsOf(element).find((o) => textOf(o.text) === label);
  return chosen && { chosen };
}

/** The page that a button of the adapter turns to. */
const pageOf = ({ value }: Json): number | undefined => {
  const page = /^slack\.page \["[^"]*",(\d+)\]$/.exec(String(value ?? ''))?.[1];
  return page === undefined ? undefined : Number(page);
};

/** How what was chosen stands in `state.values`. */
function withChoice(all: Record<string, Record<string, Json>>, action: Json): void {
  const holds = fieldKinds[String(action.type)]?.holds ?? '';
  const here = all[String(action.block_id)] ?? {};
  here[String(action.action_id)] = { type: action.type, [holds]: action[holds] };
  all[String(action.block_id)] = here;
}

export function finding(core: Core, sight: Sight): Finding {
  const turned = new Set<string>();
  const ofMessage = (message: Message): Surface => {
    const blocks = pressable(message);
    return { blocks, message, words: drawn(core, blocks) };
  };
  const ofView = (view: ViewState): Surface => ({
    blocks: blocksOf(view),
    view,
    words: viewText(core, view),
  });

  function surfaces(where?: 'messages' | 'home' | 'modal'): Surface[] {
    const [modal, home] = [sight.modal(), sight.home()];
    const one = (v: ViewState | undefined) => (v ? [ofView(v)] : []);
    const messages = () => sight.messages().toReversed().map(ofMessage);
    return where === 'home'
      ? one(home)
      : where === 'modal'
        ? one(modal)
        : where === 'messages'
          ? messages()
          : [...one(modal), ...messages()];
  }

  const stateOf = ({ blocks, view }: Surface) => view?.values ?? initialValues(blocks);
  const found = (surface: Surface, action: Json, chosen?: Json): Found => {
    const state = structuredClone(stateOf(surface));
    if (chosen) withChoice(state, action);
    const { message, view } = surface;
    if (view) view.values = state;
    return { action, state, ...(message && { message }), ...(view && { view }) };
  };

  /** Walks everything that can be pressed until one fits. */
  function first(
    places: Surface[],
    fits: (element: Json, block: Json) => { chosen?: Json } | undefined,
  ): Found | undefined {
    const all = places.flatMap((surface) =>
      surface.blocks.flatMap((block) => elementsOf(block).map((element) => ({ surface, block, element }))),
    );
    for (const { surface, block, element } of all) {
      const fit = fits(element, block);
      if (fit) return found(surface, pressed(block, element, fit.chosen), fit.chosen);
    }
    return undefined;
  }

  const lost = (what: string, on?: string): never => {
    throw new Error(
      `nobody finds “${what}”${on ? ` on “${on}”` : ''} here:\n${surfaces()[0]?.words ?? 'nothing'}`,
    );
  };
  const narrowed = (places: Surface[], on?: string) => places.filter((s) => !on || s.words.includes(on));

  const titled = (places: Surface[], title?: string) =>
    places.filter((s) => title === undefined || (s.words.split('\n')[0] ?? '').includes(title));

  /** The heading of a choice stands in its own block, or in the one before. */
  function headed(surface: Surface, block: Json, label: string): boolean {
    const at = surface.blocks.indexOf(block);
    const words = drawn(core, surface.blocks.slice(Math.max(0, at - 1), at + 1));
    return words.includes(label);
  }

  function labelled(surface: Surface, label: string): Found | undefined {
    const [, heading, option = ''] = /^(.+): (.+)$/s.exec(label) ?? [];
    return (
      first([surface], (e) => (e.type === 'button' ? said(e, label) : undefined)) ??
      first([surface], (e) => (e.type === 'button' ? undefined : said(e, label))) ??
      first([surface], (e, block) =>
        heading && headed(surface, block, heading) ? said(e, option) : undefined,
      )
    );
  }

  const look: Look = {
    labelled: (label, { title, where }) =>
      titled(surfaces(where), title)
        .map((surface) => labelled(surface, label))
        .find((f) => f !== undefined),
    carrying(token, value) {
      const whole = value === undefined ? token : `${token}\n${value}`;
      const home = sight.home();
      return first([...surfaces('messages'), ...(home ? [ofView(home)] : [])], (e, block) =>
        e.type === 'button' ? (e.value === whole ? {} : undefined) : ofMenu(e, block, token, value),
      );
    },
    next: () => turnable(surfaces()),
  };

  /** Two buttons lead back and on; one alone leads on, once, or back. */
  function turnable(places: Surface[]): Found | undefined {
    for (const surface of places) {
      const pages = surface.blocks
        .flatMap(elementsOf)
        .map(pageOf)
        .filter((n) => n !== undefined);
      const on = Math.max(-1, ...pages);
      const step = `${surface.message?.ts ?? surface.view?.id}:${on}`;
      if (on < 1 || turned.has(step)) continue;
      turned.add(step);
      return first([surface], (e) => (pageOf(e) === on ? {} : undefined));
    }
    return undefined;
  }

  return {
    look,
    button: (label, { on, where }) =>
      first(narrowed(surfaces(where), on), (e) =>
        e.type === 'button' && textOf(e.text) === label ? {} : undefined,
      ) ?? lost(label, on),
    option: (label, wanted, on) =>
      first(narrowed(surfaces(), on), (e, block) => {
        const words = [textOf(e.placeholder), textOf(block.text), textOf(block.label)];
        const chosen = optionsOf(e).find((o) => textOf(o.text) === wanted || o.value === wanted);
        return chosen && (label === '' || words.some((w) => w.includes(label))) ? { chosen } : undefined;
      }) ?? lost(`${label}: ${wanted}`, on),
    ready(v) {
      const missing = unfinished(v);
      if (missing.length > 0) throw new Error(`Slack does not send the form: ${missing.join(', ')}`);
    },
  };
}
