import { catalogue } from '../core/i18n.ts';
import { type Md, md } from '../core/md.ts';

/** Headings of the files, and the words beside them. */
export const file = catalogue({
  email: { en: 'E-mail', zh: '邮箱' },
  name: { en: 'Name', zh: '姓名' },
  unit: { en: 'Unit', zh: '部门' },
  grade: { en: 'Grade', zh: '等级' },
  gradeBefore: { en: 'Grade before', zh: '原等级' },
  version: { en: 'Result version', zh: '结果版本' },
  months: { en: 'Eligible months', zh: '计入月数' },
  of: { en: 'Months', zh: '总月数' },
  byRules: { en: 'Coefficient by rule', zh: '规则系数' },
  coefficient: { en: 'Coefficient', zh: '系数' },
  coefficientBefore: { en: 'Coefficient before', zh: '原系数' },
  difference: { en: 'Difference', zh: '差额' },
  raiseFrom: { en: 'Raise from %', zh: '调薪下限%' },
  raiseTo: { en: 'Raise to %', zh: '调薪上限%' },
  promotion: { en: 'Promotion candidate', zh: '晋升候选' },
  promotionBefore: { en: 'Promotion candidate before', zh: '原晋升候选' },
  certificate: { en: 'Certificate', zh: '荣誉证书' },
  incentive: { en: 'Long-term incentive', zh: '长期激励' },
  training: { en: 'Training', zh: '建议培训' },
  plan: { en: 'Improvement plan', zh: '改进计划' },
  likes: { en: 'Prefers', zh: '认可偏好' },
  excepted: { en: 'Exception', zh: '例外' },
  reason: { en: 'Reason', zh: '理由' },
  status: { en: 'Status', zh: '状态' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  draft: { en: 'draft', zh: '草稿' },
  approved: { en: 'approved', zh: '已批准' },
  first: { en: 'First exported', zh: '首次导出' },
  frozen: { en: 'waits: appeal open', zh: '申诉处理中，暂缓' },
  sheet: { en: 'Outcomes', zh: '结果应用' },
  draftTitle: { en: (name: string) => `Draft file · ${name}`, zh: (name: string) => `草稿文件 · ${name}` },
  draftAbout: {
    en: (n: number): Md =>
      md`${n} rows for your review. Nothing of it holds yet; changes belong on the rows here, not into the file. Your own row is not in it.`,
    zh: (n: number): Md =>
      md`共 ${n} 行，供核对使用，均未生效。如需修改请在这里的明细中操作，不要改文件。不含你本人的一行。`,
  },
  finalTitle: { en: (name: string) => `Export · ${name}`, zh: (name: string) => `导出 · ${name}` },
  finalAbout: {
    en: (n: number): Md => md`${n} approved rows.`,
    zh: (n: number): Md => md`共 ${n} 行已批准。`,
  },
  finalFrozen: {
    en: (n: number): Md =>
      md`${n} of them wait for an appeal: their figures are left empty. Export again when it is decided; rows that are new have no date in the column First exported.`,
    zh: (n: number): Md =>
      md`其中 ${n} 行因申诉处理中，数值留空。申诉决定后请再次导出，新增的行「首次导出」一列为空。`,
  },
  deltaAbout: {
    en: md`Differences only: the column Difference is what has to be settled.`,
    zh: md`仅含差额：请按「差额」一列结算。`,
  },
});
