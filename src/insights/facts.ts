/** Facts as sentences: each capability words its own, what nobody words is named by its kind. */
import type { FactRow } from '../core/facts.ts';
import type { Locale } from '../core/i18n.ts';
import type { Md } from '../core/md.ts';
import type { FactWords, Registry } from '../core/module.ts';
import { cycles } from '../cycles/model.ts';
import { namesOf } from '../people/model.ts';
import {
  auditExported,
  auditRead,
  closed,
  dataTaken,
  distributionRead,
  organisation,
  rerouted,
  riskRead,
  sentAgain,
} from './actions.ts';
import { sayAudit } from './messages-audit.ts';
import { textsIn } from './rules.ts';

export type Names = (id: string, l: Locale) => string;

/** Names of all that the rows speak of: people, cycles, the bot and the company. */
export async function namesIn(rows: readonly FactRow[]): Promise<Names> {
  const ids = [...new Set(rows.flatMap((row) => [row.by, row.about, row.ref ?? '', ...textsIn(row.data)]))];
  const people = await namesOf(ids);
  const named = await cycles.find({ _id: { $in: ids } });
  const cycleNames = new Map(named.map((c) => [c._id, c.name]));
  return (id, l) => {
    if (id === 'system') return sayAudit(l).bot;
    if (id === organisation) return sayAudit(l).company;
    return cycleNames.get(id) ?? people(id);
  };
}

export function sentence(registry: Registry, row: FactRow, names: Names, l: Locale): Md {
  const words = registry.factWords.get(row.kind);
  const named = (id: string) => names(id, l);
  if (words) return words(l, row, named);
  const who = named(row.by);
  return row.by === row.about
    ? sayAudit(l).plain(who, row.kind)
    : sayAudit(l).plainAbout(who, row.kind, named(row.about));
}

const n = (data: unknown): number => (data as { n?: number }).n ?? 0;

export const factWords: Readonly<Record<string, FactWords>> = {
  [sentAgain.name]: (l, row, names) =>
    row.about === organisation
      ? sayAudit(l).ranAgain(names(row.by), n(row.data))
      : sayAudit(l).sentAgain(names(row.by), n(row.data), names(row.about)),
  [rerouted.name]: (l, row, names) =>
    (row.data as { to: string }).to === 'account'
      ? sayAudit(l).toAccount(names(row.by), n(row.data), names(row.about))
      : sayAudit(l).toManager(names(row.by), names(row.about)),
  [closed.name]: (l, row, names) => sayAudit(l).closed(names(row.by), n(row.data), names(row.about)),
  [auditRead.name]: (l, row, names) => sayAudit(l).read(names(row.by), names(row.about)),
  [distributionRead.name]: (l, row, names) => sayAudit(l).readSpread(names(row.by), names(row.about)),
  [riskRead.name]: (l, row, names) => sayAudit(l).readRisk(names(row.by), names(row.about)),
  [dataTaken.name]: (l, row, names) => sayAudit(l).dataTaken(names(row.by)),
  [auditExported.name]: (l, row, names) => sayAudit(l).exported(names(row.by)),
};
