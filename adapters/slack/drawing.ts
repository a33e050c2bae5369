/** Everything that has to be looked up before a card or a form can be drawn for somebody, and kept before it is sent. */
import type { Card, Field, Form } from '../../src/core/card.ts';
import type { Locale } from '../../src/core/i18n.ts';
import type { PlatformPorts } from '../../src/core/platform.ts';
import type { Draw } from './blocks.ts';
import type { Kept } from './kept.ts';
import { personsIn } from './mrkdwn.ts';
import { type Page, pageOf } from './pages.ts';
import type { Pictures } from './pictures.ts';

export interface Reading {
  tenant: string;
  /** Whose eyes it is for; a room has none. */
  account?: string | undefined;
  /** Of the press that it is drawn anew for. */
  mark?: string | undefined;
  /** The outbox sends it, so it may wait until its pictures are taken. */
  mayWait?: boolean;
}

export interface Drawing {
  /** For a card, a form or words of our own. */
  draw(reading: Reading, surface: Draw['surface'], what?: { card?: Card; form?: Form }): Promise<Draw>;
  /** Where it was drawn for them before; known without the store. */
  language(reading: Reading): Locale | undefined;
  /** What was noted while drawing is kept; before it is sent. */
  keep(draw: Draw): Promise<void>;
  page(reading: Reading, surface: Draw['surface'], card: Card, page?: number): Promise<Page>;
}

interface Parts {
  ports: PlatformPorts;
  kept: Kept;
  pictures: Pictures;
}

const platform = 'slack';

const personsOfCard = (card: Card) =>
  card.blocks.flatMap((block) => {
    if (block.type === 'people') return block.ids;
    return block.type === 'text' || block.type === 'note' ? personsIn(block.text) : [];
  });

const personsOfForm = ({ intro, fields }: Form) => [
  ...(intro ? personsIn(intro) : []),
  ...fields.filter(asksWhom).flatMap(({ value }) => [value ?? []].flat()),
];

const asksWhom = ({ type, options }: Field) => type === 'person' && !options;

const mostLanguages = 50_000;

/** Languages that were asked for before. */
function spokenTo(ports: PlatformPorts) {
  const languages = new Map<string, Locale>();
  const readerOf = ({ tenant, account }: Reading) => `${tenant}:${account}`;
  return {
    known: (reading: Reading) => languages.get(readerOf(reading)),
    async asked(reading: Reading): Promise<Locale> {
      const { tenant, account } = reading;
      const locale = await ports.localeOf({ platform, tenant }, account);
      if (languages.size >= mostLanguages) languages.clear();
      languages.set(readerOf(reading), locale);
      return locale;
    },
  };
}

export function drawing({ ports, kept, pictures }: Parts): Drawing {
  const languages = spokenTo(ports);

  async function draw(
    { tenant, account, mark, mayWait = false }: Reading,
    surface: Draw['surface'],
    what: { card?: Card; form?: Form } = {},
  ): Promise<Draw> {
    const of = { platform, tenant };
    const ids = [
      ...new Set([
        ...(what.card ? personsOfCard(what.card) : []),
        ...(what.form ? personsOfForm(what.form) : []),
      ]),
    ].filter(Boolean);
    return {
      locale: await languages.asked({ tenant, account }),
      people: ids.length > 0 ? await ports.persons(of, ids) : new Map(),
      pictures: what.card?.blocks.some((b) => b.type === 'chart')
        ? await pictures.of(tenant, what.card, mayWait)
        : new Map(),
      ...(what.form?.fields.some(asksWhom) && {
        elsewhere: (await ports.elsewhere(of, '')).length > 0,
      }),
      subject: await subjectOf({ tenant, account }),
      surface,
      keeps: [],
      ...(mark && { mark }),
    };
  }

  /** A person's things go when the person is erased; what a room has belongs to the tenant. */
  async function subjectOf({ tenant, account }: Reading): Promise<string> {
    const person = account && (await ports.personIds({ platform, tenant }, [account])).get(account);
    return person || `slack:${tenant}`;
  }

  const keep = async ({ keeps }: Draw) => {
    if (keeps.length > 0) await kept.put(keeps);
  };

  return {
    draw,
    language: languages.known,
    keep,
    async page(reading, surface, card, wanted = 0) {
      const with_ = await draw(reading, surface, { card });
      const page = pageOf(card, with_, wanted);
      await keep(with_);
      return page;
    },
  };
}
