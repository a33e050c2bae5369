import { catalogue } from '../core/i18n.ts';

export const say = catalogue({
  onlyHr: { en: 'HR can do this.', zh: '这项操作由 HR 来做。' },
  onlyLine: {
    en: 'Only the person, their manager and HR can see this.',
    zh: '只有本人、直线经理和 HR 可以看到。',
  },
});
