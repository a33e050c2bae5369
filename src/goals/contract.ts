/**
 * The performance contract of one person in one cycle: what goals, standards and support both said yes to. The document
 * also keeps what belongs to all of a person's goals at once: a waiver of the weights, and whether the lesson was read.
 */
import { Any, type Doc, entity } from '../core/entity.ts';
import { flow } from '../core/flow.ts';

export const contractFlow = flow({
  /** Goals are still being written or agreed. */
  forming: ['open'],
  /** All agreed, 100 %: waits for both. */
  open: ['confirmed', 'forming'],
  confirmed: [],
});
export type ContractState = (typeof contractFlow.states)[number];

/** Why less than 100 % is all right for this person; shown wherever the weights are. */
export interface Waiver {
  reason: string;
  by: string;
  at: Date;
  /** The sum that was waived, in basis points. */
  sum: number;
}

export interface Contract extends Doc {
  /** `<cycle>:<person>` */
  _id: string;
  cycle: string;
  person: string;
  state: ContractState;
  /** 1 when it first opened; grows with every change that was agreed afterwards. */
  version: number;
  /** What the manager promises. */
  support?: string | undefined;
  /** What the person means to work on. */
  commitment?: string | undefined;
  self?: Date | undefined;
  lead?: { by: string; at: Date } | undefined;
  waiver?: Waiver | undefined;
  lessonRead?: boolean | undefined;
  /** Planning locked before the agreed weights were 100 %: listed to the manager and HR until they are, or are waived. */
  unsettled?: true | undefined;
}

export const contracts = entity<Contract>('contracts', {
  fields: {
    cycle: String,
    person: String,
    state: String,
    version: Number,
    support: String,
    commitment: String,
    self: Date,
    lead: Any,
    waiver: Any,
    lessonRead: Boolean,
    unsettled: Boolean,
  },
  indexes: [{ keys: { cycle: 1, unsettled: 1 }, where: { unsettled: true } }],
  sealed: { paths: ['support', 'commitment', 'waiver.reason'], subject: (contract) => contract.person },
});

export const unsettledIn = (cycle: string): Promise<Contract[]> =>
  contracts.find({ cycle, unsettled: true }, { sort: { _id: 1 } });

export const contractOf = (cycle: string, person: string): Promise<Contract | undefined> =>
  contracts.get(`${cycle}:${person}`);

/** Writes it, whether it was there or not. */
export async function saveContract(contract: Contract): Promise<Contract> {
  return contract.rev === 0 ? contracts.insert(contract) : contracts.save(contract);
}

export const newContract = (cycle: string, person: string): Contract => ({
  _id: `${cycle}:${person}`,
  rev: 0,
  cycle,
  person,
  state: 'forming',
  version: 0,
});
