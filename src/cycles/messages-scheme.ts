import { catalogue } from '../core/i18n.ts';
import { bold, type Md, md } from '../core/md.ts';
import type { Scheme } from './model.ts';

type Every = Scheme['checkIns']['every'];

const rhythm: Record<'en' | 'zh', Record<Every, string>> = {
  en: { week: 'every week', fortnight: 'every two weeks', month: 'every month', quarter: 'every quarter' },
  zh: { week: '每周', fortnight: '每两周', month: '每月', quarter: '每季度' },
};

/** The schemes. */
export const scheme = catalogue({
  schemes: { en: 'Schemes', zh: '考核方案' },
  schemeLine: {
    en: (key: string, title: string): Md => md`${bold(title)} – /perf scheme show ${key}`,
    zh: (key: string, title: string): Md => md`${bold(title)}：/perf scheme show ${key}`,
  },
  schemeTitle: { en: (title: string) => `Scheme ${title}`, zh: (title: string) => `考核方案：${title}` },
  schemeFor: {
    en: md`The first holds for everybody, the second for those who lead people in the cycle. Running cycles keep the copy that was frozen at their start.`,
    zh: md`第一套适用于所有人，第二套适用于在周期内带团队的人。进行中的周期使用启动时冻结的版本。`,
  },
  schemeFacts: {
    en: (k: number, cap: number, days: number, every: Every, time: string): Md =>
      md`A group is shown from ${k} answers on. Attainment counts up to ${cap} %. Who is active for less than ${days} days of the period (at most half of it) is not eligible. Check-ins are ${rhythm.en[every]} at ${time}.`,
    zh: (k: number, cap: number, days: number, every: Every, time: string): Md =>
      md`同类评价满 ${k} 人才显示。目标达成率最高计 ${cap}%。考核期内在岗少于 ${days} 天（短周期按一半计）的不参与。辅导沟通${rhythm.zh[every]}一次，${time} 开始。`,
  },
});
