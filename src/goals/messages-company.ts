import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';

export const firm = catalogue({
  help: { en: 'goals of the company and its units', zh: '公司与部门目标' },
  title: { en: 'Goals of the company', zh: '公司与部门目标' },
  none: {
    en: md`Nothing is published at the moment. Executives and HR publish goals that everybody can align to.`,
    zh: md`目前没有发布目标。高层和 HR 可以发布公司或部门目标，供大家对齐。`,
  },
  line: {
    en: (title: string, whose: string, from: string, to: string): Md =>
      md`${bold(title)} · ${whose} · ${from} to ${to}`,
    zh: (title: string, whose: string, from: string, to: string): Md =>
      md`${bold(title)} · ${whose} · ${from}至${to}`,
  },
  company: { en: 'whole company', zh: '全公司' },
  aligned: {
    en: (n: string): Md => md`${n} goals serve it`,
    zh: (n: string): Md => md`已有 ${n} 个目标对齐`,
  },
  publish: { en: 'Publish a goal', zh: '发布目标' },
  withdraw: { en: 'Withdraw', zh: '撤回' },
  published: { en: 'Published. People can align to it from now on.', zh: '已发布，大家可以开始对齐。' },
  withdrawn: {
    en: 'Withdrawn. Goals that serve it keep the name.',
    zh: '已撤回，已对齐的目标仍会保留名称。',
  },
  gone: { en: 'This goal is not published any more.', zh: '这个目标已经不再发布。' },
  order: { en: 'The end has to come after the start.', zh: '结束日期要晚于开始日期。' },
  noUnit: {
    en: (units: string) => `There is no such unit. There are: ${units}.`,
    zh: (units: string) => `没有这个部门。现有部门：${units}。`,
  },
});
