import { catalogue } from '../core/i18n.ts';
import type { BatchState, Recognition } from './model.ts';

const states: Record<'en' | 'zh', Record<BatchState, string>> = {
  en: {
    making: 'being made',
    draft: 'draft',
    submitted: 'waits for approval',
    returned: 'returned',
    approved: 'approved',
    exported: 'exported',
    dropped: 'discarded',
  },
  zh: {
    making: '生成中',
    draft: '草稿',
    submitted: '待审批',
    returned: '已退回',
    approved: '已批准',
    exported: '已导出',
    dropped: '已作废',
  },
};

const likes: Record<'en' | 'zh', Record<Recognition, string>> = {
  en: { bonus: 'Bonus', timeOff: 'Time off', training: 'Training', praise: 'Public praise' },
  zh: { bonus: '奖金', timeOff: '额外休假', training: '培训机会', praise: '公开表扬' },
};

/** Commands, answers to a click, and why something is not possible. */
export const say = catalogue({
  help: { en: 'what results lead to: yours, your team’s', zh: '结果应用：本人与团队' },
  helpPrefer: { en: 'say which recognition you like best', zh: '选择你最希望得到的认可方式' },
  state: { en: (s: BatchState) => states.en[s], zh: (s: BatchState) => states.zh[s] },
  like: { en: (r: Recognition) => likes.en[r], zh: (r: Recognition) => likes.zh[r] },

  onlyHr: { en: 'HR makes and changes outcomes.', zh: '结果应用由 HR 生成和调整。' },
  onlySecond: {
    en: 'A second person decides this: an executive or the head of HR, not the one who submitted it.',
    zh: '须由第二人审批：高层或人力资源负责人，且不是提交人本人。',
  },
  onlyBatch: {
    en: 'Open to HR, and to those who approve while it lies with them.',
    zh: '仅 HR 可查看；提交审批后审批人也可查看。',
  },
  onlyReaders: {
    en: 'Open to the person, their managers, their HR partner and HR.',
    zh: '仅本人、直线经理、上级经理、对口 HRBP 和 HR 可查看。',
  },
  notYet: {
    en: 'Nothing is approved for this person yet. Outcomes can be read once they are.',
    zh: '该同事的结果应用尚未批准，批准后才能查看。',
  },
  notYourself: {
    en: 'This is your own row. Somebody else takes care of it; you read it once it is approved.',
    zh: '这是你本人的一行，由其他人处理，批准后你可以查看。',
  },
  notYourOwnBatch: {
    en: 'You submitted this batch yourself, so somebody else decides.',
    zh: '这一批由你提交，须由其他人审批。',
  },
  notYourOwnRow: {
    en: 'You approved the batch, so your own row is approved by somebody else.',
    zh: '这一批由你审批，你本人的一行须由其他人审批。',
  },
  notYourException: {
    en: 'You set an exception in it yourself, so somebody else has to approve.',
    zh: '其中有你设置的例外，须由其他人审批。',
  },
  wasApproved: {
    en: (who: string, at: string) => `${who} approved this already (${at}).`,
    zh: (who: string, at: string) => `${who} 已于 ${at} 批准。`,
  },
  wasReturned: {
    en: (who: string, at: string) => `${who} returned this already (${at}).`,
    zh: (who: string, at: string) => `${who} 已于 ${at} 退回。`,
  },
  wasSubmitted: {
    en: (who: string, at: string) =>
      `${who} submitted this for approval (${at}). It can be changed again when it comes back.`,
    zh: (who: string, at: string) => `${who} 已于 ${at} 提交审批，退回后才能再修改。`,
  },
  isNow: {
    en: (state: BatchState) => `That is not possible any more: the batch is ${states.en[state]}.`,
    zh: (state: BatchState) => `这一批目前是「${states.zh[state]}」状态，不能这样操作。`,
  },
  emptyBatch: { en: 'There is nobody in it.', zh: '这一批里没有人。' },
  noOwnRow: { en: 'No row waits for a separate approval.', zh: '没有需要单独审批的行。' },
  nothingToUndo: { en: 'There is nothing of yours to take back.', zh: '没有可以撤回的操作。' },
  tooLateToUndo: {
    en: 'It can be taken back for five minutes; that is over.',
    zh: '五分钟内可以撤回，现在已经过时了。',
  },
  deltaStays: {
    en: 'Differences after an appeal can’t be discarded. Submit them, or set an exception with a reason.',
    zh: '申诉产生的差额不能作废。请提交审批，或写明理由设置例外。',
  },
  notYetHolds: {
    en: 'The approval can still be taken back. Export it once the five minutes are over.',
    zh: '批准后五分钟内还可以撤回，过后再导出。',
  },
  nothingGiven: {
    en: 'Please say what should differ: the coefficient, the raise or the promotion.',
    zh: '请至少填写一项：系数、调薪或晋升。',
  },
  noException: { en: 'There is no exception on this row.', zh: '这一行没有设置例外。' },
  decimals: { en: 'Two decimals at most, please.', zh: '最多两位小数。' },
  noCycle: { en: 'No cycle has come to outcomes yet.', zh: '目前没有进入结果应用的周期。' },
  noSuchCycle: {
    en: (typed: string) => `I don’t know a cycle “${typed}”.`,
    zh: (typed: string) => `没有找到周期「${typed}」。`,
  },
  cycleNotRunning: {
    en: 'The cycle is not under way, so outcomes can’t be changed.',
    zh: '周期未在进行中，不能调整结果应用。',
  },
  notOpenYet: {
    en: 'The outcomes phase has not opened yet.',
    zh: '结果应用阶段尚未开始。',
  },
  openBatch: {
    en: 'There is a batch under way already. Submit or discard it first.',
    zh: '已有一批在处理中，请先提交或作废。',
  },
  nobodyWaits: {
    en: 'Everybody with a released result is in a batch already.',
    zh: '所有已发布结果的同事都已在批次里。',
  },
  nothingForYou: {
    en: 'Nothing is approved yet. You get a card here as soon as it is.',
    zh: '目前还没有已批准的结果应用，批准后会在这里通知你。',
  },
  comes: { en: 'I put the file together and send it here.', zh: '正在生成文件，好了会发到这里。' },
  comesPart: {
    en: 'I put the file together and send it here. The approver’s own row is still to be approved; it comes with the next export.',
    zh: '正在生成文件，好了会发到这里。审批人本人的一行尚待批准，下次导出时包含。',
  },
  makes: { en: 'I am making the batch; the card follows in a moment.', zh: '正在生成批次，稍后发卡片给你。' },
  submitted: { en: 'Submitted for approval.', zh: '已提交审批。' },
  approved: { en: 'Approved. It holds in five minutes.', zh: '已批准，五分钟后生效。' },
  returned: { en: 'Returned.', zh: '已退回。' },
  undone: { en: 'Taken back.', zh: '已撤回。' },
  dropped: { en: 'Discarded.', zh: '已作废。' },
  kept: { en: 'Kept.', zh: '已保存。' },
  removed: { en: 'By the rules again.', zh: '已恢复按规则计算。' },
  preferred: {
    en: (what: string) => `Noted: ${what}.`,
    zh: (what: string) => `已记下：${what}。`,
  },
});
