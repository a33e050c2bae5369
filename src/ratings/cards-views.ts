/** How others see the person, and how they see themself. Of colleagues only what was published. Pure. */
import type { Block } from '../core/card.ts';
import type { View } from '../core/context.ts';
import { lines, type Md } from '../core/md.ts';
import { announce } from '../cycles/messages-announce.ts';
import { note, text } from '../goals/blocks.ts';
import type { Pack } from './inputs.ts';

type GroupMean = NonNullable<Pack['release']>['dimensions'][number]['groups'][number];

import { pagesOf } from '../reviews/cards-read.ts';
import { pack } from './messages-pack.ts';

const order = ['peer', 'report', 'partner', 'customer', 'together'] as const;

export function colleagueBlocks({ release }: Pick<Pack, 'release'>, { locale }: View): Block[] {
  const words = pack(locale);
  const shown = release?.dimensions.filter((d) => d.groups.length > 0) ?? [];
  const said = (pagesOf(release?.lines ?? [])[0] ?? []).filter((line) => !line.redacted);
  if (shown.length + said.length === 0) return [text(words.colleagues), note(words.noColleagues)];
  const groups = order.filter((of) => shown.some((d) => d.groups.some((g) => g.of === of)));
  const title = (of: GroupMean['of']) => (of === 'together' ? words.together : announce(locale).source(of));
  return [
    text(words.colleagues),
    {
      type: 'table',
      columns: [
        { label: words.colDimension },
        ...groups.map((of) => ({ label: title(of), align: 'right' as const })),
      ],
      rows: shown.map((d) => [
        announce(locale).dimension(d.name),
        ...groups.map((of) =>
          cell(
            d.groups.find((g) => g.of === of),
            locale,
          ),
        ),
      ]),
    },
    ...(said.length > 0 ? [text(lines(...said.map((line): Md => words[line.kind](line.text))))] : []),
    note(words.colleaguesNote),
  ];
}

const cell = (group: GroupMean | undefined, locale: View['locale']): string =>
  group ? pack(locale).givers(group.value, group.givers.replace('-', '–')) : pack(locale).nothing;

export function ownBlocks({ self }: Pick<Pack, 'self'>, { locale }: View): Block[] {
  const words = pack(locale);
  const said = [
    ...(self?.keep ? [words.ownKeep(self.keep)] : []),
    ...(self?.differ ? [words.ownDiffer(self.differ)] : []),
  ];
  return said.length > 0 ? [text(lines(...said))] : [];
}
