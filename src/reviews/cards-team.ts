/** The manager's card: the reviewers of all reports at once. */
import type { Block } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { approveAll, openApproval } from './actions.ts';
import { buttons, dayOf, note, text } from './blocks.ts';
import type { Listing } from './circle.ts';
import { approveBy } from './dates.ts';
import { say } from './messages.ts';
import { notReady, ofGroup, toReplace } from './rules.ts';
import { isTaken } from './scene.ts';

export const teamKey = (cycle: string): string => `reviews.team:${cycle}`;

/** All reports at once. */
export const teamCard =
  (cycle: string, listings: readonly Listing[]): Draw =>
  (view) => {
    const words = say(view.locale);
    const wanted = listings.filter((x) => x.nomination.state !== 'none');
    const named = wanted.filter((x) => x.nomination.state !== 'open');
    const [first] = listings;
    if (!first) return { title: words.teamTitle('0', '0'), blocks: [text(words.noTeamCard)] };
    const by = dayOf(approveBy(first.term.cycle), view);
    const auto = first.auto ? [note(words.teamAuto)] : [];
    return {
      title: words.teamTitle(String(named.length), String(wanted.length)),
      blocks: [
        text(words.teamIntro(first.term.cycle.name, by)),
        ...auto,
        teamTable(listings, view),
        ...readyButton(cycle, listings, view),
        {
          type: 'choices',
          label: words.openOne,
          token: openApproval.token({ cycle }),
          options: listings.map((x) => ({ label: x.person.name, value: x.person._id })),
        },
        note(words.teamAfter),
      ],
    };
  };

function teamTable(listings: readonly Listing[], { locale }: View): Block {
  const words = say(locale);
  return {
    type: 'table',
    columns: [
      { label: words.person },
      { label: words.peers, align: 'right' },
      { label: words.partners, align: 'right' },
      { label: words.count },
    ],
    rows: listings.map(({ person, nomination }) => [
      person.name,
      String(ofGroup(nomination, 'peer').length),
      String(ofGroup(nomination, 'partner').length),
      toReplace(nomination).length > 0 ? words.st_replace : words[`st_${nomination.state}`],
    ]),
  };
}

export const isReady = ({ nomination, circle }: Listing): boolean =>
  nomination.state === 'proposed' && notReady(nomination, circle.k) === undefined;

function readyButton(cycle: string, listings: readonly Listing[], { locale, now }: View): Block[] {
  const ready = listings.filter((x) => isReady(x) && isTaken(x.term, now));
  if (ready.length === 0) return [];
  const token = approveAll.token({ cycle });
  return buttons({ label: say(locale).approveAll(ready.length), token, style: 'primary' });
}
