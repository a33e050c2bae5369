import { stepNow, steps } from '../../adapters/web/page/guide-steps.ts';
import { cast, namesOf, type Seen, shownIn } from '../../adapters/web/page/seen.ts';
import type { Trace } from '../../adapters/web/page/state.ts';
import type { Person } from '../../adapters/web/page/wire.ts';

const person = (id: string, managerId: string | null, ...roles: string[]): Person => ({
  id,
  name: id,
  unit: 'Care',
  title: '',
  locale: 'en',
  timeZone: 'UTC',
  roles,
  managerId,
  unread: 0,
});
const people = [
  person('eva', null, 'executive'),
  person('hanna', 'eva', 'hr'),
  person('bo', 'eva'),
  person('ann', 'bo'),
  person('tom', 'bo'),
];
const seen = (more: Partial<Seen> = {}): Seen => ({ people, me: '', traces: [], shown: new Set(), ...more });
const trace = (did: Trace['did'], what: string, by = 'hanna'): Trace => ({ did, what, by });
const at = (more: Partial<Seen>) => steps[stepNow(seen(more))]?.id;

test('a first-time visitor is sent to HR, then to the command', () => {
  expect(at({})).toBe('be-hr');
  expect(at({ me: 'hanna' })).toBe('kickoff');
});

test('choosing an employee first does not skip the kick-off', () => {
  expect(at({ me: 'ann' })).toBe('be-hr');
});

test('each deed leads to the next step', () => {
  const traces = [trace('opened', 'cycles.draft')];
  expect(at({ me: 'hanna', traces })).toBe('form');
  traces.push(trace('submitted', 'cycles.draft'));
  expect(at({ me: 'hanna', traces })).toBe('launch');
  traces.push(trace('pressed', 'cycles.launch'));
  expect(at({ me: 'hanna', traces })).toBe('be-employee');
  expect(at({ me: 'ann', traces })).toBe('goal');
  traces.push(trace('submitted', 'goals.save', 'ann'));
  expect(at({ me: 'ann', traces })).toBe('propose');
  traces.push(trace('pressed', 'goals.propose', 'ann'));
  expect(at({ me: 'ann', traces })).toBe('be-manager');
  expect(at({ me: 'bo', traces })).toBe('agree');
  traces.push(trace('pressed', 'goals.agree', 'bo'));
  expect(at({ me: 'bo', traces })).toBe('play');
  traces.push(trace('played', '', 'bo'));
  expect(at({ me: 'bo', traces })).toBe('day');
  traces.push(trace('clock', 'clock-day', 'bo'), trace('clock', 'clock-phase', 'bo'));
  expect(at({ me: 'bo', traces })).toBe('checkin');
  traces.push(trace('pressed', 'checkins.answer', 'ann'));
  expect(at({ me: 'ann', traces })).toBe('status');
  traces.push(trace('said', '/perf status', 'hanna'));
  expect(at({ me: 'hanna', traces })).toBe('look-back');
});

const planned: Trace[] = [
  trace('submitted', 'goals.save', 'ann'),
  trace('played', '', 'bo'),
  trace('clock', 'clock-day'),
  trace('clock', 'clock-phase'),
  trace('pressed', 'checkins.answer', 'ann'),
  trace('said', '/perf status'),
];

test('the second half goes on from deed to deed, to the file for payroll', () => {
  const traces = [...planned];
  const then = (...more: Trace[]) => {
    traces.push(...more);
    return at({ me: 'hanna', traces });
  };
  expect(then()).toBe('look-back');
  expect(then(trace('clock', 'clock-phase'))).toBe('reviews');
  expect(then(trace('played', ''))).toBe('ratings-open');
  expect(then(trace('clock', 'clock-phase'))).toBe('rate');
  expect(then(trace('pressed', 'ratings.submit', 'bo'))).toBe('rate-others');
  expect(then(trace('played', ''))).toBe('calibrate');
  expect(then(trace('pressed', 'calibration.row'))).toBe('close');
  expect(then(trace('pressed', 'calibration.close'))).toBe('release');
  expect(then(trace('pressed', 'results.askSign'))).toBe('sign');
  expect(then(trace('pressed', 'results.sign', 'eva'))).toBe('give');
  expect(then(trace('pressed', 'results.give'))).toBe('why');
  expect(then(trace('pressed', 'results.why', 'ann'))).toBe('acknowledge');
  expect(then(trace('pressed', 'results.acknowledge', 'ann'))).toBe('appeal');
  expect(then(trace('submitted', 'appeals.save', 'ann'))).toBe('decision');
  expect(then(trace('played', ''))).toBe('outcomes');
  expect(then(trace('pressed', 'outcomes.submit'))).toBe('approve');
  expect(then(trace('pressed', 'outcomes.approve', 'eva'))).toBe('export');
  expect(then(trace('pressed', 'outcomes.export'))).toBe('end');
});

