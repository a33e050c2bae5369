/** What everybody reads at the start: the announcement in the room, and the card for oneself. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { dayWords } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import { bonusWords, datesTable, schemeTable } from './cards-plan.ts';
import { dueDay } from './deadlines.ts';
import { say } from './messages.ts';
import { announce } from './messages-announce.ts';
import type { Cycle, Participant } from './model.ts';

const text = (md: Md): Block => ({ type: 'text', text: md });

/** Purpose, timeline with grace, where numbers come from, how a score is made, who sees what, what follows, appeals. */
export const announcementCard =
  (cycle: Cycle, by: string): Draw =>
  (view) => {
    const { locale, now } = view;
    const words = announce(locale);
    return {
      title: words.title(cycle.name),
      blocks: [
        text(words.purpose(dayWords(locale, cycle.period.from, now), dayWords(locale, cycle.period.to, now))),
        ...(cycle.message ? [text(words.word(by, cycle.message))] : []),
        datesTable(cycle, view, {
          label: words.colGrace,
          of: (plan) => (plan.grace > 0 ? words.graceDays(plan.grace) : words.none),
        }),
        { type: 'note', text: words.endOfDay },
        text(words.numbers),
        text(words.score),
        schemeTable([cycle.schemes.standard, cycle.schemes.manager], view),
        text(words.seen),
        text(words.leads(bonusWords(locale, cycle.schemes.standard))),
        text(words.appeal),
        text(words.kept),
      ],
    };
  };

/** What the cycle means for one person: their dates, who decides, what is kept. */
export const welcomeCard =
  (
    cycle: Cycle,
    p: Pick<Participant, 'person' | 'unit' | 'leads' | 'state' | 'reason'>,
    manager: string | undefined,
  ): Draw =>
  (view) => {
    const { locale, now } = view;
    const words = announce(locale);
    if (p.state === 'not_eligible')
      return {
        title: words.notIn(cycle.name),
        blocks: [text(words.notInText(cycle.name, say(locale).reason(p.reason ?? 'other')))],
      };
    const { from, to } = cycle.period;
    return {
      title: words.yours(cycle.name),
      blocks: [
        text(words.yoursText(dayWords(locale, from, now), dayWords(locale, to, now))),
        text(manager === undefined ? words.noManager : words.yourManager(manager)),
        ...(p.leads ? [text(words.leadsPeople)] : []),
        { type: 'facts', items: ownDates(cycle, p, view) },
        text(firstStep(cycle, p, view)),
        { type: 'note', text: words.privacy },
      ],
    };
  };

const ownDates = (cycle: Cycle, p: Pick<Participant, 'person' | 'unit'>, { locale, now }: View) =>
  cycle.phases.map(({ phase, due }) => ({
    label: say(locale).Phase(phase),
    value: announce(locale).until(dayWords(locale, dueDay(cycle, p, phase) ?? due, now)),
  }));

function firstStep(cycle: Cycle, p: Pick<Participant, 'person' | 'unit'>, { locale, now }: View): Md {
  const words = announce(locale);
  const today = now.toISOString().slice(0, 10);
  const next = cycle.phases.find((plan) => plan.due >= today) ?? cycle.phases[0];
  if (!next) return words.noManager;
  const phase = say(locale).phase(next.phase);
  if (next.opens > today) return words.after(phase, dayWords(locale, next.opens, now));
  return words.soon(phase, dayWords(locale, dueDay(cycle, p, next.phase) ?? next.due, now));
}
