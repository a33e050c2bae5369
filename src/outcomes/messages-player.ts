import { catalogue } from '../core/i18n.ts';

/** What a played person does. */
export const play = catalogue({
  makes: { en: 'makes the outcome batch', zh: '生成结果应用批次' },
  submits: { en: 'submits the outcomes', zh: '提交结果应用' },
  approves: { en: 'approves the outcomes', zh: '批准结果应用' },
  approvesOwn: { en: 'approves the approver’s own row', zh: '批准审批人本人的一行' },
  exports: { en: 'exports the outcomes', zh: '导出结果应用' },
  prefers: { en: 'says which recognition they like best', zh: '选择认可偏好' },
});
