/** One piece of feedback or kudos, as the giver, the receiver or the manager sees it; and its post in the announcement room. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { inside, type Md, md, person } from '../core/md.ts';
import { openReply, thank } from './actions.ts';
import { excerpt } from './excerpt.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { addressee, type Feedback } from './model.ts';

export interface ItemView {
  /** Everything of one writing. */
  items: readonly Feedback[];
  reader: string;
  names: (id: string) => string;
}

/** Of a long exchange the last ones. */
const mostShown = 8;

export const itemCard =
  ({ items, reader, names }: ItemView): Draw =>
  (view) => {
    const [first] = items;
    if (!first) return { title: card(view.locale).listReceived, blocks: [] };
    if (first.from === reader) return giverCard(items, names, view);
    const mine = items.find((f) => addressee(f) === reader);
    if (mine) return addresseeCard(mine, items, names, view);
    const reports = items.filter((f) => f.manager === reader);
    return managerCard(reports.length > 0 ? reports : items, names, view);
  };

type Names = ItemView['names'];

/** People as mentions, in a sentence. */
export function people(ids: readonly string[], { locale }: Pick<View, 'locale'>): Md {
  const and = locale === 'en' ? [md`, `, md` and `] : [md`、`, md`和`];
  return ids.reduce<Md>(
    (all, id, i) =>
      i === 0
        ? md`${person(id)}`
        : md`${inside(all)}${inside(and[i === ids.length - 1 ? 1 : 0] ?? md``)}${person(id)}`,
    md``,
  );
}

function wordBlocks(f: Feedback, { locale }: View): Block[] {
  const words = card(locale);
  const text = (t: Md): Block => ({ type: 'text', text: t });
  if (f.kind === 'kudos')
    return [
      text(md`${f.did}`),
      ...(f.effect ? [text(words.changed(f.effect))] : []),
      ...(f.value ? [text(words.value(f.value[locale]))] : []),
    ];
  return [
    text(words.did(f.did)),
    ...(f.effect ? [text(words.effect(f.effect))] : []),
    ...(f.ask ? [text(words.ask(f.ask))] : []),
    ...(f.next ? [text(words.next(f.next))] : []),
  ];
}

/** Who says thanks, and the last of what was written, over all pieces of one writing. */
function talkBlocks(items: readonly Feedback[], view: View): Block[] {
  const words = card(view.locale);
  const thankful = items.filter((f) => f.thanked).map(addressee);
  const said = items.flatMap((f) => f.remarks).sort((a, b) => a.at.getTime() - b.at.getTime());
  const hidden = Math.max(0, said.length - mostShown);
  return [
    ...(thankful.length > 0
      ? [{ type: 'text' as const, text: words.thankedBy(people(thankful, view)) }]
      : []),
    ...(hidden > 0 ? [{ type: 'note' as const, text: words.earlierWords(hidden) }] : []),
    ...said.slice(hidden).map((r): Block => ({ type: 'text', text: words.says(r.by, r.at, r.text) })),
  ];
}

const replyButton = (f: Feedback, { locale }: View, name?: string): Button => ({
  label: name === undefined ? say(locale).reply : say(locale).replyTo(name),
  token: openReply.token({ item: f._id }),
});

function addresseeCard(f: Feedback, items: readonly Feedback[], names: Names, view: View) {
  const words = card(view.locale);
  const others = items.filter((o) => o._id !== f._id).map((o) => o.person);
  const buttons = [
    ...(f.thanked
      ? []
      : [{ label: say(view.locale).thanks, token: thank.token({ item: f._id }), style: 'primary' as const }]),
    replyButton(f, view),
  ];
  return {
    title: addresseeTitle(f, names, view),
    ...(f.kind === 'kudos' && { tone: 'good' as const }),
    blocks: [
      { type: 'text' as const, text: words.from(f.from) },
      ...wordBlocks(f, view),
      ...(others.length > 0 ? [{ type: 'note' as const, text: words.with(people(others, view)) }] : []),
      { type: 'note' as const, text: seesNote(f, view) },
      ...talkBlocks([f], view),
      { type: 'actions' as const, items: buttons },
    ],
  };
}

function addresseeTitle(f: Feedback, names: Names, { locale }: View): string {
  const words = card(locale);
  if (f.visibility === 'manager') return words.confided(names(f.person));
  return f.kind === 'kudos' ? words.kudosTo(names(f.from)) : words.feedbackTo(names(f.from));
}

function seesNote(f: Feedback, { locale }: View): Md {
  const words = card(locale);
  if (f.visibility === 'manager') return words.confidedNote(f.person);
  return f.manager && f.manager !== f.from ? words.seesBoth(f.manager) : words.seesYou;
}

function managerCard(items: readonly Feedback[], names: Names, view: View) {
  const words = card(view.locale);
  const [first] = items;
  const about = items.map((f) => names(f.person));
  return {
    title: first?.kind === 'kudos' ? words.kudosAbout(about) : words.feedbackAbout(about[0] ?? ''),
    ...(first?.kind === 'kudos' && { tone: 'good' as const }),
    blocks: [
      ...(first ? [{ type: 'text' as const, text: words.from(first.from) }, ...wordBlocks(first, view)] : []),
    ],
  };
}

function giverCard(items: readonly Feedback[], names: Names, view: View) {
  const words = card(view.locale);
  const [first] = items as readonly [Feedback, ...Feedback[]];
  const to = items.map((f) => names(f.person));
  const talked = items.filter((f) => f.remarks.length > 0).slice(0, mostShown);
  const buttons =
    items.length === 1
      ? [replyButton(first, view)]
      : talked.map((f) => replyButton(f, view, excerpt(names(f.person), 30)));
  return {
    title: first.kind === 'kudos' ? words.kudosBy(to) : words.feedbackBy(to[0] ?? ''),
    blocks: [
      ...wordBlocks(first, view),
      { type: 'note' as const, text: sentNote(items, view) },
      ...talkBlocks(items, view),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, items: buttons }] : []),
    ],
  };
}

function sentNote(items: readonly Feedback[], view: View): Md {
  const words = card(view.locale);
  const [first] = items;
  if (first?.visibility === 'manager') return words.sentManager(first.manager ?? '', first.person);
  const to = people(
    items.map((f) => f.person),
    view,
  );
  const receivers = new Set(items.flatMap((f) => [f.person, f.from]));
  const managers = [...new Set(items.flatMap((f) => f.manager ?? []))].filter((id) => !receivers.has(id));
  return managers.length > 0 ? words.sentBoth(to, people(managers, view)) : words.sentOne(to);
}

/** In the announcement room: what everybody may read because the giver wished so. */
export const roomCard =
  (items: readonly Feedback[], names: Names): Draw =>
  (view) => {
    const [first] = items;
    const to = items.map((f) => f.person);
    return {
      title: card(view.locale).kudosAbout(to.map(names)),
      tone: 'good',
      blocks: first
        ? [
            { type: 'text', text: card(view.locale).roomText(first.from, people(to, view)) },
            ...wordBlocks(first, view),
          ]
        : [],
    };
  };
