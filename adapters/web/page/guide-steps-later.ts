/** The guide's second half: from looking back to the file for payroll. */
import type { Step } from './guide-steps.ts';
import { did, followed, type Seen, shows, times } from './seen.ts';

const ANSWERED = ['pressed', 'submitted'] as const;
const answered = (seen: Seen, ...actions: string[]) => did(seen, ANSWERED, ...actions);
/** Ends of phases gone to: planning's is the first, the second passes the check-ins, the third the reviews. */
const ends = (seen: Seen, n: number) => times(seen, 'clock', 'clock-phase') >= n;

export const later: readonly Step[] = [
  {
    id: 'look-back',
    title: { en: 'Three months later', zh: '三个月之后' },
    text: {
      en: () => 'Go to the end of this phase: the check-ins go by, then everybody is asked to look back.',
      zh: () => '跳到本阶段结束：辅导沟通一次次过去，接着每个人都会被邀请回顾和评价。',
    },
    help: { turn: 'clock-phase' },
    done: (seen) => ends(seen, 2) || shows(seen, 'reviews.', 'ratings.', 'results.why'),
  },
  {
    id: 'reviews',
    title: { en: 'Confidential reviews', zh: '匿名评价' },
    text: {
      en: (n) =>
        `Be ${n.employee} and rate your own work, or let the others answer. Nobody sees who said what.`,
      zh: (n) => `可以以${n.employee}的身份写自评，也可以让其他人来答。谁说了什么，没有人能看到。`,
    },
    help: { play: true },
    done: (seen) =>
      answered(seen, 'reviews.sendSelf', 'reviews.send') ||
      followed(seen, { did: 'clock', what: 'clock-phase', nth: 2 }, 'played') ||
      shows(seen, 'ratings.', 'results.why'),
  },
  {
    id: 'ratings-open',
    title: { en: 'On to the ratings', zh: '进入评分' },
    text: {
      en: () => 'Go to the end of this phase: the reviews close, and a proposal for everybody is computed.',
      zh: () => '跳到本阶段结束：评价截止，系统为每个人算出一份评分建议。',
    },
    help: { turn: 'clock-phase' },
    done: (seen) => ends(seen, 3) || shows(seen, 'ratings.submit', 'calibration.', 'results.why'),
  },
  {
    id: 'rate',
    title: { en: 'Rate your team', zh: '给团队评分' },
    text: {
      en: (n) => `Be ${n.manager}. Open one of the team: approve the proposal, or adjust it and send it.`,
      zh: (n) => `换成${n.manager}，打开一位下属：同意建议，或调整后提交。`,
    },
    help: { be: 'manager' },
    done: (seen) => answered(seen, 'ratings.submit') || shows(seen, 'calibration.', 'results.why'),
  },
  {
    id: 'rate-others',
    title: { en: 'The others rate, too', zh: '其他人也来评分' },
    text: {
      en: () => 'Let the others work: the other managers rate, and those above them approve.',
      zh: () => '让其他人行动：其他经理评分，上级批准。',
    },
    help: { play: true },
    done: (seen) =>
      followed(seen, { did: 'pressed', what: 'ratings.submit' }, 'played') ||
      answered(seen, 'calibration.') ||
      shows(seen, 'results.why'),
  },
  {
    id: 'calibrate',
    title: { en: 'Compare the grades', zh: '校准等级' },
    text: {
      en: (n) => `Be ${n.hr} and type /perf calibrate. Open a session, or your list of one that is open.`,
      zh: (n) => `换成${n.hr}，输入 /perf calibrate，开启一场校准，或打开已有的名单。`,
    },
    help: { type: '/perf calibrate' },
    done: (seen) =>
      answered(seen, 'calibration.row', 'calibration.saveChange', 'calibration.close') ||
      shows(seen, 'results.askSign', 'results.why'),
  },
  {
    id: 'close',
    title: { en: 'Close it with two', zh: '两个人才能结束' },
    text: {
      en: () =>
        'Change a grade if the work says so: the person reads your reason. Then press Close; the head of the unit does the same.',
      zh: () => '如有必要可调整等级，理由本人会读到。然后点「结束校准」，部门负责人也要确认。',
    },
    done: (seen) => answered(seen, 'calibration.close') || shows(seen, 'results.askSign', 'results.why'),
  },
  {
    id: 'release',
    title: { en: 'Prepare the release', zh: '准备发布结果' },
    text: {
      en: (n) =>
        `Let the others close theirs. Then, as ${n.hr}, type /perf release and ask for the sign-off.`,
      zh: (n) => `先让其他人把校准做完，再以${n.hr}的身份输入 /perf release，提请签批。`,
    },
    help: { type: '/perf release' },
    done: (seen) => answered(seen, 'results.askSign') || shows(seen, 'results.toSign', 'results.why'),
  },
  {
    id: 'sign',
    title: { en: 'A second person signs', zh: '由第二个人签批' },
    text: {
      en: (n) => `Nobody gives results out alone. Be ${n.second} and sign off.`,
      zh: (n) => `结果不能由一个人发布。换成${n.second}，签批。`,
    },
    help: { be: 'second' },
    done: (seen) => did(seen, ['pressed'], 'results.sign') || shows(seen, 'results.give', 'results.why'),
  },
  {
    id: 'give',
    title: { en: 'Give the results out', zh: '发布结果' },
    text: {
      en: (n) => `Be ${n.hr} again: Release now. Everybody gets one message.`,
      zh: (n) => `换回${n.hr}，点「立即发布」，每个人会收到一条消息。`,
    },
    help: { be: 'hr' },
    done: (seen) => answered(seen, 'results.give') || shows(seen, 'results.why'),
  },
  {
    id: 'why',
    title: { en: 'Read your result', zh: '看自己的结果' },
    text: {
      en: (n) => `Be ${n.employee}, read the result, and press “Why this score?”: the sum, line by line.`,
      zh: (n) => `换成${n.employee}，看结果，再点「得分明细」，每一步怎么算都写在里面。`,
    },
    help: { be: 'employee' },
    done: (seen) => answered(seen, 'results.why'),
  },
  {
    id: 'acknowledge',
    title: { en: 'Say that you read it', zh: '签收' },
    text: {
      en: () => 'Press “I have read it”. It means received, not agreed: an appeal stays open.',
      zh: () => '点「我已阅读」。签收不代表同意，仍然可以申诉。',
    },
    done: (seen) => answered(seen, 'results.acknowledge', 'results.saveComment', 'appeals.save'),
  },
  {
    id: 'appeal',
    title: { en: 'Appeal', zh: '申诉' },
    text: {
      en: () => 'From the same card: what, why, what would be right. A room opens for it.',
      zh: () => '在同一张卡片上申诉：对什么、为什么、希望怎样。之后会开一个专用的房间。',
    },
    done: (seen) => did(seen, ['submitted'], 'appeals.save'),
  },
  {
    id: 'decision',
    title: { en: 'Who took no part decides', zh: '由未参与的人决定' },
    text: {
      en: (n) =>
        `Let the others work: owner and panel are named, the manager is heard, they decide. ${n.employee} reads why.`,
      zh: (n) => `让其他人行动：指定负责人和评审组，听取经理说明，作出决定。${n.employee}会读到理由。`,
    },
    help: { play: true },
    done: (seen) =>
      followed(seen, { did: 'submitted', what: 'appeals.save' }, 'played') || answered(seen, 'outcomes.make'),
  },
  {
    id: 'outcomes',
    title: { en: 'What it leads to', zh: '结果应用' },
    text: {
      en: (n) =>
        `Go to the end of the phase until /perf outcomes is open to ${n.hr}: make the batch and submit it.`,
      zh: (n) => `继续跳到阶段结束，直到${n.hr}可以使用 /perf outcomes：生成批次，提交审批。`,
    },
    help: { type: '/perf outcomes' },
    done: (seen) => answered(seen, 'outcomes.submit') || shows(seen, 'outcomes.approve', 'outcomes.export'),
  },
  {
    id: 'approve',
    title: { en: 'Approve it', zh: '批准' },
    text: {
      en: (n) => `Be ${n.second} and approve. It holds after five minutes, in which it can be taken back.`,
      zh: (n) => `换成${n.second}，批准。五分钟内可以撤回，之后生效。`,
    },
    help: { be: 'second' },
    done: (seen) => answered(seen, 'outcomes.approve') || shows(seen, 'outcomes.export'),
  },
  {
    id: 'export',
    title: { en: 'The file for payroll', zh: '导出给薪酬' },
    text: {
      en: (n) => `Turn the clock by an hour, be ${n.hr} and export the file.`,
      zh: (n) => `把时钟拨快一小时，换成${n.hr}，导出文件。`,
    },
    help: { turn: 'clock-hour' },
    done: (seen) => answered(seen, 'outcomes.export'),
  },
  {
    id: 'end',
    title: { en: 'That is the whole loop', zh: '这就是完整的循环' },
    text: {
      en: (n) =>
        `Next: /perf history as ${n.employee}, /perf audit export as ${n.hr}, or /perf kickoff for the next quarter.`,
      zh: (n) =>
        `接下来可以以${n.employee}的身份看 /perf history，以${n.hr}的身份导出 /perf audit export，或用 /perf kickoff 启动下一个季度。`,
    },
    done: () => false,
  },
];
