import { catalogue } from '../core/i18n.ts';

/** What somebody did about somebody's rating, in the middle of a sentence of the audit. */
export const deed = catalogue({
  confirmed: { en: 'confirmed the final numbers of', zh: '确认了最终数字' },
  entered: { en: 'entered a final number for', zh: '填写了最终数字' },
  excluded: { en: 'left a key result out, with a reason, for', zh: '附理由不计入一项关键结果' },
  submitted: { en: 'sent the rating of', zh: '提交了评分' },
  approved: { en: 'approved the rating of', zh: '批准了评分' },
  returned: { en: 'returned the rating of', zh: '退回了评分' },
  reexamined: { en: 'returned for re-examination the rating of', zh: '退回复核评分' },
  undone: { en: 'took back a decision about the rating of', zh: '撤回了关于评分的决定' },
  asked: { en: 'asked for more about', zh: '追问了情况' },
  answered: { en: 'answered a question about', zh: '回答了追问' },
  read: { en: 'read the rating of', zh: '查看了评分' },
  statement: { en: 'left a statement about', zh: '留下了一份说明' },
});
