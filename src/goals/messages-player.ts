import { catalogue, type Locale } from '../core/i18n.ts';
import { plotsEn } from './messages-plots-en.ts';
import { plotsZh } from './messages-plots-zh.ts';
import type { Plots } from './plots.ts';

export const plots = (l: Locale): Plots => (l === 'zh' ? plotsZh : plotsEn);

/** What a played person is said to have done. */
export const deed = catalogue({
  wrote: { en: 'wrote a goal', zh: '写了一个目标' },
  levels: { en: 'wrote the five levels', zh: '写了五级标准' },
  proposed: { en: 'proposed the goals', zh: '提交了目标' },
  edited: { en: 'mended a goal that came back', zh: '修改了被退回的目标' },
  agreed: { en: 'agreed goals', zh: '同意了目标' },
  returned: { en: 'sent a goal back with a comment', zh: '写明意见退回了一个目标' },
  promised: { en: 'promised support', zh: '写了承诺的支持' },
  confirmed: { en: 'confirmed a contract', zh: '确认了绩效合同' },
  updated: { en: 'noted new numbers', zh: '更新了进度' },
  answered: { en: 'answered a proposal', zh: '答复了提议' },
  comment: {
    en: 'Good direction. Could the last step be smaller, so that we see in February whether it works?',
    zh: '方向很好。最后一步能不能再小一点，二月就能看出效果？',
  },
  clearer: { en: 'First step visible by the middle of the period', zh: '周期过半时能看到第一步效果' },
  support: {
    en: 'An hour every Friday, and I clear the way with the other units.',
    zh: '每周五留一小时讨论，跨部门的事我来协调。',
  },
  level1: { en: 'Nobody can work with it', zh: '基本无法使用' },
  level2: { en: 'Gaps that cost a day each time', zh: '有缺漏，每次要多花一天' },
  level3: { en: 'Complete and on time', zh: '完整、按时' },
  level4: { en: 'Complete, early, questions answered beforehand', zh: '完整、提前，问题事先想到' },
  level5: { en: 'Others copy the way we do it', zh: '其他团队照着做' },
  better: { en: 'The new template helps; fewer questions come back.', zh: '新模板起作用了，来回确认少了。' },
  worse: {
    en: 'Two weeks lost to the migration; I have asked for help.',
    zh: '迁移耽误了两周，已经请求支援。',
  },
});
