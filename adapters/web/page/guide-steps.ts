/**
 * The guided first visit as a table. A step is done when the page has seen what it waits for; action names are those
 * at the start of tokens, given as prefixes, and stand only here. Later events carry the guide past earlier steps.
 */
import { later } from './guide-steps-later.ts';
import { cast, did, isEmployee, type Names, type Role, type Seen, shows } from './seen.ts';
import type { Lang } from './wire.ts';

export type Help =
  | { be: Role }
  | { type: string }
  | { turn: 'clock-hour' | 'clock-day' | 'clock-phase' }
  | { play: true };

export interface Step {
  id: string;
  title: Record<Lang, string>;
  text: Record<Lang, (n: Names) => string>;
  help?: Help;
  /** Only counts when the steps before are done; else it also carries the guide past them. */
  inTurn?: boolean;
  done(seen: Seen): boolean;
}

const ANSWERED = ['pressed', 'submitted'] as const;

export const steps: readonly Step[] = [
  {
    id: 'be-hr',
    title: { en: 'Be HR first', zh: '先做 HR' },
    text: {
      en: (n) => `You are looking at a company of ${n.count} people. A cycle starts with HR: be ${n.hr}.`,
      zh: (n) => `这是一家 ${n.count} 个人的公司。绩效周期从 HR 开始，先以${n.hr}的身份进来。`,
    },
    help: { be: 'hr' },
    inTurn: true,
    done: (seen) => seen.me !== '' && seen.me === cast(seen).hr?.id,
  },
  {
    id: 'kickoff',
    title: { en: 'Start a cycle', zh: '启动周期' },
    text: {
      en: () =>
        'Type /perf kickoff below and press Enter. A form opens, filled in as well as the bot can guess.',
      zh: () => '在下方输入 /perf kickoff 并回车，会打开一张表单，能猜到的都已替你填好。',
    },
    help: { type: '/perf kickoff' },
    done: (seen) => did(seen, ['opened'], 'cycles.') || shows(seen, 'cycles.launch', 'cycles.start'),
  },
  {
    id: 'form',
    title: { en: 'Look the form over', zh: '核对表单' },
    text: {
      en: () => 'Name, scheme, audience, dates: change what you like, then submit. Nobody is written to yet.',
      zh: () => '名称、方案、范围、日期，想改就改，然后提交。这一步还不会打扰任何人。',
    },
    done: (seen) => did(seen, ['submitted'], 'cycles.') || shows(seen, 'cycles.launch', 'cycles.start'),
  },
  {
    id: 'launch',
    title: { en: 'Check, then launch', zh: '检查后发布' },
    text: {
      en: () =>
        'The card lists what would go wrong and who will be written to. Start the cycle from its button.',
      zh: () => '卡片列出可能的问题和会收到消息的人。确认无误后，点按钮启动周期。',
    },
    done: (seen) =>
      did(seen, ANSWERED, 'cycles.launch', 'cycles.start', 'cycles.confirm') || shows(seen, 'goals.'),
  },
  {
    id: 'be-employee',
    title: { en: 'Now be an employee', zh: '现在做员工' },
    text: {
      en: (n) => `Everybody has a message now; see the counts on the left. Be ${n.employee}.`,
      zh: (n) => `每个人都收到了消息，看左侧的未读数。换成${n.employee}看看。`,
    },
    help: { be: 'employee' },
    inTurn: true,
    done: (seen) => isEmployee(seen.people, seen.me) || did(seen, ANSWERED, 'goals.'),
  },
  {
    id: 'goal',
    title: { en: 'Write a goal', zh: '写一个目标' },
    text: {
      en: () => 'Use the button on the card, or type /perf goals. One key result with a number is enough.',
      zh: () => '点卡片上的按钮，或输入 /perf goals。有一个带数字的关键结果就够了。',
    },
    help: { type: '/perf goals' },
    done: (seen) => did(seen, ['submitted'], 'goals.') || shows(seen, 'goals.propose', 'goals.agree'),
  },
  {
    id: 'propose',
    title: { en: 'Propose it', zh: '提交目标' },
    text: {
      en: (n) => `When the weights make 100 %, propose the goals to ${n.manager}.`,
      zh: (n) => `权重合计 100% 后，把目标提交给${n.manager}。`,
    },
    done: (seen) => did(seen, ANSWERED, 'goals.propose') || shows(seen, 'goals.agree'),
  },
  {
    id: 'be-manager',
    title: { en: 'Be the manager', zh: '换成主管' },
    text: {
      en: (n) => `${n.manager} has one card for the whole team. Be ${n.manager}.`,
      zh: (n) => `${n.manager}会收到一张汇总全组的卡片。换成${n.manager}。`,
    },
    help: { be: 'manager' },
    inTurn: true,
    done: (seen) => seen.me !== '' && seen.me === cast(seen).manager?.id,
  },
  {
    id: 'agree',
    title: { en: 'Agree the goals', zh: '确认目标' },
    text: {
      en: (n) => `Agree, or return them with a comment. ${n.employee}’s own card changes at the same moment.`,
      zh: (n) => `可以确认，也可以附上意见退回。${n.employee}那边的卡片会同时更新。`,
    },
    done: (seen) => did(seen, ANSWERED, 'goals.agree', 'goals.return'),
  },
  {
    id: 'play',
    title: { en: 'Let the others work', zh: '让其他人行动' },
    text: {
      en: () => 'One button lets everybody else do what they owe: goals written, goals agreed.',
      zh: () => '点一下，其他人就会把该做的做完：写目标、确认目标。',
    },
    help: { play: true },
    done: (seen) => did(seen, ['played'], ''),
  },
  {
    id: 'day',
    title: { en: 'Turn the clock', zh: '拨快时钟' },
    text: {
      en: () =>
        'Go to the next working day. Reminders and check-ins come at 10:00 in each person’s own time.',
      zh: () => '跳到下一个工作日。提醒和辅导会在每个人当地时间上午 10 点送达。',
    },
    help: { turn: 'clock-day' },
    done: (seen) => did(seen, ['clock'], 'clock-day', 'clock-phase') || shows(seen, 'checkins.'),
  },
  {
    id: 'phase',
    title: { en: 'On to the next phase', zh: '进入下一阶段' },
    text: {
      en: () => 'Go to the end of this phase: planning locks, the weeks of check-ins begin.',
      zh: () => '跳到本阶段结束：目标锁定，进入过程辅导。',
    },
    help: { turn: 'clock-phase' },
    done: (seen) => did(seen, ['clock'], 'clock-phase') || shows(seen, 'checkins.'),
  },
  {
    id: 'checkin',
    title: { en: 'Answer a check-in', zh: '回答一次辅导' },
    text: {
      en: (n) =>
        `Be ${n.employee} again. When the check-in comes, answer it by tapping or in your own words; turn the clock if it is not there yet.`,
      zh: (n) => `再换回${n.employee}。收到辅导问题后，点按钮或直接打字回答；还没到就再拨一下时钟。`,
    },
    help: { be: 'employee' },
    done: (seen) => did(seen, ANSWERED, 'checkins.'),
  },
  {
    id: 'status',
    title: { en: 'See the whole', zh: '查看全局' },
    text: {
      en: (n) => `Be ${n.hr} and type /perf status: who is done, who is late.`,
      zh: (n) => `换成${n.hr}，输入 /perf status，看谁完成了、谁还没动。`,
    },
    help: { type: '/perf status' },
    done: (seen) => did(seen, ['said'], '/perf status', '绩效 状态', '绩效状态'),
  },
  ...later,
];

/** The first step that is not done, given that later ones may have carried past it. */
export function stepNow(seen: Seen): number {
  let at = 0;
  steps.forEach((step, i) => {
    if ((i === at || !step.inTurn) && step.done(seen)) at = Math.max(at, i + 1);
  });
  return Math.min(at, steps.length - 1);
}