test('others who played before do not count for what comes after', () => {
  expect(at({ traces: [...planned, trace('clock', 'clock-phase')] })).toBe('reviews');
  const rated = [
    ...planned,
    trace('clock', 'clock-phase'),
    trace('played', ''),
    trace('clock', 'clock-phase'),
  ];
  expect(at({ traces: [...rated, trace('pressed', 'ratings.submit', 'bo')] })).toBe('rate-others');
});

test('a result on screen carries past everything that led to it', () => {
  expect(at({ shown: new Set(['results.why']) })).toBe('why');
  expect(at({ shown: new Set(['outcomes.export']) })).toBe('export');
});

test('each step with help says which: somebody to be, words, the clock or the others', () => {
  const kinds = steps.flatMap((step) => (step.help ? Object.keys(step.help) : []));
  expect([...new Set(kinds)].sort()).toEqual(['be', 'play', 'turn', 'type']);
  for (const step of steps)
    if (step.help && 'be' in step.help) expect(cast(seen())[step.help.be]).toBeDefined();
});

test('cards on screen carry a returning visitor past what is done', () => {
  expect(at({ me: 'hanna', shown: new Set(['cycles.launch']) })).toBe('launch');
  expect(at({ me: 'bo', shown: new Set(['goals.agree']) })).toBe('agree');
});

test('the employee is whoever wrote the goals, and the manager is that person’s', () => {
  expect(cast(seen())).toMatchObject({
    hr: { id: 'hanna' },
    employee: { id: 'ann' },
    manager: { id: 'bo' },
    second: { id: 'eva' },
  });
  expect(cast(seen({ me: 'tom' })).employee?.id).toBe('tom');
  const traces = [trace('submitted', 'goals.save', 'tom')];
  expect(cast(seen({ traces })).employee?.id).toBe('tom');
});

test('a company without HR or teams still has a guide', () => {
  const alone = seen({ people: [person('eva', null)] });
  expect(stepNow(alone)).toBe(0);
  expect(namesOf(alone, 'en')).toMatchObject({ count: 1, hr: 'HR', employee: '…', manager: '…' });
});

test('every step speaks both languages', () => {
  for (const step of steps) {
    expect(step.title.en && step.title.zh).toBeTruthy();
    expect(step.text.en(namesOf(seen(), 'en'))).not.toMatch(/\p{Script=Han}/u);
    expect(step.text.zh(namesOf(seen(), 'zh'))).toMatch(/\p{Script=Han}/u);
  }
  expect(new Set(steps.map((step) => step.id)).size).toBe(steps.length);
});

test('Latin names stand apart in Chinese sentences only', () => {
  expect(namesOf(seen(), 'zh').hr).toBe(' hanna ');
  expect(namesOf(seen(), 'en').hr).toBe('hanna');
});

test('action names are read off buttons and choices', () => {
  const card = {
    title: '',
    blocks: [
      { type: 'actions' as const, items: [{ label: 'Go', token: 'cycles.launch abc' }] },
      { type: 'choices' as const, label: '', token: 'reviews.rate r1', options: [] },
      { type: 'divider' as const },
    ],
  };
  const feed = {
    seq: 1,
    rooms: [],
    items: [{ seq: 1, at: '2027-01-04T09:00:00Z', key: 'k', from: 'bot', card }],
  };
  expect([...shownIn([feed])]).toEqual(['cycles.launch', 'reviews.rate']);
});
