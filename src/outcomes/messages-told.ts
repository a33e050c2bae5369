import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

/** What people read: their own outcome, their team's; and the question what they would like best. */
export const told = catalogue({
  ownTitle: {
    en: (cycle: string) => `What your result leads to · ${cycle}`,
    zh: (cycle: string) => `你的结果应用 · ${cycle}`,
  },
  theirTitle: {
    en: (name: string, cycle: string) => `Outcome of ${name} · ${cycle}`,
    zh: (name: string, cycle: string) => `${name} 的结果应用 · ${cycle}`,
  },
  intro: {
    en: (grade: string): Md =>
      md`Your grade is ${bold(grade)}. This follows from it, by the rules published at the kick-off; two people have approved it.`,
    zh: (grade: string): Md => md`你的等级是 ${bold(grade)}。以下内容依据启动时公布的规则，并经两人审批。`,
  },
  introNone: {
    en: md`There is no grade in this cycle, so the rules give nothing by themselves. What stands here was decided and approved by people.`,
    zh: md`本周期没有等级，规则不会自动给出结果。以下内容由人决定并经审批。`,
  },
  introTheirs: {
    en: (grade: string): Md => md`Grade ${bold(grade)}. Approved; the person has the same card.`,
    zh: (grade: string): Md => md`等级 ${bold(grade)}。已批准，本人也收到了同样的卡片。`,
  },
  coefficient: { en: 'Bonus coefficient', zh: '奖金系数' },
  months: { en: 'Months that count', zh: '计入月数' },
  monthsOf: { en: (n: string, of: string) => `${n} of ${of}`, zh: (n: string, of: string) => `${n} / ${of}` },
  raise: { en: 'Raise', zh: '调薪幅度' },
  promotion: { en: 'Promotion', zh: '晋升' },
  candidate: { en: 'candidate', zh: '候选人' },
  noCandidate: { en: 'not this time', zh: '本次未列入' },
  certificate: { en: 'Certificate', zh: '荣誉证书' },
  incentive: { en: 'Long-term incentive', zh: '长期激励' },
  eligible: { en: 'eligible', zh: '具备资格' },
  awarded: { en: 'awarded', zh: '授予' },
  training: { en: 'Training suggested', zh: '建议培训' },
  plan: { en: 'Improvement plan', zh: '改进计划' },
  planDue: { en: 'due', zh: '需要安排' },
  meansBonus: {
    en: md`**What it means.** The coefficient is what a full bonus is multiplied with; the months are in it already. The raise is a range: the exact figure, like every amount, comes from HR and payroll.`,
    zh: md`**怎么理解**：系数是完整奖金的倍数，已按月数折算。调薪是一个幅度范围，具体数额由 HR 和薪酬部门通知。`,
  },
  meansNothing: {
    en: md`**What it means.** No bonus, raise or promotion follows from this cycle by itself. Questions: ask HR, or your manager.`,
    zh: md`**怎么理解**：本周期没有自动产生奖金、调薪或晋升。如有疑问，可以问 HR 或直线经理。`,
  },
  prorated: {
    en: md`You were not there for the whole period, so the coefficient counts your time. Your score is never reduced for that.`,
    zh: md`你并非全程在岗，系数按在岗时间折算。评分不会因此降低。`,
  },
  notPromise: {
    en: md`**What it does not mean.** A candidate is looked at for a promotion; that is no promise.`,
    zh: md`**不代表什么**：列为晋升候选表示会被考虑，并不等于承诺。`,
  },
  planText: {
    en: md`An improvement plan is due. It does not begin by itself: your manager talks with you first, and you choose the way with them.`,
    zh: md`需要安排改进计划。计划不会自动开始：直线经理会先与你沟通，方式由你们一起商定。`,
  },
  planTheirs: {
    en: md`An improvement plan is due. Nothing begins by itself: talk with the person first, then decide.`,
    zh: md`需要安排改进计划。计划不会自动开始，请先与本人沟通再决定。`,
  },
  trainingText: {
    en: md`Training is a suggestion where a dimension came out below what is expected; talk about it with your manager.`,
    zh: md`培训是针对低于期望的维度给出的建议，可与直线经理商量。`,
  },
  exception: {
    en: md`HR decided differently from the rules here, for a written reason. Ask HR to explain it.`,
    zh: md`其中有 HR 书面说明理由的例外处理，可向 HR 了解。`,
  },
  changed: {
    en: (before: string, after: string): Md =>
      md`Your result changed after an appeal, so this replaces what you had: coefficient ${before}, now ${after}. The difference is settled.`,
    zh: (before: string, after: string): Md =>
      md`申诉后你的结果有调整，以此为准：系数由 ${before} 变为 ${after}，差额会补算。`,
  },
  frozen: {
    en: md`An appeal is open, so nothing of this is applied until it is decided.`,
    zh: md`申诉正在处理，以上内容在决定前暂不执行。`,
  },
  likesTitle: { en: 'Which recognition would you like best?', zh: '你最希望得到哪种认可？' },
  likesAbout: {
    en: md`HR reads it beside your row. It changes nothing in your grade or your bonus; you can change it any time.`,
    zh: md`HR 会看到你的选择。它不影响等级和奖金，随时可以修改。`,
  },
  likesLabel: { en: 'I would like best', zh: '我最希望' },
  ask: { en: 'Say what I prefer', zh: '选择认可偏好' },
  homeAsk: {
    en: md`Which recognition do you like best: bonus, time off, training or public praise?`,
    zh: md`你最希望得到哪种认可：奖金、额外休假、培训机会，还是公开表扬？`,
  },
  teamTold: {
    en: (cycle: string) => `Outcomes of your team are approved · ${cycle}`,
    zh: (cycle: string) => `团队的结果应用已批准 · ${cycle}`,
  },
  teamToldText: {
    en: md`Each of them has their own card. A short word from you beats any card: what it rests on, and what comes next.`,
    zh: md`每位同事都已收到自己的卡片。建议当面说几句：依据是什么，接下来怎么走。`,
  },
  openTeam: { en: 'Open', zh: '查看' },
  teamTitle: {
    en: (cycle: string) => `Outcomes you may read · ${cycle}`,
    zh: (cycle: string) => `可查看的结果应用 · ${cycle}`,
  },
  logged: { en: md`That you read these is recorded.`, zh: md`查看会留痕。` },
  openOne: { en: 'Open one', zh: '查看一位' },
  next: { en: 'Next', zh: '下一页' },
  previous: { en: 'Back', zh: '上一页' },
  homeOwn: {
    en: (cycle: string): Md => md`${bold('Outcomes')} · ${cycle}: yours is approved.`,
    zh: (cycle: string): Md => md`${bold('结果应用')} · ${cycle}：你的已批准。`,
  },
  show: { en: 'Show', zh: '查看' },
});
