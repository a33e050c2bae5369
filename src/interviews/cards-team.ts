/** A manager's conversations of one cycle: one card, a row each. Pure. */
import type { Day } from '../core/calendar.ts';
import type { Draw } from '../core/context.ts';
import { dayWords, momentWords } from '../core/i18n.ts';
import { buttons, labelled, text } from '../goals/blocks.ts';
import { openOne, openTeam } from './actions.ts';
import { card } from './messages-card.ts';
import { team } from './messages-team.ts';
import { type Interview, unmet } from './model.ts';

export interface Row {
  interview: Interview;
  name: string;
}

export interface Team {
  cycle: string;
  name: string;
  due: Day | undefined;
  rows: readonly Row[];
}

export const teamKey = (cycle: string): string => `interviews.team:${cycle}`;

const onePage = 30;

export const teamCard =
  (t: Team, page = 0): Draw =>
  (view) => {
    const words = team(view.locale);
    const last = Math.max(0, Math.ceil(t.rows.length / onePage) - 1);
    const at = Math.min(Math.max(0, Math.trunc(page)), last);
    const here = t.rows.slice(at * onePage, (at + 1) * onePage);
    const states = (list: readonly string[]) => t.rows.filter((r) => list.includes(r.interview.state)).length;
    const due = t.due === undefined ? '–' : dayWords(view.locale, t.due, view.now);
    const when = ({ interview: { agreed, state } }: Row): string =>
      state === 'scheduled' && agreed ? momentWords(view.locale, view.zone, agreed.at) : '';
    return {
      title: words.title(t.name),
      blocks: [
        text(words.intro(states(unmet), states(['offered']), states(['done']), due)),
        ...(here.length === 0
          ? []
          : [
              {
                type: 'table' as const,
                columns: [{ label: words.who }, { label: words.stands }, { label: words.when }],
                rows: here.map((r) => [r.name, card(view.locale).state(r.interview.state), when(r)]),
              },
              {
                type: 'choices' as const,
                label: words.open,
                token: openOne.token({ cycle: t.cycle }),
                options: here.map((r) => ({ label: labelled(r.name), value: r.interview.person })),
              },
            ]),
        ...buttons([
          last > 0 && {
            label: words.more,
            token: openTeam.token({ cycle: t.cycle, page: at === last ? 0 : at + 1 }),
          },
        ]),
      ],
    };
  };
