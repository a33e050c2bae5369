import { catalogue } from '../core/i18n.ts';

/** Why something cannot be: beside a field, or as the answer to a press. What cards say stands in the other files. */
export const say = catalogue({
  notANumber: { en: 'Please give a number, like 40 or 3.5.', zh: '请填写数字，例如 40 或 3.5。' },
  targetIsBaseline: {
    en: 'The target is the same as the start, so nothing would change. Where should it get to?',
    zh: '目标值和起点一样，就没有变化了。希望达到多少？',
  },
  targetNotPositive: {
    en: 'For “hold at least” the target has to be above 0.',
    zh: '「不低于」的目标值要大于 0。',
  },
  negative: { en: 'This number cannot be below 0.', zh: '这个数字不能小于 0。' },
  stretchNotBeyondTarget: {
    en: 'The stretch value has to be harder to reach than the target.',
    zh: '挑战值要比目标值更难达到。',
  },
  stretchedNotDone: {
    en: 'The stretch counts once the milestone itself is done.',
    zh: '里程碑本身完成之后，才谈得上达到挑战。',
  },
  levelOutOfRange: { en: 'Please choose a level from 1 to 5.', zh: '请选择 1 到 5 级。' },
  lookAtFields: {
    en: 'Please look at the marked fields. Everything you wrote is still there.',
    zh: '请看一下标出来的几项，你写的内容都还在。',
  },
  fromNeeded: { en: 'Where does it stand today?', zh: '现在是多少？' },
  toNeeded: { en: 'Which number should it reach or hold?', zh: '希望达到或保持在多少？' },
  dayNeeded: { en: 'Please give a date like 2027-03-31.', zh: '请填写日期，例如 2027-03-31。' },
  mostKeyResults: {
    en: 'A goal has five key results at most. Perhaps this one is a goal of its own?',
    zh: '一个目标最多五个关键结果。这一项是不是可以单独成为一个目标？',
  },
  lastKeyResult: {
    en: 'A goal needs one key result at least. You can edit this one, or delete the goal.',
    zh: '一个目标至少要有一个关键结果。可以修改这一项，或者删除整个目标。',
  },
  mostGoals: {
    en: 'You have twelve goals already; three to seven are plenty. Merge two or delete one first.',
    zh: '已经有十二个目标了，三到七个就足够。请先合并或删除一个。',
  },
  answerFirst: {
    en: 'There is a proposal on this goal that needs an answer first.',
    zh: '这个目标有一项提议，先答复之后才能再改。',
  },
  takeBackFirst: {
    en: 'This goal is with your manager. Take it back first, then you can change it.',
    zh: '这个目标正在等直线经理确认。先撤回，再修改。',
  },
  goalGone: { en: 'This goal has been dropped.', zh: '这个目标已经取消了。' },
  movedOn: {
    en: 'This goal has moved on in the meantime. Here is how it stands.',
    zh: '这个目标刚刚有了变化，这是最新的情况。',
  },
  wasAgreed: {
    en: (who: string, when: string) => `Already agreed: ${who}, ${when}.`,
    zh: (who: string, when: string) => `${who} 已在${when}同意了这个目标。`,
  },
  wasReturned: {
    en: (who: string, when: string) => `Already sent back: ${who}, ${when}.`,
    zh: (who: string, when: string) => `${who} 已在${when}退回了这个目标。`,
  },
  notYourOwn: {
    en: 'A goal is agreed by two people: one writes it, the other agrees.',
    zh: '目标要由两个人达成一致：一人提出，另一人同意。',
  },
  notTwice: {
    en: 'A late change needs somebody of HR who has no other part in it.',
    zh: '期末的变更需要一位没有参与其中的 HR 同意。',
  },
  tooLateToUndo: {
    en: 'This can be taken back for five minutes, or until the next step. That time is over.',
    zh: '决定可以在五分钟内、下一步开始之前撤销。现在已经过了时间。',
  },
  closed: {
    en: 'Goals of this cycle cannot be changed any more.',
    zh: '这个周期的目标不能再修改了。',
  },
  locked: {
    en: 'The time for goals in this cycle is over; what was agreed stands. If something is missing, ask HR.',
    zh: '这个周期的目标已经锁定，以达成一致的内容为准。如有遗漏，请联系 HR。',
  },
  paused: {
    en: 'This cycle is paused: nothing is due, and goals stay as they are until it goes on.',
    zh: '这个周期已暂停：没有事项到期，恢复之前目标保持原样。',
  },
  out: {
    en: 'Taking part in this cycle has ended; nothing needs to be done about these goals.',
    zh: '已不再参加这个周期，这些目标不需要再处理。',
  },
  notYet: {
    en: 'Goals of this cycle begin when its planning opens.',
    zh: '目标设定阶段开始之后，才能处理这个周期的目标。',
  },
  noGoalsCycle: {
    en: 'No cycle that you take part in has goals at the moment. You will hear from me when the next one opens.',
    zh: '目前没有你参与的周期需要设定目标。下一个周期开始时我会通知你。',
  },
  noEvaluator: {
    en: 'Nobody is named yet to agree your goals. HR has been asked to name someone; your drafts are kept.',
    zh: '还没有指定由谁来确认你的目标。已经请 HR 指定，你的草稿都会保留。',
  },
  onlyOwner: { en: 'Only the person whose goal this is can do that.', zh: '只有目标的本人可以这样做。' },
  onlyManager: {
    en: (name: string) => `${name}, as the manager, decides on this.`,
    zh: (name: string) => `这一项由直线经理 ${name} 决定。`,
  },
  onlyLine: {
    en: 'These goals are open to the person, the managers above and HR.',
    zh: '这些目标只对本人、上级经理和 HR 开放。',
  },
  onlyPublishers: {
    en: 'Executives and HR publish company goals.',
    zh: '公司目标由高层和 HR 发布。',
  },
  nothingToPropose: {
    en: 'There is nothing new to propose.',
    zh: '没有新的内容需要提交。',
  },
  weightsNotWhole: {
    en: (sum: string) => `The weights add up to ${sum} %. They need to be 100 % before you propose.`,
    zh: (sum: string) => `权重合计是 ${sum}%，达到 100% 才能提交。`,
  },
  weightsMustBe: {
    en: (sum: string) => `Together this is ${sum} %; it should be 100 %.`,
    zh: (sum: string) => `合计 ${sum}%，应当是 100%。`,
  },
  weightFine: {
    en: 'Please give a percentage from 0 to 100, with two decimals at most.',
    zh: '请填写 0 到 100 之间的百分比，最多两位小数。',
  },
  needsMeasure: {
    en: (title: string) =>
      `“${title}” needs a key result with a number, a milestone or five written levels before it can be proposed.`,
    zh: (title: string) => `「${title}」需要有数字、里程碑或五级标准的关键结果，才能提交。`,
  },
  needsLevels: {
    en: (measure: string) =>
      `“${measure}” is judged by five levels. Write what each of them looks like, then propose the goal.`,
    zh: (measure: string) => `「${measure}」按五级标准评价，请先写好每一级的样子，再提交目标。`,
  },
  levelsMissing: {
    en: (measure: string) =>
      `The five levels of “${measure}” are not all written yet. Whoever proposed it writes them; then it can be agreed.`,
    zh: (measure: string) => `「${measure}」的五级标准还没有写全。请提出的一方补上，之后就可以同意。`,
  },
  needsDay: {
    en: (title: string) => `“${title}” needs a due date inside the period before it can be proposed.`,
    zh: (title: string) => `「${title}」需要有周期之内的完成日期，才能提交。`,
  },
  notAPerson: { en: 'I don’t know this person.', zh: '没有找到这个人。' },
  notSelfVerified: {
    en: 'Somebody else confirms the number. Leave it empty for your manager.',
    zh: '数字要由别人确认。留空就是直线经理。',
  },
  progressNotAgreed: {
    en: 'Progress can be noted once this goal has been agreed.',
    zh: '目标达成一致之后，才能更新进度。',
  },
  progressClosed: {
    en: 'This cycle is not running at the moment, so numbers cannot be changed.',
    zh: '这个周期目前没有在进行，数字不能修改。',
  },
  progressLocked: {
    en: 'Numbers for this cycle are locked. If one is wrong, tell your manager: they confirm the final ones.',
    zh: '这个周期的数字已经锁定。如果有误，请告诉直线经理，最终数字由对方确认。',
  },
  keyResultGone: {
    en: 'This key result is no longer part of the goal.',
    zh: '这个关键结果已经不在目标里了。',
  },
  progressWrong: { en: 'Please look at the number.', zh: '请检查一下数字。' },
  contractOver: {
    en: 'This contract has changed in the meantime. Here is how it stands.',
    zh: '绩效合同刚刚有了变化，这是最新的情况。',
  },
  alreadyConfirmed: { en: 'You have confirmed it already.', zh: '你已经确认过了。' },
  nothingToWaive: {
    en: 'Nothing needs to be waived here: the agreed weights are 100 %.',
    zh: '已同意的权重正好 100%，不需要豁免。',
  },
  onlyHr: { en: 'HR can do this, though not for themselves.', zh: '由 HR 来做，但不能为自己做。' },
});
