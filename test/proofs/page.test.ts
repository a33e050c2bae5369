/**
 * A quarter through the page only, once in English and once in Chinese: kick-off, goals proposed, returned and agreed,
 * the contract, progress, check-ins over three weeks, and the manager's answer to an obstacle.
 */
import { mkdirSync } from 'node:fs';
import { browserTest } from '../kit/browser.ts';
import { type Visit, visit } from '../kit/visit.ts';

const english = {
  employee: 'ann',
  manager: 'bo',
  name: 'Ann Miller',
  goal: {
    title: 'Cut the ticket backlog',
    measure: 'open tickets',
    kind: 'decrease',
    from: '120',
    to: '40',
    unit: 'tickets',
    source: 'ticket system',
  },
  better: 'Cut the backlog of the phone queue',
  comment: 'Which queue do you mean? Please name it.',
  write: 'Write a goal',
  propose: 'Propose to my manager',
  giveBack: 'Return with a comment',
  edit: 'Edit',
  agree: 'Agree',
  confirm: 'Confirm',
  start: 'Start',
  atRisk: 'At risk',
  yes: 'Yes',
  send: 'Send',
  skip: 'skip',
  answer: 'Answer',
  update: /open tickets/,
  words: {
    want: 'A second opinion on the new template',
    number: '85',
    happened: 'Tried it with two customers, both liked it',
    obstacle: 'Waiting for the test environment',
    option: 'Ask the platform team',
    deed: 'Agree a slot — by Friday',
    raise: 'A date that holds',
    answer: 'I have asked them; you get it on Thursday.',
  },
  needsHelp: 'Ann Miller needs help',
  phase: 'tracking',
};

const chinese: typeof english = {
  employee: 'wang',
  manager: 'zhao',
  name: '王磊',
  goal: {
    title: '把工单积压降下来',
    measure: '未结工单',
    kind: 'decrease',
    from: '120',
    to: '40',
    unit: '张',
    source: '工单系统',
  },
  better: '把电话队列的工单积压降到 40 张',
  comment: '具体是哪个队列？请写清楚。',
  write: '写一个目标',
  propose: '提交给直线经理',
  giveBack: '写明意见退回',
  edit: '修改',
  agree: '同意',
  confirm: '确认',
  start: '开始',
  atRisk: '有风险',
  yes: '请转告',
  send: '提交',
  skip: '跳过',
  answer: '答复',
  update: /未结工单/,
  words: {
    want: '想听听新模板还能怎么改',
    number: '85',
    happened: '和两位客户试用了新模板，反馈不错',
    obstacle: '测试环境一直没有排上',
    option: '找平台组约一个时段',
    deed: '约好测试时段 — 周五前',
    raise: '有一个确定的日期',
    answer: '我已经和平台组说好了，周四给你。',
  },
  needsHelp: '王磊',
  phase: 'tracking',
};

type Words = typeof english;

async function kickOff(v: Visit): Promise<void> {
  await v.be('hanna');
  await v.say('/perf kickoff');
  await v.picture('kickoff-form');
  await v.submit({});
  await v.sees('ready to start');
  await v.picture('ready');
  await v.press('Start');
  await v.turn('clock-hour');
  await v.picture('kickoff');
}

async function goals(v: Visit, l: Words): Promise<void> {
  await v.be(l.employee);
  await v.press(l.write);
  await v.submit(l.goal);
  await v.picture('goals');
  await v.press(l.propose);
  await v.be(l.manager);
  await v.press(l.name);
  await v.press(l.giveBack);
  await v.submit({ comment: l.comment });
  await v.be(l.employee);
  await v.sees(l.comment);
  await v.press(l.edit);
  await v.submit({ title: l.better });
  await v.press(l.propose);
  await v.be(l.manager);
  await v.picture('team');
  await v.press(l.agree);
  await v.be(l.employee);
  await v.picture('contract');
  await v.press(l.confirm);
  await v.be(l.manager);
  await v.press(l.confirm);
}

async function checkIn(v: Visit, l: Words, number: string): Promise<void> {
  await v.press(l.start);
  await v.say(l.words.want);
  await v.say(number);
  await v.say(l.words.happened);
  await v.picture('talk');
  await v.press(l.atRisk);
  await v.say(l.words.obstacle);
  await v.press(l.yes);
  await v.say(l.words.option);
  await v.say(l.skip);
  await v.say(l.words.deed);
  await v.say('6');
  await v.say(l.words.raise);
  await v.picture('summary');
  await v.press(l.send);
}

/** Turns the clock day by day until this text stands in the conversation. */
async function until(v: Visit, text: string | RegExp): Promise<void> {
  for (let day = 0; day < 25; day += 1) {
    if (
      await v.page
        .getByText(text)
        .last()
        .isVisible()
        .catch(() => false)
    )
      return;
    await v.turn('clock-day');
  }
  throw new Error(`“${text}” never came`);
}

async function quarter(v: Visit, l: Words): Promise<void> {
  await kickOff(v);
  await goals(v, l);
  await v.turn('clock-phase');
  await v.be(l.employee);
  await v.say('/perf progress');
  await until(v, l.start === 'Start' ? /Ten minutes for/ : /十分钟/);
  await v.picture('checkin');
  await checkIn(v, l, l.words.number);
  await v.be(l.manager);
  await v.sees(l.words.obstacle);
  await v.picture('obstacle');
  await v.press(l.answer);
  await v.submit({ text: l.words.answer });
  await v.be(l.employee);
  await v.sees(l.words.answer);
  await v.picture('answered');
  await v.be('hanna');
  await v.say('/perf status');
  await v.picture('status');
}

const where = (name: string) => {
  const dir = process.env.PICTURES ? `${process.env.PICTURES}/${name}` : undefined;
  if (dir) mkdirSync(dir, { recursive: true });
  return dir ? { pictures: dir } : {};
};

async function run(l: Words, options: { name: string; width?: number; height?: number }): Promise<void> {
  const v = await visit({ ...options, ...where(options.name) });
  const troubles: string[] = [];
  v.page.on('pageerror', (e) => troubles.push(e.message));
  v.page.on('console', (m) => m.type() === 'error' && troubles.push(m.text()));
  try {
    await quarter(v, l);
    expect(troubles).toEqual([]);
  } catch (e) {
    await v.page.screenshot({ path: `/tmp/growloop-${options.name}.png` });
    throw e;
  } finally {
    await v.end();
  }
}

browserTest('a quarter in English, on a desk', () => run(english, { name: 'en' }), 400_000);
browserTest(
  'a quarter in Chinese, on a phone',
  () => run(chinese, { name: 'zh', width: 390, height: 844 }),
  400_000,
);
