import { facts } from '../../src/core/facts.ts';
import { participants } from '../../src/cycles/model.ts';
import { resultOf, versionsOf } from '../../src/results/model.ts';
import type { World } from '../kit/world.ts';
import { appealsWorld, checklist, decided, find, heard, said } from './arrange.ts';

let w: World;
beforeEach(async () => {
  w = await appealsWorld('ways');
});
afterEach(() => w.end());

const place = async (person = 'dev') => (await w.inside(() => participants.must(`q1:${person}`))).state;
const speaks = (person: string, text: string, messageId: string) =>
  w.as(person).sends({
    kind: 'message',
    text,
    messageId,
    edited: false,
    where: { platform: 'web', tenant: 'local', channel: 'room:appeals:q1:dev:1:1' },
  } as never);

describe('a new rating', () => {
  async function named(): Promise<void> {
    await decided(w, 're-rate', ['zhao']);
    const zhao = w.as('zhao');
    await zhao.presses('指定评分人', '决定草案');
    const form = zhao.form();
    expect((await zhao.submits({ other: ['chen'] }, form)).errors?.rerater).toContain('上级');
    expect((await zhao.submits({ other: ['zhao'] }, form)).errors?.rerater).toContain('其他角色');
    await zhao.submits({ other: ['tom'] }, form);
    await zhao.presses('作出决定', '决定草案');
  }
  const rates = async (level: string): Promise<void> => {
    const tom = w.as('tom');
    await tom.presses('Rate', 'Rate anew');
    const values = [0, 1, 2].flatMap((i) => [
      [`level_${i}`, level],
      [`reason_${i}`, 'Read the tickets.'],
    ]);
    await tom.submits(Object.fromEntries(values));
  };

  test('by somebody else, from the facts; a better one is a new version', async () => {
    await named();
    expect(await find(w)).toMatchObject({
      state: 'decided',
      decision: { outcome: 're-rate', rerater: 'tom' },
    });
    const tom = w.as('tom');
    const anew = tom.sees().split('# Rate anew')[1]?.split('\n# ')[0] ?? '';
    expect(anew).toContain('Cut the backlog');
    expect(anew).not.toMatch(/2\.25|Seen all quarter/);
    await tom.presses('Rate', 'Rate anew');
    expect(Object.keys((await tom.submits({ level_0: '9' })).errors ?? {})).toContain('reason_1');
    await rates('4');
    expect(await w.inside(() => resultOf('q1', 'dev'))).toMatchObject({
      version: 2,
      grade: 'B',
      appeal: { by: ['zhao', 'tom'] },
      reasons: { results: 'Read the tickets.' },
    });
    expect(await find(w)).toMatchObject({ rerated: { by: 'tom' }, days: { escalate: '2027-05-03' } });
    expect(w.as('tom').sees()).toContain('Your rating is in');
  });

  test('one that is no better leaves the result as it was, and says so', async () => {
    await named();
    await rates('1');
    expect(await w.inside(() => versionsOf('q1', 'dev'))).toHaveLength(1);
    await w.until('2027-04-26T15:00:00Z');
    expect(w.as('dev').sees()).toContain('nothing better');
  });

  test('overdue: HR names somebody else', async () => {
    await named();
    await w.until('2027-05-05T12:00:00Z');
    const hanna = w.as('hanna');
    await hanna.presses('Name somebody else to rate', 'Overdue');
    await hanna.submits({ other: ['li'] });
    expect(await find(w)).toMatchObject({ decision: { rerater: 'li' }, told: [] });
    expect(w.as('tom').sees()).toContain('Nothing is asked of you');
  });
});

