/** An appeal in each of its states, made by the rules themselves. */
import { type Appeal, type Bar, checks, type Ruling } from '../../src/appeals/model.ts';
import {
  type Act,
  type Appealed,
  acknowledge,
  assign,
  openAppeal,
  type WhyNot,
} from '../../src/appeals/rules.ts';
import { agree, decide, draft } from '../../src/appeals/rules-decide.ts';
import { Refusal } from '../../src/core/errors.ts';
import { standard } from '../../src/cycles/schemes.ts';

export const place = { zone: 'Europe/Berlin', calendar: { off: { '2027-05-06': 'Ascension' }, work: {} } };
export const monday = new Date('2027-04-26T08:00:00Z');
export const days = (n: number) => new Date(monday.getTime() + n * 86_400_000);
export const act = (by: string, now = monday): Act => ({ by, now, place });

export const of: Appealed = {
  result: {
    cycle: 'q1',
    person: 'dev',
    unit: 'Product',
    version: 1,
    source: 'rating',
    rater: 'bo',
    scheme: standard,
  },
  releasedAt: monday,
};
export const bars: Record<string, Bar> = {
  dev: 'self',
  bo: 'rater',
  chen: 'line',
  kim: 'report',
  cal: 'calibrator',
};
export const no: WhyNot = (id) => bars[id];

export const said = { what: 'a', why: 'b', wanted: 'c' };
export const open = (): Appeal => ({ ...openAppeal(of, [], { said, barred: [] }, act('dev')), rev: 1 });
export const bench = { owner: 'lin', panel: ['zhao', 'carla'] };
export const assigned = (over: Partial<typeof bench> & { outside?: string } = {}) =>
  assign(open(), { ...bench, ...over }, no, false, act('hanna'));
export const hearing = () => acknowledge(assigned(), act('lin'));

export const checklist = checks.map((name) => ({ name, ok: true, word: 'fine' }));
export const upheld: Ruling = { outcome: 'upheld', checklist, reasons: 'Because.', levels: {}, numbers: [] };
export const drafted = (ruling: Ruling = upheld, from = hearing()) => draft(from, ruling, no, act('zhao'));
export function decided(ruling: Ruling = upheld): Appeal {
  const first = agree(drafted(ruling), 1, undefined, no, act('zhao')).appeal;
  const { appeal, decided: both } = agree(first, 1, undefined, no, act('carla'));
  if (!both) throw new Error('not decided');
  return decide(appeal, both, act('carla'));
}
export const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (e) {
    if (e instanceof Refusal) return e.sentence('en');
    throw e;
  }
  return 'not refused';
};
