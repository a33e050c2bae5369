/** What every view is given: the store to draw from, the deeds to call, and how the selected person reads. */
import type { Deeds } from './deeds.ts';
import { type Words, words } from './messages.ts';
import { langFor, meOf, personOf, type State, type Store } from './state.ts';
import type { Reader } from './when.ts';
import type { Lang } from './wire.ts';

export interface Page {
  store: Store;
  deeds: Deeds;
}

export interface Look {
  lang: Lang;
  words: Words;
  reader: Reader;
  me: string;
  nameOf(id: string): string;
}

export function lookOf(state: State): Look {
  const me = meOf(state);
  const lang = langFor(state);
  return {
    lang,
    words: words(lang),
    reader: {
      locale: me?.locale ?? lang,
      timeZone: me?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    me: state.me,
    nameOf: (id) => (id === 'bot' ? 'growloop' : (personOf(state, id)?.name ?? id)),
  };
}
