/** Naming reviewers: the participant's own card, and the manager's for one report and for all. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { approve, openAdd, openNominateForm, openReplace, remove, settle, takeSuggested } from './actions.ts';
import { buttons, dayOf, note, text } from './blocks.ts';
import { type Listing, roleOf, suggestedNames } from './circle.ts';
import { approveBy, nominateBy } from './dates.ts';
import { say } from './messages.ts';
import { said } from './messages-answer.ts';
import type { Reviewer } from './model.ts';
import { chosen, LOADED, notReady, toReplace } from './rules.ts';
import { isTaken } from './scene.ts';

export const nominateKey = (cycle: string): string => `reviews.nominate:${cycle}`;
export const approvalKey = (nomination: string): string => `reviews.approval:${nomination}`;

/** The participant's own card. */
export const nominateCard =
  (listing: Listing): Draw =>
  (view) => {
    const words = say(view.locale);
    const { nomination, term } = listing;
    const title = words.nominateTitle(term.cycle.name);
    if (nomination.state === 'none') return { title, blocks: [text(words.noneNeeded)] };
    const named = nomination.reviewers.some((r) => r.by === 'self');
    return {
      title,
      blocks: [
        ...(nomination.state === 'open' ? introBlocks(listing, view) : []),
        ...(named || nomination.state === 'approved' ? [listTable(listing, view)] : []),
        ...whatNext(listing, view),
      ],
    };
  };

function introBlocks(listing: Listing, view: View): Block[] {
  const words = say(view.locale);
  const { participant, term } = listing;
  const { manager } = participant;
  return [
    text(words.nominateIntro(dayOf(nominateBy(term.cycle), view))),
    note(manager ? words.nominateAfter(manager) : words.nominateAfterAlone),
    ...suggestionBlocks(listing, view),
  ];
}

function suggestionBlocks(listing: Listing, { locale }: View): Block[] {
  const { suggestions, circle, loads } = listing;
  if (suggestions.length === 0) return [];
  const words = say(locale);
  return [
    text(words.suggested),
    {
      type: 'table',
      columns: [{ label: words.person }, { label: words.why }, { label: words.as }, { label: '' }],
      rows: suggestions.map((s) => [
        circle.names(s.person),
        words[`why_${s.why}`],
        said(locale)[`role_${roleOf(listing, s)}`],
        (loads.get(s.person) ?? 0) >= LOADED ? words.loaded : '',
      ]),
    },
  ];
}

function listTable({ nomination, circle, loads }: Listing, { locale }: View): Block {
  const words = say(locale);
  const warns = nomination.state !== 'approved';
  return {
    type: 'table',
    columns: [{ label: words.person }, { label: words.as }, { label: '' }],
    rows: chosen(nomination)
      .filter((r) => !r.declined)
      .map((r) => [
        circle.names(r.person),
        said(locale)[`role_${r.group}`],
        warns && (loads.get(r.person) ?? 0) >= LOADED ? words.loaded : '',
      ]),
  };
}

function whatNext(listing: Listing, view: View): Block[] {
  const words = say(view.locale);
  const { nomination, participant, term } = listing;
  if (nomination.state === 'approved') return [note(words.listAsked)];
  const by = dayOf(approveBy(term.cycle), view);
  const { manager } = participant;
  const waiting =
    nomination.state === 'proposed' ? [note(manager ? words.listWaits(manager, by) : words.listWaitsHr)] : [];
  return [...waiting, ...(isTaken(term, view.now) ? nominateButtons(listing, view) : [])];
}

function nominateButtons(listing: Listing, { locale }: View): Block[] {
  const words = say(locale);
  const { nomination, circle } = listing;
  const { cycle, rev } = nomination;
  const form = openNominateForm.token({ cycle });
  if (nomination.state === 'proposed') return buttons({ label: words.changeList, token: form });
  const { peers, partners } = suggestedNames(listing);
  const take: Button[] =
    peers.length >= circle.k
      ? [
          {
            label: words.takeSuggested(peers.length + partners.length),
            token: takeSuggested.token({ cycle, rev }),
            style: 'primary',
          },
        ]
      : [];
  return buttons(...take, { label: words.choose, token: form });
}

/** One report's reviewers, for the manager. */
export const approvalCard =
  (listing: Listing): Draw =>
  (view) => {
    const words = say(view.locale);
    const { nomination, person, term } = listing;
    const title = words.approvalTitle(person.name);
    if (nomination.state === 'none') return { title, blocks: [text(words.nobodyAskedCard)] };
    const taken = isTaken(term, view.now);
    const some = chosen(nomination).length > 0;
    return {
      title,
      blocks: [
        ...(some ? [listTable(listing, view)] : [text(words.nobodyNamed)]),
        ...replacements(listing, view, taken),
        ...(nomination.approved ? [decided(listing, view)] : [note(words.approvalIntro)]),
        ...(taken ? approvalButtons(listing, view) : []),
        note(words.teamAfter),
      ],
    };
  };

function decided({ nomination }: Listing, { locale }: View): Block {
  const { by, at } = nomination.approved ?? { by: 'system', at: new Date(0) };
  return text(by === 'system' ? say(locale).approvedAlone(at) : say(locale).approvedBy(by, at));
}

function replacements({ nomination, circle }: Listing, { locale }: View, taken: boolean): Block[] {
  const words = say(locale);
  const { _id, rev } = nomination;
  return toReplace(nomination).flatMap((r) => [
    text(words.replacement(circle.names(r.person))),
    ...(taken
      ? buttons(
          {
            label: words.replace,
            token: openReplace.token({ nomination: _id, person: r.person }),
            style: 'primary',
          },
          { label: words.settle, token: settle.token({ nomination: _id, person: r.person, rev }) },
        )
      : []),
  ]);
}

function approvalButtons(listing: Listing, { locale }: View): Block[] {
  const words = say(locale);
  const { nomination, circle } = listing;
  const { _id, rev } = nomination;
  const ready = notReady(nomination, circle.k) === undefined;
  const editable = chosen(nomination).filter((r) => !r.assignment && !r.declined);
  const approving: Button[] = ready
    ? [{ label: words.approve, token: approve.token({ nomination: _id, rev }), style: 'primary' }]
    : [];
  return [
    ...buttons(...approving, { label: words.add, token: openAdd.token({ nomination: _id }) }),
    ...editable.flatMap((r) => buttons(...editButtons(r, listing, locale))),
  ];
}

function editButtons({ person }: Reviewer, { nomination, circle }: Listing, l: 'en' | 'zh'): Button[] {
  const { _id, rev } = nomination;
  const name = circle.names(person);
  return [
    { label: say(l).replaceOne(name), token: openReplace.token({ nomination: _id, person }) },
    { label: say(l).remove(name), token: remove.token({ nomination: _id, person, rev }) },
  ];
}
