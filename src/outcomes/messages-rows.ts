import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

/** The rows of a batch, one by one; exceptions; and what changed by itself. */
export const line = catalogue({
  rowsTitle: { en: (name: string) => `Rows · ${name}`, zh: (name: string) => `明细 · ${name}` },
  exceptedTitle: { en: (name: string) => `Exceptions · ${name}`, zh: (name: string) => `例外 · ${name}` },
  colGrade: { en: 'Grade', zh: '等级' },
  noGrade: { en: 'No grade', zh: '无等级' },
  colName: { en: 'Name', zh: '姓名' },
  colMonths: { en: 'Months', zh: '计入月数' },
  colCoefficient: { en: 'Coefficient', zh: '系数' },
  colRaise: { en: 'Raise', zh: '调薪' },
  colPromotion: { en: 'Promotion', zh: '晋升' },
  colLikes: { en: 'Prefers', zh: '认可偏好' },
  colWhy: { en: 'Why', zh: '原因' },
  candidate: { en: 'candidate', zh: '候选' },
  starred: { en: md`* HR decided otherwise than the rules.`, zh: md`* 为 HR 设置的例外。` },
  exceptionLine: {
    en: (name: string, what: string, by: string, reason: string): Md =>
      md`${bold(name)}: ${what} (${by}). ${reason}`,
    zh: (name: string, what: string, by: string, reason: string): Md =>
      md`${bold(name)}：${what}（${by}）。${reason}`,
  },
  noRows: { en: md`There is nothing to show here.`, zh: md`这里没有内容。` },
  openRow: { en: 'Open a row', zh: '打开一行' },
  next: { en: 'Next', zh: '下一页' },
  previous: { en: 'Back', zh: '上一页' },
  leftOutTitle: {
    en: (cycle: string) => `Not in a batch · ${cycle}`,
    zh: (cycle: string) => `未纳入人员 · ${cycle}`,
  },

  rowTitle: { en: (name: string) => `Outcome of ${name}`, zh: (name: string) => `${name} 的结果应用` },
  byRules: { en: 'By the rules', zh: '按规则' },
  holds: { en: 'Holds', zh: '实际' },
  before: { en: 'Before', zh: '原先' },
  outside: {
    en: md`The raise lies outside of the grade’s band.`,
    zh: md`调薪超出该等级的幅度。`,
  },
  likes: {
    en: (what: string): Md => md`Would like best: ${what}. It decides nothing.`,
    zh: (what: string): Md => md`最希望得到：${what}。仅供参考。`,
  },
  except: { en: 'Set an exception', zh: '设置例外' },
  change: { en: 'Change the exception', zh: '修改例外' },
  asRules: { en: 'Back to the rules', zh: '恢复按规则' },

  exceptTitle: { en: (name: string) => `Exception for ${name}`, zh: (name: string) => `为 ${name} 设置例外` },
  exceptIntro: {
    en: (what: string): Md =>
      md`By the rules: ${what}. What you leave empty stays so. Whoever approves reads your reason.`,
    zh: (what: string): Md => md`按规则：${what}。留空的项保持不变。审批人会看到你写的理由。`,
  },
  coefficient: { en: 'Bonus coefficient', zh: '奖金系数' },
  coefficientHint: {
    en: 'Counts as it stands, it is not multiplied by months again.',
    zh: '按填写的数值直接使用，不再按月数折算。',
  },
  raise: { en: 'Raise in percent', zh: '调薪幅度（%）' },
  promotion: { en: 'Promotion candidate', zh: '晋升候选' },
  yes: { en: 'Yes', zh: '是' },
  no: { en: 'No', zh: '否' },
  reason: { en: 'Reason', zh: '理由' },
  keep: { en: 'Keep', zh: '保存' },
  returnTitle: { en: 'Return the batch', zh: '退回批次' },
  returnHint: { en: 'What should be different?', zh: '哪里需要调整？' },
  saidCoefficient: { en: (c: string) => `coefficient ${c}`, zh: (c: string) => `系数 ${c}` },
  saidRaise: { en: (r: string) => `raise ${r}`, zh: (r: string) => `调薪 ${r}` },
  saidCandidate: { en: 'promotion candidate', zh: '晋升候选' },
  saidNoCandidate: { en: 'no promotion candidate', zh: '非晋升候选' },
  saidNothing: { en: 'no grade, so nothing by the rules', zh: '无等级，规则不适用' },

  changedTitle: {
    en: (name: string) => `A result changed: ${name}`,
    zh: (name: string) => `结果有变化：${name}`,
  },
  changed: {
    en: (cycle: string): Md =>
      md`An appeal changed a result of ${cycle} before its outcome was approved. The row was worked out again by the rules.`,
    zh: (cycle: string): Md => md`${cycle} 中有一项结果在批准前因申诉调整，该行已按规则重新计算。`,
  },
  changedException: {
    en: md`The exception on it was about the old result and is gone; set it again if it still fits.`,
    zh: md`原例外针对旧结果，已移除；如仍适用请重新设置。`,
  },
  changedBack: {
    en: md`The batch is a draft again: look at it and submit it anew.`,
    zh: md`批次已回到草稿状态，请核对后重新提交。`,
  },
  deltaAbout: {
    en: md`Differences after appeals: the old row is taken back, the new one put in its place. Nobody else’s row changes.`,
    zh: md`申诉后的差额：撤回原行，改用新行。其他人的行不受影响。`,
  },
});
