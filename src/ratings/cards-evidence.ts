/** The evidence of the period, the oldest first, page by page. Pure. */
import { at } from '../core/calendar.ts';
import type { Draw, View } from '../core/context.ts';
import { inside, type Md, md } from '../core/md.ts';
import { buttons, note, text } from '../goals/blocks.ts';
import { showEvidence } from './actions.ts';
import type { Pack } from './inputs.ts';
import { pack } from './messages-pack.ts';

const onePage = 10;

interface Item {
  at: Date;
  line(view: View): Md;
}

function itemsOf({ checkIns, evidence, place }: Pack): Item[] {
  const talks = checkIns.flatMap(({ day, record }): Item[] => {
    if (!record) return [];
    const when = at(place.zone, day, '12:00');
    const said =
      record.goalTitle === undefined ? md`${record.happened}` : md`${record.goalTitle} – ${record.happened}`;
    return [{ at: when, line: ({ locale }) => pack(locale).evidenceLine(when, pack(locale).checkIn, said) }];
  });
  const noted = evidence.map(
    (e): Item => ({
      at: at(place.zone, e.date, '12:00'),
      line({ locale }) {
        const words = pack(locale);
        const said = md`${e.text}${inside(words.from(e.by))}`;
        return words.evidenceLine(at(place.zone, e.date, '12:00'), words[e.kind], said);
      },
    }),
  );
  return [...talks, ...noted].sort((a, b) => a.at.getTime() - b.at.getTime());
}

export const evidenceCard =
  (of: Pack, page: number): Draw =>
  (view) => {
    const words = pack(view.locale);
    const items = itemsOf(of);
    const shown = items.slice(page * onePage, (page + 1) * onePage);
    const about = { cycle: of.cycle._id, person: of.person._id };
    const more = items.length > (page + 1) * onePage;
    return {
      title: words.evidenceTitle(of.person.name, of.cycle.name),
      blocks: [
        ...(items.length === 0 ? [note(words.noEvidence)] : []),
        ...shown.map((item) => text(item.line(view))),
        ...buttons([more && { label: words.later, token: showEvidence.token({ ...about, page: page + 1 }) }]),
      ],
    };
  };
