/** The forms of reviews: comments and examples, declining, naming and replacing reviewers. */
import type { Field, Form } from '../core/card.ts';
import type { Locale } from '../core/i18n.ts';
import {
  add,
  decline,
  longestComment,
  longestExample,
  nominate,
  replace,
  saveSelfWords,
  saveWords,
} from './actions.ts';
import { type Listing, suggestedNames } from './circle.ts';
import { say } from './messages.ts';
import { dimensionName } from './messages-anchors.ts';
import { said } from './messages-answer.ts';
import { own } from './messages-self.ts';
import { type Answers, declineReasons } from './model.ts';
import { MOST, ofGroup } from './rules.ts';
import { extremes } from './rules-answer.ts';
import type { Scene, SelfScene } from './scene.ts';

/** A field for the example of each dimension that is rated 1 or 5. */
export const exampleName = (dimension: string): string => `example:${dimension}`;

const comment = (name: string, label: string, hint: string, value: string | undefined): Field => ({
  name,
  label,
  type: 'text',
  lines: 4,
  max: longestComment,
  hint,
  ...(value && { value }),
});

function exampleFields(written: Answers, dimensions: readonly string[], hint: string, l: Locale): Field[] {
  return extremes(written, dimensions).map((name) => ({
    name: exampleName(name),
    label: said(l).exampleField(dimensionName(l, name)),
    type: 'text',
    lines: 2,
    max: longestExample,
    hint,
    ...(written.examples[name] && { value: written.examples[name] }),
  }));
}

export function wordsForm({ review, draft, dimensions, subject }: Scene, l: Locale): Form {
  const words = said(l);
  return {
    title: words.wordsTitle(subject.name),
    intro: words.wordsIntro,
    submit: words.save,
    token: saveWords.token({ review: review._id }),
    fields: [
      ...exampleFields(draft, dimensions, words.exampleHint, l),
      comment('keep', words.keep, words.wordsHint, draft.keep),
      comment('differ', words.differ, words.differHint, draft.differ),
    ],
  };
}

export function selfWordsForm({ self, dimensions }: SelfScene, l: Locale): Form {
  return {
    title: own(l).selfWords,
    intro: own(l).selfWho,
    submit: said(l).save,
    token: saveSelfWords.token({ cycle: self.cycle }),
    fields: [
      ...exampleFields(self, dimensions, said(l).exampleHintSelf, l),
      comment('keep', own(l).selfKeep, said(l).wordsHint, self.keep),
      comment('differ', own(l).selfDiffer, said(l).differHint, self.differ),
    ],
  };
}

export const declineForm = (review: string, l: Locale): Form => ({
  title: said(l).declineTitle,
  intro: said(l).declineIntro,
  submit: said(l).decline,
  token: decline.token({ review }),
  fields: [
    {
      name: 'reason',
      label: said(l).declineReason,
      type: 'choice',
      required: true,
      options: declineReasons.map((value) => ({ label: said(l)[`reason_${value}`], value })),
    },
    { name: 'note', label: said(l).declineNote, type: 'text', lines: 2, max: longestComment },
  ],
});

export function nominateForm(listing: Listing, l: Locale): Form {
  const { nomination } = listing;
  const named = nomination.state === 'open' ? suggestedNames(listing) : undefined;
  const of = (group: 'peer' | 'partner') => ofGroup(nomination, group).map((r) => r.person);
  const field = (name: string, label: string, hint: string, value: readonly string[]): Field => ({
    name,
    label,
    type: 'person',
    many: true,
    max: MOST,
    hint,
    ...(value.length > 0 && { value: [...value] }),
  });
  return {
    title: say(l).nominateForm,
    intro: say(l).nominateFormIntro,
    submit: say(l).nominateSend,
    token: nominate.token({ cycle: nomination.cycle, rev: nomination.rev }),
    fields: [
      { ...field('peers', say(l).peers, say(l).peersHint, named?.peers ?? of('peer')), required: true },
      field('partners', say(l).partners, say(l).partnersHint, named?.partners ?? of('partner')),
    ],
  };
}

const who = (l: Locale): Field => ({
  name: 'person',
  label: say(l).addWho,
  type: 'person',
  required: true,
});

export const addForm = ({ nomination, person }: Listing, l: Locale): Form => ({
  title: say(l).addTitle(person.name),
  submit: say(l).add,
  token: add.token({ nomination: nomination._id }),
  fields: [
    who(l),
    {
      name: 'group',
      label: say(l).as,
      type: 'choice',
      required: true,
      value: 'peer',
      options: [
        { label: say(l).peers, value: 'peer', hint: say(l).peersHint },
        { label: say(l).partners, value: 'partner', hint: say(l).partnersHint },
      ],
    },
  ],
});

export const replaceForm = ({ nomination, circle }: Listing, person: string, l: Locale): Form => ({
  title: say(l).replaceTitle(circle.names(person)),
  submit: say(l).replace,
  token: replace.token({ nomination: nomination._id, person }),
  fields: [who(l)],
});
