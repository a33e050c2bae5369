/** The performance contract as both see it. Pure. */
import type { Block, Button } from '../core/card.ts';
import type { Draw, View } from '../core/context.ts';
import { numberWords } from '../core/i18n.ts';
import { lines, md } from '../core/md.ts';
import { confirmContract, writeCommitment, writeSupport } from './actions.ts';
import { buttons, note, text } from './blocks.ts';
import { say } from './messages.ts';
import { card } from './messages-card.ts';
import { pact } from './messages-contract.ts';
import { tell } from './messages-sentence.ts';
import type { Goal } from './model.ts';
import { contentLines, percentWords } from './sentence.ts';
import { overBy, type Sheet } from './sheet.ts';
import { percentOf } from './weights.ts';

export type Side = 'self' | 'lead' | 'reader';

export const contractKey = (cycle: string, person: string): string => `goals.contract:${cycle}:${person}`;

export const contractCard =
  (sheet: Sheet, side: Side): Draw =>
  (view) => {
    const words = pact(view.locale);
    const { contract, person, cycle } = sheet;
    return {
      title: words.title(person.name, cycle.name),
      ...(contract.state === 'confirmed' && { tone: 'good' as const }),
      blocks: [
        text(words[contract.state]),
        text(words.goals),
        ...sheet.goals.filter((g) => g.state === 'agreed').map((g) => goalBlock(g, sheet, view, side)),
        note(words.standards),
        ...waiverBlock(sheet, view),
        text(lines(words.support, contract.support ? words.quoted(contract.support) : words.noSupport)),
        text(lines(words.commitment, contract.commitment ? words.quoted(contract.commitment) : words.usual)),
        ...signatures(sheet, view),
        ...steps(sheet, view, side),
      ],
    };
  };

function goalBlock(goal: Goal, { titles }: Sheet, view: View, side: Side): Block {
  const head = tell(view.locale).goalLine(
    goal.title,
    percentWords(view.locale, goal.weight),
    tell(view.locale).agreed,
  );
  return text(lines(head, contentLines(goal, titles, view, side === 'self' ? 'owner' : 'other')));
}

function waiverBlock({ contract, names }: Sheet, { locale }: View): Block[] {
  const { waiver } = contract;
  if (!waiver) return [];
  const sum = numberWords(locale, percentOf(waiver.sum));
  return [note(card(locale).waived(sum, names(waiver.by), waiver.reason))];
}

function signatures({ contract, person, participant, names }: Sheet, { locale }: View): Block[] {
  const words = pact(locale);
  const { self, lead, version } = contract;
  const boss = participant.manager ? names(participant.manager) : words.manager;
  return [
    note(
      lines(
        version > 0 && words.version(String(version)),
        self ? words.did(person.name, self) : words.notYet(person.name),
        lead ? words.did(names(lead.by), lead.at) : words.notYet(boss),
      ),
    ),
  ];
}

function steps(sheet: Sheet, { locale }: View, side: Side): Block[] {
  const { contract, cycle, participant } = sheet;
  const words = pact(locale);
  const { state, version } = contract;
  if (side === 'reader' || state === 'forming') return [];
  const why = overBy(sheet);
  if (why) return [note(md`${say(locale)[why]}`)];
  const about = { cycle: cycle._id, person: participant.person };
  const mine = side === 'self' ? contract.self : contract.lead;
  const confirm: Button | false = state === 'open' &&
    !mine && {
      label: words.confirm,
      token: confirmContract.token({ ...about, version }),
      style: 'primary',
    };
  const write: Button =
    side === 'self'
      ? { label: words.writeCommitment, token: writeCommitment.token(about) }
      : { label: words.writeSupport, token: writeSupport.token(about) };
  return buttons([confirm, write]);
}
