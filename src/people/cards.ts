/** Who is who: search results and one's own team. */
import { dayIn } from '../core/calendar.ts';
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { momentWords } from '../core/i18n.ts';
import { say } from './messages.ts';
import { sayImport } from './messages-import.ts';
import { onLeave, type Person } from './model.ts';

type Seen = Pick<Person, '_id' | 'name' | 'unit' | 'title' | 'zone' | 'manager' | 'leave'>;

const localTime = (p: Seen, { locale, now }: View) => momentWords(locale, p.zone, now);

export const findHowCard =
  (): Draw =>
  ({ locale }) => ({
    title: say(locale).findTitle,
    blocks: [{ type: 'text', text: say(locale).findHow }],
  });

/** `more`: there are others that are not shown. */
export const foundCard =
  (text: string, found: readonly Seen[], more: boolean, nameOf: (id: string) => string): Draw =>
  (view) => {
    const words = say(view.locale);
    const blocks = found.flatMap((p): Block[] => [
      { type: 'text', text: words.foundPerson(p._id, p.title, p.unit) },
      {
        type: 'facts',
        items: [
          { label: words.manager, value: p.manager ? nameOf(p.manager) : words.noManager },
          { label: words.localTime, value: localTime(p, view) },
        ],
      },
    ]);
    if (found.length === 0) blocks.push({ type: 'text', text: words.foundNone(text) });
    if (more) blocks.push({ type: 'note', text: words.foundMore });
    return { title: words.findTitle, blocks };
  };

/** To whoever runs the workspace, after the first look at it. */
export const welcomeHrCard =
  (platform: string, n: number): Draw =>
  ({ locale }) => {
    const words = sayImport(locale);
    return {
      title: words.welcomeTitle,
      blocks: [
        { type: 'text', text: words.welcome(platform, n) },
        { type: 'text', text: words.welcomeNext },
      ],
    };
  };

const mostShown = 30;

/** Leave is shown to those who lead: they plan with it. */
export function teamBlocks(team: readonly Seen[], view: View): Block[] {
  if (team.length === 0) return [];
  const words = say(view.locale);
  const time = (p: Seen) => {
    const local = localTime(p, view);
    return onLeave(p, dayIn(p.zone, view.now)) ? words.away(local) : local;
  };
  const table: Block = {
    type: 'table',
    columns: [{ label: words.name }, { label: words.jobTitle }, { label: words.localTime }],
    rows: team.slice(0, mostShown).map((p) => [p.name, p.title, time(p)]),
  };
  const more: Block[] =
    team.length > mostShown ? [{ type: 'note', text: words.teamMore(mostShown, team.length) }] : [];
  return [{ type: 'text', text: words.team }, table, ...more];
}
