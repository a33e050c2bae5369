import { catalogue } from '../core/i18n.ts';
import type { Problem } from './validity.ts';

const wrong: Record<'en' | 'zh', Record<Problem['code'], string>> = {
  en: {
    notANumber: 'Please give a number, like 40 or 3.5.',
    targetIsBaseline: 'The target is the same as the start, so nothing would change. Where should it get to?',
    targetNotPositive: 'For “hold at least” the target has to be above 0.',
    negative: 'This number cannot be below 0.',
    stretchNotBeyondTarget: 'The stretch value has to be harder than the target, on its far side.',
    stretchedNotDone: 'The stretch can only be reached once the milestone itself is done.',
    levelOutOfRange: 'Please choose a level from 1 to 5.',
  },
  zh: {
    notANumber: '请填写数字,例如 40 或 3.5。',
    targetIsBaseline: '目标值和起点一样,就没有变化了。希望达到多少?',
    targetNotPositive: '「不低于」的目标值要大于 0。',
    negative: '这个数字不能小于 0。',
    stretchNotBeyondTarget: '挑战值要比目标值更难达到。',
    stretchedNotDone: '里程碑本身完成之后,才谈得上达到挑战。',
    levelOutOfRange: '请选择 1 到 5 级。',
  },
};

/** Sentences about what goals are made of; the cards’ words stand in the other files. */
export const say = catalogue({
  problem: { en: (code: Problem['code']) => wrong.en[code], zh: (code: Problem['code']) => wrong.zh[code] },
  progressNotAgreed: {
    en: 'Progress can be noted once this goal has been agreed.',
    zh: '目标达成一致之后,才能更新进度。',
  },
  progressClosed: {
    en: 'This cycle is not running at the moment, so numbers cannot be changed.',
    zh: '这个周期目前没有在进行,数字不能修改。',
  },
  progressLocked: {
    en: 'Numbers for this cycle are locked. If one is wrong, tell your manager: they confirm the final ones.',
    zh: '这个周期的数字已经锁定。如果有误,请告诉你的直线经理,最终数字由对方确认。',
  },
  keyResultGone: {
    en: 'This key result is no longer part of the goal.',
    zh: '这个关键结果已经不在目标里了。',
  },
  progressWrong: { en: 'Please look at the number.', zh: '请检查一下数字。' },
});
