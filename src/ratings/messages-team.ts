import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md, person } from '../core/md.ts';

const peopleEn = (n: number): string => (n === 1 ? 'one person' : `${n} people`);

/** Cards about several people: the rater's and the decider's. */
export const team = catalogue({
  comingTitle: {
    en: (cycle: string) => `Ratings of your team are coming · ${cycle}`,
    zh: (cycle: string) => `团队评分即将开始 · ${cycle}`,
  },
  coming: {
    en: (n: number, day: string): Md =>
      md`After ${day} one card brings you the ${peopleEn(n)} of your team: goals, check-ins, evidence, what colleagues say, and a proposal for each. About ten minutes a person.`,
    zh: (n: number, day: string): Md =>
      md`${day}之后你会收到一张卡片，包含团队 ${n} 人的目标、沟通、事实依据、同事评价，以及每个人的评分建议。每人大约十分钟。`,
  },
  lesson: {
    en: md`Two minutes on rating without bias: look at the whole period, not only the last weeks; one dimension at a time; what they did, not how much you like it; a 3 means “met”, and most of us meet. Notes you write now are worth more than memory later.`,
    zh: md`两分钟聊聊怎么评得公道：看整个周期，不只看最近几周；一个维度一个维度地看；看做了什么，而不是喜不喜欢；3 级就是「达成」，多数人都在这里。现在记下的事实，比以后的回忆更可靠。`,
  },
  title: {
    en: (cycle: string) => `Ratings of your team · ${cycle}`,
    zh: (cycle: string) => `团队评分 · ${cycle}`,
  },
  about: {
    en: (sent: number, of: number, due: string): Md =>
      md`${sent} of ${of} sent. Please send the rest by ${due}; what is still open then goes to your own manager.`,
    zh: (sent: number, of: number, due: string): Md =>
      md`已提交 ${sent} / ${of}。其余请在${due}前提交；逾期将转给你的上级经理评分。`,
  },
  allSent: {
    en: md`All sent. You will hear from me when something comes back.`,
    zh: md`已全部提交。如有退回，会通知你。`,
  },
  colName: { en: 'Name', zh: '姓名' },
  colGoals: { en: 'Goals reached', zh: '目标完成' },
  colNumbers: { en: 'Numbers', zh: '数字' },
  colState: { en: 'State', zh: '状态' },
  numbersMissing: { en: (n: number) => `${n} missing`, zh: (n: number) => `缺 ${n} 个` },
  numbersOpen: { en: (n: number) => `${n} to confirm`, zh: (n: number) => `${n} 个待确认` },
  numbersFine: { en: 'confirmed', zh: '已确认' },
  waitsForAnswer: { en: 'waits for an answer', zh: '等待回答' },
  open: { en: 'Open', zh: '打开' },
  decideTitle: {
    en: (rater: string, cycle: string) => `Ratings by ${rater} · ${cycle}`,
    zh: (rater: string, cycle: string) => `${rater} 提交的评分 · ${cycle}`,
  },
  nothingWaits: { en: md`Nothing waits for you here.`, zh: md`这里没有待你审批的内容。` },
  decideAbout: {
    en: (n: number): Md =>
      md`${n} to decide, row by row. What you approve goes into calibration; what you return comes back to the manager with your reason.`,
    zh: (n: number): Md => md`有 ${n} 份待你逐一审批。批准后进入校准；退回时请写明理由。`,
  },
  more: {
    en: (n: number): Md => md`${n} more follow when these are decided.`,
    zh: (n: number): Md => md`处理完这些后，还有 ${n} 份。`,
  },
  row: {
    en: (name: string, levels: string, result: string): Md => md`${bold(name)} · ${levels} → ${bold(result)}`,
    zh: (name: string, levels: string, result: string): Md => md`${bold(name)} · ${levels} → ${bold(result)}`,
  },
  levelPart: {
    en: (dimension: string, level: string) => `${dimension} ${level}`,
    zh: (dimension: string, level: string) => `${dimension} ${level}`,
  },
  levelAgainst: {
    en: (dimension: string, level: string, proposal: string) =>
      `${dimension} ${level} (proposed ${proposal})`,
    zh: (dimension: string, level: string, proposal: string) => `${dimension} ${level}（建议 ${proposal}）`,
  },
  why: {
    en: (dimension: string, reason: string): Md => md`${dimension}: ${reason}`,
    zh: (dimension: string, reason: string): Md => md`${dimension}：${reason}`,
  },
  result: {
    en: (score: string, grade: string) => `${score}, ${grade}`,
    zh: (score: string, grade: string) => `${score}，${grade}`,
  },
  noResult: { en: 'not computable', zh: '无法计算' },
  approve: { en: 'Approve', zh: '批准' },
  giveBack: { en: 'Return', zh: '退回' },
  closer: { en: 'Look closer', zh: '查看详情' },
  approveAll: { en: (n: number) => `Approve all ${n}`, zh: (n: number) => `全部批准（${n}）` },
  approveAllSure: {
    en: (names: string) => `Approve the ratings of ${names}?`,
    zh: (names: string) => `批准以下人员的评分：${names}？`,
  },
  undo: { en: 'Undo', zh: '撤回' },
  undoFor: { en: (name: string) => `Undo ${name}`, zh: (name: string) => `撤回：${name}` },
  decided: { en: md`**Decided**`, zh: md`**已处理**` },
  colResult: { en: 'Score', zh: '得分' },
  nameOther: { en: 'Name an executive instead', zh: '改由一位高管审批' },
  nameSomebody: { en: 'Name who decides', zh: '指定审批人' },
  nobodyDecides: {
    en: (name: string): Md =>
      md`Nobody above can decide about the rating of ${bold(name)}. Please name somebody from another line.`,
    zh: (name: string): Md => md`${bold(name)} 的评分没有上级可以审批，请指定另一条线的一位同事。`,
  },
  nobodyTitle: {
    en: (cycle: string) => `Who decides? · ${cycle}`,
    zh: (cycle: string) => `由谁审批？· ${cycle}`,
  },
  nobodyDone: {
    en: (who: string): Md => md`${person(who)} decides.`,
    zh: (who: string): Md => md`由 ${person(who)} 审批。`,
  },
});
