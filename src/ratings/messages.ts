import { catalogue } from '../core/i18n.ts';
import type { Decision, RatingState } from './model.ts';

const wasEn: Record<Decision['what'], string> = {
  submitted: 'Already sent',
  approved: 'Already approved',
  returned: 'Already returned',
  reexamined: 'Already returned for re-examination',
};
const wasZh: Record<Decision['what'], string> = {
  submitted: '已经提交',
  approved: '已经批准',
  returned: '已经退回',
  reexamined: '已经退回复核',
};

const stateEn: Record<RatingState, string> = {
  proposed: 'to rate',
  submitted: 'sent',
  returned: 'came back',
  approved: 'approved',
  unrated: 'no rating',
  dropped: 'left the cycle',
};
const stateZh: Record<RatingState, string> = {
  proposed: '待评分',
  submitted: '已提交',
  returned: '被退回',
  approved: '已批准',
  unrated: '无评分',
  dropped: '已退出',
};

const levelEn = ['needs improvement', 'partly met', 'met', 'exceeded', 'outstanding'];
const levelZh = ['待改进', '部分达成', '达成', '超出', '卓越'];

/** What everybody in ratings says: answers to a press, states, levels. */
export const say = catalogue({
  state: { en: (s: RatingState) => stateEn[s], zh: (s: RatingState) => stateZh[s] },
  level: {
    en: (n: number) => `${n} · ${levelEn[n - 1] ?? ''}`,
    zh: (n: number) => `${n} · ${levelZh[n - 1] ?? ''}`,
  },
  help: { en: 'ratings that wait for you', zh: '待你评分或审批的评分' },
  helpTeam: { en: 'how your team is doing in the cycle', zh: '查看团队在周期中的进展' },
  helpExport: {
    en: 'a file from which every score can be computed again',
    zh: '导出审计文件，可逐项重算每个得分',
  },
  movedOn: {
    en: 'This has moved on since. Here is how it stands.',
    zh: '情况已经有变化，这是最新状态。',
  },
  was: {
    en: (what: Decision['what'], who: string, when: string) => `${wasEn[what]}: ${who}, ${when}.`,
    zh: (what: Decision['what'], who: string, when: string) => `${wasZh[what]}：${who}，${when}。`,
  },
  wasUnrated: {
    en: 'Nobody rated in time, so it stays without a rating. HR can have it looked at again.',
    zh: '未在期限内评分，结果为「无评分」。如需补评，请联系人力资源。',
  },
  wasAnswered: {
    en: (who: string, when: string) => `Already answered: ${who}, ${when}.`,
    zh: (who: string, when: string) => `${who} 已于 ${when} 回答。`,
  },
  tooLateToUndo: {
    en: 'A decision can be taken back for five minutes, and only until the next step.',
    zh: '决定只能在五分钟内、且下一步还没开始时撤回。',
  },
  notYourself: {
    en: 'Nobody rates or decides about themselves.',
    zh: '任何人都不能给自己评分或审批自己的评分。',
  },
  aboveYou: {
    en: 'The ratings of the people above you are not yours to see or return before they are given out.',
    zh: '你上级的评分在结果发布之前，不对你开放，也不能由你退回。',
  },
  notYourOwnRating: {
    en: 'Somebody else decides about what you rated.',
    zh: '你评的分需要由另一个人审批。',
  },
  withRater: {
    en: 'It lies with the manager already; nothing has to be returned.',
    zh: '评分还在经理手里，不需要退回。',
  },
  reasonNeeded: {
    en: 'Please say why: it differs by more than one level, or is a 1 or a 5.',
    zh: '请说明理由：与建议相差超过一级，或为 1 级、5 级。',
  },
  lookAtFields: { en: 'Please look at the marked fields.', zh: '请看一下标出的内容。' },
  levelNeeded: { en: 'Please choose a level from 1 to 5.', zh: '请选择 1 到 5 级。' },
  tooLong: { en: 'At most 2,000 characters, please.', zh: '最多 2000 字。' },
  rateFirst: {
    en: (names: string) => `Nothing could be proposed for ${names}: please rate it.`,
    zh: (names: string) => `「${names}」没有可参考的建议，请先评分。`,
  },
  numbersMissing: {
    en: (n: number) =>
      n === 1
        ? 'One key result has no number: enter it, or leave it out with a reason.'
        : `${n} key results have no number: enter them, or leave them out with a reason.`,
    zh: (n: number) => `还有 ${n} 个关键结果没有数字：请填写，或说明理由后不计入。`,
  },
  reportsFirst: {
    en: (name: string, n: number, last: string) =>
      `First the people whom ${name} leads: ${n === 1 ? 'one rating is' : `${n} ratings are`} not decided yet, and how they changed is part of this score. On ${last} it goes without.`,
    zh: (name: string, n: number, last: string) =>
      `请先完成 ${name} 下属的评分：还有 ${n} 份未审批，他们的变化计入本评分。${last}起可不再等待。`,
  },
  confirmFirst: {
    en: (n: number) =>
      n === 1
        ? 'One number is not confirmed yet: one tap does it.'
        : `${n} numbers are not confirmed yet: one tap does it.`,
    zh: (n: number) => `还有 ${n} 个数字没有确认，点一下即可。`,
  },
  nothingToConfirm: { en: 'Everything is confirmed already.', zh: '数字都已确认。' },
  oneOrOther: {
    en: 'Either a number or a reason to leave it out.',
    zh: '请填写数字，或者填写不计入的理由，二选一。',
  },
  notANumber: { en: 'This number cannot be.', zh: '这个数字不成立。' },
  cycleNotRunning: {
    en: 'The cycle is not running at the moment, so nothing can be changed here.',
    zh: '周期目前没有在进行，暂时不能更改。',
  },
  notOpenNow: {
    en: 'Ratings of this person are closed.',
    zh: '此人的评分已经关闭。',
  },
  released: {
    en: 'The result has been released. From here on it can be appealed, not returned.',
    zh: '结果已发布，此后只能申诉，不能退回。',
  },
  onlyRater: {
    en: (name: string) => `Only ${name} rates here.`,
    zh: (name: string) => `这里只能由 ${name} 评分。`,
  },
  noRater: {
    en: 'Nobody rates here yet: HR assigns somebody.',
    zh: '目前还没有评分人，由人力资源指定。',
  },
  onlyDecider: {
    en: (name: string) => `${name} decides about this rating.`,
    zh: (name: string) => `这份评分由 ${name} 审批。`,
  },
  noDecider: {
    en: 'Nobody decides about this rating yet: somebody has to be named.',
    zh: '这份评分还没有审批人，需要先指定。',
  },
  onlyVerifier: {
    en: 'Only the one who verifies a number confirms it.',
    zh: '数字只能由核实人确认。',
  },
  onlyReaders: {
    en: 'Open to the manager, the manager above, and HR of the unit.',
    zh: '仅直线经理、上级经理和该部门的人力资源可以查看。',
  },
  onlyOffice: {
    en: 'HR can do this, for anybody but themselves.',
    zh: '仅人力资源可以操作，且不能针对本人。',
  },
  onlyAsked: {
    en: 'This question was put to somebody else.',
    zh: '这个问题不是问你的。',
  },
  onlyNamer: {
    en: 'HR names who decides; without HR, the manager who rated does.',
    zh: '审批人由人力资源指定；人力资源回避时，由评分的经理指定。',
  },
  onlyFormer: {
    en: 'Only the manager who handed this person over can write it.',
    zh: '只有移交此人的前任经理可以填写。',
  },
  cannotDecide: {
    en: 'This person cannot decide here: not the person rated, not the rater, nobody below either of them, and still with us.',
    zh: '不能指定此人：不可是被评人、评分人或他们的下属，且须在职。',
  },
  nothingToRate: {
    en: 'No ratings wait for you.',
    zh: '目前没有需要你评分或审批的内容。',
  },
  noTeam: { en: 'Nobody reports to you in a running cycle.', zh: '当前周期中没有人向你汇报。' },
  noCycle: { en: 'There is no cycle with ratings yet.', zh: '还没有产生评分的周期。' },
  noSuchCycle: {
    en: (text: string) => `There is no cycle named “${text}”.`,
    zh: (text: string) => `没有名为「${text}」的周期。`,
  },
  confirmed: {
    en: (n: number) => (n === 1 ? 'Confirmed.' : `${n} numbers confirmed.`),
    zh: (n: number) => `已确认 ${n} 个数字。`,
  },
  entered: { en: 'Noted as final.', zh: '已记为最终数字。' },
  excluded: { en: 'Left out; the card says why.', zh: '已不计入，卡片上会显示理由。' },
  kept: { en: 'Kept. Have a look and send it.', zh: '已保存，看一眼后提交即可。' },
  sent: { en: 'Sent.', zh: '已提交。' },
  asked: { en: 'Asked. The answer comes into this card.', zh: '已发出，回答会出现在这张卡片里。' },
  askedBefore: {
    en: 'That is asked already; the answer is still to come.',
    zh: '这个问题已经问过，正在等答复。',
  },
  answered: { en: 'Thank you, it was passed on.', zh: '谢谢，已转达。' },
  approved: { en: 'Approved.', zh: '已批准。' },
  approvedAll: {
    en: (n: number) => (n === 1 ? 'One approved.' : `${n} approved.`),
    zh: (n: number) => `已批准 ${n} 份。`,
  },
  returned: { en: 'Returned with your reason.', zh: '已附理由退回。' },
  undone: { en: 'Taken back.', zh: '已撤回。' },
  named: { en: (name: string) => `${name} has it now.`, zh: (name: string) => `已交给 ${name}。` },
  exportComes: { en: 'The file comes in a moment.', zh: '文件马上发来。' },
  statementStands: {
    en: 'It is written already; it stays as it is, with its date.',
    zh: '说明已经提交，会连同日期原样保留。',
  },
  statementKept: { en: 'Kept, with today’s date.', zh: '已保存，并注明今天的日期。' },
});
