/** The forms of calibration, drawn from what is stored. Pure. */
import type { Field, Form } from '../core/card.ts';
import type { Locale } from '../core/i18n.ts';
import type { Cycle } from '../cycles/model.ts';
import { grades } from '../cycles/scheme.ts';
import { openSession, saveChange, saveInvite, savePropose, saveReopen } from './actions.ts';
import type { Suggested } from './joining.ts';
import { one } from './messages-row.ts';
import type { Session } from './model.ts';
import { seenOf, shortestReason } from './rules.ts';
import type { RowScene } from './scene.ts';
import type { UnitStanding } from './standing.ts';

const persons = (name: string, label: string, hint: string, value: readonly string[]): Field => ({
  name,
  label,
  hint,
  type: 'person',
  many: true,
  required: true,
  value: [...value],
});

const headsField = (heads: Session['heads'], l: Locale): Field =>
  persons(
    'heads',
    one(l).heads,
    one(l).headsHint,
    heads.map((h) => h.person),
  );

/** As many as a choice of several still reads well with. */
const mostUnits = 100;

/** `others`: units that could be looked at in the same session. */
export function openForm(
  cycle: Cycle,
  unit: UnitStanding,
  others: readonly string[],
  suggested: Suggested,
  l: Locale,
): Form {
  const words = one(l);
  const units = [unit.unit, ...others].slice(0, mostUnits);
  return {
    title: words.openTitle,
    intro: words.openIntro(unit.unit, unit.ready, unit.open, unit.submitted, unit.unrated),
    submit: words.openSubmit,
    token: openSession.token({ cycle: cycle._id, unit: unit.unit }),
    fields: [
      {
        name: 'units',
        label: words.units,
        hint: words.unitsHint,
        type: 'choice',
        many: true,
        required: true,
        options: units.map((u) => ({ label: u, value: u })),
        value: [unit.unit],
      },
      persons('members', words.members, words.membersHint, suggested.members),
      headsField(suggested.heads, l),
    ],
  };
}

export const inviteForm = (session: Session, l: Locale): Form => ({
  title: one(l).inviteTitle,
  intro: one(l).inviteIntro,
  submit: one(l).inviteSubmit,
  token: saveInvite.token({ session: session._id }),
  fields: [
    persons('members', one(l).members, one(l).membersHint, session.members),
    headsField(session.heads, l),
  ],
});

const gradeField = (l: Locale, now: string | null): Field => ({
  name: 'grade',
  label: one(l).grade,
  type: 'choice',
  required: true,
  options: grades.filter((g) => g !== now).map((g) => ({ label: g, value: g })),
});

const long = (name: string, label: string, hint: string | undefined, required: boolean): Field => ({
  name,
  label,
  type: 'text',
  lines: 3,
  max: 2000,
  required,
  ...(hint !== undefined && { hint }),
});

const about = (at: RowScene) => ({ session: at.session._id, person: at.row.person, ...seenOf(at) });

export function changeForm(at: RowScene, l: Locale): Form {
  const words = one(l);
  const { row } = at;
  return {
    title: words.changeTitle(row.name),
    intro: words.changeIntro(row.score ?? '–', row.grade ?? '–'),
    submit: words.save,
    token: saveChange.token(about(at)),
    fields: [
      gradeField(l, row.grade),
      {
        ...long('reason', words.reason, words.reasonHint(row.name, shortestReason), true),
        min: shortestReason,
      },
      long('note', words.internal, words.internalHint, false),
    ],
  };
}

export const proposeForm = (at: RowScene, l: Locale): Form => ({
  title: one(l).proposeTitle(at.row.name),
  intro: one(l).proposeIntro,
  submit: one(l).propose,
  token: savePropose.token(about(at)),
  fields: [gradeField(l, at.row.grade), long('why', one(l).why, undefined, true)],
});

export const reopenForm = (session: Session, l: Locale): Form => ({
  title: one(l).reopenTitle,
  intro: one(l).reopenIntro,
  submit: one(l).reopenSubmit,
  token: saveReopen.token({ session: session._id }),
  fields: [long('reason', one(l).reason, undefined, true)],
});
