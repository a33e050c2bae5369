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

export interface Finding {
  button(label: string, how: { on?: string; where?: 'messages' | 'home' }): Found;
  option(label: string, option: string, on?: string): Found;
  /** By its value: a button, or an option of a select. */
  value(value: string, option?: string): Found | undefined;
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

export function finding(core: Core, sight: Sight): Finding {
  const ofMessage = (message: Message): Surface => {
    const blocks = pressable(message);
    return { blocks, message, words: drawn(core, blocks) };
  };
  const ofView = (view: ViewState): Surface => ({
    blocks: blocksOf(view),
    view,
    words: viewText(core, view),
  });

  function surfaces(where?: 'messages' | 'home'): Surface[] {
    const [modal, home] = [sight.modal(), sight.home()];
    if (where === 'home') return home ? [ofView(home)] : [];
    const messages = sight.messages().toReversed().map(ofMessage);
    return where === undefined && modal ? [ofView(modal), ...messages] : messages;
  }

  const stateOf = ({ blocks, view }: Surface) => view?.values ?? initialValues(blocks);
  const found = (surface: Surface, action: Json, chosen?: Json): Found => {
    const state = structuredClone(stateOf(surface));
    const holds = fieldKinds[String(action.type)]?.holds;
    if (chosen && holds) {
      const here = state[String(action.block_id)] ?? {};
      here[String(action.action_id)] = { type: action.type, [holds]: action[holds] };
      state[String(action.block_id)] = here;
      if (surface.view) surface.view.values = state;
    }
    return {
      action,
      state,
      ...(surface.message && { message: surface.message }),
      ...(surface.view && { view: surface.view }),
    };
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

  return {
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
    value(value, option) {
      const home = sight.home();
      const places = [...surfaces(), ...(home ? [ofView(home)] : [])];
      return first(places, (e) => {
        if (option === undefined) return e.type === 'button' && e.value === value ? {} : undefined;
        const chosen = optionsOf(e).find((o) => o.value === option);
        return chosen && e.action_id === value ? { chosen } : undefined;
      });
    },
    ready(v) {
      const missing = unfinished(v);
      if (missing.length > 0) throw new Error(`Slack does not send the form: ${missing.join(', ')}`);
    },
  };
}
