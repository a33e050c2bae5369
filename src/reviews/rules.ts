/** Nominating reviewers and deciding about them. Pure: the circle says who stands where. */
import { Refusal } from '../core/errors.ts';
import type { Sentence } from '../core/i18n.ts';
import type { Group } from './aggregate.ts';
import { say } from './messages.ts';
import type { Nomination, Reviewer } from './model.ts';

export const MOST = 8;
export const RECOMMENDED = 5;
/** Asked by so many, somebody gets a load warning. */
export const LOADED = 5;

/** Where the people named in a form stand to the one it is about. */
export interface Circle {
  person: string;
  unit: string;
  manager: string | undefined;
  /** Report to the person in this cycle. */
  reports: ReadonlySet<string>;
  /** Of everybody who is named and can be asked: their unit. */
  units: ReadonlyMap<string, string>;
  k: number;
  names(id: string): string;
}

export interface Named {
  peers: readonly string[];
  partners: readonly string[];
}

/** Why this one cannot be asked; nothing when they can. */
export function objection(circle: Circle, id: string, group: Group): Sentence | undefined {
  const name = circle.names(id);
  if (id === circle.person) return (l) => say(l).notOneself;
  if (id === circle.manager) return (l) => say(l).notManager(name);
  if (circle.reports.has(id)) return (l) => say(l).notReport(name);
  const unit = circle.units.get(id);
  if (unit === undefined) return (l) => say(l).notThere(name);
  if (group === 'partner' && unit === circle.unit) return (l) => say(l).sameUnit(name);
  return undefined;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

function checkCount(ids: readonly string[], least: number): Sentence | undefined {
  if (ids.length < least) return (l) => say(l).tooFew(least);
  return ids.length > MOST ? (l) => say(l).tooMany(MOST) : undefined;
}

/** @throws Refusal with a sentence beside the field */
export function checked(circle: Circle, named: Named): Named {
  const peers = unique(named.peers);
  const partners = unique(named.partners);
  const twice = partners.find((id) => peers.includes(id));
  const wrong: Record<string, Sentence | undefined> = {
    peers: first(peers, (id) => objection(circle, id, 'peer')) ?? checkCount(peers, circle.k),
    partners:
      (twice === undefined ? undefined : (l) => say(l).twice(circle.names(twice))) ??
      first(partners, (id) => objection(circle, id, 'partner')) ??
      (partners.length > 0 ? checkCount(partners, circle.k) : undefined),
  };
  const fields = Object.entries(wrong).filter((e): e is [string, Sentence] => e[1] !== undefined);
  const [one] = fields;
  if (one) throw new Refusal(one[1], Object.fromEntries(fields));
  return { peers, partners };
}

function first(ids: readonly string[], why: (id: string) => Sentence | undefined): Sentence | undefined {
  return ids.map(why).find((found) => found !== undefined);
}

/** Those whom somebody chose; reports are asked by rule. */
export const chosen = (n: Pick<Nomination, 'reviewers'>): Reviewer[] =>
  n.reviewers.filter((r) => r.by !== 'rule');
export const ofGroup = (n: Pick<Nomination, 'reviewers'>, group: Group): Reviewer[] =>
  n.reviewers.filter((r) => r.group === group && !r.declined);
export const toReplace = (n: Pick<Nomination, 'reviewers'>): Reviewer[] =>
  chosen(n).filter((r) => r.declined === 'open');

const byRule = (n: Nomination): Reviewer[] => n.reviewers.filter((r) => r.by === 'rule');

export function proposed(n: Nomination, named: Named, now: Date): Nomination {
  if (n.state !== 'open' && n.state !== 'proposed') throw new Refusal((l) => say(l).decided);
  const own =
    (group: Group) =>
    (person: string): Reviewer => ({ person, group, by: 'self' });
  return {
    ...n,
    state: 'proposed',
    reviewers: [...byRule(n), ...named.peers.map(own('peer')), ...named.partners.map(own('partner'))],
    proposedAt: now,
  };
}

/** What stands in the way of approving; nothing when it can be done. */
export function notReady(n: Nomination, k: number): Sentence | undefined {
  if (n.state === 'none') return (l) => say(l).nobodyAsked;
  if (n.state === 'approved') return (l) => say(l).decided;
  const peers = ofGroup(n, 'peer').length;
  if (peers < k) return (l) => say(l).peersNeeded(k);
  const partners = ofGroup(n, 'partner').length;
  return partners > 0 && partners < k ? (l) => say(l).partnersNeeded(k) : undefined;
}

/** @throws Refusal while there are fewer than k */
export function approved(n: Nomination, by: string, k: number, now: Date): Nomination {
  const no = notReady(n, k);
  if (no) throw new Refusal(no);
  return { ...n, state: 'approved', approved: { by, at: now } };
}

/** Before they are asked, somebody can be left out. */
export function removed(n: Nomination, person: string): Nomination {
  const found = entryOf(n, person);
  if (found.assignment) throw new Refusal((l) => say(l).askedAlready);
  return { ...n, reviewers: n.reviewers.filter((r) => r !== found) };
}

function entryOf(n: Nomination, person: string): Reviewer {
  const found = chosen(n).find((r) => r.person === person);
  if (!found) throw new Refusal((l) => say(l).listChanged);
  return found;
}

export function added(n: Nomination, circle: Circle, person: string, group: Group): Nomination {
  if (n.state === 'none') throw new Refusal((l) => say(l).nobodyAsked);
  const field = 'person';
  const no = objection(circle, person, group);
  if (no) throw new Refusal(no, { [field]: no });
  if (n.reviewers.some((r) => r.person === person)) {
    const there: Sentence = (l) => say(l).twice(circle.names(person));
    throw new Refusal(there, { [field]: there });
  }
  if (ofGroup(n, group).length >= MOST) throw new Refusal((l) => say(l).tooMany(MOST));
  return { ...n, reviewers: [...n.reviewers, { person, group, by: 'lead' }] };
}

/** Somebody else in the same role, while the first was not asked or after they declined. */
export function replaced(n: Nomination, circle: Circle, person: string, by: string): Nomination {
  const found = entryOf(n, person);
  if (found.assignment && found.declined !== 'open') throw new Refusal((l) => say(l).askedAlready);
  const before = found.declined ? settled(n, person) : removed(n, person);
  return added(before, circle, by, found.group);
}

/** Nobody comes in the place of the one who declined. */
export function settled(n: Nomination, person: string): Nomination {
  const found = entryOf(n, person);
  if (found.declined !== 'open') throw new Refusal((l) => say(l).listChanged);
  return {
    ...n,
    reviewers: n.reviewers.map((r) => (r === found ? { ...r, declined: 'settled' as const } : r)),
  };
}

/** Reports are not replaced: there are as many as there are. */
export function declinedBy(n: Nomination, assignment: string): Nomination {
  return {
    ...n,
    reviewers: n.reviewers.map((r) =>
      r.assignment === assignment ? { ...r, declined: r.by === 'rule' ? 'settled' : 'open' } : r,
    ),
  };
}

/** Approved, but not asked yet. */
export const unasked = (n: Nomination): Reviewer[] =>
  n.state === 'approved' ? n.reviewers.filter((r) => !r.assignment) : [];
