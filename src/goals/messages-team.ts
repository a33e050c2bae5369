import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

/** The manager's cards, and HR's. */
export const team = catalogue({
  notInCycle: {
    en: 'This person has no goals in a cycle that is under way.',
    zh: '这个人目前没有进行中周期的目标。',
  },
  whichOne: {
    en: (names: string) => `Whom do you mean: ${names}?`,
    zh: (names: string) => `你要找的是哪一位：${names}？`,
  },
  help: { en: 'goals of the people you lead', zh: '团队成员的目标' },
  title: {
    en: (done: string, all: string) => `${done} of ${all} people have proposed goals`,
    zh: (done: string, all: string) => `${all} 人中已有 ${done} 人提交目标`,
  },
  about: {
    en: (cycle: string, due: string): Md =>
      md`Goals for ${bold(cycle)}, to be agreed by ${bold(due)}. Open a person to agree, return or change what they propose.`,
    zh: (cycle: string, due: string): Md =>
      md`${bold(cycle)} 的目标，请在${bold(due)}前达成一致。点开一个人，可以同意、退回或提出修改。`,
  },
  nobody: {
    en: 'Nobody reports to you in this cycle.',
    zh: '这个周期里没有向你汇报的人。',
  },
  name: { en: 'Name', zh: '姓名' },
  goals: { en: 'Goals', zh: '目标' },
  weights: { en: 'Weights', zh: '权重' },
  hints: { en: 'Hints', zh: '提示' },
  state: { en: 'State', zh: '状态' },
  notStarted: { en: 'not started', zh: '未开始' },
  drafting: { en: 'drafting', zh: '草稿中' },
  waiting: { en: (n: string) => `${n} to decide`, zh: (n: string) => `${n} 项待你确认` },
  waitingLate: {
    en: (n: string) => `${n} to decide, late`,
    zh: (n: string) => `${n} 项待你确认（逾期提交）`,
  },
  lapsed: { en: 'not agreed in time', zh: '未按时达成一致' },
  withThem: { en: 'with them', zh: '等对方处理' },
  agreed: { en: 'agreed', zh: '已达成一致' },
  confirmed: { en: 'contract confirmed', zh: '绩效合同已确认' },
  waived: { en: 'agreed, weights waived', zh: '已达成一致，权重已豁免' },
  withHr: { en: 'with HR', zh: '等 HR 同意' },
  open: { en: 'Open', zh: '打开' },
  openOne: { en: 'Open a goal', zh: '打开某个目标' },
  agreeClean: { en: 'Agree all without hints', zh: '同意所有没有提示的' },
  agreeCleanSure: {
    en: (n: string) => `Agree the goals of ${n}?`,
    zh: (n: string) => `同意 ${n} 的目标？`,
  },
  after: {
    en: md`What you agree is told to the person at once and can be undone for five minutes. When all goals of a person are agreed, both of you get the contract to confirm.`,
    zh: md`同意之后对方马上会看到，五分钟内可以撤销。一个人的目标全部达成一致后，双方会收到绩效合同。`,
  },
  allDone: { en: md`Nothing waits for you here.`, zh: md`目前没有需要你处理的。` },
  reviewTitle: {
    en: (name: string, cycle: string) => `Goals of ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的目标 · ${cycle}`,
  },
  noGoals: {
    en: md`Nothing is proposed yet. You can propose a goal yourself.`,
    zh: md`还没有提交目标。你也可以先提议一个。`,
  },
  draftsHidden: {
    en: (n: string): Md => md`${n} still being written, not shown here.`,
    zh: (n: string): Md => md`还有 ${n} 个在草稿中，这里不显示。`,
  },
  weightsSum: {
    en: (sum: string): Md => md`Weights: ${bold(`${sum} %`)}`,
    zh: (sum: string): Md => md`权重合计：${bold(`${sum}%`)}`,
  },
  agree: { en: 'Agree', zh: '同意' },
  agreeDropSure: {
    en: 'Agree to drop this goal? This cannot be undone.',
    zh: '同意取消这个目标？此操作不能撤销。',
  },
  agreeAll: { en: (n: string) => `Agree all ${n}`, zh: (n: string) => `全部同意（${n}）` },
  giveBack: { en: 'Return with a comment', zh: '写明意见退回' },
  counter: { en: 'Propose a change', zh: '提出修改' },
  undo: { en: 'Undo', zh: '撤销' },
  offer: { en: 'Propose a goal', zh: '提议一个目标' },
  support: { en: 'Promise support', zh: '承诺支持' },
  contract: { en: 'Contract', zh: '绩效合同' },
  agreedToast: { en: 'Agreed. The person sees it now.', zh: '已同意，对方现在就能看到。' },
  passedOnToast: {
    en: 'Agreed. So late in the period HR agrees too; they have it now.',
    zh: '已同意。临近期末的变更还需要 HR 同意，已经转给 HR。',
  },
  returnedToast: { en: 'Sent back with your comment.', zh: '已附上意见退回。' },
  undoneToast: { en: 'Taken back.', zh: '已撤销。' },
  sentToast: { en: 'Sent.', zh: '已发送。' },
  cleanToast: {
    en: (n: string) => `Agreed: ${n} goals.`,
    zh: (n: string) => `已同意 ${n} 个目标。`,
  },
  noneClean: {
    en: 'Nothing without hints waits any more. Open a person to look at the rest.',
    zh: '没有提示的目标都处理完了。其余的请点开查看。',
  },
  lateTitle: {
    en: (name: string) => `A late change to a goal of ${name}`,
    zh: (name: string) => `${name} 的期末目标变更`,
  },
  lateAbout: {
    en: (manager: string): Md =>
      md`${manager} agreed to this change in the last tenth of the period. It counts only if HR agrees too.`,
    zh: (manager: string): Md =>
      md`${manager} 在周期最后十分之一的时间里同意了这项变更，还需要 HR 同意才能生效。`,
  },
  lateDone: { en: md`Decided; nothing is left to do here.`, zh: md`已有决定，这里不用再处理。` },
  unsettledTitle: {
    en: (cycle: string) => `${cycle}: weights not settled`,
    zh: (cycle: string) => `${cycle}：权重还没有确定`,
  },
  unsettledAbout: {
    en: md`Planning is over, and the agreed weights of these people are not 100 %. Without them results cannot be computed. They can still be settled; HR can accept them as they are, with a reason that is shown.`,
    zh: md`目标设定阶段已结束，以下人员已同意的权重不是 100%，这样结果无法计算。仍然可以补齐；HR 也可以写明理由予以豁免，理由会公开显示。`,
  },
  unsettledMore: {
    en: (n: string): Md => md`${n} more; they move up as these are settled.`,
    zh: (n: string): Md => md`另有 ${n} 人，处理完前面的会依次显示。`,
  },
  unsettledNone: { en: md`Everybody is settled.`, zh: md`全部都已确定。` },
  managerColumn: { en: 'Manager', zh: '直线经理' },
  agreedWeights: { en: 'Agreed', zh: '已同意' },
  waive: { en: 'Accept as it is', zh: '豁免' },
  evaluatorTitle: {
    en: (name: string) => `Who agrees the goals of ${name}?`,
    zh: (name: string) => `由谁确认 ${name} 的目标？`,
  },
  evaluatorAbout: {
    en: (name: string): Md =>
      md`${bold(name)} wanted to propose goals, but has no manager in this cycle. Name somebody with /perf people import, then they can propose.`,
    zh: (name: string): Md =>
      md`${bold(name)} 想提交目标，但在这个周期没有直线经理。请用 /perf people import 指定一位，之后就可以提交。`,
  },
  concernTitle: {
    en: (name: string) => `${name} raises a concern`,
    zh: (name: string) => `${name} 觉得目标过高`,
  },
  concernAbout: {
    en: (goal: string, text: string, due: string): Md =>
      md`About ${bold(goal)}: “${text}”\nPlease answer by ${due}: keep it with a reason, adjust it together, or get help.`,
    zh: (goal: string, text: string, due: string): Md =>
      md`关于 ${bold(goal)}：「${text}」\n请在${due}前答复：维持并说明理由、一起调整，或者提供帮助。`,
  },
  concernWithHr: {
    en: 'Sent to HR: nobody is named yet to decide on your goals.',
    zh: '已发给 HR：目前还没有指定由谁来确认你的目标。',
  },
  concernNobody: {
    en: (name: string): Md =>
      md`${bold(name)} has no manager in this cycle. Name somebody with /perf people import: the concern goes to them at once.`,
    zh: (name: string): Md =>
      md`${bold(name)} 在这个周期没有直线经理。请用 /perf people import 指定一位，这项反馈会马上转给对方。`,
  },
  concernOpen: {
    en: (text: string, due: string): Md => md`Concern: “${text}” The manager answers by ${due}.`,
    zh: (text: string, due: string): Md => md`顾虑：「${text}」。直线经理会在${due}前答复。`,
  },
  concernAnswer: {
    en: (who: string, how: string, text: string): Md => md`${bold(who)}: ${how}. “${text}”`,
    zh: (who: string, how: string, text: string): Md => md`${bold(who)}：${how}。「${text}」`,
  },
  answer: { en: 'Answer', zh: '答复' },
  declinedTitle: {
    en: (name: string) => `${name} would rather not take on a goal`,
    zh: (name: string) => `${name} 没有接受提议的目标`,
  },
  declined: {
    en: (goal: string): Md => md`${bold(goal)}: worth a word in person.`,
    zh: (goal: string): Md => md`${bold(goal)}：建议当面聊聊。`,
  },
});