describe('after the decision', () => {
  async function upheld(): Promise<void> {
    await decided(w, 'upheld', ['zhao']);
    await w.as('zhao').presses('作出决定', '决定草案');
  }

  test('pressed twice decides once; nothing is withdrawn any more', async () => {
    await decided(w, 'upheld', ['zhao']);
    const press = `appeals.agree ${JSON.stringify({ appeal: 'q1:dev:1:1', seen: 1 })}`;
    await w.as('zhao').sends({ kind: 'press', token: press });
    expect(await find(w)).toMatchObject({ state: 'decided' });
    expect((await w.as('zhao').sends({ kind: 'press', token: press })).toast).toContain('已经有变化');
    const back = `appeals.withdraw ${JSON.stringify({ appeal: 'q1:dev:1:1' })}`;
    expect((await w.as('dev').sends({ kind: 'press', token: back })).toast).toContain('moved on');
    expect(await w.inside(() => facts.count({ kind: 'appeals.decided' }))).toBe(1);
  });

  test('a stale draft is drawn as it is now', async () => {
    await decided(w, 'upheld', ['zhao', 'tom']);
    const old = `appeals.agree ${JSON.stringify({ appeal: 'q1:dev:1:1', seen: 1 })}`;
    const zhao = w.as('zhao');
    await zhao.presses('修改草案', '决定草案');
    await zhao.submits({ ...checklist, outcome: 'upheld', reasons: 'Better reasons.' });
    const reply = await w.as('tom').sends({ kind: 'press', token: old });
    expect(reply.toast).toContain('draft has changed');
    expect(JSON.stringify(reply.card)).toContain('Better reasons.');
  });

  test('discussed between those who decide: nobody else reads it', async () => {
    await decided(w, 'upheld', ['zhao', 'tom']);
    await w.as('zhao').presses('同意', '决定草案');
    const tom = w.as('tom');
    await tom.presses('Discuss', 'Draft');
    await tom.submits({ word: 'March is not covered.' });
    expect(await find(w)).toMatchObject({ draft: { agreed: [] } });
    expect(w.as('zhao').sees()).toContain('March is not covered.');
    for (const person of ['dev', 'lin', 'bo', 'hanna'])
      expect(w.as(person).sees()).not.toContain('March is not covered.');
  });

  test('escalated once: two who had no part in it decide finally', async () => {
    await upheld();
    await w.until('2027-04-26T15:00:00Z');
    const dev = w.as('dev');
    await dev.presses('Escalate');
    const form = dev.form();
    await dev.submits({ why: 'The three weeks were not looked at.' }, form);
    expect((await dev.submits({ why: 'Again' }, form)).toast).toContain('escalated once');
    expect(await find(w)).toMatchObject({
      state: 'escalated',
      escalated: { to: ['hanna'], complete: false },
    });
    const hanna = w.as('hanna');
    await w.until('2027-04-27T08:00:00Z'); // she had her three messages of the day
    await hanna.presses('Name who decides', 'Dev Patel appeals');
    const naming = hanna.form();
    expect((await hanna.submits({ panel: ['hanna'], others: ['zhao'] }, naming)).errors?.others).toContain(
      'another part',
    );
    await hanna.submits({ panel: ['hanna'], others: ['tom'] }, naming);
    await w.until('2027-04-28T08:00:00Z');
    await hanna.presses('Draft the decision', 'Case');
    await hanna.submits({ ...checklist, outcome: 'adjusted', reasons: 'They should have been.' });
    await hanna.presses('open tickets', 'Draft');
    await hanna.submits({ actual: '40' });
    await hanna.presses('Agree', 'Draft');
    await w.as('tom').presses('Agree', 'Draft');
    expect(await find(w)).toMatchObject({
      state: 'final',
      open: false,
      decision: { outcome: 'upheld' },
      conclusion: { outcome: 'adjusted', by: ['hanna', 'tom'], version: 2 },
    });
    expect(await place()).toBe('released');
    const result = await w.inside(() => resultOf('q1', 'dev'));
    expect(result?.goals[0]?.keyResults[0]?.attainment).toBe('1');
    await dev.types('/perf appeal');
    expect(dev.reply().toast).toContain('came out of an appeal');
  });

  test('the record as a file: everything in its order, for those of the case alone', async () => {
    await heard(w);
    await speaks('dev', 'Look at **March**', 'm1');
    for (const person of ['dev', 'lin', 'zhao']) {
      await w.as(person).presses(person === 'dev' ? 'Record as a file' : '导出记录');
      const file = w
        .as(person)
        .messages()
        .find((m) => m.file)?.file;
      const text = file?.bytes.toString() ?? '';
      expect(text.indexOf(said.why)).toBeGreaterThan(0);
      expect(text.indexOf('Look at **March**')).toBeGreaterThan(text.indexOf(said.why));
    }
    const press = `appeals.record ${JSON.stringify({ appeal: 'q1:dev:1:1' })}`;
    for (const person of ['bo', 'hanna', 'chen'])
      expect((await w.as(person).sends({ kind: 'press', token: press })).toast).toMatch(/read only by|仅限/);
  });
});
