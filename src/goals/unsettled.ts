/** People whose weights were not settled when planning locked: one live list for HR, one for each manager. */
import type { Ctx } from '../core/context.ts';
import type { SendOptions } from '../core/outbox.ts';
import { type Cycle, isIn, participants } from '../cycles/model.ts';
import { type Contract, saveContract, unsettledIn } from './contract.ts';
import { isUnsettled } from './contract-rules.ts';
import { unsettledCard, unsettledKey } from './hr-cards.ts';
import { type Sheet, sheetsOf } from './sheet.ts';
import { everybodyOfHr } from './shows.ts';

/** A manager sees their own people, HR everybody but themselves. `gone`: of whom it is no longer true. */
export async function showUnsettled(
  ctx: Ctx,
  cycle: Cycle,
  options: SendOptions = {},
  gone?: Sheet,
): Promise<void> {
  const listed = await unsettledIn(cycle._id);
  const who = await participants.find({ _id: { $in: listed.map((c) => c._id) } }, { sort: { _id: 1 } });
  const sheets = await sheetsOf(cycle, who.filter(isIn));
  if (sheets.length === 0 && !gone) return;
  const hr = await everybodyOfHr();
  const key = unsettledKey(cycle._id);
  const led = [...sheets, ...(gone ? [gone] : [])].map((s) => s.participant.manager);
  for (const manager of [...new Set(led)].sort()) {
    if (manager === undefined || hr.includes(manager)) continue;
    const mine = sheets.filter((s) => s.participant.manager === manager);
    ctx.show(key, { person: manager }, unsettledCard(cycle, mine, false), options);
  }
  for (const id of hr) {
    const others = sheets.filter((s) => s.participant.person !== id);
    ctx.show(key, { person: id }, unsettledCard(cycle, others, true), options);
  }
}

/** Takes a person off the lists as soon as their weights are settled or waived, or no longer count. */
export async function settled(ctx: Ctx, sheet: Sheet): Promise<Contract> {
  const { contract } = sheet;
  if (!contract.unsettled) return contract;
  if (isIn(sheet.participant) && isUnsettled(sheet.goals, contract)) return contract;
  const { unsettled, ...rest } = contract;
  const saved = await saveContract(rest);
  await showUnsettled(ctx, sheet.cycle, {}, sheet);
  return saved;
}
