import { catalogue, type Locale, listWords } from '../core/i18n.ts';
import type { CycleState, ParticipantState, Phase } from './model.ts';

const phaseNames: Record<Locale, Record<Phase, string>> = {
  en: {
    planning: 'planning',
    tracking: 'tracking',
    assessment: 'assessment',
    calibration: 'calibration',
    feedback: 'feedback',
    appeals: 'appeals',
    outcomes: 'outcomes',
    closing: 'closing',
  },
  zh: {
    planning: '目标设定',
    tracking: '过程辅导',
    assessment: '绩效评估',
    calibration: '校准',
    feedback: '反馈面谈',
    appeals: '申诉',
    outcomes: '结果应用',
    closing: '复盘',
  },
};

const cycleStates: Record<Locale, Record<CycleState, string>> = {
  en: {
    draft: 'a draft',
    scheduled: 'being started',
    running: 'running',
    paused: 'paused',
    closing: 'closing',
    closed: 'closed',
    cancelled: 'cancelled',
  },
  zh: {
    draft: '草稿',
    scheduled: '启动中',
    running: '进行中',
    paused: '已暂停',
    closing: '收尾中',
    closed: '已结束',
    cancelled: '已取消',
  },
};

const participantStates: Record<Locale, Record<ParticipantState, string>> = {
  en: {
    invited: 'invited',
    planning: 'planning',
    tracking: 'tracking',
    assessing: 'assessing',
    rated: 'rated',
    calibrated: 'calibrated',
    released: 'released',
    acknowledged: 'acknowledged',
    appealing: 'appealing',
    final: 'final',
    not_eligible: 'not eligible',
    withdrawn: 'withdrawn',
  },
  zh: {
    invited: '已邀请',
    planning: '目标设定',
    tracking: '过程辅导',
    assessing: '评估中',
    rated: '已评分',
    calibrated: '已校准',
    released: '已发布',
    acknowledged: '已签收',
    appealing: '申诉中',
    final: '已定稿',
    not_eligible: '不参与',
    withdrawn: '已退出',
  },
};

