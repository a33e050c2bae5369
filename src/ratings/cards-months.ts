/** What there is from each month of the period, so that nobody rates the last weeks only. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { showEvidence } from './actions.ts';
import { pack } from './messages-pack.ts';
import type { Full } from './scene.ts';

/** 'YYYY-MM' of every month of the period. */
function monthsOf({ from, to }: { from: string; to: string }): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (let key = from.slice(0, 7); key <= to.slice(0, 7); ) {
    months.push(key);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    key = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

export function monthBlocks({ pack: given, rating }: Full, { locale }: View): Block[] {
  const words = pack(locale);
  const { checkIns, evidence, cycle } = given;
  const held = checkIns.filter((c) => c.record !== undefined);
  if (held.length + evidence.length === 0) return [text(words.months), note(words.noEvidence)];
  const noted = (month: string, kinds: readonly string[]) =>
    evidence.filter((e) => kinds.includes(e.kind) && e.date.startsWith(month)).length;
  const count = (n: number) => (n === 0 ? words.nothing : String(n));
  return [
    text(words.months),
    {
      type: 'table',
      columns: [
        { label: words.colMonth },
        { label: words.colCheckIns, align: 'right' },
        { label: words.colNotes, align: 'right' },
        { label: words.colKudos, align: 'right' },
      ],
      rows: monthsOf(cycle.period).map((month) => [
        words.month(Number(month.slice(5))),
        count(held.filter((c) => c.day.startsWith(month)).length),
        count(noted(month, ['note'])),
        count(noted(month, ['kudos', 'feedback'])),
      ]),
    },
    ...buttons([
      {
        label: words.showEvidence,
        token: showEvidence.token({ cycle: rating.cycle, person: rating.person, page: 0 }),
      },
    ]),
  ];
}
