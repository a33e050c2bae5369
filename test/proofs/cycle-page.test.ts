/**
 * A whole cycle through the page only, from kick-off to a decided appeal and the file for payroll: in English on a desk,
 * and in Chinese on a phone. The steps that matter are done by hand as the person who does them, the rest is played.
 */
import { mkdirSync } from 'node:fs';
import { browserTest } from '../kit/browser.ts';
import { type Visit, visit } from '../kit/visit.ts';
import { chinese, english, type Words } from './cycle-words.ts';

/** A cycle of five weeks: each phase as short as a company would bear. */
const plan = {
  name: 'January',
  to: '2027-01-31',
  audience: 'people',
  people: ['chen', 'bo', 'ann', 'dev', 'zhao', 'wang'],
  planning: '2027-01-08',
  tracking: '2027-01-13',
  assessment: '2027-01-20',
  calibration: '2027-01-25',
  feedback: '2027-01-28',
  appeals: '2027-01-29',
  outcomes: '2027-02-03',
  closing: '2027-02-08',
};

const calibrated = 'The same results came with far less support than elsewhere in the company.';

/** A picture of what stands on the screen, which fits into it. */
async function look(v: Visit, name: string): Promise<void> {
  await v.picture(name);
  const over = await v.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  expect({ name, over: Math.max(0, over) }).toEqual({ name, over: 0 });
}

/** From the task on one's own page to the form behind it: at once, or by the button of the card that comes. */
async function begins(v: Visit, task: string | RegExp, button: string, on?: string): Promise<void> {
  await v.owes(task);
  if (!(await v.page.locator('[data-panel="form"]').isVisible())) await v.press(button, on);
}

async function planned(v: Visit): Promise<void> {
  await v.be('hanna');
  await v.say('/perf kickoff');
  await v.submit(plan);
  await v.sees('ready to start');
  await look(v, '01-ready');
  await v.press('Start');
  await v.turn('clock-hour');
  await v.play();
  await v.turn('clock-phase');
}

async function reviewed(v: Visit, l: Words): Promise<void> {
  await v.turn('clock-phase');
  await v.be(l.employee);
  await v.owes(l.self);
  await look(v, '02-look-back');
  await v.be('hanna');
  await v.play();
  await v.turn('clock-phase');
}

/** What the goals still lack, one after the other. */
async function numbers(v: Visit, l: Words): Promise<void> {
  const pack = v.page.locator('[data-key]').filter({ hasText: l.pack }).last();
  for (;;) {
    const [, titles] = l.missing.exec(await pack.innerText()) ?? [];
    const title = titles?.split(l.comma)[0];
    if (!title) return;
    await v.choose(title, l.pack);
    const form = v.page.locator('[data-panel="form"]');
    await form.waitFor();
    const levels = await form.locator('[data-field="level"]').count();
    const states = await form.locator('[data-field="state"]').count();
    await v.submit(levels > 0 ? { level: '4' } : states > 0 ? { state: 'done' } : { actual: '1' });
  }
}

async function rated(v: Visit, l: Words): Promise<void> {
  await v.be(l.manager);
  await v.say('/perf rate');
  await look(v, '03-team');
  await v.choose(l.name);
  await look(v, '04-pack');
  await numbers(v, l);
  await v.press(l.adjust, l.pack);
  await look(v, '05-adjust');
  const levels = { level_0: '3', level_1: '5', level_2: '4' };
  await v.submit({ ...levels, reason_0: l.reason, reason_1: l.reason, reason_2: l.reason });
  await v.sees(l.reason);
  await look(v, '06-rating');
  await v.press(l.numbersFine, l.pack);
  await v.press(l.send, l.pack);
  await v.be('chen');
  await v.owes(/审批 .+ 提交的/);
  await look(v, '07-approve');
  await v.press('批准', l.name);
  await v.be('hanna');
  await v.play();
  await v.owes(/Decide .+ by/);
  await v.press(/^Approve all \d$/, 'Ratings by 陈伟');
}

async function compared(v: Visit, l: Words): Promise<void> {
  await v.say('/perf calibrate');
  await look(v, '08-board');
  await v.choose(l.unit);
  await v.submit({});
  await v.sees(`Your list · ${l.unit}`);
  await v.choose(l.name, `Your list · ${l.unit}`);
  await look(v, '09-row');
  await v.press('Change grade', `Calibration · ${l.name}`);
  await v.submit({ grade: 'A', reason: calibrated });
  await v.sees(/→ A/);
  await v.press('Back to the list');
  await look(v, '10-calibration');
  await v.press('Close', `Your list · ${l.unit}`);
  await v.sees(/The other one still has to/);
  await v.be(l.manager);
  await v.say(l.manager === 'bo' ? '/perf calibrate' : '/perf 校准');
  await v.press(l.close, l.list);
  await v.be(l.employee);
  await v.play();
  await v.turn('clock-phase');
}