const reasons: Record<Locale, Record<string, string>> = {
  en: {
    joined: 'joined too late in the period',
    leave: 'on long leave',
    leaving: 'leaves before enough of the period has passed',
    left: 'left the company',
    other: 'withdrawn by HR',
  },
  zh: {
    joined: '入职时间较短',
    leave: '长期休假',
    leaving: '周期内将离职',
    left: '已离职',
    other: '由 HR 移出',
  },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Words, commands and refusals; what stands on the cards is in the other catalogues of this folder. */
export const say = catalogue({
  phase: { en: (p: Phase) => phaseNames.en[p], zh: (p: Phase) => phaseNames.zh[p] },
  Phase: { en: (p: Phase) => capital(phaseNames.en[p]), zh: (p: Phase) => phaseNames.zh[p] },
  cycleState: { en: (s: CycleState) => cycleStates.en[s], zh: (s: CycleState) => cycleStates.zh[s] },
  state: {
    en: (s: ParticipantState) => participantStates.en[s],
    zh: (s: ParticipantState) => participantStates.zh[s],
  },
  reason: {
    en: (r: string) => reasons.en[r] ?? reasons.en.other ?? r,
    zh: (r: string) => reasons.zh[r] ?? reasons.zh.other ?? r,
  },
  /** Up to ten names, then a number. */
  names: {
    en: (names: readonly string[], n: number) =>
      n > names.length ? `${names.join(', ')} and ${n - names.length} more` : listWords('en', names),
    zh: (names: readonly string[], n: number) =>
      n > names.length ? `${names.join('、')}等 ${n} 人` : listWords('zh', names),
  },
  people: { en: (n: number) => (n === 1 ? '1 person' : `${n} people`), zh: (n: number) => `${n} 人` },

  kickoffHelp: { en: 'start a new cycle (HR)', zh: '启动新的绩效周期（HR）' },
  extendHelp: { en: 'give a phase more time (HR)', zh: '延长某个阶段（HR）' },
  pauseHelp: { en: 'pause a running cycle (HR)', zh: '暂停进行中的周期（HR）' },
  resumeHelp: { en: 'go on with a paused cycle (HR)', zh: '恢复已暂停的周期（HR）' },
  cancelHelp: { en: 'end a cycle for good (HR)', zh: '取消周期（HR）' },
  withdrawHelp: { en: 'take somebody out of a cycle (HR)', zh: '将某人移出周期（HR）' },
  schemeListHelp: { en: 'which schemes there are', zh: '查看有哪些考核方案' },
  schemeShowHelp: { en: 'what a scheme measures, and with which weights', zh: '查看考核方案的维度与权重' },

  onlyHrStarts: {
    en: (who: readonly string[]) =>
      who.length > 0
        ? `Cycles are run by HR. ${listWords('en', who)} can help you.`
        : 'Cycles are run by HR.',
    zh: (who: readonly string[]) =>
      who.length > 0 ? `绩效周期由 HR 管理，请找${listWords('zh', who)}。` : '绩效周期由 HR 管理。',
  },
  notOwn: {
    en: 'This is about yourself. Please ask another HR colleague.',
    zh: '这涉及你本人，请由其他 HR 同事来操作。',
  },
  noCycle: { en: 'There is no cycle for that right now.', zh: '目前没有适用的周期。' },
  noSuchCycle: {
    en: (typed: string) => `I don’t know a cycle “${typed}”.`,
    zh: (typed: string) => `没有找到周期「${typed}」。`,
  },
  noSuchScheme: {
    en: (typed: string) => `I don’t know a scheme “${typed}”. /perf scheme list shows them.`,
    zh: (typed: string) => `没有找到考核方案「${typed}」。输入「/perf scheme list」查看。`,
  },
  cycleIs: {
    en: (name: string, state: CycleState) => `${name} is ${cycleStates.en[state]}, so this is not possible.`,
    zh: (name: string, state: CycleState) => `「${name}」${cycleStates.zh[state]}，不能这样操作。`,
  },
  participantIs: {
    en: (state: ParticipantState) => `That is not possible any more: ${participantStates.en[state]}.`,
    zh: (state: ParticipantState) => `已经不能这样操作了，当前状态：${participantStates.zh[state]}。`,
  },
  alreadyStarted: {
    en: (name: string, who: string, when: string) => `${who} started ${name} on ${when}.`,
    zh: (name: string, who: string, when: string) => `${who}已在${when}启动了「${name}」。`,
  },
  checkFirst: {
    en: 'I have not looked through people and dates yet. One moment, the card changes when I have.',
    zh: '还没检查完人员和日期，请稍等，卡片会自动更新。',
  },
  checkAgain: {
    en: 'My last look is a while ago, so I am looking once more. Press Start again when the card has changed.',
    zh: '上次检查已经过了一阵子，正在重新检查。卡片更新后请再点一次「启动」。',
  },
  circleBlocks: {
    en: 'Some people report to each other in a circle. That has to be put right before the start.',
    zh: '有人的汇报关系互相循环，需要先理顺才能启动。',
  },
  weightsBlock: {
    en: 'The weights of the scheme do not add up to 100 %. That has to be put right before the start.',
    zh: '考核方案的权重之和不是 100%，需要先调整才能启动。',
  },
  datesBlock: {
    en: 'Some dates cannot be kept any more. Please change them before the start.',
    zh: '有些日期已经不合适了，请先修改再启动。',
  },
  phaseLocked: {
    en: (phase: Phase) => `${capital(phaseNames.en[phase])} is closed for everybody and cannot be extended.`,
    zh: (phase: Phase) => `${phaseNames.zh[phase]}已经截止，不能再延长。`,
  },
  dayPast: {
    en: 'That day is over. Please choose today or later.',
    zh: '这一天已经过去了，请选择今天或之后的日期。',
  },
  dayNotLater: {
    en: (due: string) => `It is already due on ${due}. Please choose a later day.`,
    zh: (due: string) => `目前的截止日是${due}，请选择更晚的日期。`,
  },
  nobodyThere: {
    en: 'Nobody of this cycle is meant by that.',
    zh: '这样选择的话，周期里没有符合的人。',
  },
  notTakingPart: {
    en: 'This person does not take part in the cycle.',
    zh: '此人不在这个周期里。',
  },
});
