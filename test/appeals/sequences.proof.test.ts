/** Any sequence of anything by anybody: what is refused changes nothing, and what must never be never is. */
import fc from 'fast-check';
import { type Appeal, appealFlow } from '../../src/appeals/model.ts';
import {
  type Act,
  acknowledge,
  answer,
  assign,
  caseOf,
  lapse,
  need,
  openAppeal,
  remind,
  state,
  withdraw,
} from '../../src/appeals/rules.ts';
import {
  agree,
  decide,
  discuss,
  draft,
  escalate,
  finish,
  fresh,
  nameSecond,
  renameRerater,
  rerate,
} from '../../src/appeals/rules-decide.ts';
import { Refusal } from '../../src/core/errors.ts';
import { act, bars, monday, no, of, said, upheld } from './things.ts';

/** Everybody tries everything, in any order; what is refused changes nothing. */
describe('any sequence of events', () => {
  const everybody = [
    'dev',
    'bo',
    'chen',
    'kim',
    'cal',
    'lin',
    'hanna',
    'zhao',
    'carla',
    'tom',
    'nina',
    'eve',
  ];
  const who = fc.constantFrom(...everybody);
  const some = fc.uniqueArray(who, { maxLength: 3 });
  const step = fc.record({
    what: fc.constantFrom(
      'open',
      'assign',
      'receipt',
      'need',
      'answer',
      'remind',
      'lapse',
      'state',
      'withdraw',
      'draft',
      'agree',
      'agree',
      'discuss',
      'rerate',
      'rename',
      'escalate',
      'second',
      'finish',
    ),
    by: who,
    other: who,
    some,
    outcome: fc.constantFrom('upheld' as const, 'adjusted' as const, 're-rate' as const),
    wait: fc.integer({ min: 0, max: 4 }),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  interface Told {
    all: Appeal[];
    now: Date;
    escalations: number;
  }

  const fine = { grade: 'A' as const, goals: [], changes: true };

  function change(a: Appeal, s: Step, at: Act): Appeal | undefined {
    const ruling = { ...upheld, outcome: s.outcome, ...(s.outcome === 're-rate' && { rerater: s.other }) };
    const n = a.draft?.n ?? 0;
    switch (s.what) {
      case 'assign':
        return assign(a, { owner: s.other, panel: s.some }, no, false, at);
      case 'receipt':
        return acknowledge(a, at);
      case 'need':
        return need(a, { id: `n${a.needs.length}`, text: 'x' }, at);
      case 'answer':
        return answer(a, 'x', at);
      case 'remind':
        return remind(a, at);
      case 'lapse':
        return lapse(a, at);
      case 'state':
        return state(a, 'x', at);
      case 'withdraw':
        return withdraw(a, at);
      case 'draft':
        return draft(a, ruling, no, at);
      case 'agree': {
        const done = agree(a, n, fine, no, at);
        return done.decided ? decide(done.appeal, done.decided, at) : done.appeal;
      }
      case 'discuss':
        return discuss(a, n, 'x', no, at);
      case 'rerate':
        return rerate(a, no, at);
      case 'rename':
        return renameRerater(a, s.other, no, at);
      case 'escalate':
        return escalate(a, 'x', s.some.filter((id) => !fresh(a, no)(id)).slice(0, 2), no, at);
      case 'second':
        return nameSecond(a, s.some, no, 5, at);
      default:
        return finish(a, at);
    }
  }

  function opened(told: Told, at: Act): Told {
    const fresh = { ...openAppeal(of, told.all, { said, barred: [] }, at), rev: 1 };
    return { ...told, now: at.now, all: [...told.all, fresh] };
  }

  function changed(told: Told, s: Step, at: Act): Told {
    if (s.what === 'open') return opened(told, at);
    const last = told.all.at(-1);
    const after = last && change(last, s, at);
    if (!last || !after) return { ...told, now: at.now };
    holds(last, after);
    const escalated = last.state !== 'escalated' && after.state === 'escalated';
    const escalations = told.escalations + Number(escalated);
    return { all: [...told.all.slice(0, -1), after], now: at.now, escalations };
  }

  function next(told: Told, s: Step): Told {
    const now = new Date(told.now.getTime() + s.wait * 86_400_000);
    try {
      return changed(told, s, act(s.by, now));
    } catch (e) {
      if (e instanceof Refusal) return { ...told, now };
      throw e;
    }
  }

  function holds(before: Appeal, after: Appeal): void {
    expect(before.state === after.state || appealFlow.may(before.state, after.state)).toBe(true);
    expect(after.open).toBe(!appealFlow.ends(after.state));
    for (const decision of [after.decision, after.conclusion])
      if (decision) {
        expect(decision.by.filter((id) => bars[id])).toEqual([]);
        expect(new Set(decision.by).size).toBe(decision.by.length);
        expect(decision.by.length).toBeGreaterThan(0);
      }
    const first = after.decision?.by ?? [];
    expect((after.conclusion?.by ?? []).filter((id) => first.includes(id))).toEqual([]);
    if (after.decision?.rerater) expect(bars[after.decision.rerater]).toBeUndefined();
    if (after.conclusion) expect(after.conclusion.by).toHaveLength(2);
    expect(after.panel.filter((id) => bars[id])).toEqual([]);
    expect(caseOf(after)).not.toContain('dev');
  }

  /** Likely ways first, so that the far ends are reached, too. */
  const along: Partial<Step>[] = [
    { what: 'open', by: 'dev' },
    { what: 'assign', by: 'hanna', other: 'lin', some: ['zhao'] },
    { what: 'receipt', by: 'lin' },
    { what: 'draft', by: 'zhao' },
    { what: 'agree', by: 'zhao' },
    { what: 'escalate', by: 'dev', some: ['hanna', 'eve'] },
    { what: 'draft', by: 'eve' },
    { what: 'agree', by: 'eve' },
    { what: 'agree', by: 'hanna' },
    { what: 'open', by: 'dev' },
  ];
  const guided = fc
    .tuple(fc.nat(along.length), fc.array(step, { minLength: along.length, maxLength: 30 }))
    .map(([n, steps]) => steps.map((s, i) => (i < n ? { ...s, wait: 0, ...along[i] } : s)));

  test('one open appeal at most, no barred hand in a decision, one escalation', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(guided, (steps) => {
        let told: Told = { all: [], now: monday, escalations: 0 };
        for (const s of steps) {
          told = next(told, s);
          expect(told.all.filter((a) => a.open).length).toBeLessThanOrEqual(1);
          expect(told.escalations).toBeLessThanOrEqual(1);
          expect(new Set(told.all.map((a) => a._id)).size).toBe(told.all.length);
          for (const a of told.all) reached.add(a.state);
        }
      }),
      { numRuns: 400 },
    );
    expect([...reached].sort()).toEqual(
      [...appealFlow.states].filter((s) => s !== 'lapsed' || reached.has(s)).sort(),
    );
  });
});