async function released(v: Visit, l: Words): Promise<void> {
  await v.be('hanna');
  await v.say('/perf release');
  await v.submit({});
  await v.sees('5 people');
  await look(v, '11-release');
  await v.press('Ask for the sign-off');
  await v.be('chen');
  await v.owes('签批绩效结果');
  await look(v, '12-sign');
  await v.press('签批');
  await v.be('hanna');
  await v.press('Release now');
  await v.sees(/5 people have their results now/);
  await v.be(l.employee);
  await v.say('/perf result');
  await v.sees(l.own);
  await v.sees(l.holds);
  await look(v, '13-result');
  await v.press(l.why);
  await v.sees(l.sum);
  await look(v, '14-why');
  await v.press(l.read, l.own);
  await v.sees(l.wasRead);
}

async function timed(v: Visit, l: Words): Promise<void> {
  await v.be(l.manager);
  await v.say(l.manager === 'bo' ? '/perf interview' : '/perf 面谈');
  await v.choose(l.name);
  await v.press(l.time, l.talk);
  await v.submit({});
  await v.be(l.employee);
  await v.owes(l.proposed);
  await v.press(l.works);
  await look(v, '15-talk');
}

async function noted(v: Visit, l: Words): Promise<void> {
  await v.be(l.manager);
  await begins(v, l.noting, l.note, l.talk);
  await v.submit({ agreed: l.notes });
  await v.press(l.confirm, l.notes);
  await v.be(l.employee);
  await v.owes(l.confirming);
  await v.press(l.confirm, l.notes);
  await v.sees(l.both);
  await look(v, '20-notes');
}

async function appealed(v: Visit, l: Words): Promise<void> {
  await v.press(l.appeal);
  await v.submit({ what: l.what, why: l.because, wanted: l.wanted });
  await v.sees(l.because);
  await look(v, '16-appeal');
  await v.be('hanna');
  await begins(v, `Appeal of ${l.name}`, 'Name owner and panel');
  await v.submit({ owner: 'lin', panel: [l.panel] });
  await v.be('lin');
  await v.owes(`${l.name} 的申诉`);
  await v.press('确认收到', l.name);
  await v.be(l.employee);
  await v.enter(l.room);
  await v.say(l.said);
  await v.sees(l.said);
  await look(v, '17-room');
  await v.be(l.manager);
  await begins(v, l.asked, l.statement, l.name);
  await v.submit({ statement: l.stated });
}

async function decided(v: Visit, l: Words): Promise<void> {
  await v.be(l.panel);
  await v.owes(l.heard);
  await v.sees(l.stated);
  await v.press(l.draft, l.name);
  const checked = { ok_standards: 'yes', ok_data: 'no', ok_raters: 'yes', ok_bias: 'yes' };
  const words = { word_standards: '✓', word_data: '3 / 13', word_raters: '✓', word_bias: '✓' };
  await v.submit({ ...checked, ...words, outcome: 'adjusted', reasons: l.because });
  await v.press(l.levels);
  await v.submit({ level_0: '5' });
  await look(v, '18-draft');
  await v.press(l.decide);
  await v.be(l.employee);
  await v.say('/perf result');
  await v.sees(l.decided);
  await v.sees(l.version);
  await look(v, '19-decided');
}

async function paid(v: Visit): Promise<void> {
  await v.be('hanna');
  await v.say('/perf outcomes');
  await v.press('Make the batch');
  await v.press('Submit for approval');
  await look(v, '21-outcomes');
  await v.be('chen');
  await v.owes(/结果应用/);
  await v.press('批准', 'January');
  await v.turn('clock-hour');
  await v.be('hanna');
  await v.press('Export (.xlsx)');
  await v.sees(/\.xlsx/);
  const file = await v.takes(/\.xlsx/);
  expect(file.name).toMatch(/\.xlsx$/);
  expect(file.bytes).toBeGreaterThan(1500);
  await look(v, '22-exported');
}

const where = (name: string) => {
  const dir = process.env.PICTURES ? `${process.env.PICTURES}/cycle-${name}` : undefined;
  if (dir) mkdirSync(dir, { recursive: true });
  return dir ? { pictures: dir } : {};
};

async function run(l: Words, options: { name: string; width?: number; height?: number }): Promise<void> {
  const v = await visit({ ...options, ...where(options.name) });
  const troubles: string[] = [];
  v.page.on('pageerror', (e) => troubles.push(e.message));
  v.page.on('console', (m) => m.type() === 'error' && troubles.push(m.text()));
  try {
    await planned(v);
    await reviewed(v, l);
    await rated(v, l);
    await compared(v, l);
    await released(v, l);
    await timed(v, l);
    await appealed(v, l);
    await decided(v, l);
    await v.turn('clock-phase');
    await noted(v, l);
    await paid(v);
    expect(troubles).toEqual([]);
  } catch (e) {
    await v.page.screenshot({ path: `/tmp/growloop-cycle-${options.name}.png` });
    throw e;
  } finally {
    await v.end();
  }
}

/** On two free cores about two minutes each; more where others are at work, too. */
const patience = 1_500_000;

browserTest('a whole cycle in English, on a desk', () => run(english, { name: 'en' }), patience);
browserTest(
  'a whole cycle in Chinese, on a phone',
  () => run(chinese, { name: 'zh', width: 390, height: 844 }),
  patience,
);
